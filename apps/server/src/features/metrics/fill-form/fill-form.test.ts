import {
  createFillForm,
  listFillForms,
  openFillSheet,
  revokeFillForm,
  saveFillDay,
} from '@yingce/contracts/metrics/fill-form'
import { createMetricDefinition, updateMetricDefinition } from '@yingce/contracts/metrics/metric-definition'
import { listMetricSources } from '@yingce/contracts/metrics/metric-source'
import type { BodyInputOf } from '@yingce/contracts/route'
import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../../testing/test-server.ts'
import { query } from '../metrics.fixture.ts'

let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
}, 60_000)
afterAll(() => server.close())

async function newForm(store: string, more: Partial<BodyInputOf<typeof createFillForm>> = {}) {
  const { body } = await owner.call(createFillForm, {
    body: { name: store, channel: '门店', metrics: ['storeVisits', 'revenue'], ...more },
  })
  return { form: body.form, params: { token: body.url.split('/').at(-1) ?? '' } }
}

describe('M1: a store fills in by link, without an account', () => {
  test('what it enters today is a fact of "store: NAME" in its plan, once, however often it is sent', async () => {
    const planId = await newPlan(owner)
    const { params } = await newForm('西湖店', { planId })
    const shop = server.stranger()
    const { body: sheet } = await shop.call(openFillSheet, { params, body: {} })
    expect([sheet.name, sheet.metrics, sheet.days.length]).toEqual(['西湖店', ['storeVisits', 'revenue'], 8])
    expect(sheet.days[0]).toEqual({ day: sheet.today, values: { storeVisits: null, revenue: null } })
    const entry = { day: sheet.today, values: { storeVisits: 42, revenue: 123_456 } }
    await shop.call(saveFillDay, { params, body: { ...entry, values: { storeVisits: 40, revenue: 1 } } })
    await shop.call(saveFillDay, { params, body: entry })
    const { body: again } = await shop.call(saveFillDay, { params, body: entry })
    expect(again.days[0]).toEqual(entry)
    expect(
      await query(owner, {
        metrics: ['storeVisits', 'revenue'],
        groupBy: ['source', 'channel'],
        filters: { plan: [planId] },
        period: { from: sheet.today, to: sheet.today },
      }),
    ).toMatchObject([
      {
        group: { channel: '门店' },
        names: { source: 'store: 西湖店' },
        values: { storeVisits: 42, revenue: 123_456 },
      },
    ])
    const { body: sources } = await owner.call(listMetricSources)
    expect(sources.items.find(({ name }) => name === 'store: 西湖店')?.kind).toBe('form')
  })

  test('the link of one store shows nothing of another, and no other link opens it', async () => {
    const east = await newForm('城东店')
    const west = await newForm('城西店')
    const shop = server.stranger()
    const today = (await shop.call(openFillSheet, { params: east.params, body: {} })).body.today
    await shop.call(saveFillDay, { params: east.params, body: { day: today, values: { storeVisits: 77 } } })
    const seen = await shop.call(openFillSheet, { params: west.params, body: {} })
    expect(JSON.stringify(seen.body)).not.toMatch(/城东店|77/)
    const wrong = `${east.params.token.slice(0, -1)}${east.params.token.endsWith('A') ? 'B' : 'A'}`
    for (const token of [wrong, 'A'.repeat(65), 'a-link-that-is-none-of-ours'])
      expect((await shop.call(openFillSheet, { params: { token }, body: {} })).status).toBe(404)
    const other = await server.neighbour(owner)
    expect((await other.call(listFillForms)).body.items).toEqual([])
    expect((await other.call(revokeFillForm, { params: { formId: east.form.id } })).status).toBe(404)
  })

  test('a revoked link is 404 for reading and writing, and the figures stay', async () => {
    const { form, params } = await newForm('旧街店')
    const shop = server.stranger()
    const { today } = (await shop.call(openFillSheet, { params, body: {} })).body
    await shop.call(saveFillDay, { params, body: { day: today, values: { storeVisits: 5 } } })
    expect((await owner.call(revokeFillForm, { params: { formId: form.id } })).status).toBe(204)
    expect((await shop.call(openFillSheet, { params, body: {} })).status).toBe(404)
    expect(
      (await shop.call(saveFillDay, { params, body: { day: today, values: { storeVisits: 6 } } })).status,
    ).toBe(404)
    const rows = await query(owner, {
      metrics: ['storeVisits'],
      groupBy: ['source'],
      period: { from: today, to: today },
    })
    expect(rows.find(({ names }) => names['source'] === 'store: 旧街店')?.values).toEqual({ storeVisits: 5 })
    expect((await owner.call(listFillForms)).body.items.find(({ id }) => id === form.id)?.state).toBe(
      'revoked',
    )
  })

  test('two forms of a store fill in the same day: what one does not ask stays as the other wrote it', async () => {
    const visits = await newForm('运河店', { metrics: ['storeVisits', 'orders'] })
    const coupons = await newForm('运河店', { metrics: ['couponsRedeemed', 'revenue'] })
    const shop = server.stranger()
    const day = (await shop.call(openFillSheet, { params: visits.params, body: {} })).body.today
    const save = (form: typeof visits, values: Record<string, number | null>) =>
      shop.call(saveFillDay, { params: form.params, body: { day, values } })
    await save(visits, { storeVisits: 30, orders: 4 })
    await save(coupons, { couponsRedeemed: 5, revenue: 60_000 })
    await save(visits, { storeVisits: null, orders: 6 })
    const metrics = ['storeVisits', 'orders', 'couponsRedeemed', 'revenue']
    const rows = await query(owner, { metrics, groupBy: ['source'], period: { from: day, to: day } })
    expect(rows.find(({ names }) => names['source'] === 'store: 运河店')?.values).toEqual({
      storeVisits: null,
      orders: 6,
      couponsRedeemed: 5,
      revenue: 60_000,
    })
  })

  test('what the workspace counts by hand is asked under its name: 35 tastings and a score of 4.6 are facts that answer under the metric', async () => {
    const planId = await newPlan(owner)
    const unnamed = await owner.call(createFillForm, { body: { name: '试饮店', metrics: ['ownCount1'] } })
    expect(unnamed.problem?.issues.map(({ path, code }) => [path, code])).toEqual([
      ['body.metrics', 'unnamed_metric'],
    ])
    const words = {
      direction: 'higher',
      definitionZh: '现场试饮的人次',
      definitionEn: 'People who tasted it',
    } as const
    const tastings = {
      ...words,
      zh: '试饮人次',
      en: 'Tastings',
      unit: 'count',
      formula: 'ownCount1',
    } as const
    const score = { ...words, zh: '评分', en: 'Score', unit: 'index', formula: 'ownLevel1' } as const
    await owner.call(createMetricDefinition, { body: { key: 'tastings', ...tastings } })
    await owner.call(createMetricDefinition, { body: { key: 'score', ...score } })
    const { params } = await newForm('试饮店', { planId, metrics: ['storeVisits', 'ownCount1', 'ownLevel1'] })
    const shop = server.stranger()
    const open = async () => (await shop.call(openFillSheet, { params, body: {} })).body
    const { today, ownMetrics } = await open()
    const { definitionZh, definitionEn } = words
    expect(ownMetrics).toEqual([
      { metric: 'ownCount1', zh: '试饮人次', en: 'Tastings', definitionZh, definitionEn },
      { metric: 'ownLevel1', zh: '评分', en: 'Score', definitionZh, definitionEn },
    ])
    const save = (values: Record<string, number | null>) =>
      shop.call(saveFillDay, { params, body: { day: today, values } })
    await save({ storeVisits: 50, ownCount1: 35, ownLevel1: 4.6 })
    const figures = async (metrics: string[]) =>
      (await query(owner, { metrics, filters: { plan: [planId] }, period: { from: today, to: today } }))[0]
        ?.values
    expect(await figures(['tastings', 'score', 'storeVisits'])).toEqual({
      tastings: 35,
      score: 4.6,
      storeVisits: 50,
    })

    // A new name is on the form at once.
    const change = (key: string, content: BodyInputOf<typeof updateMetricDefinition>) =>
      owner.call(updateMetricDefinition, { params: { metricKey: key }, body: content })
    await change('tastings', { ...tastings, version: 1, zh: '试喝人次' })
    expect((await open()).ownMetrics[0]?.zh).toBe('试喝人次')
    // One that no definition takes any more is neither asked nor taken nor overwritten.
    await change('tastings', { ...tastings, version: 2, formula: 'leads + orders' })
    expect((await open()).metrics).toEqual(['storeVisits', 'ownLevel1'])
    expect((await save({ storeVisits: 60, ownCount1: 1 })).problem?.issues).toMatchObject([
      { path: 'body.values.ownCount1', code: 'not_asked' },
    ])
    await save({ storeVisits: 60, ownLevel1: 4.7 })
    expect(await figures(['ownCount1', 'storeVisits'])).toEqual({ ownCount1: 35, storeVisits: 60 })
  })

  test('a field that another metric took is not asked under its name by the old form, and is by a new one', async () => {
    const definition = (zh: string, en: string, formula: string) =>
      ({ zh, en, unit: 'count', direction: 'higher', definitionZh: zh, definitionEn: en, formula }) as const
    const samples = definition('派样份数', 'Samples', 'ownCount3')
    await owner.call(createMetricDefinition, { body: { key: 'samples', ...samples } })
    const { form, params } = await newForm('派样店', { metrics: ['storeVisits', 'ownCount3'] })
    const listed = async (formId: string) =>
      (await owner.call(listFillForms)).body.items.find(({ id }) => id === formId)?.ownMetrics
    const asked = { metric: 'ownCount3', zh: '派样份数', en: 'Samples', isAsked: true }
    expect([form.ownMetrics, await listed(form.id)]).toEqual([[asked], [asked]])

    await owner.call(updateMetricDefinition, {
      params: { metricKey: 'samples' },
      body: { ...samples, version: 1, formula: 'leads + orders' },
    })
    const photos = definition('打卡人次', 'Photos', 'ownCount3')
    await owner.call(createMetricDefinition, { body: { key: 'photos', ...photos } })
    const shop = server.stranger()
    const { metrics, ownMetrics, today } = (await shop.call(openFillSheet, { params, body: {} })).body
    expect([metrics, ownMetrics]).toEqual([['storeVisits'], []])
    const { problem } = await shop.call(saveFillDay, {
      params,
      body: { day: today, values: { storeVisits: 5, ownCount3: 9 } },
    })
    expect(problem?.issues).toMatchObject([{ path: 'body.values.ownCount3', code: 'not_asked' }])
    expect(await listed(form.id)).toEqual([{ ...asked, isAsked: false }])
    const { form: later } = await newForm('打卡店', { metrics: ['ownCount3'] })
    expect(await listed(later.id)).toEqual([{ ...asked, zh: '打卡人次', en: 'Photos' }])
  })

  test('a form whose own metrics all lost their name asks for nothing and takes nothing', async () => {
    const words = {
      zh: '试吃',
      en: 'Bites',
      direction: 'higher',
      definitionZh: '试吃份数',
      definitionEn: 'Bites',
    } as const
    const content = { ...words, unit: 'count', formula: 'ownCount2' } as const
    await owner.call(createMetricDefinition, { body: { key: 'bites', ...content } })
    const { params } = await newForm('试吃店', { metrics: ['ownCount2'] })
    await owner.call(updateMetricDefinition, {
      params: { metricKey: 'bites' },
      body: { ...content, version: 1, formula: 'leads + orders' },
    })
    const shop = server.stranger()
    const { metrics, today } = (await shop.call(openFillSheet, { params, body: {} })).body
    expect(metrics).toEqual([])
    const { problem } = await shop.call(saveFillDay, { params, body: { day: today, values: {} } })
    expect(problem?.issues.map(({ code }) => code)).toEqual(['nothing_asked'])
  })

  test('with a PIN nothing is told without it; after five wrong ones even the right one has to wait', async () => {
    const { params } = await newForm('北站店', { pin: '2468' })
    const shop = server.stranger()
    const ask = (pin?: string) => shop.call(openFillSheet, { params, body: pin === undefined ? {} : { pin } })
    const bare = await ask()
    expect([bare.status, bare.problem?.code, bare.problem?.params]).toEqual([
      401,
      'pin_needed',
      { isWrong: false },
    ])
    expect(JSON.stringify(bare.problem)).not.toContain('北站店')
    expect((await ask('2468')).body.name).toBe('北站店')
    for (let tries = 0; tries < 6; tries++) expect((await ask('1111')).problem?.code).toBe('pin_needed')
    expect((await ask('2468')).problem?.code).toBe('rate_limited')
  })

  test('days before the last seven, days to come and metrics that were not asked are refused by name', async () => {
    const { params } = await newForm('南门店')
    const shop = server.stranger()
    const { today } = (await shop.call(openFillSheet, { params, body: {} })).body
    for (const day of [addDays(today, -8), addDays(today, 1)]) {
      const { problem } = await shop.call(saveFillDay, { params, body: { day, values: { storeVisits: 1 } } })
      expect(problem?.issues.map(({ code }) => code)).toEqual(['day_out_of_range'])
    }
    const { problem } = await shop.call(saveFillDay, { params, body: { day: today, values: { leads: 1 } } })
    expect(problem?.issues.map(({ path }) => path)).toEqual(['body.values.leads'])
  })

  test('the secret of the link and the PIN are not in the database', async () => {
    const { params } = await newForm('桥头店', { pin: '13572468' })
    const rows = await server.rows<{ text: string }>(
      owner.session.workspace!.id,
      `select f::text || encode(token_hash, 'escape') || coalesce(encode(pin_hash, 'escape'), '') as text from fill_form f`,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { text } of rows) expect(text).not.toMatch(new RegExp(`13572468|${params.token.slice(22)}`))
  })

  test('a viewer makes no form', async () => {
    const viewer = await server.join(owner, 'viewer')
    expect((await viewer.call(createFillForm, { body: { name: 'x', metrics: ['orders'] } })).status).toBe(403)
  })
})
