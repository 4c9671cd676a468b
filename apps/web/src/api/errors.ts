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

export function isRefusal(error: unknown, code: Problem['code']): error is ApiProblem {
  return error instanceof ApiProblem && error.problem.code === code
}
