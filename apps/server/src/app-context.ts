import type { Route } from '@yingce/contracts/route'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { Outbound } from './connectors/outbound/outbound.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { LiveHub } from './live/live-hub.ts'
import type { Outbox } from './outbox/outbox.ts'
import type { SecretBox } from './secrets/secret-box.ts'
import type { Signal } from './signal.ts'

/** What every route stands on; made once by the composition root. */
export interface AppContext {
  readonly http: FastifyInstance
  readonly config: Config
  readonly db: Database
  readonly clock: () => Date
  readonly ids: () => string
  readonly hub: LiveHub
  readonly jobs: Jobs
  readonly outbox: Outbox
  readonly outbound: Outbound
  readonly secrets: SecretBox
  /** Workspaces whose metric facts were just written, undone or assigned anew. */
  readonly factsWritten: Signal<string>
  /** Plans whose dates, or those of their phases, were just changed. */
  readonly datesMoved: Signal<{ readonly workspaceId: string; readonly planId: string }>
  /** Every mounted route, for the OpenAPI document and for the tests over all of them. */
  readonly routes: Route[]
}
