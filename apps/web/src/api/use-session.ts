import { getSession, getSetup, type SessionView } from '@yingce/contracts/identity/session'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { use } from 'react'
import { call } from './call.ts'
import { isRefusal } from './errors.ts'

/** Who is signed in; null: nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<SessionView | null> => {
    try {
      return await call(getSession, { signal })
    } catch (error) {
      if (isRefusal(error, 'unauthenticated')) return null
      throw error
    }
  },
  staleTime: 60_000,
})

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
