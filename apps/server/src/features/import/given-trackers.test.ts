import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { confirmImport, type ImportView } from '@yingce/contracts/import/import'
import { getPlanBoard } from '@yingce/contracts/plan/board'
import { listDependencies } from '@yingce/contracts/record/dependency'
import { listHistory } from '@yingce/contracts/record/history'
import { listLedger } from '@yingce/contracts/record/ledger'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { patch, upload } from './import.fixture.ts'

const FOLDER = '../shared/data/trackers'
const isGiven = existsSync(FOLDER)
if (!isGiven) console.warn(`Skipped: ${FOLDER} is not here`)

let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date('2025-06-15T02:00:00Z') })
  owner = await server.setUp()
})

afterAll(() => server?.close())

const given = (name: string) => readFileSync(join(FOLDER, name))
const kindsOf = (view: ImportView) =>
  view.tables.map(({ sheet, kind, headerRow, rowCount, isIncluded }) => [
    sheet,
    kind,
    headerRow,
    rowCount,
    isIncluded,
  ])
const rounded = (value: number | null | undefined, digits: number) =>
  value === null || value === undefined ? value : Number(value.toFixed(digits))

async function confirm(id: string): Promise<ImportView> {
  const { body, problem } = await owner.call(confirmImport, { params: { importId: id }, body: {} })
  expect(problem).toBeUndefined()
  return body
}

