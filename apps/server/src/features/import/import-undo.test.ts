import { confirmImport, getImport, previewUndo, undoImport } from '@yingce/contracts/import/import'
import { getPlan, updatePlan } from '@yingce/contracts/plan/plan'
import { listDependencies } from '@yingce/contracts/record/dependency'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { bookOf, importFile, returning, trackerRow, trackerSheet, upload } from './import.fixture.ts'

let server: TestServer
let owner: Person
let now = new Date('2025-05-20T02:00:00Z')

beforeAll(async () => {
  server = await startTestServer({ clock: () => now })
  owner = await server.setUp()
})

afterAll(() => server.close())

const tasks = recordRoutes('task')
const phases = recordRoutes('phase')
const ROWS = [
  trackerRow('筹备期', '选品', '采购', '2025-05-02', '2025-05-05', 1000, 800, 100),
  trackerRow('筹备期', '素材', '设计', '2025-05-03', '2025-05-10', 3000, 120.5, 0),
  trackerRow('爆发期', '直播', '渠道', '2025-06-01', '2025-06-02', 5000, 7, 0),
]

const undo = (importId: string, takeBack: string[] = []) =>
  owner.call(undoImport, { params: { importId }, body: { takeBack } })
const preview = async (importId: string) => (await owner.call(previewUndo, { params: { importId } })).body
const tasksOf = async (planId: string) => (await owner.call(tasks.list, { params: { planId } })).body.items
const phasesOf = async (planId: string) =>
  (await owner.call(phases.list, { params: { planId } })).body.items.map(({ values }) => values.name)

/** Sums of the ledger by task: equal to its spend while it is there, 0 after. */
async function ledgerOf(planId: string): Promise<Record<string, number>> {
  const { rows } = await server.db.pool.query<{ task_id: string; sum: number }>(
    'select task_id, sum(amount)::int as sum from ledger_entry where plan_id = $1 group by task_id',
    [planId],
  )
  return Object.fromEntries(rows.map(({ task_id, sum }) => [task_id, sum]))
}

async function expectBalanced(planId: string): Promise<void> {
  const spent = new Map((await tasksOf(planId)).map(({ id, values }) => [id, values.spent ?? 0]))
  for (const [id, sum] of Object.entries(await ledgerOf(planId))) expect(sum, id).toBe(spent.get(id) ?? 0)
}

