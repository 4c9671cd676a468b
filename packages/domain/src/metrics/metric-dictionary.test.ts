import { describe, expect, test } from 'vitest'
import { evaluateFormula } from './evaluate-formula.ts'
import type { MetricDefinition } from './metric-definition.ts'
import { BUILT_IN_METRICS, withDefinitions } from './metric-dictionary.ts'

const of = (key: string): MetricDefinition => {
  const metric = BUILT_IN_METRICS.get(key)
  if (metric === undefined) throw new Error(`no metric ${key}`)
  return metric
}
const keysOf = (is: (metric: MetricDefinition) => boolean) =>
  [...BUILT_IN_METRICS.values()].filter(is).map(({ key }) => key)

describe('the built-in metrics (M1, M2)', () => {
  test('each has a key, a name and a definition of its own in both languages', () => {
    for (const part of ['key', 'zh', 'en', 'definitionZh', 'definitionEn'] as const) {
      const texts = [...BUILT_IN_METRICS.values()].map((metric) => metric[part])
      expect(texts.filter((text) => text.trim() === '')).toEqual([])
      expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
    }
    for (const [key, metric] of BUILT_IN_METRICS) expect(metric).toMatchObject({ key, version: 1 })
    expect(keysOf(({ zh }) => /^[\w\s]*$/.test(zh))).toEqual([])
    expect(keysOf(({ en }) => /[^\x20-\x7e→]/.test(en))).toEqual([])
  })

  test('a rate is computed and everything else is read from facts', () =>
    expect(keysOf(({ kind, formula }) => (kind === 'ratio') !== (formula !== null))).toEqual([]))

  test('less is better of what is paid and complained about, and of the place in a search; more of all others', () =>
    expect(keysOf(({ direction }) => direction === 'lower').toSorted()).toEqual([
      'cac',
      'complaintRate',
      'complaints',
      'cost',
      'cpa',
      'cpc',
      'cpe',
      'cpl',
      'cpm',
      'position',
      'refunds',
    ]))

  test('amounts are money, people are counted once, levels and readings of surveys do not add', () => {
    expect(keysOf(({ unit }) => unit === 'money')).toEqual([
      'cost',
      'revenue',
      'revenueDirect',
      'revenueIndirect',
      'incrementalRevenue',
      'grossProfit',
      'refunds',
      'categoryRevenue',
    ])
    expect(keysOf(({ kind }) => kind === 'unique')).toEqual([
      'reach',
      'targetAudience',
      'visitors',
      'buyers',
      'users',
      'newAudience',
      'activeUsers',
      'retainedUsers',
      'cohortUsers',
      'repurchasingUsers',
      'dormantUsers',
      'awakenedUsers',
    ])
    expect(keysOf(({ kind }) => kind === 'level')).toEqual([
      'searchIndex',
      'position',
      'ownLevel1',
      'ownLevel2',
      'followers',
    ])
    expect(keysOf(({ kind }) => kind === 'survey')).toEqual(['awareness', 'favourability'])
    expect(keysOf(({ unit }) => unit === 'index')).toEqual([
      'searchIndex',
      'position',
      'ownLevel1',
      'ownLevel2',
    ])
    expect(of('awareness').unit).toBe('share')
    expect(of('followers').unit).toBe('count')
  })

  test.each([
    ['ctr', { clicks: 20, impressions: 1_000 }, 0.02, 'share'],
    ['cvrClick', { conversions: 3, clicks: 100 }, 0.03, 'share'],
    ['cvrReadLead', { leads: 3, reads: 60 }, 0.05, 'share'],
    ['cvrVisitPay', { orders: 4, sessions: 100 }, 0.04, 'share'],
    ['cpa', { cost: 8_000, conversions: 100 }, 80, 'money_per_count'],
    ['cac', { cost: 8_000, newCustomers: 40 }, 200, 'money_per_count'],
    ['cpl', { cost: 8_000, leads: 80 }, 100, 'money_per_count'],
    ['cpe', { cost: 8_000, engagements: 1_600 }, 5, 'money_per_count'],
    ['cpm', { cost: 8_000, impressions: 4_000 }, 2_000, 'money_per_count'],
    ['cpc', { cost: 8_000, clicks: 160 }, 50, 'money_per_count'],
    ['aov', { revenue: 9_900, orders: 33 }, 300, 'money_per_count'],
    ['roas', { revenue: 500, cost: 100 }, 5, 'multiple'],
    ['roi', { incrementalRevenue: 300, cost: 100 }, 2, 'multiple'],
    ['grossMarginRoi', { grossProfit: 150, cost: 100 }, 0.5, 'multiple'],
    ['engagementRateContent', { engagements: 50, impressions: 1_000 }, 0.05, 'share'],
    ['engagementRateCreator', { engagements: 50, followers: 500 }, 0.1, 'share'],
    ['leadRate', { leads: 5, sessions: 200 }, 0.025, 'share'],
    ['reachRate', { reach: 60, targetAudience: 80 }, 0.75, 'share'],
    ['wakeRate', { awakenedUsers: 10, dormantUsers: 200 }, 0.05, 'share'],
    ['repurchaseRate', { repurchasingUsers: 30, buyers: 120 }, 0.25, 'share'],
    ['retentionRate', { retainedUsers: 45, cohortUsers: 90 }, 0.5, 'share'],
    ['redemptionRate', { couponsRedeemed: 25, couponsIssued: 200 }, 0.125, 'share'],
    ['completionRate', { completedViews: 300, views: 1_200 }, 0.25, 'share'],
    ['newCustomerShare', { newCustomers: 20, customers: 80 }, 0.25, 'share'],
    ['complaintRate', { complaints: 2, orders: 400 }, 0.005, 'share'],
    ['marketShare', { revenue: 200, categoryRevenue: 1_000 }, 0.2, 'share'],
    ['shareOfVoice', { mentionsOwn: 30, mentionsCategory: 120 }, 0.25, 'share'],
  ] as const)('%s of %o is %d', (key, figures: Readonly<Record<string, number>>, expected, unit) => {
    const { formula, unit: own, kind } = of(key)
    expect(formula === null ? null : evaluateFormula(formula, (one) => figures[one] ?? null)).toBe(expected)
    expect([own, kind]).toEqual([unit, 'ratio'])
  })
})

describe('the dictionary of a workspace (M2)', () => {
  const version = (number: number) => ({ ...of('ctr'), version: number, zh: `第 ${number} 版` })

  test('of a key the highest version counts, in whatever order they come', () => {
    expect(withDefinitions([version(3), version(2)]).get('ctr')).toMatchObject({ version: 3, zh: '第 3 版' })
    expect(withDefinitions([version(2), version(3)]).get('ctr')?.version).toBe(3)
    expect(withDefinitions([version(1)]).get('ctr')).toBe(of('ctr'))
  })

  test('an old report keeps the version it used, of that metric alone', () => {
    const known = withDefinitions([version(2), version(3)], { ctr: 2 })
    expect(known.get('ctr')?.version).toBe(2)
    expect(known.get('clicks')).toBe(of('clicks'))
    expect(known.size).toBe(BUILT_IN_METRICS.size)
  })

  test('a version that nobody wrote leaves the metric out', () =>
    expect(withDefinitions([version(2)], { ctr: 9 }).has('ctr')).toBe(false))

  test('a metric of one’s own stands beside the built-in ones', () => {
    const own = { ...of('ctr'), key: 'toString' }
    const known = withDefinitions([own])
    expect(known.get('toString')).toBe(own)
    expect(known.size).toBe(BUILT_IN_METRICS.size + 1)
  })
})
