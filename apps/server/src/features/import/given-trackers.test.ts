import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { confirmImport } from '@yingce/contracts/import/import'
import { getPlanBoard } from '@yingce/contracts/plan/board'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { patch, upload } from './import.fixture.ts'

const FOLDER = '../shared/data/trackers'
let server: TestServer
let owner: Person
beforeAll(async () => { server = await startTestServer({ clock: () => new Date('2025-06-15T02:00:00Z') }); owner = await server.setUp() })
afterAll(() => server.close())
test('probe', async () => {
  for (const name of readdirSync(FOLDER)) {
    const t = Date.now()
    const a = await upload(owner, readFileSync(join(FOLDER, name)), name)
    console.log(name, a.status, Date.now() - t, a.problem, JSON.stringify(a.body.tables?.map(({ rows, fieldChoices, columns, ...r }) => ({ ...r, n: rows.length, cols: columns.map(c => c.header + '>' + c.field).join(' ') })), null, 1), JSON.stringify(a.body.problems), JSON.stringify(a.body.questions), a.body.suggestedPlanName)
    let id = a.body.id
    if (a.body.questions?.length) { const p = await patch(owner, id, { answers: { year: 2025, planStart: '2025-05-01', eventDate: '2025-06-18' } }); console.log(p.status, JSON.stringify(p.body.questions)) }
    const c = await owner.call(confirmImport, { params: { importId: id }, body: {} })
    console.log(c.status, JSON.stringify(c.problem), JSON.stringify(c.body.created))
    if (c.body.planId) { const b = await owner.call(getPlanBoard, { params: { planId: c.body.planId } }); console.log(b.status, JSON.stringify(b.body)) }
  }
})
