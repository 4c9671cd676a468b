import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem, isRefusal } from './errors.ts'

let leave: () => void = () => undefined

/** What to do when the session has ended: set by the page's entry, which knows the router. */
export function onSessionEnd(action: () => void): void {
  leave = action
}

/** To the sign-in and back here, where the answer to a question or a change says that the session has ended. */
export function leaveIfEnded(error: unknown): void {
  if (isRefusal(error, 'unauthenticated')) leave()
}

/** A refusal is an answer and is not asked again; a dead line is tried three times. Freshness comes from live events. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveIfEnded }),
  mutationCache: new MutationCache({ onError: leaveIfEnded }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => !(error instanceof ApiProblem && error.problem.status < 500) && count < 3,
      refetchOnWindowFocus: true,
      // Without a line a question fails and the page says so; waiting for one, it would be a skeleton for good.
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    mutations: { retry: false },
  },
})
