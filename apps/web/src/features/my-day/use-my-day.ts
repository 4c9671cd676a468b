import { getMyDay, type MyDay } from '@yingce/contracts/my-day/my-day'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { call } from '../../api/call.ts'
import { ApiProblem } from '../../api/errors.ts'
import { onLive } from '../../api/live.ts'
import { queryClient } from '../../api/query-client.ts'
import { useSession } from '../../api/use-session.ts'
import { problemText } from '../../ui/problem-text.ts'
import { KeptEntries, type KeptEntry, type SendResult } from './kept-entries.ts'

const RETRY_MS = 8000
/** Refusals that pass by themselves, or once somebody has signed in again. */
const LATER: ReadonlySet<string> = new Set(['unavailable', 'rate_limited', 'unauthenticated', 'internal'])

/** One store per person, so that leaving the page and coming back finds the same entries. */
const stores = new Map<string, KeptEntries>()

function keptEntriesOf(person: string): KeptEntries {
  let store = stores.get(person)
  if (store === undefined) {
    const send = (entry: KeptEntry) => sendEntry(entry, person)
    stores.set(person, (store = new KeptEntries(localStorage, `yingce.day.entries.${person}`, send)))
  }
  return store
}

async function sendEntry(entry: KeptEntry, person: string): Promise<SendResult> {
  try {
    const answer = await call(recordRoutes('task').updateMany, {
      params: { planId: entry.planId },
      body: {
        items: [
          {
            id: entry.taskId,
            version: entry.version,
            values: entry.values,
            ...(entry.isOverwriting ? { isOverwriting: true } : {}),
          },
        ],
      },
    })
    const conflict = answer.conflicts[0]
    if (conflict !== undefined) return { kind: 'conflict', conflict }
    // Put in place before the entry is let go: else the old figure would show, and take the keys, until the next answer.
    queryClient.setQueryData<MyDay>(['my-day', person], (day) =>
      day === undefined ? undefined : withEntry(day, entry, answer.items[0]?.version),
    )
    return { kind: 'sent' }
  } catch (error) {
    // Only an answer of the server refuses. A request that the closing page broke off was never answered.
    if (!(error instanceof ApiProblem) || LATER.has(error.problem.code)) return { kind: 'unreachable' }
    const { title, advice } = problemText(error)
    return { kind: 'refused', reason: `${title} ${advice}`.trim() }
  }
}

function withEntry(day: MyDay, entry: KeptEntry, version: number | undefined): MyDay {
  const items = day.items.map((item) =>
    item.task.id !== entry.taskId
      ? item
      : {
          ...item,
          task: {
            ...item.task,
            version: version ?? item.task.version,
            values: { ...item.task.values, ...entry.values },
          },
        },
  )
  return { ...day, items }
}

/** The person's day, with what waits on the phone laid over it; the last answer is shown while there is no line. */
export function useMyDay() {
  const { memberId, workspace } = useSession()
  const person = `${workspace?.id ?? ''}.${memberId ?? ''}`
  const client = useQueryClient()
  const entries = useMemo(() => keptEntriesOf(person), [person])
  const kept = useSyncExternalStore(entries.subscribe, entries.snapshot)
  const day = useQuery({
    queryKey: ['my-day', person],
    queryFn: async ({ signal }) => {
      const answer = await call(getMyDay, { signal })
      localStorage.setItem(`yingce.day.last.${person}`, JSON.stringify(answer))
      return answer
    },
    placeholderData: () => lastDay(person),
  })
  useEffect(() => {
    const refresh = () => void client.invalidateQueries({ queryKey: ['my-day'] })
    const flush = () => void entries.flush().then(refresh)
    const off = onLive((message) => message.kind !== 'presence' && refresh())
    const timer = setInterval(() => {
      if (entries.snapshot().some(({ state }) => state === 'waiting')) flush()
    }, RETRY_MS)
    window.addEventListener('online', flush)
    flush()
    return () => {
      off()
      clearInterval(timer)
      window.removeEventListener('online', flush)
    }
  }, [client, entries])
  const last = day.data ?? (day.isError ? lastDay(person) : undefined)
  return { day: last, error: last === undefined ? day.error : null, isStale: day.isError, entries, kept }
}

function lastDay(person: string): MyDay | undefined {
  const text = localStorage.getItem(`yingce.day.last.${person}`)
  if (text === null) return undefined
  try {
    return JSON.parse(text) as MyDay
  } catch {
    return undefined
  }
}
