import { switchWorkspace } from '@yingce/contracts/identity/session'
import { bindKpi } from '@yingce/contracts/assignment/kpi-binding'
import { confirmImport, getImport, type ImportView, undoImport } from '@yingce/contracts/import/import'
import { getPlan } from '@yingce/contracts/plan/plan'
import { listDependencies } from '@yingce/contracts/record/dependency'
import { listHistory } from '@yingce/contracts/record/history'
import { listLedger } from '@yingce/contracts/record/ledger'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { createWorkspace } from '@yingce/contracts/workspace/workspace'
import type { CellValue } from '@yingce/domain/sheets/workbook'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { bookOf, importFile, patch, returning, trackerRow, trackerSheet, upload } from './import.fixture.ts'

let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
})

afterAll(() => server.close())

const tasks = recordRoutes('task')
const ROWS = [
  trackerRow('筹备期', '选品', '采购', '2025-05-02', '2025-05-05', 1000, 800, 100, { kpi: '≥10款' }),
  trackerRow('筹备期', '素材', '设计', '2025-05-03', '2025-05-10', 3000, null, 0),
  trackerRow('爆发期', '直播', '渠道', '2025-06-01', '2025-06-02', 5000, null, 0),
]

async function tasksOf(planId: string) {
  return (await owner.call(tasks.list, { params: { planId } })).body.items
}

/** A plan from ROWS, and its workbook as we would export it. */
async function exported() {
  const view = await importFile(owner, await bookOf([trackerSheet(ROWS)]), '推广.xlsx')
  const planId = view.planId!
  const items = await tasksOf(planId)
  const marks = items.map(({ id, version }) => [id, version] as const)
  const comeBack = async (
    rows: readonly (readonly CellValue[])[],
    allMarks: readonly (readonly [string | null, number | null])[] = marks,
  ) => upload(owner, await bookOf(returning(trackerSheet(rows), 2, allMarks, planId)), '推广.xlsx')
  return { planId, items, marks, comeBack }
}

const statuses = (view: ImportView) =>
  view.comparison!.rows.map(({ name, status, matchedBy, fields }) => [
    name,
    status,
    matchedBy,
    fields.map(({ field }) => field),
  ])

