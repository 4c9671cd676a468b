import { undoMetricImport } from '@yingce/contracts/metrics/metric-import'
import { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, startTestServer, type TestServer } from '../../../testing/test-server.ts'
import { importMetrics, query } from '../metrics.fixture.ts'

let server: TestServer
let home: Person

beforeAll(async () => {
  server = await startTestServer()
  home = await server.setUp()
}, 60_000)
afterAll(() => server.close())

const DAYS = ['2025-05-31', '2025-06-01', '2025-06-30']
const figure = fc.option(fc.integer({ min: 0, max: 500 }), { nil: null })
const row = fc.record({
  day: fc.constantFrom(...DAYS),
  hour: fc.constantFrom<(number | null)[]>(null, null, 5, 6),
  keys: fc.constantFrom<Record<string, string>>(
    { campaign: 'a' },
    { campaign: 'a', channel: '抖音' },
    { campaign: 'b', channel: '小红书' },
    { campaign: 'a', ad: 'x' },
    { campaign: 'b', ad: 'y', channel: '抖音' },
    { channel: '抖音' },
  ),
  // Installs are among the metrics that few facts have.
  values: fc.record({
    clicks: fc.integer({ min: 0, max: 500 }),
    cost: figure,
    leads: figure,
    installs: figure,
  }),
})
const rowsOf = fc.uniqueArray(row, {
  minLength: 1,
  maxLength: 6,
  selector: ({ day, hour, keys }) => `${day} ${hour} ${JSON.stringify(keys)}`,
})
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never
type Step = { readonly rows: Row[] } | { readonly file: Row[] } | { readonly undo: number }
const step: fc.Arbitrary<Step> = fc.oneof(
  rowsOf.map((rows) => ({ rows })),
  rowsOf.map((file) => ({ file })),
  fc.nat(9).map((undo) => ({ undo })),
)

/** Flows of facts at the coarsest level that has them, by source, day and channel: what the sums by day have to say. */
const OF_FACTS = `with v as (
    select f.source_id, f.day, f.channel, k.depth || ':' || k.level as rank, v.metric, v.value
    from fact f join metric_key k on k.source_id = f.source_id and k.id = f.key_id
    cross join lateral (values ('clicks', f.clicks), ('cost', f.cost_micros), ('leads', f.leads), ('installs', f.installs)) as v(metric, value)
    where v.value is not null)
  select v.day::text, v.channel, v.metric, sum(v.value)::float8 as value from v
  where v.rank = (select min(o.rank) from v o where o.source_id = v.source_id and o.day = v.day and o.metric = v.metric)
  group by v.source_id, v.day, v.channel, v.metric order by v.source_id, 1, 2, 3`
const OF_DAYS = `select d.day::text, d.channel, v.metric, sum(v.value)::float8 as value from metric_day d
  cross join lateral (values ('clicks', d.clicks), ('cost', d.cost_micros), ('leads', d.leads), ('installs', d.installs)) as v(metric, value)
  where v.value is not null group by d.source_id, d.day, d.channel, v.metric order by d.source_id, 1, 2, 3`
const FIGURES = `select f.day::text, f.hour, k.level, k.channel, k.campaign, k.ad, f.clicks, f.cost_micros / 10000 as cost, f.leads, f.installs
  from fact f join metric_key k on k.source_id = f.source_id and k.id = f.key_id`
const WRONGLY_ALONE = `select day from (select day, is_alone, count(*) over (partition by source_id, day, channel, plan_id) = 1 as alone from metric_day) d
  where is_alone <> alone`

const OF_MONTHS = `select day::text, channel, clicks, cost_micros, leads, installs from metric_month order by source_id, day, channel, clicks, cost_micros, leads, installs`
const OF_DAYS_ALONE = `select (date_trunc('month', day)::date)::text as day, channel, sum(clicks) as clicks, sum(cost_micros)::bigint as cost_micros, sum(leads) as leads, sum(installs) as installs
  from metric_day where is_alone group by source_id, date_trunc('month', day), channel, clicks is null, cost_micros is null, leads is null, installs is null
  order by source_id, 1, 2, 3, 4, 5, 6`

/** Whole months, one with ends of others, and ends alone. */
const ASKED = [
  { granularity: 'month' },
  { granularity: 'month', period: { from: '2025-06-01', to: '2025-06-30' } },
  { granularity: 'quarter', period: { from: '2025-05-20', to: '2025-07-02' } },
  { granularity: 'total', period: { from: '2025-05-31', to: '2025-06-29' } },
] as const

/** Totals and ratios by channel; people are not in the sums by day and month: with them the facts are asked. */
async function byChannel(owner: Person, people: string[]): Promise<unknown> {
  const metrics = ['clicks', 'cost', 'leads', 'installs', 'cpc', 'cpl']
  const answers: unknown[] = []
  for (const asked of ASKED) {
    const rows = await query(owner, { metrics: [...metrics, ...people], groupBy: ['channel'], ...asked })
    answers.push(
      rows.map(({ time, group, values }) => [time, group, metrics.map((metric) => values[metric])]),
    )
  }
  return answers
}

function csvOf(rows: readonly Row[]): string {
  return [
    'date,channel,campaign,ad,clicks,cost,leads,installs',
    ...rows.map(({ day, keys, values }) =>
      [
        day,
        keys['channel'],
        keys['campaign'],
        keys['ad'],
        values.clicks,
        values.cost,
        values.leads,
        values.installs,
      ].join(),
    ),
    '',
  ].join('\n')
}

