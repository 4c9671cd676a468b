import { Problem } from '@yingce/contracts/error'
import type { AnswerOf, ParamsOf, QueryInputOf, Route } from '@yingce/contracts/route'
import type { Language } from '../language.ts'
import { Refusal } from '../refusal.ts'
import type { Connection } from './connection.ts'
import { refusalOf } from './problem-refusal.ts'

// Schemas of all routes differ, and the compiler cannot carry a union of them: `AnyRoute` stands for each.
// oxlint-disable-next-line typescript/no-explicit-any -- stands for a route of any schemas
type AnyRoute = Route<any, any, any, any>

export interface CallInput<R> {
  readonly params?: ParamsOf<R>
  readonly query?: QueryInputOf<R>
  /** JSON, or a form for routes that take a file. */
  readonly body?: unknown
}

/** A file that the server answered with. */
export interface ServerFile {
  readonly bytes: Uint8Array
  /** As the server names it; null when it names none. */
  readonly name: string | null
}

/** Calls a running server by its contracts. Every refusal of the server arrives as a `Refusal` in the user's language. */
export class ApiClient {
  readonly #connection: Connection
  readonly #language: Language

  constructor(connection: Connection, language: Language) {
    this.#connection = connection
    this.#language = language
  }

  /**
   * @throws Refusal `server_unreachable`, `server_unexpected`, or the code of the server's own refusal
   */
  async call<R extends AnyRoute>(route: R, input: CallInput<R> = {}): Promise<AnswerOf<R>> {
    const response = await this.#send(route, input)
    if (route.response === undefined) return undefined as AnswerOf<R>
    const parsed = route.response.safeParse(await response.json().catch(() => null))
    if (parsed.success) return parsed.data as AnswerOf<R>
    throw this.#unexpected(response.status)
  }

  async file<R extends AnyRoute>(route: R, input: CallInput<R> = {}): Promise<ServerFile> {
    const response = await this.#send(route, input)
    const disposition = response.headers.get('content-disposition') ?? ''
    const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1]
    return {
      bytes: new Uint8Array(await response.arrayBuffer()),
      name: encoded === undefined ? null : decodeURIComponent(encoded),
    }
  }

  async #send<R extends AnyRoute>(route: R, { params, query, body }: CallInput<R>): Promise<Response> {
    const { origin, token } = this.#connection
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
      encodeURIComponent(String((params as Record<string, unknown> | undefined)?.[name] ?? '')),
    )
    const url = new URL(`${origin}${path}`)
    for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>))
      if (value !== undefined) url.searchParams.set(name, String(value))
    const isForm = body instanceof FormData
    const request: RequestInit = {
      method: route.method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    }
    const response = await fetch(url, request).catch((error: unknown) => {
      throw this.#unreachable(error)
    })
    if (response.ok) return response
    const problem = Problem.safeParse(await response.json().catch(() => null))
    throw problem.success ? refusalOf(problem.data, this.#language) : this.#unexpected(response.status)
  }

  #unreachable(error: unknown): Refusal {
    const { origin } = this.#connection
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
    return new Refusal(
      'server_unreachable',
      this.#language === 'zh' ? `连不上 ${origin}${code}` : `${origin} does not answer${code}`,
      {
        advice:
          this.#language === 'zh'
            ? '服务器在运行吗？用 yingce serve 启动，或用 --server 指出地址。'
            : 'Is the server running? Start it with yingce serve, or name its address with --server.',
      },
    )
  }

  #unexpected(status: number): Refusal {
    const { origin } = this.#connection
    return new Refusal(
      'server_unexpected',
      this.#language === 'zh'
        ? `${origin} 的回答看不懂（HTTP ${status}）`
        : `${origin} answered something unexpected (HTTP ${status})`,
      {
        advice:
          this.#language === 'zh'
            ? '这个地址是营策吗？服务器与命令的版本是否一致？'
            : 'Is this Yingce, and of the same version as this command?',
      },
    )
  }
}
