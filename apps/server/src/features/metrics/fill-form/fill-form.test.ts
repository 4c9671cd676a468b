import {
  createFillForm,
  listFillForms,
  openFillSheet,
  revokeFillForm,
  saveFillDay,
} from '@yingce/contracts/metrics/fill-form'
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
