import { evaluateAlerts, listAlerts } from '@yingce/contracts/alerting/alert'
import {
  type AlertRuleInput,
  backTestAlertRule,
  createAlertRule,
} from '@yingce/contracts/alerting/alert-rule'
import { getAssignment, saveAssignment } from '@yingce/contracts/assignment/assignment'
import { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import { beforeEach, describe, expect, test } from 'vitest'
import { newPlan, type Person, type TestServer } from '../../testing/test-server.ts'
import { eachInOwnWorkspace } from '../metrics/metrics.fixture.ts'

let owner: Person
let server: TestServer
let planId: string
eachInOwnWorkspace((given) => ({ owner, server } = given), {
  clock: () => new Date('2025-06-12T02:00:00Z'),
})

const DAYS = ['2025-06-10', '2025-06-11']
type Values = Readonly<Record<string, number | null>>
type Condition = AlertRuleInput['condition']
const ALL_FACTS: AlertRuleInput['scope'] = { channel: null, campaign: null, taskId: null }
const POLICY: AlertRuleInput['policy'] = { severity: 'warning', cooldownDays: 0, repeats: false }

/** The same figures on each of the days, of the campaign that belongs to the plan. */
async function push(source: string, currency: string, channel: string, values: Values, days = DAYS) {
  const { problem } = await owner.call(upsertMetricFacts, {
    body: {
      source,
      currency,
      rows: days.map((day) => ({ day, keys: { channel, campaign: '春茶' }, values })),
    },
  })
  expect(problem).toBeUndefined()
}

beforeEach(async () => {
  planId = await newPlan(owner)
  const { version } = (await owner.call(getAssignment)).body
  const target = { planId, strategy: null, creator: null, shares: [] }
  const conditions = [{ field: 'campaign' as const, operator: 'equals' as const, value: '春茶', part: null }]
  await owner.call(saveAssignment, { body: { version, rules: [{ name: '春茶', conditions, target }] } })
})

const tryRule = async (condition: Condition, scope = ALL_FACTS) =>
  (
    await owner.call(backTestAlertRule, {
      params: { planId },
      body: { condition, policy: POLICY, scope, period: { from: '2025-06-10', to: '2025-06-11' } },
    })
  ).body

/** Creates the rule and judges it. @returns titles of what it raised */
async function raisedBy(condition: Condition): Promise<string[]> {
  const body = {
    name: '',
    condition,
    policy: POLICY,
    scope: ALL_FACTS,
    recipients: [],
    isOn: true,
    riskId: null,
  }
  await owner.call(createAlertRule, { params: { planId }, body })
  await owner.call(evaluateAlerts, { params: { planId } })
  return (await owner.call(listAlerts, { query: { planId } })).body.items.map(({ title }) => title.zh)
}

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
