import type { Problem } from '@yingce/contracts/error'
import type { AnswerOf, BodyInputOf, ParamsOf, QueryInputOf, Route } from '@yingce/contracts/route'

export interface Answer<T> {
  readonly status: number
  readonly headers: Headers
  /** What the contract promises; of a refusal, see `problem`. */
  readonly body: T
  /** The refusal; undefined where there is none. */
  readonly problem: Problem | undefined
}

// oxlint-disable-next-line typescript/no-explicit-any -- the schemas of all routes differ, and the compiler cannot carry a union of them
type AnyRoute = Route<any, any, any, any>
type Given<T> = [T] extends [undefined] ? undefined : T

interface CallInput<R> {
  params?: Given<ParamsOf<R>>
  query?: Given<QueryInputOf<R>>
  body?: Given<BodyInputOf<R>>
  headers?: Record<string, string>
}

/** A browser's tab for the tests: keeps its cookie, sends what our own page would send. */
export class TestClient {
  readonly origin: string
  cookie = ''
  /** Bearer token instead of the cookie. */
  token: string | null = null

  constructor(origin: string) {
    this.origin = origin
  }

  async call<R extends AnyRoute>(route: R, input: CallInput<R> = {}): Promise<Answer<AnswerOf<R>>> {
    const path = pathOf(route, (input.params ?? {}) as Record<string, string>)
    const query = new URLSearchParams(
      Object.entries((input.query ?? {}) as Record<string, unknown>).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, String(value)] as [string, string]],
      ),
    )
    return this.request(
      route.method,
      query.size === 0 ? path : `${path}?${query.toString()}`,
      input.body,
      input.headers,
    ) as Promise<Answer<AnswerOf<R>>>
  }

  /** Sends a file with its text parts, as the page does. */
  async upload<R extends AnyRoute>(
    route: R,
    params: Record<string, string>,
    form: FormData,
  ): Promise<Answer<AnswerOf<R>>> {
    return this.request(route.method, pathOf(route, params), form) as Promise<Answer<AnswerOf<R>>>
  }

  async request(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<unknown>> {
    const response = await fetch(`${this.origin}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...(this.token === null
          ? { origin: this.origin, 'sec-fetch-site': 'same-origin' }
          : { authorization: `Bearer ${this.token}` }),
        ...(this.cookie === '' || this.token !== null ? {} : { cookie: this.cookie }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body) }),
    })
    const set = response.headers.get('set-cookie')
    if (set !== null) this.cookie = set.split(';', 1)[0]!
    const text = await response.text()
    const json: unknown =
      text === '' || !(response.headers.get('content-type') ?? '').includes('json')
        ? undefined
        : JSON.parse(text)
    return {
      status: response.status,
      headers: response.headers,
      body: json,
      problem: response.ok ? undefined : (json as Problem),
    }
  }
}

function pathOf({ path }: AnyRoute, params: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''))
}
