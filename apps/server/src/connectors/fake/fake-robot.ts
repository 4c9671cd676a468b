/** A request as a fake platform sees it. */
export interface FakeRequest {
  readonly path: string
  readonly query: URLSearchParams
  readonly bytes: number
  /** null: no JSON. */
  readonly json: Record<string, unknown> | null
  /** Milliseconds on the platform's clock. */
  readonly now: number
}

/** What a platform made of it: its answer, and what appeared in the group. */
export interface FakeReply {
  readonly json: object
  /** Text that appeared; null: refused. */
  readonly shown: string | null
  /** Whose phones rang, by the address that was used; none where it is left out. */
  readonly mentioned?: readonly string[]
}

/** One platform: what it takes, how it checks and how it answers. */
export interface FakeRobot {
  readonly name: string
  readonly path: RegExp
  /** Answer to one request too many. */
  readonly tooFast: object
  readonly limitPerMinute: number
  /** What keeps the requests of one robot apart from another's. */
  robotOf(request: FakeRequest): string
  reply(request: FakeRequest): FakeReply
}
