import { getMetricImport } from '@yingce/contracts/metrics/metric-import'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppContext } from '../../../app-context.ts'
import { runWorkspaceJob } from '../../../jobs/run-workspace-job.ts'
import { type Person, startTestServer, type TestServer } from '../../../testing/test-server.ts'
import { clearAfterImport, clearEveryNight } from './clear-staging.job.ts'
import { importMetrics, reportOf, uploadMetrics } from '../metrics.fixture.ts'

let server: TestServer
let owner: Person
let workspaceId: string

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
  workspaceId = owner.session.workspace?.id ?? ''
}, 60_000)
afterAll(() => server.close())

const report = (day: string) => reportOf([[day, '1834567890123456780', '新客', 1000, 20, '10.50', 2]])

/** Imports that have staged facts, and those whose file is kept. */
async function staged(): Promise<string[][]> {
  const of = (table: string) =>
    server.rows<{ id: string }>(workspaceId, `select distinct import_id as id from ${table}`)
  return [await of('metric_import_part'), await of('metric_import_content')].map((rows) =>
    rows.map(({ id }) => id).toSorted(),
  )
}

describe('M1: what was staged for an import', () => {
  test('goes after it was confirmed, by the job that follows it or by the one at night; a draft keeps its own', async () => {
    const applied = await importMetrics(owner, 'a.csv', report('2025-06-01'))
    const draft = (await uploadMetrics(owner, 'b.csv', report('2025-06-02'))).body
    const both = [applied.id, draft.id].toSorted()
    expect(await staged()).toEqual([both, both])
    const app = { db: server.db, clock: () => new Date('2025-06-03T10:00:00Z') } as unknown as AppContext
    await clearAfterImport(app).run({ workspaceId })
    expect(await staged()).toEqual([[draft.id], [draft.id]])
    expect((await owner.call(getMetricImport, { params: { importId: applied.id } })).body).toMatchObject({
      state: 'applied',
      factCount: 1,
    })

    await importMetrics(owner, 'c.csv', report('2025-06-03'))
    const night = new Date('2025-06-04T01:00:00Z')
    expect(await runWorkspaceJob(server.db, clearEveryNight, workspaceId, night, () => {})).toBe(true)
    expect(await staged()).toEqual([[draft.id], [draft.id]])
  })
})
