import Fastify, { type FastifyInstance } from 'fastify'
import multipart from '@fastify/multipart'
import { randomBytes } from 'node:crypto'
import type { Clock } from 'pg-boss'
import type { AppContext } from './app-context.ts'
import type { Config } from './config.ts'
import { createOutbound } from './connectors/outbound/outbound.ts'
import type { Database } from './db/database.ts'
import { mountFeatures } from './features.ts'
import { readJsonBody } from './http/json-body.ts'
import { handleError, sendProblem } from './http/problem.ts'
import { Refusal } from './http/refusal.ts'
import { OneLineLog } from './http/one-line-log.ts'
import { isOwnHost } from './http/same-origin.ts'
import { addSecurityHeaders } from './http/security-headers.ts'
import { mountUnknown } from './http/unknown-route.ts'
import { mountWebPage } from './http/web-page.ts'
import { createJobs } from './jobs/create-jobs.ts'
import { createLiveHub } from './live/live-hub.ts'
import { linkBase } from './notices/link-base.ts'
import { createOutbox } from './outbox/outbox.ts'
import { createSecretBox, KEY_BYTES } from './secrets/secret-box.ts'
import { createSignal } from './signal.ts'
import { uuidV7 } from './uuid-v7.ts'

export interface AppParts {
  readonly config: Config
  readonly db: Database
  readonly clock?: () => Date
  readonly ids?: () => string
  /** From 0 up to 1. */
  readonly random?: () => number
  /** Seals secrets of channels; absent: a key that ends with the process. */
  readonly secretKey?: Buffer
  /** Whether jobs run in this process; without them only requests do anything. */
  readonly isRunningJobs?: boolean
  /** Time and timers of the job queue, for tests that move them. */
  readonly queueClock?: Clock
  /** Folder of the built page; null: programs only. */
  readonly webFolder?: string | null
  /** Where structured logs go; default stdout. */
  readonly logStream?: { write(line: string): void }
}

/** Puts the server together; it does not listen yet. The only place that wires things. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { config, db, clock = () => new Date(), ids = uuidV7, random = Math.random, webFolder = null } = parts
  const http = Fastify({
    logger:
      config.logLevel === 'silent'
        ? false
        : { level: config.logLevel, ...(parts.logStream === undefined ? {} : { stream: parts.logStream }) },
    logController: new OneLineLog(),
    genReqId: () => ids(),
    requestIdHeader: false,
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    // Streams of events stay open; a stop must not wait for them.
    forceCloseConnections: true,
    requestTimeout: 300_000,
    routerOptions: { maxParamLength: 300 },
  })
  http.decorateRequest('principal', null)
  http.decorateRequest('bodyHash', null)
  readJsonBody(http)
  await http.register(multipart, { throwFileSizeLimit: true })
  http.setErrorHandler(handleError)
  http.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (!isOwnHost(request.headers.host, config)) return sendProblem(reply, new Refusal('cross_site'))
  })
  addSecurityHeaders(http, config)

  const hub = createLiveHub(db, (error) => http.log.warn({ err: error }, 'live updates'))
  const jobs = createJobs({
    db,
    clock,
    log: http.log,
    ...(parts.queueClock === undefined ? {} : { queueClock: parts.queueClock }),
  })
  const outbound = createOutbound(config.outbound)
  const secrets = createSecretBox(parts.secretKey ?? randomBytes(KEY_BYTES))
  const outbox = createOutbox({ db, clock, ids, random, secrets, outbound, linkBase: linkBase(config) }, jobs)
  const app: AppContext = {
    http,
    config,
    db,
    clock,
    ids,
    hub,
    jobs,
    outbox,
    outbound,
    secrets,
    factsWritten: createSignal(),
    datesMoved: createSignal(),
    routes: [],
  }
  mountFeatures(app)
  mountUnknown(http, app.routes, webFolder === null ? null : await mountWebPage(http, webFolder))
  http.addHook('onReady', async () => {
    await Promise.all([hub.start(), parts.isRunningJobs === true ? jobs.start() : undefined])
  })
  http.addHook('onClose', async () => {
    await jobs.stop()
    await Promise.all([hub.stop(), outbound.close()])
  })
  return http
}