describe('a workbook of ours that comes back (C2)', () => {
  test('goes into its plan without being told, and changes nothing when nobody touched it', async () => {
    const { planId, items, comeBack } = await exported()
    const { body } = await comeBack(ROWS)
    expect([body.planId, body.comparison!.counts, body.comparison!.rows]).toEqual([
      planId,
      { added: 0, changed: 0, conflict: 0, unchanged: 3, missing: 0, computed: 0 },
      [],
    ])
    const confirmed = await owner.call(confirmImport, { params: { importId: body.id }, body: {} })
    expect([confirmed.status, confirmed.body.created]).toEqual([200, {}])
    expect(await tasksOf(planId)).toEqual(items)
  })

  test('leaves a reached value to the metric that computes it, takes the rest, and is taken back without it', async () => {
    const { planId, items, comeBack } = await exported()
    const [first] = items
    const boundId = first?.id ?? ''
    const bound = await owner.call(bindKpi, {
      params: { planId, boundId },
      body: { entity: 'task', metric: 'cost' },
    })
    expect(bound.status).toBe(200)
    const [row = [], ...others] = ROWS
    const { body } = await comeBack([row.with(3, '市场').with(12, '800元'), ...others])
    expect(body.comparison!.counts).toMatchObject({ changed: 1, unchanged: 2, computed: 1 })
    expect(statuses(body)).toEqual([['选品', 'changed', 'id', ['owner']]])
    const params = { importId: body.id }
    expect((await owner.call(confirmImport, { params, body: {} })).status).toBe(200)
    const valuesOf = async () => (await tasksOf(planId)).find(({ id }) => id === boundId)?.values
    expect(await valuesOf()).toMatchObject({ owner: '市场', reached: first?.values.reached ?? null })
    expect((await owner.call(undoImport, { params, body: {} })).status).toBe(200)
    expect(await valuesOf()).toMatchObject({ owner: '采购' })
  })

  test('can become a plan of its own instead', async () => {
    const { planId, comeBack } = await exported()
    const { body } = await comeBack(ROWS)
    const alone = await patch(owner, body.id, { planId: null })
    expect([alone.body.planId, alone.body.comparison]).toEqual([null, null])
    const confirmed = await owner.call(confirmImport, { params: { importId: body.id }, body: {} })
    expect(confirmed.body.planId).not.toBe(planId)
    expect(confirmed.body.created).toEqual({ phase: 2, task: 3 })
  })

  test('a mark of a plan elsewhere, or no id at all, is no target', async () => {
    const neighbour = await server.neighbour(owner)
    const { planId, marks } = await exported()
    const book = await bookOf(returning(trackerSheet(ROWS), 2, marks, planId))
    expect((await upload(neighbour, book, 'x.xlsx')).body.planId).toBeNull()
    const forged = await bookOf(returning(trackerSheet(ROWS), 2, marks, "'; drop table plan; --"))
    expect((await upload(owner, forged, 'x.xlsx')).body.planId).toBeNull()
    expect((await owner.call(createWorkspace, { body: { name: '另一' } })).status).toBe(201)
    expect((await upload(owner, book, 'x.xlsx')).body.planId).toBeNull()
    await owner.call(switchWorkspace, { body: { workspaceId: owner.session.workspace!.id } })
    expect((await upload(owner, book, 'x.xlsx')).body.planId).toBe(planId)
  })

  test('edited outside, edited here, both, added, left out: each is told apart and decided by itself', async () => {
    const { planId, items, marks, comeBack } = await exported()
    const [first, second, third] = items
    await owner.call(tasks.update, {
      params: { planId, recordId: first!.id },
      body: { version: 1, values: { owner: '采购部' } },
    })
    await owner.call(tasks.update, {
      params: { planId, recordId: second!.id },
      body: { version: 1, values: { budget: 350_000 } },
    })
    const edited = [
      trackerRow('筹备期', '选品', '采购', '2025-05-02', '2025-05-06', 1000, 900, 100, { kpi: '≥10款' }),
      trackerRow('预热期', '素材', '设计', '2025-05-03', '2025-05-10', 4000, null, 0),
      trackerRow('爆发期', '复盘', '数据', '2025-06-03', '2025-06-05', 700, 10, 0),
    ]
    const { body } = await comeBack(edited, [marks[0]!, marks[1]!, [null, null]])
    expect(body.comparison!.counts).toEqual({
      added: 1,
      changed: 1,
      conflict: 1,
      unchanged: 0,
      missing: 1,
      computed: 0,
    })
    expect(statuses(body)).toEqual([
      ['选品', 'changed', 'id', ['plannedEnd', 'spent']],
      ['素材', 'conflict', 'id', ['phase', 'budget']],
      ['复盘', 'added', 'none', []],
      ['直播', 'missing', 'none', []],
    ])
    const conflict = body.comparison!.rows[1]!
    expect(conflict.fields).toEqual([
      { field: 'phase', base: '筹备期', theirs: '预热期', ours: '筹备期', text: null, isConflict: false },
      { field: 'budget', base: 300_000, theirs: 400_000, ours: 350_000, text: null, isConflict: true },
    ])
    const keys = body.comparison!.rows.map(({ key }) => key)
    const decisions = {
      otherwise: 'skip' as const,
      rows: [
        { key: keys[0]!, accept: true, fields: ['plannedEnd'] },
        { key: keys[1]!, accept: true, fields: ['phase'] },
        { key: keys[2]!, accept: true },
      ],
    }
    const confirmed = await owner.call(confirmImport, { params: { importId: body.id }, body: { decisions } })
    expect([confirmed.status, confirmed.body.created]).toEqual([200, { phase: 1, task: 3 }])
    const after = await tasksOf(planId)
    const phases = new Map(
      (await owner.call(recordRoutes('phase').list, { params: { planId } })).body.items.map(
        ({ id, values }) => [id, values.name],
      ),
    )
    expect(
      after.map(({ values }) => [
        values.name,
        values.owner,
        values.plannedEnd,
        values.budget,
        values.spent,
        phases.get(values.phaseId ?? ''),
      ]),
    ).toEqual([
      ['选品', '采购部', '2025-05-06', 100_000, 80_000, '筹备期'],
      ['素材', '设计', '2025-05-10', 350_000, null, '预热期'],
      ['直播', '渠道', '2025-06-02', 500_000, null, '爆发期'],
      ['复盘', '数据', '2025-06-05', 70_000, 1_000, '爆发期'],
    ])
    expect(after.find(({ id }) => id === third!.id)?.version).toBe(1)
    expect(
      (await owner.call(listHistory, { params: { planId }, query: { recordId: first!.id } })).body.items[0],
    ).toMatchObject({ source: 'import', action: 'update' })
  })

  test("without decisions conflicts stay as they are here; accept-all takes the file's side", async () => {
    const { planId, items, comeBack } = await exported()
    await owner.call(tasks.update, {
      params: { planId, recordId: items[0]!.id },
      body: { version: 1, values: { budget: 111_100 } },
    })
    const edited = ROWS.with(
      0,
      trackerRow('筹备期', '选品', '采购', '2025-05-01', '2025-05-05', 2222, 800, 100, { kpi: '≥10款' }),
    )
    const first = await comeBack(edited)
    await owner.call(confirmImport, { params: { importId: first.body.id }, body: {} })
    expect((await tasksOf(planId))[0]!.values).toMatchObject({ budget: 111_100, plannedStart: '2025-05-01' })
    const second = await comeBack(edited)
    expect(statuses(second.body)).toEqual([['选品', 'conflict', 'id', ['budget']]])
    await owner.call(confirmImport, {
      params: { importId: second.body.id },
      body: { decisions: { otherwise: 'accept-all' } },
    })
    expect((await tasksOf(planId))[0]!.values.budget).toBe(222_200)
  })

  test('a text that nobody can read replaces a value only when it is taken on purpose, and is shown', async () => {
    const { planId, comeBack } = await exported()
    const edited = ROWS.with(
      0,
      trackerRow('筹备期', '选品', '采购', '2025-05-02', '五月初吧', 1000, 800, 100, { kpi: '≥10款' }),
    )
    const careful = await comeBack(edited)
    expect(careful.body.comparison!.rows[0]!.fields).toEqual([
      {
        field: 'plannedEnd',
        base: '2025-05-05',
        theirs: null,
        ours: '2025-05-05',
        text: '五月初吧',
        isConflict: true,
      },
    ])
    await owner.call(confirmImport, { params: { importId: careful.body.id }, body: {} })
    expect((await tasksOf(planId))[0]).toMatchObject({ values: { plannedEnd: '2025-05-05' }, unread: {} })
    const wanted = await comeBack(edited)
    await owner.call(confirmImport, {
      params: { importId: wanted.body.id },
      body: { decisions: { rows: [{ key: wanted.body.comparison!.rows[0]!.key, accept: true }] } },
    })
    expect((await tasksOf(planId))[0]).toMatchObject({
      values: { plannedEnd: null },
      unread: { plannedEnd: '五月初吧' },
    })
  })
})

