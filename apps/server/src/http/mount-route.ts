import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from '@yingce/contracts/route'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AppContext } from '../app-context.ts'
import { type Scope, type ScopeActor, withWorkspace } from '../db/scope.ts'
import type { MemberPrincipal, Principal } from '../identity/principal.ts'
import { guardRequest } from './guard-request.ts'
import {
  answerOnce,
  claimKey,
  readRequestKey,
  type RequestKey,
  type StoredAnswer,
  storeAnswer,
} from './idempotency.ts'
import { passLargeBodyGate } from './large-body-gate.ts'
import { parsePart } from './parse.ts'
import { Refusal } from './refusal.ts'
import { isSafeMethod } from './same-origin.ts'
import { serializerOf } from './serializer.ts'

/** A checked request on its way into a use case. */
export interface Call<R, P = Principal | null> {
  readonly params: ParamsOf<R>
  readonly query: QueryOf<R>
  readonly body: BodyOf<R>
  readonly principal: P
  readonly now: Date
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** A call whose handler opens its transactions itself, because it works for long or streams. */
export interface OpenCall<R> extends Call<R, MemberPrincipal> {
  readonly inWorkspace: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>
}

// oxlint-disable-next-line typescript/no-explicit-any -- the schemas of all routes differ, and the compiler cannot carry a union of them
type AnyRoute = Route<any, any, any, any>

/** Nothing, where the contract answers with nothing. */
type HandlerAnswer<R> = [AnswerOf<R>] extends [undefined] ? void : AnswerOf<R>

/** Bodies beyond this are refused while they are read. */
const BODY_BYTES = 1024 * 1024
const BULK_BODY_BYTES = 32 * 1024 * 1024

const NOTHING: StoredAnswer = { status: 204, body: '' }

/** For everybody: set-up, sign-in, health, invitation links. */
export function mountPublic<R extends AnyRoute>(
  app: AppContext,
  route: R,
  handle: (call: Call<R>) => Promise<HandlerAnswer<R>>,
): void {
  mount(app, route, async (call) => answerOf(route, await handle(call as Call<R>)))
}

/** For whoever is signed in, also without a workspace. */
export function mountSignedIn<R extends AnyRoute>(
  app: AppContext,
  route: R,
  handle: (call: Call<R, Principal>) => Promise<HandlerAnswer<R>>,
): void {
  mount(app, route, async (call) => answerOf(route, await handle(call as Call<R, Principal>)))
}

/** For members: the whole handler is one transaction in their workspace, the idempotency key included. */
export function mountAction<R extends AnyRoute>(
  app: AppContext,
  route: R,
  handle: (call: Call<R, MemberPrincipal>, scope: Scope) => Promise<HandlerAnswer<R>>,
): void {
  mount(app, route, async (call) => {
    const member = call as Call<R, MemberPrincipal>
    const key = requestKeyOf(route, call.request)
    return withWorkspace(app.db, actorOf(route, member), async (scope) => {
      const earlier = key === null ? null : await claimKey(scope, key)
      if (earlier !== null) return earlier
      const answer = answerOf(route, await handle(member, scope))
      if (key !== null) await storeAnswer(scope, key, answer)
      return answer
    })
  })
}

/** For members, where one transaction around everything would be held for long. */
export function mountOpen<R extends AnyRoute>(
  app: AppContext,
  route: R,
  handle: (call: OpenCall<R>) => Promise<HandlerAnswer<R>>,
): void {
  mount(app, route, async (call) => {
    const actor = actorOf(route, call as Call<R, MemberPrincipal>)
    const open = { ...call, inWorkspace: (work) => withWorkspace(app.db, actor, work) } as OpenCall<R>
    const key = requestKeyOf(route, call.request)
    const work = async () => answerOf(route, await handle(open))
    return key === null ? work() : answerOnce(app.db, actor, key, work)
  })
}

export interface FileAnswer {
  readonly body: Buffer | Readable
  /** Shown in the save dialog; may hold any characters. */
  readonly fileName: string
  /** Where the route answers in several formats; absent: the contract's. */
  readonly contentType?: string
}

/** For members: the answer is a file to save. */
export function mountFile<R extends AnyRoute>(
  app: AppContext,
  route: R,
  handle: (call: OpenCall<R>) => Promise<FileAnswer>,
): void {
  mount(app, route, async (call) => {
    const actor = actorOf(route, call as Call<R, MemberPrincipal>)
    const file = await handle({
      ...call,
      inWorkspace: (work) => withWorkspace(app.db, actor, work),
    } as OpenCall<R>)
    const ascii = file.fileName.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
    call.reply
      .header('content-type', file.contentType ?? route.binary?.contentType ?? 'application/octet-stream')
      .header(
        'content-disposition',
        `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.fileName).replaceAll("'", '%27')}`,
      )
    return file.body
  })
}

/** For members: the handler takes over the connection (event stream). */
export function mountStream<R extends AnyRoute>(
  app: AppContext,
  route: R,
  handle: (call: Call<R, MemberPrincipal>) => Promise<void>,
): void {
  mount(app, route, async (call) => {
    await handle(call as Call<R, MemberPrincipal>)
    return null
  })
}

function mount<R extends AnyRoute>(
  app: AppContext,
  route: R,
  answer: (call: Call<R>) => Promise<StoredAnswer | Buffer | Readable | null>,
): void {
  app.routes.push(route)
  app.http.route({
    method: route.method,
    url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    bodyLimit:
      route.upload?.maxBytes ??
      route.maxBodyBytes ??
      (route.path.endsWith('/bulk') || route.path.endsWith('/confirm') ? BULK_BODY_BYTES : BODY_BYTES),
    onRequest: async (request, reply) => {
      await guardRequest(app, route, request, reply)
      if (route.method !== 'GET') await passLargeBodyGate(request, reply)
    },
    handler: async (request, reply) => {
      const isUpload = route.upload !== undefined
      if ((request.headers['content-type'] ?? '').startsWith('multipart/') !== isUpload)
        throw new Refusal('unsupported_media_type')
      const call = {
        params: parsePart(route.params, request.params, 'params'),
        query: parsePart(route.query, request.query, 'query'),
        // The text parts of an upload come with the stream: its handler checks them.
        body: isUpload ? undefined : parsePart(route.body, request.body, 'body'),
        principal: request.principal,
        now: app.clock(),
        request,
        reply,
      } as Call<R>
      const stored = await answer(call)
      if (stored === null) return reply
      if (Buffer.isBuffer(stored) || stored instanceof Readable) return reply.send(stored)
      if (stored.status === 204) return reply.code(204).send()
      return reply
        .code(stored.status)
        .header('content-type', 'application/json; charset=utf-8')
        .send(stored.body)
    },
  })
}

function answerOf(route: Route, value: unknown): StoredAnswer {
  if (route.response === undefined) return NOTHING
  return { status: route.status ?? 200, body: serializerOf(route.response)(value) }
}

function actorOf(route: Route, call: Call<unknown, MemberPrincipal>): ScopeActor {
  const { principal, now, request } = call
  return {
    workspaceId: principal.workspace.id,
    memberId: principal.member.id,
    source: principal.scopes === null ? 'page' : 'api',
    at: now,
    isReadOnly: route.isQuestion === true || isSafeMethod(request.method),
  }
}

function requestKeyOf(route: Route, request: FastifyRequest): RequestKey | null {
  if (route.method !== 'POST' || route.isIdempotencyOff === true) return null
  return readRequestKey(request.headers['idempotency-key'], () => {
    const hash = createHash('sha256').update(`${request.method} ${request.url}\n`)
    return (request.bodyHash === null ? hash : hash.update(request.bodyHash)).digest()
  })
}