describe('taking an import back', () => {
  test('at once: records, links and the plan itself go, the ledger comes to 0 for every task', async () => {
    const { id, planId } = await importFile(owner, await bookOf([trackerSheet(ROWS)]), 'a.xlsx')
    expect(await preview(id)).toEqual({ removeCount: 5, revertCount: 0, changedSince: [], removesPlan: true })
    const { status, body } = await undo(id)
    expect([status, body.state, body.undoneAt]).toEqual([200, 'undone', now.toISOString()])
    expect((await owner.call(getPlan, { params: { planId: planId! } })).status).toBe(404)
    const sums = Object.values(await ledgerOf(planId!))
    expect([sums.length, new Set(sums)]).toEqual([3, new Set([0])])
    expect((await owner.call(getImport, { params: { importId: id } })).body.state).toBe('undone')
  })

  test('a second time is wrong_state, and four at once undo exactly once', async () => {
    const { id } = await importFile(owner, await bookOf([trackerSheet(ROWS)]), 'a.xlsx')
    const answers = await Promise.all(Array.from({ length: 4 }, () => undo(id)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409])
    const again = await undo(id)
    expect([again.status, again.problem?.code, again.problem?.params]).toEqual([
      409,
      'wrong_state',
      { state: 'undone' },
    ])
    expect((await owner.call(previewUndo, { params: { importId: id } })).problem?.code).toBe('wrong_state')
    expect((await owner.call(confirmImport, { params: { importId: id }, body: {} })).problem?.code).toBe(
      'wrong_state',
    )
  })

  test('days later: what nobody changed goes; what was changed is listed with both values and stays with its phase', async () => {
    const { id, planId } = await importFile(owner, await bookOf([trackerSheet(ROWS)]), 'a.xlsx')
    const [first, second] = await tasksOf(planId!)
    now = new Date('2025-05-27T02:00:00Z')
    await owner.call(tasks.update, {
      params: { planId: planId!, recordId: first!.id },
      body: { version: 1, values: { spent: 95_000, owner: '新人' } },
    })
    // Moved, and changed and changed back: as the import left it.
    await owner.call(tasks.update, {
      params: { planId: planId!, recordId: second!.id },
      body: { version: 1, values: { owner: '别人' } },
    })
    await owner.call(tasks.update, {
      params: { planId: planId!, recordId: second!.id },
      body: { version: 2, values: { owner: '设计' } },
    })
    const before = await preview(id)
    expect(before).toMatchObject({ removeCount: 3, revertCount: 0, removesPlan: false })
    expect(before.changedSince).toEqual([
      {
        entity: 'task',
        recordId: first!.id,
        name: '选品',
        by: '所有者',
        at: now.toISOString(),
        changes: [
          { field: 'owner', imported: '采购', current: '新人' },
          { field: 'spent', imported: 80_000, current: 95_000 },
        ],
      },
    ])
    expect((await undo(id)).status).toBe(200)
    expect((await tasksOf(planId!)).map(({ values }) => values.name)).toEqual(['选品'])
    expect(await phasesOf(planId!)).toEqual(['筹备期'])
    expect((await ledgerOf(planId!))[first!.id]).toBe(95_000)
    await expectBalanced(planId!)
  })

  test('days later, with a changed record taken back by name: it goes too, and the plan with it', async () => {
    const { id, planId } = await importFile(owner, await bookOf([trackerSheet(ROWS)]), 'a.xlsx')
    const [first] = await tasksOf(planId!)
    await owner.call(tasks.update, {
      params: { planId: planId!, recordId: first!.id },
      body: { version: 1, values: { spent: 1 } },
    })
    await undo(id, [first!.id.toUpperCase()])
    expect((await owner.call(getPlan, { params: { planId: planId! } })).status).toBe(404)
    expect(new Set(Object.values(await ledgerOf(planId!)))).toEqual(new Set([0]))
  })

  test("somebody's own task keeps its phase and the plan; a changed plan stays", async () => {
    const { id, planId } = await importFile(owner, await bookOf([trackerSheet(ROWS)]), 'a.xlsx')
    const [first] = await tasksOf(planId!)
    await owner.call(tasks.create, {
      params: { planId: planId! },
      body: { values: { name: '我的', phaseId: first!.values.phaseId } },
    })
    expect(await preview(id)).toMatchObject({ removeCount: 4, removesPlan: false })
    await undo(id)
    expect([(await tasksOf(planId!)).map(({ values }) => values.name), await phasesOf(planId!)]).toEqual([
      ['我的'],
      ['筹备期'],
    ])
    const other = await importFile(owner, await bookOf([trackerSheet(ROWS)]), 'a.xlsx')
    await owner.call(updatePlan, {
      params: { planId: other.planId! },
      body: { version: 1, values: { name: '改名' } },
    })
    await undo(other.id)
    expect((await owner.call(getPlan, { params: { planId: other.planId! } })).body).toMatchObject({
      name: '改名',
      taskCount: 0,
    })
  })

  test('records that were deleted since need no undoing', async () => {
    const { id, planId } = await importFile(owner, await bookOf([trackerSheet(ROWS)]), 'a.xlsx')
    const [first] = await tasksOf(planId!)
    await owner.call(tasks.remove, { params: { planId: planId!, recordId: first!.id } })
    expect(await preview(id)).toMatchObject({ removeCount: 4, removesPlan: true })
    await undo(id)
    expect((await owner.call(getPlan, { params: { planId: planId! } })).status).toBe(404)
  })
})