describe('any workbook into a plan that is there', () => {
  test('the same file twice doubles nothing: rows are found by phase, task and owner', async () => {
    const { planId } = await exported()
    const again = await upload(owner, await bookOf([trackerSheet(ROWS)]), '推广.xlsx', { planId })
    expect(again.body.comparison!.counts).toEqual({
      added: 0,
      changed: 0,
      conflict: 0,
      unchanged: 3,
      missing: 0,
      computed: 0,
    })
    await owner.call(confirmImport, { params: { importId: again.body.id }, body: {} })
    expect((await tasksOf(planId)).map(({ version }) => version)).toEqual([1, 1, 1])
  })

  test('two files with the same new row, confirmed at once, make one row', async () => {
    const { planId } = await exported()
    const book = await bookOf([
      trackerSheet([...ROWS, trackerRow('爆发期', '加场', '渠道', '2025-06-04', '2025-06-05', 100, 50)]),
    ])
    const drafts = await Promise.all([
      upload(owner, book, 'a.xlsx', { planId }),
      upload(owner, book, 'b.xlsx', { planId }),
    ])
    expect(drafts.map(({ body }) => body.comparison!.counts.added)).toEqual([1, 1])
    const answers = await Promise.all(
      drafts.map(({ body }) => owner.call(confirmImport, { params: { importId: body.id }, body: {} })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await tasksOf(planId)).filter(({ values }) => values.name === '加场')).toHaveLength(1)
    expect(
      (await owner.call(listLedger, { params: { planId } })).body.items
        .map(({ amount }) => amount)
        .toSorted((a, b) => a - b),
    ).toEqual([5_000, 80_000])
  })

  test('fills the period of a plan that has none, and leaves one that has', async () => {
    const planId = await newPlan(owner, '空')
    await importFile(owner, await bookOf([trackerSheet(ROWS)]), 'a.xlsx', {}, { planId })
    expect((await owner.call(getPlan, { params: { planId } })).body).toMatchObject({
      name: '空',
      periodStart: '2025-05-01',
      periodEnd: '2025-06-20',
      version: 2,
    })
    const later = trackerSheet(
      [trackerRow('尾声', '清仓', '仓库', '2025-09-01', '2025-09-02', 1, 1)],
      '秋(推广周期:2025年9月1日-2025年9月20日)',
    )
    await importFile(owner, await bookOf([later]), 'b.xlsx', {}, { planId })
    expect((await owner.call(getPlan, { params: { planId } })).body).toMatchObject({
      periodStart: '2025-05-01',
      periodEnd: '2025-06-20',
      version: 2,
      taskCount: 4,
    })
  })

  test('links new rows to tasks that were there, and closes no loop with their links', async () => {
    const header = ['任务名称', '任务描述', '负责人', '开始时间', '结束时间', '工期(天)', '前置依赖', '状态']
    const row = (name: string, dependency: string | null) => [
      name,
      null,
      '甲',
      '2025-05-01',
      '2025-05-02',
      2,
      dependency,
      '未开始',
    ]
    const { planId } = await importFile(
      owner,
      await bookOf([{ name: '甘特图', rows: [header, row('任务甲一', null), row('任务乙二', '任务甲一')] }]),
      'a.xlsx',
    )
    const rows = [
      header,
      row('任务甲一', '任务丙三'),
      row('任务乙二', '任务甲一'),
      row('任务丙三', '任务乙二'),
    ]
    const { body } = await upload(owner, await bookOf([{ name: '甘特图', rows }]), 'a.xlsx', {
      planId: planId!,
    })
    expect(statuses(body)).toEqual([
      ['任务甲一', 'changed', 'key', ['dependency']],
      ['任务丙三', 'added', 'none', []],
    ])
    await owner.call(confirmImport, { params: { importId: body.id }, body: {} })
    const names = new Map((await tasksOf(planId!)).map(({ id, values }) => [id, values.name]))
    const links = (await owner.call(listDependencies, { params: { planId: planId! } })).body.items.map(
      (link) => `${names.get(link.fromTaskId)}→${names.get(link.toTaskId)}`,
    )
    // Row order decides which of the three is the closing one.
    expect(links.toSorted()).toEqual(['任务丙三→任务甲一', '任务甲一→任务乙二'])
  })

  test('a comparison of a confirmed import is not made again', async () => {
    const { planId } = await exported()
    const done = await importFile(owner, await bookOf([trackerSheet(ROWS)]), 'a.xlsx', {}, { planId })
    expect((await owner.call(getImport, { params: { importId: done.id } })).body).toMatchObject({
      state: 'confirmed',
      comparison: null,
      planId,
    })
  })
})