describe.skipIf(!isGiven)('the team workbooks (C2)', () => {
  let tracker: ImportView

  test('推广计划执行跟踪表: three sheets, headers in row 2, every column known, budget 345,000 and spent 268,000, nothing to ask', async () => {
    const { status, body } = await upload(owner, given('推广计划执行跟踪表.xlsx'), '推广计划执行跟踪表.xlsx')
    expect([status, body.state, body.format, body.suggestedPlanName, body.planId]).toEqual([
      201,
      'draft',
      'xlsx',
      '推广计划执行跟踪表',
      null,
    ])
    expect(kindsOf(body)).toEqual([
      ['主跟踪表', 'tracker', 2, 6, true],
      ['阶段执行明细表', 'execution-detail', 2, 4, true],
      ['推广效果分析表', 'effect-analysis', 2, 5, true],
    ])
    expect(
      body.tables.map(({ columns }) => [
        columns.length,
        columns.filter(({ field }) => field === null).length,
      ]),
    ).toEqual([
      [16, 0],
      [9, 0],
      [13, 0],
    ])
    expect(body.tables[0]).toMatchObject({
      totals: { budget: '345000.00', spent: '268000.00' },
      period: { from: '2025-05-01', to: '2025-06-20' },
    })
    expect(body.tables[2]).toMatchObject({
      totals: {
        cost: '335000.00',
        revenue: '1062000.00',
        impressions: '4800000',
        clicks: '157000',
        conversions: '2655',
      },
    })
    expect(body.tables[0]?.rows[3]).toMatchObject({
      row: 6,
      phaseName: '启动期',
      values: {
        plannedStart: '2025-05-12',
        plannedEnd: '2025-06-20',
        budget: 15_000_000,
        spent: 8_000_000,
        progress: 0.5,
        status: 'in_progress',
        actualEnd: null,
      },
    })
    expect([body.questions, body.problems.filter(({ severity }) => severity === 'error')]).toEqual([[], []])
    tracker = await confirm(body.id)
    expect(tracker.created).toEqual({ task: 6, phase: 4, channel_effect: 5, execution_step: 4 })
  })

  test('its board: progress 83.33 %, 91.67 %, 78.26 %; money; KPIs met', async () => {
    const { body } = await owner.call(getPlanBoard, { params: { planId: tracker.planId! } })
    const { byCount, byWeight, byBudget } = body.progress
    expect([byCount, byWeight, byBudget].map(({ value }) => rounded(value! * 100, 2))).toEqual([
      83.33, 91.67, 78.26,
    ])
    expect([byCount.numerator, byCount.denominator, byBudget.numerator, byBudget.denominator]).toEqual([
      5, 6, 27_000_000, 34_500_000,
    ])
    expect(body.money).toMatchObject({
      planned: 34_500_000,
      spent: 26_800_000,
      remaining: 7_700_000,
      reserve: null,
      currency: 'CNY',
    })
    expect(body.period).toMatchObject({ start: '2025-05-01', end: '2025-06-20', week: 7, daysLeft: 5 })
    expect(
      body.phases.map(({ name, taskCount, doneCount, state }) => [name, taskCount, doneCount, state]),
    ).toEqual([
      ['筹备期', 2, 2, 'done'],
      ['启动期', 2, 1, 'in_progress'],
      ['爆发期', 1, 1, 'done'],
      ['收尾期', 1, 1, 'done'],
    ])
    expect(body.kpiCounts).toEqual({
      met: 6,
      at_risk: 0,
      missed: 0,
      target_unclear: 0,
      no_data: 0,
      not_started: 0,
    })
    expect(
      body.kpis.map(({ metric, targetText, actualText, attainment }) => [
        metric,
        targetText,
        actualText,
        attainment,
      ]),
    ).toContainEqual(['笔记总阅读量', '≥20万', '22万', 1.1])
    expect(body.issues).toHaveLength(2)
  })

  test('its effects: CTR 3.65 %, CVR 1.50 %, CPA 126.18, ROAS 3.17, ROI 2.17; the column "ROI" is ROAS in 5 of 5 rows', async () => {
    const { effect } = (await owner.call(getPlanBoard, { params: { planId: tracker.planId! } })).body
    expect([
      rounded(effect!.total.ctr! * 100, 2),
      rounded(effect!.total.cvr! * 100, 2),
      rounded(effect!.total.cpa! / 100, 2),
      rounded(effect!.total.roas, 2),
      rounded(effect!.total.roi, 2),
    ]).toEqual([3.65, 1.5, 126.18, 3.17, 2.17])
    expect([effect!.statedReturnIs, effect!.statedReturnMatches, effect!.statedReturnRows]).toEqual([
      'roas',
      5,
      5,
    ])
    expect(effect!.rows.at(-1)).toMatchObject({
      channel: '线下体验',
      clicks: null,
      ctr: null,
      cvr: null,
      disagreements: [],
    })
  })

  test('its two sources: 268,000 in the tracker against 335,000 in the effects, difference 67,000, by channel', async () => {
    const { reconciliation } = (await owner.call(getPlanBoard, { params: { planId: tracker.planId! } })).body
    expect(reconciliation).toMatchObject({
      trackerSpend: 26_800_000,
      effectCost: 33_500_000,
      difference: 6_700_000,
    })
    expect(
      reconciliation!.channels.map(({ channel, trackerSpend, effectCost }) => [
        channel,
        trackerSpend,
        effectCost,
      ]),
    ).toEqual([
      ['小红书KOL', 2_450_000, 15_000_000],
      ['抖音信息流', 8_000_000, 13_500_000],
      ['线下体验', null, 5_000_000],
      [null, 16_350_000, null],
    ])
    expect(reconciliation!.channels.reduce((sum, { difference }) => sum + (difference ?? 0), 0)).toBe(
      6_700_000,
    )
  })

  test('its spend is opened in the ledger task by task, and its history says where it came from', async () => {
    const params = { planId: tracker.planId! }
    const { items } = (await owner.call(listLedger, { params })).body
    expect(items.map(({ source }) => source)).toEqual(Array(6).fill('opening'))
    expect(items.reduce((sum, { amount }) => sum + amount, 0)).toBe(26_800_000)
    const history = (await owner.call(listHistory, { params })).body.items
    expect(new Set(history.map(({ source }) => source))).toEqual(new Set(['import']))
    expect(history).toHaveLength(20)
  })

  test('推广目标与甘特图: asks for the year once, for all 13 dates; with 2025 the Gantt rows carry dates and links', async () => {
    const { body } = await upload(owner, given('推广目标与甘特图.xlsx'), '推广目标与甘特图.xlsx')
    expect(kindsOf(body)).toEqual([
      ['推广目标设定表', 'targets', 1, 3, true],
      ['推广执行甘特图', 'gantt', 1, 5, true],
    ])
    expect(body.questions).toMatchObject([
      { answer: 'year', code: 'year_missing', count: 13, sheet: '推广目标设定表', cell: 'F2' },
    ])
    expect(body.questions[0]!.text).toMatch(/6月/)
    const refused = await owner.call(confirmImport, { params: { importId: body.id }, body: {} })
    expect([refused.status, refused.problem?.code, refused.problem?.params['questions']]).toEqual([
      422,
      'import_question_open',
      ['year_missing'],
    ])
    const answered = await patch(owner, body.id, { answers: { year: 2025 } })
    expect([answered.status, answered.body.questions, answered.body.answers.year]).toEqual([200, [], 2025])
    const confirmed = await confirm(body.id)
    expect(confirmed.created).toEqual({ task: 5, target: 3 })
    const params = { planId: confirmed.planId! }
    const tasks = (await owner.call(recordRoutes('task').list, { params })).body.items
    expect(tasks[0]!.values).toMatchObject({
      name: '市场调研报告输出',
      plannedStart: '2025-05-20',
      plannedEnd: '2025-05-25',
      baselineStart: '2025-05-20',
      status: 'done',
    })
    const names = new Map(tasks.map((task) => [task.id, task.values.name]))
    const links = (await owner.call(listDependencies, { params })).body.items
    expect(links.length).toBeGreaterThanOrEqual(4)
    expect(
      links.map(({ fromTaskId, toTaskId }) => `${names.get(fromTaskId)}→${names.get(toTaskId)}`),
    ).toContain('市场调研报告输出→海报设计初稿')
  })

  test('活动执行计划表: five phases with their days, nothing to ask', async () => {
    const { body } = await upload(owner, given('活动执行计划表.xlsx'), '活动执行计划表.xlsx')
    expect([kindsOf(body), body.questions]).toEqual([[['活动执行计划表', 'activity-plan', 1, 5, true]], []])
    const confirmed = await confirm(body.id)
    expect(confirmed.created).toEqual({ task: 5, phase: 5 })
    const { phases, period } = (await owner.call(getPlanBoard, { params: { planId: confirmed.planId! } }))
      .body
    expect(phases[0]).toMatchObject({ name: '筹备期', start: '2024-06-01', end: '2024-06-07', taskCount: 1 })
    expect([period.start, period.end]).toEqual(['2024-06-01', '2024-06-30'])
  })

  test('营销策略支持模板: 万元 become 400,000; documents in the dependency column stay text and are pointed at', async () => {
    const { body } = await upload(owner, given('营销策略支持模板.xlsx'), '营销策略支持模板.xlsx')
    expect(kindsOf(body)).toEqual([
      ['营销资源分配表', 'allocation', 1, 3, true],
      ['执行任务分解表', 'task-breakdown', 1, 3, true],
      ['营销效果复盘表', 'effect-review', 1, 2, true],
    ])
    expect(body.tables[0]?.totals).toEqual({ budget: '400000.00' })
    expect(
      body.problems.filter(({ code }) => code === 'dependency_unmatched').map(({ cell }) => cell),
    ).toEqual(['I3', 'I4'])
    await patch(owner, body.id, { answers: { year: 2025 } })
    expect((await confirm(body.id)).created).toEqual({ task: 3, allocation: 3, effect_review: 2 })
  })
})
