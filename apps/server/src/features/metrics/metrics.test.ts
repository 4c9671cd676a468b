import {
  confirmMetricImport,
  discardMetricImport,
  getMetricImport,
  listMetricImports,
  undoMetricImport,
  updateMetricImport,
} from '@yingce/contracts/metrics/metric-import'
import { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import { queryMetrics } from '@yingce/contracts/metrics/metric-query'
import type { BodyInputOf } from '@yingce/contracts/route'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { describe, expect, test } from 'vitest'
import { newPlan, type Person, type TestServer } from '../../testing/test-server.ts'
import { eachInOwnWorkspace, importMetrics, JUNE, query, reportOf, uploadMetrics } from './metrics.fixture.ts'

let server: TestServer
let owner: Person
let home: Person
eachInOwnWorkspace((given) => ({ server, owner, home } = given))

const totals = async () =>
  (await query(owner, { metrics: ['impressions', 'cost', 'conversions'] }))[0]?.values
const confirm = (importId: string) => owner.call(confirmMetricImport, { params: { importId }, body: {} })
const undo = (importId: string) => owner.call(undoMetricImport, { params: { importId }, body: {} })

describe('M1: an export becomes facts', () => {
  test('the draft shows platform, sums and days; nothing counts before it is confirmed', async () => {
    const { status, body } = await uploadMetrics(owner, '计划.csv', reportOf(JUNE))
    expect([status, body.state, body.preset, body.sourceName, body.factCount]).toEqual([
      201,
      'draft',
      'oceanengine',
      '巨量引擎',
      3,
    ])
    expect(body.byDay['2025-06-01']).toEqual({ impressions: 1500, clicks: 30, cost: 15.75, conversions: 3 })
    expect(body.tables[0]?.totals).toMatchObject({ impressions: 3500, cost: '35.75' })
    expect([body.questions, body.currency, body.isCurrencyAssumed]).toEqual([[], 'CNY', false])
    expect(await totals()).toBeUndefined()
    const { body: applied } = await confirm(body.id)
    expect([applied.state, applied.writtenCount, applied.replacedCount, applied.unchangedCount]).toEqual([
      'applied',
      3,
      0,
      0,
    ])
    expect(await totals()).toEqual({ impressions: 3500, cost: 3575, conversions: 6 })
  })

  test('the same file again changes nothing and says which import it equals', async () => {
    const first = await importMetrics(owner, 'a.csv', reportOf(JUNE))
    const again = await uploadMetrics(owner, 'b.csv', reportOf(JUNE))
    expect(again.body.sameAs).toBe(first.id)
    const { body } = await confirm(again.body.id)
    expect([body.writtenCount, body.replacedCount, body.unchangedCount]).toEqual([0, 0, 3])
    expect(await totals()).toEqual({ impressions: 3500, cost: 3575, conversions: 6 })
  })

  test('a corrected day replaces and never doubles, and taking it back restores the day', async () => {
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    const fixed = await importMetrics(
      owner,
      'b.csv',
      reportOf([['2025-06-02', '1834567890123456780', '新客改名', 2100, 31, '21.00', 4]]),
    )
    expect([fixed.writtenCount, fixed.replacedCount]).toEqual([1, 1])
    expect(await totals()).toEqual({ impressions: 3600, cost: 3675, conversions: 7 })
    const { body } = await undo(fixed.id)
    expect(body.state).toBe('undone')
    expect(await totals()).toEqual({ impressions: 3500, cost: 3575, conversions: 6 })
    expect((await undo(fixed.id)).problem?.code).toBe('wrong_state')
  })

  test('taking back an older import below a newer one leaves the newer, and what lay below it returns at the end', async () => {
    const day = (impressions: number) => reportOf([['2025-06-01', '1', 'a', impressions, 1, '1.00', 0]])
    const one = await importMetrics(owner, '1.csv', day(100))
    const two = await importMetrics(owner, '2.csv', day(200))
    const three = await importMetrics(owner, '3.csv', day(300))
    const now = async () => (await totals())?.['impressions']
    await undo(two.id)
    expect(await now()).toBe(300)
    await undo(three.id)
    expect(await now()).toBe(100)
    await undo(one.id)
    expect(await now()).toBeUndefined()
    expect(
      await server.rows(owner.session.workspace!.id, 'select count(*)::int as n from fact_replaced'),
    ).toEqual([{ n: 0 }])
  })

  test('hours replace the day of their key and the day replaces the hours', async () => {
    const hours =
      'campaign_id,stat_time_hour,spend,impressions,clicks\n1,2025-06-01 5:00:00,1.5,10,1\n1,2025-06-01 6:00:00,2.5,20,2\n'
    const day = 'campaign_id,stat_time_day,spend,impressions,clicks\n1,2025-06-01,9,90,9\n'
    await importMetrics(owner, 'h.csv', hours, { source: 'T', currency: 'USD' })
    expect(await query(owner, { metrics: ['cost'], granularity: 'hour' })).toMatchObject([
      { time: '2025-06-01T05', values: { cost: 150 }, currency: 'USD' },
      { time: '2025-06-01T06', values: { cost: 250 } },
    ])
    await importMetrics(owner, 'd.csv', day, { source: 'T' })
    expect(await query(owner, { metrics: ['cost'] })).toMatchObject([{ values: { cost: 900 } }])
    await importMetrics(owner, 'h.csv', hours, { source: 'T' })
    expect(await query(owner, { metrics: ['cost'] })).toMatchObject([{ values: { cost: 400 } }])
  })

  test('without any date the day is asked for, and the answer is enough', async () => {
    const file = '推广计划名称,曝光量,点击量,花费(元)\n品牌,100,2,3.5\n'
    const { body } = await uploadMetrics(owner, '广点通.csv', file)
    expect(body.questions).toEqual([{ answer: 'date', count: 1 }])
    expect((await confirm(body.id)).problem).toMatchObject({ code: 'import_question_open', status: 422 })
    const { body: answered } = await owner.call(updateMetricImport, {
      params: { importId: body.id },
      body: { date: '2025-06-03' },
    })
    expect([answered.questions, answered.period, answered.factCount]).toEqual([
      [],
      { from: '2025-06-03', to: '2025-06-03' },
      1,
    ])
    expect((await confirm(body.id)).body.writtenCount).toBe(1)
  })

  test('in another encoding the header row is looked for afresh, and columns chosen of the other text are forgotten', async () => {
    const file = '抖音日报\n日期,渠道,展示数,点击数\n2025-06-01,抖音,100,2\n2025-06-02,抖音,80,1\n'
    const { body: draft } = await uploadMetrics(owner, 'a.csv', file, { encoding: 'gb18030' })
    expect(draft.factCount).toBe(0)
    const change = async (body: BodyInputOf<typeof updateMetricImport>) =>
      (await owner.call(updateMetricImport, { params: { importId: draft.id }, body })).body
    await change({ tables: [{ sheet: 'a', headerRow: 3, columns: [{ index: 2, field: 'channel' }] }] })
    const right = await change({ encoding: 'utf-8' })
    expect([right.encoding, right.tables[0]?.headerRow, right.factCount]).toEqual(['utf-8', 2, 2])
    expect(right.tables[0]?.columns.map(({ field }) => field)).toEqual([
      'day',
      'channel',
      'impressions',
      'clicks',
    ])
    const chosen = await change({ tables: [{ sheet: 'a', columns: [{ index: 4, field: null }] }] })
    expect(chosen.tables[0]?.columns[3]?.field).toBeNull()
    const same = await change({ encoding: 'utf-8' })
    expect(same.tables[0]?.columns[3]?.field).toBeNull()
  })

  test('a column mapped by hand is remembered by the source', async () => {
    const file = '日期,计划名称,展示数,点击数,有效线索\n2025-06-01,a,10,1,4\n'
    const { body } = await uploadMetrics(owner, 'a.csv', file, { source: '自有' })
    expect(body.tables[0]?.columns[4]?.field).toBeNull()
    await owner.call(updateMetricImport, {
      params: { importId: body.id },
      body: { tables: [{ sheet: 'a', columns: [{ index: 5, field: 'leads' }] }] },
    })
    await confirm(body.id)
    expect(await query(owner, { metrics: ['leads'] })).toMatchObject([{ values: { leads: 4 } }])
    const next = await uploadMetrics(owner, 'b.csv', file.replace('06-01', '06-02'), { source: '自有' })
    expect(next.body.tables[0]?.columns[4]?.field).toBe('leads')
    const bad = await owner.call(updateMetricImport, {
      params: { importId: next.body.id },
      body: { tables: [{ sheet: 'b', columns: [{ index: 5, field: 'nonsense' }] }] },
    })
    expect(bad.problem?.issues[0]).toMatchObject({
      path: 'body.tables.0.columns.0.field',
      code: 'unknown_field',
    })
  })

  test('drafts are thrown away, applied imports are not; the list is newest first', async () => {
    const { body: draft } = await uploadMetrics(owner, 'a.csv', reportOf(JUNE))
    await owner.call(discardMetricImport, { params: { importId: draft.id } })
    expect((await owner.call(getMetricImport, { params: { importId: draft.id } })).status).toBe(404)
    const one = await importMetrics(owner, 'a.csv', reportOf(JUNE))
    const two = await importMetrics(owner, 'b.csv', reportOf(JUNE.slice(0, 1)))
    expect((await owner.call(discardMetricImport, { params: { importId: one.id } })).problem?.code).toBe(
      'wrong_state',
    )
    const { body } = await owner.call(listMetricImports, { query: { limit: 1 } })
    expect([body.items.map(({ id }) => id), body.nextCursor]).toEqual([[two.id], two.id])
  })

  test('a table that is no export of metrics is refused before anything is written', async () => {
    const { problem } = await uploadMetrics(owner, 'empty.csv', '')
    expect(problem?.code).toBe('file_empty')
    expect((await owner.call(listMetricImports)).body.items).toEqual([])
  })
})

describe('M1: facts sent by a program', () => {
  const push = (rows: unknown[], more: object = {}) =>
    owner.call(upsertMetricFacts, { body: { source: '接口', rows, ...more } as never })
  const row = (day: string, campaign: string, values: object) => ({ day, keys: { campaign }, values })

  test('the same push twice has one effect, and it is an import that can be taken back', async () => {
    const rows = [row('2025-06-01', 'a', { cost: 1050, clicks: 3 }), row('2025-06-01', 'b', { cost: 50 })]
    const first = await push(rows)
    expect([first.status, first.body.written]).toEqual([200, 2])
    expect((await push(rows)).body).toMatchObject({ written: 0, replaced: 0, unchanged: 2 })
    expect(await query(owner, { metrics: ['cost', 'clicks'] })).toMatchObject([
      { values: { cost: 1100, clicks: 3 } },
    ])
    await undo(first.body.importId)
    expect(await query(owner, { metrics: ['cost'] })).toEqual([])
  })

  test('one bad row of many refuses all, with its index and field', async () => {
    const bad = await push([row('2025-06-01', 'a', { cost: 1 }), row('2025-06-31', 'b', { cost: 1 })])
    expect([bad.status, bad.problem?.issues[0]?.path]).toEqual([400, 'body.rows.1.day'])
    const unknown = await push([row('2025-06-01', 'a', { costs: 1 })])
    expect(unknown.problem?.issues[0]?.path).toContain('body.rows.0.values')
    const twice = await push([row('2025-06-01', 'a', { cost: 1 }), row('2025-06-01', 'a', { cost: 2 })])
    expect([twice.status, twice.problem?.issues[0]]).toMatchObject([
      422,
      { path: 'body.rows.1', code: 'duplicate_key', params: { first: 0 } },
    ])
    expect(await query(owner, { metrics: ['cost'] })).toEqual([])
  })

  test('another currency than the source’s is refused', async () => {
    await push([row('2025-06-01', 'a', { cost: 1 })], { currency: 'USD' })
    expect(
      (await push([row('2025-06-02', 'a', { cost: 1 })], { currency: 'EUR' })).problem?.issues[0]?.code,
    ).toBe('currency_differs')
  })

  test('campaigns and their ads of one source are not added: the coarsest level that has a metric counts', async () => {
    await push([row('2025-06-01', 'a', { cost: 1000 })])
    await push([
      { day: '2025-06-01', keys: { campaign: 'a', ad: 'x' }, values: { cost: 600, clicks: 6 } },
      { day: '2025-06-01', keys: { campaign: 'a', ad: 'y' }, values: { cost: 300, clicks: 3 } },
    ])
    expect(await query(owner, { metrics: ['cost', 'clicks'] })).toMatchObject([
      { values: { cost: 1000, clicks: 9 } },
    ])
    expect(await query(owner, { metrics: ['cost'], groupBy: ['ad'] })).toMatchObject([
      { group: { ad: 'x' }, values: { cost: 600 } },
      { group: { ad: 'y' }, values: { cost: 300 } },
    ])
    expect(await query(owner, { metrics: ['cost'], groupBy: ['campaign'] })).toMatchObject([
      { group: { campaign: 'a' }, values: { cost: 1000 } },
    ])
  })
})

describe('M1: figures filled in by hand are facts', () => {
  const facts = recordRoutes('metric_fact')
  const values = { day: '2025-06-01', channel: '抖音', impressions: 100, clicks: 10, cost: 12_345 }

  test('created, changed, deleted: seen once, in their plan', async () => {
    const planId = await newPlan(owner)
    const asked = { metrics: ['cost', 'impressions'], filters: { plan: [planId] } }
    const { body } = await owner.call(facts.create, { params: { planId }, body: { values } })
    expect(await query(owner, asked)).toMatchObject([{ values: { cost: 12_345, impressions: 100 } }])
    await owner.call(facts.update, {
      params: { planId, recordId: body.id },
      body: { version: body.version, values: { cost: 20_000 } },
    })
    expect(await query(owner, { ...asked, groupBy: ['channel', 'plan'] })).toMatchObject([
      { group: { channel: '抖音', plan: planId }, values: { cost: 20_000 } },
    ])
    await owner.call(facts.remove, { params: { planId, recordId: body.id } })
    expect(await query(owner, asked)).toEqual([])
  })
})

describe('M1: who may', () => {
  test('a stranger is 401, a viewer may ask and not write, a neighbour sees nothing', async () => {
    const applied = await importMetrics(owner, 'a.csv', reportOf(JUNE))
    const body = { metrics: ['cost'], period: { from: '2025-01-01', to: '2025-12-31' } }
    expect((await server.stranger().call(queryMetrics, { body })).status).toBe(401)
    const viewer = await server.join(owner, 'viewer')
    expect((await viewer.call(queryMetrics, { body })).body.rows).toHaveLength(1)
    expect((await uploadMetrics(viewer, 'a.csv', reportOf(JUNE))).status).toBe(403)
    expect((await viewer.call(undoMetricImport, { params: { importId: applied.id }, body: {} })).status).toBe(
      403,
    )
    const other = await server.neighbour(home)
    expect((await other.call(getMetricImport, { params: { importId: applied.id } })).status).toBe(404)
    expect((await other.call(queryMetrics, { body })).body.rows).toEqual([])
  })
})