describe('taking a merge back', () => {
  /** A plan from ROWS into which an edited export was merged. */
  async function merged() {
    const { planId } = await importFile(owner, await bookOf([trackerSheet(ROWS)]), 'a.xlsx')
    const items = await tasksOf(planId!)
    const edited = [
      trackerRow('预热期', '选品', '采购', '2025-05-02', '看情况', 1000, 900, 100),
      trackerRow('筹备期', '素材', '设计', '2025-05-03', '2025-05-10', 3000, 120.5, 50),
      ROWS[2]!,
      trackerRow('爆发期', '加场', '渠道', '2025-06-03', '2025-06-04', 10, 3),
    ]
    const marks = [...items.map(({ id, version }) => [id, version] as const), [null, null] as const]
    const draft = await upload(
      owner,
      await bookOf(returning(trackerSheet(edited), 2, marks, planId!)),
      'b.xlsx',
    )
    const { body } = await owner.call(confirmImport, {
      params: { importId: draft.body.id },
      body: { decisions: { otherwise: 'accept-all' } },
    })
    expect(body.created).toEqual({ phase: 1, task: 3 })
    return { id: body.id, planId: planId!, items }
  }

  test('returns every field to what it was, texts that could not be read included; new rows and phases go', async () => {
    const { id, planId, items } = await merged()
    expect((await tasksOf(planId))[0]).toMatchObject({
      values: { plannedEnd: null, spent: 90_000 },
      unread: { plannedEnd: '看情况' },
    })
    expect(await preview(id)).toEqual({
      removeCount: 2,
      revertCount: 2,
      changedSince: [],
      removesPlan: false,
    })
    await undo(id)
    const after = await tasksOf(planId)
    expect(after.map(({ values, unread }) => [values, unread])).toEqual(
      items.map(({ values, unread }) => [values, unread]),
    )
    expect(await phasesOf(planId)).toEqual(['筹备期', '爆发期'])
    await expectBalanced(planId)
  })

  test('keeps what others changed in other fields, and asks about those it set itself', async () => {
    const { id, planId, items } = await merged()
    await owner.call(tasks.update, {
      params: { planId, recordId: items[0]!.id },
      body: { version: 2, values: { remark: '别动' } },
    })
    await owner.call(tasks.update, {
      params: { planId, recordId: items[1]!.id },
      body: { version: 2, values: { progress: 0.7 } },
    })
    const { changedSince, revertCount } = await preview(id)
    expect([revertCount, changedSince.map(({ recordId, changes }) => [recordId, changes])]).toEqual([
      1,
      [[items[1]!.id, [{ field: 'progress', imported: 0.5, current: 0.7 }]]],
    ])
    await undo(id)
    const after = await tasksOf(planId)
    expect(after[0]!.values).toEqual({ ...items[0]!.values, remark: '别动' })
    expect(after[1]!.values.progress).toBe(0.7)
  })

  test('still works when the phase that a task came from was deleted meanwhile', async () => {
    const { id, planId, items } = await merged()
    await owner.call(phases.remove, { params: { planId, recordId: items[0]!.values.phaseId! } })
    expect((await undo(id)).status).toBe(200)
    expect((await tasksOf(planId))[0]!.values).toMatchObject({
      phaseId: null,
      plannedEnd: '2025-05-05',
      spent: 80_000,
    })
  })

  test('takes away the links it made between tasks that stay, and the period it filled in', async () => {
    const planId = await newPlan(owner)
    await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: '任务甲一', owner: '甲' } },
    })
    await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: '任务乙二', owner: '甲' } },
    })
    const header = ['任务名称', '任务描述', '负责人', '开始时间', '结束时间', '工期(天)', '前置依赖', '状态']
    const rows = [
      header,
      ['任务甲一', null, '甲', '2025-05-01', '2025-05-02', 2, null, null],
      ['任务乙二', null, '甲', '2025-05-03', '2025-05-04', 2, '任务甲一', null],
    ]
    const { id } = await importFile(owner, await bookOf([{ name: '甘特图', rows }]), 'a.xlsx', {}, { planId })
    expect((await owner.call(listDependencies, { params: { planId } })).body.items).toHaveLength(1)
    expect((await owner.call(getPlan, { params: { planId } })).body.periodStart).toBe('2025-05-01')
    await undo(id)
    expect((await owner.call(listDependencies, { params: { planId } })).body.items).toEqual([])
    expect((await owner.call(getPlan, { params: { planId } })).body).toMatchObject({
      periodStart: null,
      periodEnd: null,
      taskCount: 2,
    })
    expect((await tasksOf(planId)).map(({ values }) => [values.plannedStart, values.dependency])).toEqual([
      [null, null],
      [null, null],
    ])
  })
})