/** What has to be there: of each key's day the rows of the last push that has it. */
function modelOf(pushes: readonly (readonly Row[])[]): Map<string, Row[]> {
  const days = new Map<string, Row[]>()
  for (const rows of pushes)
    for (const [name, of] of Map.groupBy(rows, ({ day, keys }) => `${day} ${JSON.stringify(keys)}`))
      days.set(name, of)
  return days
}

const said = (
  day: string,
  hour: number | null,
  keys: Readonly<Record<string, string | null | undefined>>,
  values: { clicks: number; cost: number | null; leads: number | null; installs: number | null },
): string =>
  JSON.stringify([
    day,
    hour,
    keys['channel'] ?? null,
    keys['campaign'] ?? null,
    keys['ad'] ?? null,
    values.clicks,
    values.cost,
    values.leads,
    values.installs,
  ])

describe('M1: pushes over pushes', () => {
  test('leave of every key and day the rows of the last push that has it, and those before return with its undo', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rowsOf, { minLength: 2, maxLength: 5 }),
        fc.nat(4),
        async (pushes, undone) => {
          const owner = await server.neighbour(home)
          const workspace = owner.session.workspace?.id ?? ''
          const ids: string[] = []
          const there = async (): Promise<string[]> => {
            const rows = await server.rows<{
              day: string
              hour: number
              channel: string | null
              campaign: string | null
              ad: string | null
              clicks: number
              cost: number | null
              leads: number | null
              installs: number | null
            }>(workspace, FIGURES)
            return rows
              .map(({ day, hour, channel, campaign, ad, clicks, cost, leads, installs }) =>
                said(
                  day,
                  hour === -1 ? null : hour,
                  { channel, campaign, ad },
                  { clicks, cost: cost === null ? null : Number(cost), leads, installs },
                ),
              )
              .toSorted()
          }
          const wanted = (of: readonly (readonly Row[])[]): string[] =>
            [...modelOf(of).values()]
              .flat()
              .map(({ day, hour, keys, values }) => said(day, hour, keys, values))
              .toSorted()
          for (const [index, rows] of pushes.entries()) {
            const { body } = await owner.call(upsertMetricFacts, { body: { source: '接口', rows } as never })
            ids.push(body.importId)
            expect(await there()).toEqual(wanted(pushes.slice(0, index + 1)))
          }
          // The last one that wrote all of its rows: what it found unchanged belongs to others.
          const importId = ids[Math.min(undone, ids.length - 1)] ?? ''
          if (importId !== ids.at(-1)) return
          const [row] = await server.rows<{ unchanged: number }>(
            workspace,
            `select unchanged_count as unchanged from metric_import where id = '${importId}'`,
          )
          if (row?.unchanged !== 0) return
          await owner.call(undoMetricImport, { params: { importId }, body: {} })
          expect(await there()).toEqual(wanted(pushes.slice(0, -1)))
        },
      ),
      { numRuns: 12 },
    )
  }, 120_000)
})

describe('M1, M5: sums by day and month', () => {
  test('are those of the facts after every push, file and undo, whatever the levels', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        const owner = await server.neighbour(home)
        const workspace = owner.session.workspace?.id ?? ''
        const applied: string[] = []
        for (const one of steps) {
          if ('rows' in one) {
            const { body, problem } = await owner.call(upsertMetricFacts, {
              body: { source: '接口', rows: one.rows } as never,
            })
            expect(problem).toBeUndefined()
            applied.push(body.importId)
          } else if ('file' in one)
            applied.push((await importMetrics(owner, 'a.csv', csvOf(one.file), { source: '接口' })).id)
          else {
            const [importId] = applied.splice(one.undo, 1)
            if (importId === undefined) continue
            const { status } = await owner.call(undoMetricImport, { params: { importId }, body: {} })
            expect(status).toBe(200)
          }
          expect(await server.rows(workspace, OF_DAYS)).toEqual(await server.rows(workspace, OF_FACTS))
          expect(await server.rows(workspace, WRONGLY_ALONE)).toEqual([])
          expect(await server.rows(workspace, OF_MONTHS)).toEqual(await server.rows(workspace, OF_DAYS_ALONE))
          expect(await byChannel(owner, [])).toEqual(await byChannel(owner, ['reach']))
        }
        while (applied.length > 0)
          await owner.call(undoMetricImport, { params: { importId: applied.shift() ?? '' }, body: {} })
        expect(await server.rows(workspace, 'select from metric_day')).toEqual([])
        expect(await server.rows(workspace, 'select from metric_month')).toEqual([])
        expect(await query(owner, { metrics: ['clicks'] })).toEqual([])
      }),
      { numRuns: 8, endOnFailure: true },
    )
  }, 120_000)

  test.each([
    ['week', ['2025-01-06', '2025-01-13', '2025-03-31']],
    ['month', ['2025-01-01', '2025-03-01', '2025-04-01']],
    ['quarter', ['2025-01-01', '2025-04-01']],
    ['year', ['2025-01-01']],
    ['day', ['2025-01-12', '2025-01-13', '2025-03-31', '2025-04-01']],
  ] as const)('begin their %s on its first day', async (granularity, starts) => {
    const owner = await server.neighbour(home)
    const rows = ['2025-01-12', '2025-01-13', '2025-03-31', '2025-04-01'].map((day) => ({
      day,
      keys: {},
      values: { clicks: 1 },
    }))
    await owner.call(upsertMetricFacts, { body: { source: '接口', rows } })
    const found = await query(owner, { metrics: ['clicks'], granularity })
    expect(found.map(({ time }) => time)).toEqual(starts)
  })
})
