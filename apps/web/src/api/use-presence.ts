import { announcePresence, type PresenceEvent } from '@yingce/contracts/live/event'
import { useEffect, useState } from 'react'
import { call } from './call.ts'
import { onLive } from './live.ts'
import { useSession } from './use-session.ts'

/** This tab; two tabs of one person are two places. */
export const clientId = crypto.randomUUID()

/** The server forgets a place after 40 s. */
const REPEAT_MS = 15_000

export type PresentPerson = PresenceEvent['people'][number]

/** Says where this tab is in the plan, at once and again before the server forgets. */
export function useAnnouncePresence(
  planId: string,
  view: string,
  recordId: string | null,
  field: string | null,
): void {
  useEffect(() => {
    const say = () =>
      void call(announcePresence, { params: { planId }, body: { clientId, view, recordId, field } }).catch(
        () => undefined,
      )
    const soon = setTimeout(say, 250)
    const timer = setInterval(say, REPEAT_MS)
    return () => {
      clearTimeout(soon)
      clearInterval(timer)
    }
  }, [planId, view, recordId, field])
}

/** Everybody else who is in the plan; my own other tabs are not somebody else. */
export function usePresence(planId: string): PresentPerson[] {
  const { memberId } = useSession()
  const [people, setPeople] = useState<PresentPerson[]>([])
  useEffect(
    () =>
      onLive((message) => {
        if (message.kind === 'presence' && message.event.planId === planId)
          setPeople(message.event.people.filter((person) => person.memberId !== memberId))
      }),
    [planId, memberId],
  )
  return people
}
