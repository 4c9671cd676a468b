import { actOnAlert, evaluateAlerts, getAlert, listAlerts } from '@yingce/contracts/alerting/alert'
import {
  type AlertRuleInput,
  backTestAlertRule,
  createAlertRule,
} from '@yingce/contracts/alerting/alert-rule'
import { getAssignment, type RuleBody, saveAssignment } from '@yingce/contracts/assignment/assignment'
import { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { beforeEach, describe, expect, test } from 'vitest'
import { newPlan, type Person, type TestServer } from '../../testing/test-server.ts'
import { eachInOwnWorkspace } from '../metrics/metrics.fixture.ts'

let owner: Person
let server: TestServer
let planId: string
let now = new Date('2025-06-12T02:00:00Z')
eachInOwnWorkspace((given) => ({ owner, server } = given), {
  clock: () => now,
})
const at = (moment: string) => {
  now = new Date(moment)
}

const DAYS = ['2025-06-10', '2025-06-11']
type Values = Readonly<Record<string, number | null>>
type Condition = AlertRuleInput['condition']
const ALL_FACTS: AlertRuleInput['scope'] = { channel: null, campaign: null, taskId: null }
const POLICY: AlertRuleInput['policy'] = { severity: 'warning', cooldownDays: 0, repeats: false }

/** The same figures on each of the days. */
async function push(
  source: string,
  currency: string,
  channel: string,
  values: Values,
  days = DAYS,
  campaign = '春茶',
) {
  const { problem } = await owner.call(upsertMetricFacts, {
    body: {
      source,
      currency,
      rows: days.map((day) => ({ day, keys: { channel, campaign }, values })),
    },
  })
  expect(problem).toBeUndefined()
}

/** All facts of a campaign go to the plan, or to a task of it. */
async function assign(campaigns: Readonly<Record<string, string | null>>) {
  const { version } = (await owner.call(getAssignment)).body
  const rules = Object.entries(campaigns).map(([value, taskId]): RuleBody => ({
    name: value,
    conditions: [{ field: 'campaign', operator: 'equals', value, part: null }],
    target: {
      planId,
      strategy: null,
      creator: null,
      shares: taskId === null ? [] : [{ taskId, shareBps: 10_000 }],
    },
  }))
  expect((await owner.call(saveAssignment, { body: { version, rules } })).problem).toBeUndefined()
}

beforeEach(async () => {
  at('2025-06-12T02:00:00Z')
  planId = await newPlan(owner)
  await assign({ 春茶: null })
})

const tryRule = async (condition: Condition, scope = ALL_FACTS) =>
  (
    await owner.call(backTestAlertRule, {
      params: { planId },
      body: { condition, policy: POLICY, scope, period: { from: '2025-06-10', to: '2025-06-11' } },
    })
  ).body

/** Creates the rule and judges it. @returns titles of what it raised */
async function raisedBy(condition: Condition, scope = ALL_FACTS): Promise<string[]> {
  const body = {
    name: '',
    condition,
    policy: POLICY,
    scope,
    recipients: [],
    isOn: true,
    riskId: null,
  }
  await owner.call(createAlertRule, { params: { planId }, body })
  await owner.call(evaluateAlerts, { params: { planId } })
  return (await owner.call(listAlerts, { query: { planId } })).body.items.map(({ title }) => title.zh)
}

const task = async (name: string) =>
  (await owner.call(recordRoutes('task').create, { params: { planId }, body: { values: { name } } })).body.id

const below = (metric: string, value: number): Condition => ({
  type: 'threshold',
  metric,
  comparator: 'lt',
  value,
  breaches: 2,
  days: 2,
  minimumSample: null,
})

describe('M4: a rule of a plan with facts in two currencies', () => {
  beforeEach(async () => {
    await push('巨量引擎', 'CNY', '抖音', { impressions: 100_000, clicks: 1000, cost: 50_000 })
    await push('Google Ads', 'USD', 'Google', { impressions: 1000, clicks: 50, cost: 90_000 })
  })

  test('adds up the counts of both and takes ratios of them from the totals', async () => {
    const { days, isMoneyLeftOut } = await tryRule(below('impressions', 1))
    expect(days.map(({ value }) => value)).toEqual([101_000, 101_000])
    expect(isMoneyLeftOut).toBe(false)
    const ctr = await tryRule(below('ctr', 0.015))
    expect(ctr.days.map(({ value }) => value)).toEqual([1050 / 101_000, 1050 / 101_000])
    expect(await raisedBy(below('ctr', 0.015))).toEqual(['点击率连续 2 天低于 1.5%'])
  })

  test('counts money, and what is computed of it, in the currency of the plan, and says that there is other money', async () => {
    const cost = await tryRule(below('cost', 1))
    expect([cost.days.map(({ value }) => value), cost.isMoneyLeftOut]).toEqual([[50_000, 50_000], true])
    const cpc = await tryRule(below('cpc', 1))
    expect([cpc.days.map(({ value }) => value), cpc.isMoneyLeftOut]).toEqual([[50, 50], true])
    const inGoogle = await tryRule(below('cost', 1), { ...ALL_FACTS, channel: 'Google' })
    expect([inGoogle.days.map(({ value }) => value), inGoogle.isMoneyLeftOut]).toEqual([[null, null], true])
  })

  test('does not hold cents against a budget of fen', async () => {
    await server.rows(
      owner.session.workspace!.id,
      `update plan set period_start = '2025-06-10', period_end = '2025-06-11', total_budget = 120000 where id = $1 returning id`,
      [planId],
    )
    const { planned, alerts } = await tryRule({
      type: 'overspend',
      metric: 'cost',
      basis: 'day',
      tolerance: 0,
    })
    expect([planned?.basis, alerts]).toEqual(['budget', []])
  })
})

test('M4: the channel of a rule is taken without the blanks around it, and too few clicks say nothing of the conversion rate', async () => {
  await push('巨量引擎', 'CNY', '抖音', { impressions: 1000, clicks: 99, conversions: 1 })
  const inDouyin = { ...ALL_FACTS, channel: ' 抖音 ' }
  const cvr = { ...below('cvrClick', 0.02), minimumSample: 100 } as Condition
  expect((await tryRule(cvr, inDouyin)).alerts).toEqual([])
  expect(await raisedBy(below('cvrClick', 0.02), inDouyin)).toEqual(['抖音：转化率（点击）连续 2 天低于 2%'])
})

describe('M4: a rule about missing data', () => {
  const missing = (metric: string): Condition => ({ type: 'missing_data', metric, days: 2 })
  const datesOf = async (metric: string) => (await tryRule(missing(metric))).alerts.map(({ date }) => date)

  test('fires for its own metric, though the days have figures of others', async () => {
    await push('巨量引擎', 'CNY', '抖音', { revenue: 5, cost: 1 }, ['2025-06-09'])
    await push('巨量引擎', 'CNY', '抖音', { impressions: 100_000, clicks: 0, revenue: null })
    expect(await datesOf('revenue')).toEqual(['2025-06-11'])
    expect(await datesOf('roas')).toEqual(['2025-06-11'])
    expect(await datesOf('impressions')).toEqual([])
    expect(await raisedBy(missing('revenue'))).toEqual(['成交额连续 2 天没有数据'])
  })

  test('takes for data what is zero, what has no base, people who do not add up, and money in another currency', async () => {
    await push('巨量引擎', 'CNY', '抖音', { impressions: 0, clicks: 0, reach: 10 })
    await push('Google Ads', 'USD', 'Google', { cost: 90_000, reach: 20 })
    for (const metric of ['clicks', 'ctr', 'reach', 'cost']) expect(await datesOf(metric)).toEqual([])
  })
})

describe('M10: before and after the action against an alert', () => {
  test('a sum is held against as many days before as are over after, of the same task', async () => {
    const taskId = await task('投放')
    await assign({ 投放: taskId, 达人: await task('达人') })
    const daily = (days: string[], clicks: number, campaign = '投放') =>
      push('巨量引擎', 'CNY', '抖音', { impressions: 10_000, clicks }, days, campaign)
    await daily(['2025-06-08', '2025-06-09'], 300)
    await daily(DAYS, 100)
    await daily(['2025-06-11'], 5000, '达人')
    await raisedBy(below('clicks', 150), { ...ALL_FACTS, taskId })
    const [alert] = (await owner.call(listAlerts, { query: { planId } })).body.items
    const params = { alertId: alert!.id }
    const effect = async () => (await owner.call(getAlert, { params })).body.effect
    expect(await effect()).toMatchObject({
      before: 200,
      beforeDays: { from: '2025-06-10', to: '2025-06-11' },
    })
    await owner.call(actOnAlert, { params, body: { name: '换素材', owner: null, dueDate: null } })
    at('2025-06-16T02:00:00Z')
    await daily(['2025-06-13', '2025-06-14', '2025-06-15'], 200)
    await daily(['2025-06-15'], 5000, '达人')
    expect(await effect()).toEqual({
      before: 500,
      beforeDays: { from: '2025-06-09', to: '2025-06-11' },
      after: 600,
      afterDays: { from: '2025-06-13', to: '2025-06-15' },
    })
  })

  test('a second action is refused by the name of the first task; when that was deleted another may follow, measured from the first', async () => {
    await push('巨量引擎', 'CNY', '抖音', { clicks: 100 })
    await raisedBy(below('clicks', 150))
    const [alert] = (await owner.call(listAlerts, { query: { planId } })).body.items
    const act = (name: string) =>
      owner.call(actOnAlert, { params: { alertId: alert!.id }, body: { name, owner: null, dueDate: null } })
    const first = (await act('换素材')).body
    at('2025-06-13T02:00:00Z')
    expect((await act('降出价')).problem?.issues).toMatchObject([
      { code: 'already_acted', params: { task: '换素材' } },
    ])
    await owner.call(recordRoutes('task').remove, { params: { planId, recordId: first.actionTaskId! } })
    const second = (await act('降出价')).body
    expect([second.actionTaskName, second.acted]).toEqual(['降出价', first.acted])
  })
})
