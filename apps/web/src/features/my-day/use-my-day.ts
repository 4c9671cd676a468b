import { getMyDay } from '@yingce/contracts/my-day/my-day'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { call } from '../../api/call.ts'
import { onLive } from '../../api/live.ts'
import { useSession } from '../../api/use-session.ts'
import { registerWorker } from '../../offline/register-worker.ts'
import { keepDay, keptDay } from './kept-day.ts'
import { personKey, storesOf } from './kept-stores.ts'

const RETRY_MS = 8000

/** The person's day, with what waits on the phone laid over it; the last answer is shown while there is no line. */
export function useMyDay() {
  const person = personKey(useSession())
  const client = useQueryClient()
  const { entries, photos } = useMemo(() => storesOf(person), [person])
  const kept = useSyncExternalStore(entries.subscribe, entries.snapshot)
  const keptPhotos = useSyncExternalStore(photos.subscribe, photos.snapshot)
  const day = useQuery({
    queryKey: ['my-day', person],
    queryFn: async ({ signal }) => {
      const answer = await call(getMyDay, { signal })
      keepDay(person, { at: new Date().toISOString(), day: answer })
      return answer
    },
    placeholderData: () => keptDay(person)?.day,
  })
  useEffect(registerWorker, [])
  useEffect(() => {
    const refresh = () => void client.invalidateQueries({ queryKey: ['my-day'] })
    const flush = () => void Promise.allSettled([entries.flush(), photos.flush()]).then(refresh)
    const off = onLive((message) => message.kind !== 'presence' && refresh())
    const timer = setInterval(() => {
      const isWaiting = ({ state }: { state: string }) => state === 'waiting'
      if (entries.snapshot().some(isWaiting) || photos.snapshot().some(isWaiting)) flush()
    }, RETRY_MS)
    window.addEventListener('online', flush)
    flush()
    return () => {
      off()
      clearInterval(timer)
      window.removeEventListener('online', flush)
    }
  }, [client, entries, photos])
  const isStale = day.isError || day.failureCount > 0 || day.errorUpdatedAt > day.dataUpdatedAt
  const last = keptDay(person)
  const shown = day.data ?? (day.isError ? last?.day : undefined)
  return {
    day: shown,
    error: shown === undefined ? day.error : null,
    /** When the server said what is shown, where it does not answer now; null: what is shown is of now. */
    staleSince: isStale ? (last?.at ?? null) : null,
    entries,
    kept,
    photos,
    keptPhotos,
  }
}
