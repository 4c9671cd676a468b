import {
  createMetricDefinition,
  listMetricDefinitions,
  listMetricVersions,
  updateMetricDefinition,
} from '@yingce/contracts/metrics/metric-definition'
import { queryMetrics } from '@yingce/contracts/metrics/metric-query'
import type { BodyInputOf } from '@yingce/contracts/route'
import { describe, expect, test } from 'vitest'
import type { Person, TestServer } from '../../../testing/test-server.ts'
import { eachInOwnWorkspace, importMetrics, query, reportOf } from '../metrics.fixture.ts'

let server: TestServer
let owner: Person
let home: Person
eachInOwnWorkspace((given) => ({ server, owner, home } = given))

const CLICK_DEPTH: BodyInputOf<typeof createMetricDefinition> = {
  key: 'clickDepth',
  zh: '深度转化率',
  en: 'Deep conversion rate',
  unit: 'share',
  direction: 'higher',
  definitionZh: '转化 ÷ 点击',
  definitionEn: 'Conversions per click',
  formula: 'conversions / clicks',
}
const { key: _key, ...CONTENT } = CLICK_DEPTH
const create = (body: Partial<typeof CLICK_DEPTH> = {}) =>
  owner.call(createMetricDefinition, { body: { ...CLICK_DEPTH, ...body } })

describe('M2: the dictionary of a workspace', () => {
  test('every built-in metric is listed with its formula, an own one first and with its author', async () => {
    const { status, body } = await create()
    expect([status, body.kind, body.version, body.author]).toEqual([201, 'ratio', 1, owner.session.user.name])
    const { items } = (await owner.call(listMetricDefinitions)).body
    expect(items[0]).toMatchObject({ key: 'clickDepth', isOwn: true, formula: 'conversions / clicks' })
    expect(items.find(({ key }) => key === 'ctr')).toMatchObject({
      formula: 'clicks ÷ impressions',
      isOwn: false,
    })
    expect(items.length).toBeGreaterThan(50)
  })

  test('an own metric answers queries from totals; a name that nobody defined stays refused', async () => {
    await importMetrics(
      owner,
      'a.csv',
      reportOf([
        ['2025-06-01', '1834567890123456780', '新客', 1000, 20, '10.50', 2],
        ['2025-06-02', '1834567890123456780', '新客', 2000, 30, '20.00', 4],
      ]),
    )
    const asked = { metrics: ['clickDepth'], period: { from: '2025-06-01', to: '2025-06-02' } }
    expect((await owner.call(queryMetrics, { body: asked })).status).toBe(400)
    await create()
    expect((await query(owner, asked))[0]?.values).toEqual({ clickDepth: 0.12 })
  })

  test('a change makes version 2 and keeps version 1; a stale one is refused', async () => {
    await create()
    const change = (version: number) =>
      owner.call(updateMetricDefinition, {
        params: { metricKey: 'clickDepth' },
        body: { ...CONTENT, version, formula: 'deepConversions / clicks' },
      })
    expect((await change(1)).body).toMatchObject({ version: 2, formula: 'deepConversions / clicks' })
    expect((await change(1)).problem?.code).toBe('wrong_state')
    const { items } = (await owner.call(listMetricVersions, { params: { metricKey: 'clickDepth' } })).body
    expect(items.map(({ version, formula }) => [version, formula])).toEqual([
      [2, 'deepConversions / clicks'],
      [1, 'conversions / clicks'],
    ])
  })

  test('a wrong formula is refused with its column: unknown, added rates, money and counts, zero, itself', async () => {
    const refused = async (formula: string) => {
      const { problem } = await create({ formula })
      return problem?.issues.map(({ path, code, params }) => [path, code, params?.['column']])
    }
    expect(await refused('conversions / klicks')).toEqual([['body.formula', 'unknown_metric', 15]])
    expect(await refused('ctr + cvrClick')).toEqual([['body.formula', 'not_summable', 7]])
    expect(await refused('(cost + clicks) / cost')).toEqual([['body.formula', 'unit_mismatch', 9]])
    expect(await refused('clicks / 0')).toEqual([['body.formula', 'zero_division', 10]])
    expect(await refused('clickDepth / 2')).toEqual([['body.formula', 'loop', 1]])
  })

  test('a key that is taken is refused; a unit that another metric builds on may not change', async () => {
    expect((await create({ key: 'ctr' })).problem?.code).toBe('already_exists')
    await create()
    expect((await create()).problem?.code).toBe('already_exists')
    await create({ key: 'twice', formula: 'clickDepth * 2' })
    const { problem } = await owner.call(updateMetricDefinition, {
      params: { metricKey: 'clickDepth' },
      body: { ...CONTENT, version: 1, unit: 'money_per_count', formula: 'cost / clicks' },
    })
    expect(problem?.issues[0]).toMatchObject({ code: 'used_by', params: { metric: 'twice' } })
  })

  test('a planner reads the dictionary and does not write it; another workspace does not see it', async () => {
    await create()
    const planner = await server.join(owner, 'planner')
    expect(
      (await planner.call(createMetricDefinition, { body: { ...CLICK_DEPTH, key: 'other' } })).status,
    ).toBe(403)
    const { items } = (await home.call(listMetricDefinitions)).body
    expect(items.some(({ key }) => key === 'clickDepth')).toBe(false)
    expect((await home.call(listMetricVersions, { params: { metricKey: 'clickDepth' } })).status).toBe(404)
  })
})
