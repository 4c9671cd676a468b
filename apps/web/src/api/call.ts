import type { Problem } from '@yingce/contracts/error'
import type { AnswerOf, BodyInputOf, ParamsOf, QueryInputOf, Route } from '@yingce/contracts/route'
import { ApiProblem, NetworkFailure } from './errors.ts'

type Given<K extends string, T> = [T] extends [undefined] ? { [P in K]?: never } : { [P in K]: T }
type OptionalGiven<K extends string, T> = [T] extends [undefined] ? { [P in K]?: never } : { [P in K]?: T }

export type CallInput<R> = Given<'params', ParamsOf<R>> &
  OptionalGiven<'query', QueryInputOf<R>> &
  Given<'body', BodyInputOf<R>> & {
    signal?: AbortSignal
    /** File of an upload route; `body` then goes as text parts. */
    file?: File
  }

/** Path with its parameters and query filled in; undefined query values are left out. */
export function urlOf(route: Route, input: { params?: unknown; query?: unknown }): string {
  const params = (input.params ?? {}) as Record<string, string>
  const path = route.path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(String(params[name])),
  )
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null && value !== '') query.set(key, String(value))
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

function bodyOf(input: { body?: unknown; file?: File | undefined }): {
  body?: BodyInit
  headers: Record<string, string>
} {
  if (input.file !== undefined) {
    const form = new FormData()
    for (const [key, value] of Object.entries((input.body ?? {}) as Record<string, unknown>)) {
      if (value !== undefined && value !== null) form.set(key, String(value))
    }
    form.set('file', input.file, input.file.name)
    return { body: form, headers: {} }
  }
  if (input.body === undefined) return { headers: {} }
  return { body: JSON.stringify(input.body), headers: { 'content-type': 'application/json' } }
}

/**
 * Calls a route of the contract.
 *
 * A POST carries a fresh Idempotency-Key, so that a retry after a cut line is
 * answered with the first result instead of being done twice.
 *
 * @throws ApiProblem when the server refuses, NetworkFailure when it does not answer
 */
export async function call<R extends Route<never, never, never, never> | Route>(
  route: R,
  input: CallInput<R>,
): Promise<AnswerOf<R>> {
  const plain = route as unknown as Route
  const given = input as {
    params?: unknown
    query?: unknown
    body?: unknown
    file?: File
    signal?: AbortSignal
  }
  const { body, headers } = bodyOf(given)
  if (plain.method === 'POST' && plain.isIdempotencyOff !== true)
    headers['idempotency-key'] = crypto.randomUUID()
  let response: Response
  try {
    response = await fetch(urlOf(plain, given), {
      method: plain.method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body }),
      ...(given.signal === undefined ? {} : { signal: given.signal }),
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new NetworkFailure(error)
  }
  if (!response.ok) throw await problemOf(response)
  if (response.status === 204) return undefined as AnswerOf<R>
  return (await response.json()) as AnswerOf<R>
}

async function problemOf(response: Response): Promise<Error> {
  if (response.headers.get('content-type')?.includes('application/problem+json')) {
    return new ApiProblem((await response.json()) as Problem)
  }
  return new NetworkFailure(new Error(`status ${response.status}`))
}
