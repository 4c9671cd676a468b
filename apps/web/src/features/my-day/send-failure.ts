import { ApiProblem } from '../../api/errors.ts'
import { problemLine } from '../../ui/problem-text.ts'

/** Refusals that pass by themselves, or once somebody has signed in again. */
const LATER: ReadonlySet<string> = new Set(['unavailable', 'rate_limited', 'unauthenticated', 'internal'])

export type SendFailure =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly reason: string }

/** Only an answer of the server refuses. A request that the closing page broke off was never answered. */
export function sendFailure(error: unknown): SendFailure {
  if (!(error instanceof ApiProblem) || LATER.has(error.problem.code)) return { kind: 'unreachable' }
  return { kind: 'refused', reason: problemLine(error) }
}
