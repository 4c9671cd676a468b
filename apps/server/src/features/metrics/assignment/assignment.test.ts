import {
  getAssignment,
  previewAssignment,
  type RuleBody,
  saveAssignment,
} from '@yingce/contracts/assignment/assignment'
import { undoMetricImport } from '@yingce/contracts/metrics/metric-import'
import { deletePlan } from '@yingce/contracts/plan/plan'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import type { Condition } from '@yingce/domain/assignment/assignment-rule'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../../testing/test-server.ts'
import { importMetrics, query, reportOf } from '../metrics.fixture.ts'

let server: TestServer
let home: Person
let owner: Person

beforeAll(async () => {
  server = await startTestServer()
  home = await server.setUp()
}, 60_000)
afterAll(() => server.close())
beforeEach(async () => {
  owner = await server.neighbour(home)
})

const NEW = '1834567890123456780'
const OLD = '1834567890123456781'
const JUNE: Parameters<typeof reportOf>[0] = [
  ['2025-06-01', NEW, '春茶_新客', 1000, 20, '10.50', 2],
  ['2025-06-01', OLD, '春茶_老客', 500, 10, '5.25', 1],
  ['2025-06-02', NEW, '春茶_新客', 2000, 30, '20.00', 3],
]

const contains = (value: string): Condition => ({
  field: 'campaign',
  operator: 'contains',
  value,
  part: null,
})
const to = (planId: string, value: string, shares: [string, number][] = []): RuleBody => ({
  name: value,
  conditions: [contains(value)],
  target: {
    planId,
    strategy: null,
    creator: null,
    shares: shares.map(([taskId, shareBps]) => ({ taskId, shareBps })),
  },
})
const overview = async () => (await owner.call(getAssignment)).body
const save = async (rules: RuleBody[]) =>
  owner.call(saveAssignment, { body: { version: (await overview()).version, rules } })
const costByPlan = async () =>
  Object.fromEntries(
    (await query(owner, { metrics: ['cost'], groupBy: ['plan'] })).map(({ group, values }) => [
      group['plan'] ?? 'none',
      values['cost'],
    ]),
  )

describe('M12: lines go where the rules say', () => {
  test('35.75 yuan lie in the bucket; a rule moves 30.50 of it, as its preview had said', async () => {
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    const planId = await newPlan(owner)
    const { unassigned } = await overview()
    expect([unassigned.lines, unassigned.amounts]).toEqual([2, [{ currency: 'CNY', costFen: 3575 }]])
    expect(unassigned.campaigns.map(({ campaign, costFen }) => [campaign, costFen])).toEqual([
      ['春茶_新客', 3050],
      ['春茶_老客', 525],
    ])
    const rules = [to(planId, '新客')]
    const { body: preview } = await owner.call(previewAssignment, { body: { rules } })
    expect(preview.moves).toMatchObject([
      { from: null, to: { planId }, lines: 1, facts: 2, costFen: 3050, currency: 'CNY' },
    ])
    expect(await costByPlan()).toEqual({ none: 3575 })
    const { body: saved } = await save(rules)
    expect(saved.rules.map(({ lines, amounts }) => [lines, amounts[0]?.costFen])).toEqual([[1, 3050]])
    expect(saved.unassigned.amounts).toEqual([{ currency: 'CNY', costFen: 525 }])
    expect(await costByPlan()).toEqual({ [planId]: 3050, none: 525 })
  })

  test('days that come in later and days that come back go by the same rules', async () => {
    const planId = await newPlan(owner)
    await save([to(planId, '新客')])
    const first = await importMetrics(owner, 'a.csv', reportOf(JUNE))
    expect(await costByPlan()).toEqual({ [planId]: 3050, none: 525 })
    const second = await importMetrics(
      owner,
      'b.csv',
      reportOf([['2025-06-01', NEW, '春茶_新客', 1000, 20, '11.50', 2]]),
    )
    expect(await costByPlan()).toEqual({ [planId]: 3150, none: 525 })
    await save([])
    await owner.call(undoMetricImport, { params: { importId: second.id }, body: {} })
    expect(await costByPlan()).toEqual({ none: 3575 })
    await owner.call(undoMetricImport, { params: { importId: first.id }, body: {} })
    expect(await costByPlan()).toEqual({})
  })

  test('the first rule that fits takes the line; changing the order moves its money between plans', async () => {
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    const wide = await newPlan(owner)
    const narrow = await newPlan(owner)
    await save([to(wide, '春茶'), to(narrow, '新客')])
    expect(await costByPlan()).toEqual({ [wide]: 3575 })
    const turned = [to(narrow, '新客'), to(wide, '春茶')]
    const { body } = await owner.call(previewAssignment, { body: { rules: turned } })
    expect(body.moves).toMatchObject([{ from: { planId: wide }, to: { planId: narrow }, costFen: 3050 }])
    await save(turned)
    expect(await costByPlan()).toEqual({ [wide]: 525, [narrow]: 3050 })
  })

  test('one task has its line by itself; a split of 60 and 40 % stays whole in its plan', async () => {
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    const planId = await newPlan(owner)
    const newTask = async (name: string) =>
      (await owner.call(recordRoutes('task').create, { params: { planId }, body: { values: { name } } })).body
        .id
    const [one, two] = [await newTask('一'), await newTask('二')]
    await save([
      to(planId, '老客', [[one, 10_000]]),
      to(planId, '新客', [
        [one, 6000],
        [two, 4000],
      ]),
    ])
    const rows = await query(owner, { metrics: ['cost'], groupBy: ['task'], filters: { plan: [planId] } })
    expect(rows.map(({ group, values }) => [group['task'], values['cost']])).toEqual([
      [one, 525],
      [null, 3050],
    ])
    const { problem } = await save([
      to(planId, '新客', [
        [one, 6000],
        [two, 3999],
      ]),
    ])
    expect(problem?.issues).toMatchObject([{ path: 'body.rules.0.target.shares', code: 'shares_not_whole' }])
  })

  test('a plan that is deleted gives its lines back to the bucket', async () => {
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    const planId = await newPlan(owner)
    await save([to(planId, '新客')])
    await owner.call(deletePlan, { params: { planId } })
    expect(await costByPlan()).toEqual({ none: 3575 })
    const { rules, unassigned } = await overview()
    expect([rules, unassigned.amounts]).toEqual([[], [{ currency: 'CNY', costFen: 3575 }]])
  })
})

describe('M12: who may', () => {
  test('rules over an old list are refused, a viewer writes none, plans of neighbours do not exist', async () => {
    const planId = await newPlan(owner)
    const { version } = await overview()
    await save([to(planId, '新客')])
    const late = await owner.call(saveAssignment, { body: { version, rules: [] } })
    expect(late.problem?.code).toBe('wrong_state')
    const viewer = await server.join(owner, 'viewer')
    expect((await viewer.call(saveAssignment, { body: { version, rules: [] } })).status).toBe(403)
    const other = await server.neighbour(home)
    const { problem } = await other.call(previewAssignment, { body: { rules: [to(planId, '新客')] } })
    expect(problem?.issues).toMatchObject([{ path: 'body.rules.0.target.planId', code: 'not_found' }])
    expect((await other.call(getAssignment)).body.rules).toEqual([])
  })
})
