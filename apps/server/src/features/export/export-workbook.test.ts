import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportWorkbook } from '@yingce/contracts/export/export'
import { confirmImport } from '@yingce/contracts/import/import'
import { createPlan, createSamplePlan, listTemplates } from '@yingce/contracts/plan/plan'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { readWorkbook } from '@yingce/office/read/read-workbook'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestClient } from '../../testing/test-client.ts'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { upload } from '../import/import.fixture.ts'

const FOLDER = '../shared/data/trackers'
const isGiven = existsSync(FOLDER)
if (!isGiven) console.warn(`Skipped: ${FOLDER} is not here`)

let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date('2025-06-15T02:00:00Z') })
  owner = await server.setUp()
})

afterAll(() => server.close())

async function download(
  client: TestClient,
  planId: string,
  query = '',
): Promise<{ status: number; headers: Headers; bytes: Uint8Array }> {
  const path = exportWorkbook.path.replace('{planId}', planId)
  const response = await fetch(`${client.origin}${path}${query}`, {
    headers: client.token === null ? { cookie: client.cookie } : { authorization: `Bearer ${client.token}` },
  })
  return {
    status: response.status,
    headers: response.headers,
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}

/** Takes the workbook out, brings it straight back, and says what that would do. */
async function comeBack(planId: string, query = '') {
  const { bytes } = await download(owner, planId, query)
  const { body, problem } = await upload(owner, bytes, 'x.xlsx', { planId })
  expect(problem).toBeUndefined()
  expect(body.questions).toEqual([])
  return body
}

const unchanged = (count: number) => ({
  counts: { added: 0, changed: 0, conflict: 0, unchanged: count, missing: 0, computed: 0 },
  rows: [],
})

describe('C2: the workbook of a plan', () => {
  test('of the sample plan comes back without a difference, in both languages', async () => {
    const { body: plan } = await owner.call(createSamplePlan, { body: {} })
    for (const query of ['', '?locale=en'])
      expect((await comeBack(plan.id, query)).comparison).toEqual(unchanged(69))
  })

  test('of every template comes back without a difference', async () => {
    const { body: templates } = await owner.call(listTemplates)
    expect(templates.items.length).toBeGreaterThan(0)
    for (const { id } of templates.items) {
      const { body: plan } = await owner.call(createPlan, {
        body: {
          name: `模板 ${id}`,
          templateId: id,
          periodStart: '2025-07-01',
          totalBudget: 100_000_001,
        } as never,
      })
      const { comparison } = await comeBack(plan.id)
      expect(comparison).toEqual(unchanged(comparison?.counts.unchanged ?? 0))
      expect(comparison?.counts.unchanged).toBeGreaterThan(10)
    }
  })

  test.skipIf(!isGiven).each(isGiven ? readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx')) : [])(
    'made from the team’s %s comes back without a difference, with the team’s own columns first',
    async (name) => {
      const given = readFileSync(join(FOLDER, name))
      let draft = (await upload(owner, given, name)).body
      if (draft.questions.length > 0) {
        const answered = await owner.request('PATCH', `/api/imports/${draft.id}`, { answers: { year: 2025 } })
        draft = answered.body as typeof draft
      }
      const { body, problem } = await owner.call(confirmImport, {
        params: { importId: draft.id },
        body: { planName: name },
      })
      expect(problem).toBeUndefined()
      const rows = draft.tables
        .filter(({ isIncluded }) => isIncluded)
        .reduce((sum, table) => sum + table.rowCount, 0)
      expect((await comeBack(body.planId!)).comparison).toEqual(unchanged(rows))
      const { sheets } = await readWorkbook((await download(owner, body.planId!)).bytes, {
        fileName: 'x.xlsx',
      })
      for (const table of draft.tables.filter(({ kind }) =>
        ['tracker', 'execution-detail', 'effect-analysis'].includes(kind),
      )) {
        const headers = table.columns.map(({ header }) => header)
        expect(sheets.map(({ rows: [, header] }) => header?.slice(0, headers.length))).toContainEqual(headers)
      }
    },
  )

  test('keeps texts that look like formulas, totals or nothing, and figures that could not be read', async () => {
    const planId = await newPlan(owner, '=1+1 (2020年1月1日-2020年2月1日)')
    const names = ['=SUM(A1)', '合计', '注: 别动', '-', '6.1', ' 前后空格 ', '_x0041_', '😀', '关键任务']
    const items = names.map((name) => ({
      values: {
        name,
        remark: '无',
        issue: '-',
        solution: 'a\r\nb',
        kpi: '100%',
        reached: '6.1',
        progress: 1 / 3,
        budget: 123_45,
      },
      unread: { spent: '约5万' },
    }))
    const created = await owner.call(recordRoutes('task').createMany, {
      params: { planId },
      body: { items: [...items, { values: { name: '长', remark: '长'.repeat(20_000) }, unread: {} }] },
    })
    expect(created.problem).toBeUndefined()
    expect((await comeBack(planId)).comparison).toEqual(unchanged(10))
  })

  test('does not take back what was changed in the plan since, nor the new name of a phase', async () => {
    const planId = await newPlan(owner, '两边都改')
    const phase = (
      await owner.call(recordRoutes('phase').create, {
        params: { planId },
        body: { values: { name: '预热' } },
      })
    ).body as { id: string }
    const task = (
      await owner.call(recordRoutes('task').create, {
        params: { planId },
        body: { values: { name: '选人', owner: '甲', phaseId: phase.id, remark: '无' } },
      })
    ).body as { id: string }
    const { bytes } = await download(owner, planId)
    await owner.call(recordRoutes('task').update, {
      params: { planId, recordId: task.id } as never,
      body: { version: 1, values: { owner: '乙' } },
    })
    await owner.call(recordRoutes('phase').update, {
      params: { planId, recordId: phase.id } as never,
      body: { version: 1, values: { name: '预热期' } },
    })
    const untouched = (await upload(owner, bytes, 'x.xlsx', { planId })).body.comparison
    expect(untouched).toEqual(unchanged(1))
  })

  test('is a file named after the plan and the day, whatever the name holds', async () => {
    const planId = await newPlan(owner, '618/大促: "上" %')
    const { status, headers, bytes } = await download(owner, planId)
    expect([status, headers.get('content-type')]).toEqual([200, exportWorkbook.binary?.contentType])
    expect(
      decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(headers.get('content-disposition') ?? '')?.[1] ?? ''),
    ).toBe('618-大促- -上- %-2025-06-15.xlsx')
    expect((await readWorkbook(bytes, { fileName: 'x.xlsx' })).sheets.map(({ name }) => name)).toEqual([
      '主跟踪表',
      '_yingce',
    ])
  })

  test('belongs to its workspace: 404 for a neighbour, 401 for a stranger, a viewer may have it', async () => {
    const planId = await newPlan(owner, '界线')
    expect((await download(await server.neighbour(owner), planId)).status).toBe(404)
    expect((await download(server.stranger(), planId)).status).toBe(401)
    expect((await download(await server.join(owner, 'viewer'), planId)).status).toBe(200)
    expect((await download(owner, planId, '?locale=fr')).status).toBe(400)
  })
})
