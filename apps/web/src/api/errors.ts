import type { Problem } from '@yingce/contracts/error'

/** A refusal or fault that the server answered with (RFC 9457). */
export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

/** The server did not answer at all: offline, restarting, or the request was cut. */
export class NetworkFailure extends Error {
  constructor(cause: unknown) {
    super('no answer from the server', { cause })
    this.name = 'NetworkFailure'
  }
}

/**
 * Nothing is at the address that was asked for: it is unknown, or cut short or mistyped so that its ids are none.
 * Whoever opens a page filled nothing in, so the second is not said as a wrong entry.
 */
export function isNowhere(error: unknown): boolean {
  if (isRefusal(error, 'not_found')) return true
  if (!isRefusal(error, 'invalid_request')) return false
  const { issues } = error.problem
  return issues.length > 0 && issues.every(({ path }) => path.startsWith('params.'))
}

export function isRefusal(error: unknown, code: Problem['code']): error is ApiProblem {
  return error instanceof ApiProblem && error.problem.code === code
}
