import type { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import type { AnswerOf, BodyOf } from '@yingce/contracts/route'
import { factCollector } from '@yingce/domain/sheets/fact-collector'
import { levelOf, type MetricColumns } from '@yingce/domain/sheets/metric-columns'
import { FACT_KEYS, FACT_METRIC_NAMES, type FactKey, isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import { factParts } from '@yingce/office/metrics/fact-parts'
import type { Scope } from '../../../db/scope.ts'
import { Refusal } from '../../../http/refusal.ts'
import { applyFacts } from './apply-facts.store.ts'
import { insertMetricImport, markApplied, storeMetricReading } from './metric-import.store.ts'
import { openSource } from '../source/metric-source.store.ts'
import { stagePart } from './stage-facts.store.ts'

type Push = BodyOf<typeof upsertMetricFacts>
type Row = Push['rows'][number]

const USUAL_CURRENCY = 'CNY'
const MICROS_PER_FEN = 10_000
const MAX_ISSUES = 100

function keysOf({ keys }: Row): FactKey[] {
  return FACT_KEYS.filter((key) => keys[key] !== null && keys[key] !== undefined)
}

/** The row's own identity, to find a second row of the same key, day and hour. */
function identity(row: Row, keys: readonly FactKey[]): string {
  return JSON.stringify([row.day, row.hour ?? null, ...keys.map((key) => [key, row.keys[key]])])
}

/** @throws Refusal `rule_violated` naming rows that say the same key, day and hour twice, or nothing at all */
function requireDistinct(rows: readonly Row[]): void {
  const seen = new Map<string, number>()
  const issues = rows.flatMap((row, index) => {
    const said = identity(row, keysOf(row))
    const first = seen.get(said)
    if (first !== undefined)
      return [
        {
          path: `body.rows.${index}`,
          code: 'duplicate_key',
          message: `Same keys, day and hour as row ${first}`,
          params: { row: index, first },
        },
      ]
    seen.set(said, index)
    const isEmpty = Object.values(row.values).every((value) => value === null || value === undefined)
    return isEmpty
      ? [
          {
            path: `body.rows.${index}.values`,
            code: 'no_figure',
            message: 'The row has no figure',
            params: { row: index },
          },
        ]
      : []
  })
  if (issues.length > 0) throw new Refusal('rule_violated', { issues: issues.slice(0, MAX_ISSUES) })
}

/** The rows as facts; rows of one level share their columns. */
function factsOf(rows: readonly Row[]) {
  const collector = factCollector()
  const metrics = FACT_METRIC_NAMES.filter((metric) => rows.some(({ values }) => values[metric] != null))
  const groups = Map.groupBy(rows, (row) => keysOf(row).join())
  for (const group of groups.values()) {
    const keys = keysOf(group[0] as Row)
    const columns: MetricColumns = {
      day: null,
      dayEnd: null,
      hour: null,
      currency: null,
      keys: keys.map((key, index) => ({ key, index })),
      metrics: metrics.map((metric) => ({ metric, parts: [] })),
      level: levelOf(keys),
    }
    const table = collector.begin(columns, true)
    for (const row of group)
      table.add({
        day: { day: row.day, until: null, hour: row.hour ?? null },
        keys: keys.map((key) => row.keys[key] ?? null),
        values: metrics.map((metric) => {
          const value = row.values[metric] ?? Number.NaN
          return isMoneyMetric(metric) ? Math.round(value * MICROS_PER_FEN) : value
        }),
        currency: null,
      })
  }
  return { facts: collector.facts(), metrics }
}

/**
 * Writes facts that a program sends, as one import that can be inspected and
 * taken back. All rows or none; the same request again writes nothing.
 *
 * @throws Refusal `rule_violated` with the index of each bad row; `currency_differs`
 */
export async function upsertFacts(
  scope: Scope,
  push: Push,
  ids: () => string,
): Promise<AnswerOf<typeof upsertMetricFacts>> {
  requireDistinct(push.rows)
  const source = await openSource(scope, {
    id: ids(),
    name: push.source,
    kind: 'api',
    preset: null,
    channel: push.channel ?? null,
    currency: push.currency ?? USUAL_CURRENCY,
  })
  if (push.currency !== undefined && push.currency !== source.currency)
    throw new Refusal('rule_violated', {
      issues: [
        {
          path: 'body.currency',
          code: 'currency_differs',
          message: `The source counts in ${source.currency}`,
          params: { source: source.currency },
        },
      ],
    })
  const { facts, metrics } = factsOf(push.rows)
  const importId = ids()
  await insertMetricImport(scope, {
    id: importId,
    kind: 'api',
    fileName: null,
    fileBytes: null,
    choices: { source: push.source },
  })
  const days = push.rows.map(({ day }) => day).toSorted()
  await storeMetricReading(
    scope,
    importId,
    { source: push.source },
    { format: null, encoding: null },
    {
      tables: [],
      problems: [],
      notices: [],
      byDay: {},
      metrics,
      preset: null,
      currencies: [],
      undatedRows: 0,
    },
    {
      rows: push.rows.length,
      excluded: 0,
      facts: facts.size,
      dayFrom: days[0] ?? null,
      dayTo: days.at(-1) ?? null,
    },
  )
  let part = 0
  for (const staged of factParts(facts)) await stagePart(scope, importId, part++, staged)
  const counts = await applyFacts(scope, source.id, importId, metrics)
  await markApplied(scope, importId, source.id, counts)
  return { importId, sourceId: source.id, ...counts }
}
