import { getSession, getSetup, type SessionView } from '@yingce/contracts/identity/session'
import { type QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { use } from 'react'
import { call } from './call.ts'
import { isRefusal, NetworkFailure } from './errors.ts'
import { forgetSession, keepSession, keptSession } from '../offline/kept-session.ts'

/** Who is signed in; null: nobody. Without a line: who was signed in when there was one. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<SessionView | null> => {
    try {
      const session = await call(getSession, { signal })
      keepSession(session)
      return session
    } catch (error) {
      if (isRefusal(error, 'unauthenticated')) {
        forgetSession()
        return null
      }
      const kept = error instanceof NetworkFailure ? keptSession() : null
      if (kept === null) throw error
      return kept
    }
  },
  staleTime: 60_000,
})

/** Somebody has just signed in. */
export function enterSession(client: QueryClient, session: SessionView): void {
  keepSession(session)
  client.setQueryData(sessionQuery.queryKey, session)
}

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => call(getSetup, { signal }),
  staleTime: Infinity,
})

/** Never settles. */
const LEAVING = new Promise<never>(() => {})

/**
 * The session inside signed-in pages; the route guard has made sure that there is one. When it ends, the page
 * waits without a word until the guard has led to the sign-in.
 */
export function useSession(): SessionView {
  const { data } = useSuspenseQuery(sessionQuery)
  return data ?? use(LEAVING)
}

/** Whether this person may do the action (`record.update` …), as the server says. */
export function useAbility(action: string): boolean {
  return useSession().abilities[action] === true
}
