import { createSetup, type SessionView } from '@yingce/contracts/identity/session'
import { createPlan } from '@yingce/contracts/plan/plan'
import { acceptInvitation, createInvitation } from '@yingce/contracts/workspace/invitation'
import { removeMember, type RoleName } from '@yingce/contracts/workspace/member'
import { createWorkspace } from '@yingce/contracts/workspace/workspace'
import type { FastifyInstance } from 'fastify'
import { type AppParts, buildApp } from '../app.ts'
import type { Config } from '../config.ts'
import { ALLOW_NOTHING } from '../connectors/outbound/allow-list.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { withWorkspace } from '../db/scope.ts'
import { TestClient } from './test-client.ts'
import { createTestDatabase } from './test-database.ts'

export const PASSWORD = 'correct horse battery'

const CONFIG: Config = {
  port: 0,
  host: '127.0.0.1',
  dataDir: '',
  databaseUrl: null,
  publicUrl: null,
  logLevel: 'silent',
  trustProxy: [],
  outbound: { allow: ALLOW_NOTHING, override: null },
  secretKey: null,
  version: '0.0.0-test',
}

export interface Person extends TestClient {
  readonly session: SessionView
}

export interface TestServer {
  readonly app: FastifyInstance
  readonly db: Database
  readonly origin: string
  /** Somebody who is not signed in. */
  stranger(): TestClient
  /** Does the set-up; the owner of the first workspace. */
  setUp(): Promise<Person>
  /** Somebody new in the workspace of `owner`. */
  join(owner: TestClient, role: RoleName): Promise<Person>
  /** The owner of another workspace on the same server, who belongs to no other. */
  neighbour(owner: TestClient): Promise<Person>
  /** Rows of a workspace straight from the database, as the application sees them. */
  rows<T>(workspaceId: string, text: string, values?: readonly unknown[]): Promise<T[]>
  close(): Promise<void>
}

export interface TestServerOptions extends Pick<AppParts, 'isRunningJobs' | 'queueClock' | 'secretKey'> {
  readonly config?: Partial<Config>
  readonly clock?: () => Date
  readonly webFolder?: string
  readonly logStream?: { write(line: string): void }
}

/** A server over real HTTP on a database of its own. */
export async function startTestServer({ config, ...parts }: TestServerOptions = {}): Promise<TestServer> {
  const database = await createTestDatabase()
  const db = openDatabase(database.address, () => {})
  const app = await buildApp({ config: { ...CONFIG, ...config }, db, ...parts })
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  let people = 0
  const account = (name: string) => ({ name, email: `person${++people}@example.com`, password: PASSWORD })
  const server: TestServer = {
    app,
    db,
    origin,
    stranger: () => new TestClient(origin),
    async setUp() {
      const client = new TestClient(origin)
      const { body } = await client.call(createSetup, {
        body: { ...account('所有者'), workspaceName: '市场部' },
      })
      return Object.assign(client, { session: body })
    },
    async join(owner, role) {
      const { body: invited } = await owner.call(createInvitation, { body: { role } })
      const client = new TestClient(origin)
      const token = invited.url.split('/').at(-1)!
      const { body } = await client.call(acceptInvitation, {
        params: { token },
        body: { account: account(role) },
      })
      return Object.assign(client, { session: body })
    },
    async neighbour(owner) {
      const person = await server.join(owner, 'admin')
      const { body } = await person.call(createWorkspace, { body: { name: '邻居' } })
      await owner.call(removeMember, { params: { memberId: person.session.memberId! } })
      return Object.assign(person, { session: body })
    },
    rows: (workspaceId, text, values) =>
      withWorkspace(db, { workspaceId, memberId: null, source: 'page', at: new Date() }, (scope) =>
        scope.rows(text, values),
      ),
    async close() {
      await app.close()
      await db.end()
      await database.drop()
    },
  }
  return server
}

/** A blank plan; @returns its id */
export async function newPlan(client: TestClient, name = '计划'): Promise<string> {
  const { body } = await client.call(createPlan, { body: { name } })
  return body.id
}
