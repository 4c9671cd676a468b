import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './errors.ts'

/** A refusal is an answer and is not asked again; a dead line is tried three times. Freshness comes from live events. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => !(error instanceof ApiProblem && error.problem.status < 500) && count < 3,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
})
