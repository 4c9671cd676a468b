import { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import { queryMetrics } from '@yingce/contracts/metrics/metric-query'
import { listMetricSources, updateMetricSource } from '@yingce/contracts/metrics/metric-source'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Person } from '../../../testing/test-server.ts'
import { eachInOwnWorkspace, importMetrics, JUNE, query, reportOf } from '../metrics.fixture.ts'

let owner: Person
eachInOwnWorkspace((given) => ({ owner } = given))

describe('M1, M2: asking for figures', () => {
  beforeEach(async () => {
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    await owner.call(upsertMetricFacts, {
      body: {
        source: '门店',
        channel: '线下',
        rows: [
          { day: '2025-06-01', keys: {}, values: { cost: 500, conversions: 4, reach: 70 } },
          { day: '2025-06-02', keys: {}, values: { cost: 0, conversions: 0, reach: 80 } },
        ],
      },
    })
  })

  test('ratios come from totals over rows that have both parts: a channel without clicks stays out of the CVR', async () => {
    const [all] = await query(owner, { metrics: ['ctr', 'cvrClick', 'cpa', 'cpc'] })
    expect(all?.values['ctr']).toBeCloseTo(60 / 3500, 10)
    expect(all?.values['cvrClick']).toBeCloseTo(6 / 60, 10)
    expect(all?.values['cpa']).toBeCloseTo((3575 + 500) / 10, 10)
    expect(all?.values['cpc']).toBeCloseTo(3575 / 60, 10)
  })

  test('by channel and day, with the campaign’s id and name', async () => {
    const rows = await query(owner, { metrics: ['cost'], groupBy: ['channel'], granularity: 'day' })
    expect(rows.map(({ time, group, values }) => [time, group['channel'], values['cost']])).toEqual([
      ['2025-06-01', '巨量引擎', 1575],
      ['2025-06-01', '线下', 500],
      ['2025-06-02', '巨量引擎', 2000],
      ['2025-06-02', '线下', 0],
    ])
    const [first] = await query(owner, {
      metrics: ['cost'],
      groupBy: ['campaign'],
      filters: { campaign: ['新客'] },
    })
    expect(first).toMatchObject({
      group: { campaign: '1834567890123456780' },
      names: { campaign: '新客' },
      values: { cost: 3050 },
    })
  })

  test('people of two days do not add; of one day the figure stands', async () => {
    const asked = { metrics: ['reach'] }
    expect(await query(owner, asked)).toMatchObject([
      { values: { reach: null }, reasons: { reach: 'not_additive' } },
    ])
    const [day] = await query(owner, { ...asked, period: { from: '2025-06-02', to: '2025-06-02' } })
    expect(day?.values).toEqual({ reach: 80 })
  })

  test('missing is no zero, and a ratio over zero says so', async () => {
    const rows = await query(owner, { metrics: ['clicks', 'cpa'], groupBy: ['channel'], granularity: 'day' })
    const shop = rows.filter(({ group }) => group['channel'] === '线下')
    expect(shop.map(({ values, reasons }) => [values, reasons])).toEqual([
      [{ clicks: null, cpa: 125 }, { clicks: 'no_data' }],
      [
        { clicks: null, cpa: null },
        { clicks: 'no_data', cpa: 'zero_base' },
      ],
    ])
  })

  test('a limit counts groups, whatever parts their facts have: a day of two kinds of rows is one of two', async () => {
    const asked = { metrics: ['ctr', 'cpa', 'conversions'], granularity: 'day' as const }
    const period = { from: '2025-01-01', to: '2025-12-31' }
    const of = async (limit: number) => {
      const { body } = await owner.call(queryMetrics, { body: { ...asked, period, limit } })
      return [body.isTruncated, body.rows.map(({ time, values }) => [time, values])]
    }
    // On both days the campaigns have clicks and the shop has none.
    const first = ['2025-06-01', { ctr: 30 / 1500, cpa: (1575 + 500) / 7, conversions: 7 }]
    const second = ['2025-06-02', { ctr: 30 / 2000, cpa: 2000 / 3, conversions: 3 }]
    expect(await of(1)).toEqual([true, [first]])
    expect(await of(2)).toEqual([false, [first, second]])
    expect(await of(3)).toEqual([false, [first, second]])
  })

  test('a period is compared with the one before it, step by step', async () => {
    const rows = await query(owner, {
      metrics: ['cost'],
      filters: { source: ['巨量引擎'] },
      period: { from: '2025-06-02', to: '2025-06-02' },
      granularity: 'day',
      compareTo: 'previous_period',
    })
    expect(rows).toMatchObject([
      { time: '2025-06-02', values: { cost: 2000 }, previous: { values: { cost: 1575 } } },
    ])
  })

  test('amounts of two currencies stay apart', async () => {
    await importMetrics(owner, 'x.csv', 'date,campaign_id,clicks,cost_micros\n2025-06-01,1,1,2500000\n', {
      currency: 'USD',
    })
    const rows = await query(owner, { metrics: ['cost'] })
    expect(rows.map(({ currency, values }) => [currency, values['cost']])).toEqual([
      ['CNY', 4075],
      ['USD', 250],
    ])
  })

  test('unknown metrics and dimensions are refused by name', async () => {
    const { status, problem } = await owner.call(queryMetrics, {
      body: {
        metrics: ['cost', 'profitability'],
        groupBy: ['weather'],
        filters: { mood: ['good'] },
        period: { from: '2025-06-01', to: '2025-06-02' },
      },
    })
    expect([status, problem?.issues.map(({ path, params }) => [path, params?.['name']])]).toEqual([
      400,
      [
        ['body.metrics.1', 'profitability'],
        ['body.groupBy.0', 'weather'],
        ['body.filters.mood', 'mood'],
      ],
    ])
  })

  test.each([
    ['body.period.to', 'end_before_start', { from: '2025-06-02', to: '2025-06-01' }, undefined],
    ['body.period.to', 'out_of_range', { from: '0001-01-01', to: '2025-06-01' }, 'previous_period'],
    ['body.period.to', 'out_of_range', { from: '2025-06-01', to: '9999-12-31' }, undefined],
    [
      'body.compareTo.to',
      'out_of_range',
      { from: '2025-06-01', to: '2025-06-02' },
      { from: '9999-12-31', to: '9999-12-31' },
    ],
  ] as const)(
    'a period that cannot be asked about is refused: %s %s',
    async (path, code, period, compareTo) => {
      const { status, problem } = await owner.call(queryMetrics, {
        body: { metrics: ['cost'], granularity: 'month', period, ...(compareTo ? { compareTo } : {}) },
      })
      expect([status, problem?.issues.map((issue) => [issue.path, issue.code])]).toEqual([
        400,
        [[path, code]],
      ])
    },
  )

  test('the first and the last month that can be asked about answer by every step', async () => {
    for (const granularity of ['total', 'day', 'week', 'month', 'quarter', 'year'] as const)
      for (const period of [
        { from: '1900-01-01', to: '1900-01-31' },
        { from: '2999-12-02', to: '2999-12-31' },
      ])
        for (const compareTo of ['previous_period', 'previous_year'] as const) {
          const { status } = await owner.call(queryMetrics, {
            body: { metrics: ['cost', 'ctr'], granularity, period, compareTo },
          })
          expect([granularity, status]).toEqual([granularity, 200])
        }
  })

  test('facts follow the channel of their source', async () => {
    const { body } = await owner.call(listMetricSources)
    const source = body.items.find(({ name }) => name === '巨量引擎')
    expect(source).toMatchObject({
      factCount: 3,
      firstDay: '2025-06-01',
      lastDay: '2025-06-02',
      currency: 'CNY',
    })
    await owner.call(updateMetricSource, { params: { sourceId: source!.id }, body: { channel: '抖音' } })
    const rows = await query(owner, { metrics: ['cost'], groupBy: ['channel'] })
    expect(rows.map(({ group }) => group['channel'])).toEqual(['抖音', '线下'])
  })
})
