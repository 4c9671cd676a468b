import type { MetricQuery, MetricQueryRow, queryMetrics } from '@yingce/contracts/metrics/metric-query'
import type { AnswerOf } from '@yingce/contracts/route'
import { evaluateFormula } from '@yingce/domain/metrics/evaluate-formula'
import type { MetricDictionary } from '@yingce/domain/metrics/metric-definition'
import { BUILT_IN_METRICS } from '@yingce/domain/metrics/metric-dictionary'
import { type FactMetric, isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import type { Scope } from '../../../db/scope.ts'
import { readCountingPairs } from './counting-pairs.read.ts'
import { comparedPeriod, previousTimes } from './query-periods.ts'
import { figureColumns } from './query-figures.ts'
import { querySql } from './query-sql.ts'
import { type AskedMetric, type QueryTerms, queryTerms } from './query-terms.ts'

/** In column order: time, currency, ids of the groups, their names, then the figures. */
type Row = readonly (string | number | null)[]
type Figures = Pick<MetricQueryRow, 'values' | 'reasons'>
type Reason = Figures['reasons'][string]

const MICROS_PER_FEN = 10_000
const FIRST_GROUP = 2

/** Where the totals of a metric's parts stand in a row. */
interface MetricPlaces {
  readonly metric: AskedMetric
  readonly parts: readonly {
    readonly part: FactMetric
    readonly sum: number
    /** Number of facts, of what does not add up. */
    readonly count: number | null
  }[]
}

function placesOf(terms: QueryTerms): MetricPlaces[] {
  const first = FIRST_GROUP + 2 * terms.groupBy.length
  const places = new Map(figureColumns(terms, String).map(({ name }, index) => [name, first + index]))
  return terms.metrics.map((metric, index) => ({
    metric,
    parts: metric.parts.map((part) => ({
      part,
      sum: places.get(`s${index}_${part}`) ?? 0,
      count: places.get(`c${index}_${part}`) ?? null,
    })),
  }))
}

/** A total of one part in plain figures: fen for money. The reason where it has none. */
function totalOf(row: Row, { part, sum, count }: MetricPlaces['parts'][number]): number | Reason {
  if (count !== null && Number(row[count]) > 1) return 'not_additive'
  const total = row[sum] ?? null
  if (total === null) return 'no_data'
  return isMoneyMetric(part) ? Number(total) / MICROS_PER_FEN : Number(total)
}

function figureOf(row: Row, { metric: { definition, formula }, parts }: MetricPlaces): number | Reason {
  const [only] = parts
  if (formula === null) {
    const total = only === undefined ? 'no_data' : totalOf(row, only)
    return typeof total === 'number' && definition.unit === 'money' ? Math.round(total) : total
  }
  const totals: number[] = []
  for (const part of parts) {
    const total = totalOf(row, part)
    if (typeof total !== 'number') return total
    totals.push(total)
  }
  const valueOf = (key: string): number | null => totals[parts.findIndex(({ part }) => part === key)] ?? null
  return evaluateFormula(formula, valueOf) ?? 'zero_base'
}

function figuresOf(row: Row, places: readonly MetricPlaces[]): Figures {
  const values: Record<string, number | null> = {}
  const reasons: Record<string, Reason> = {}
  for (const place of places) {
    const { key } = place.metric.definition
    const figure = figureOf(row, place)
    values[key] = typeof figure === 'number' ? figure : null
    if (typeof figure !== 'number') reasons[key] = figure
  }
  return { values, reasons }
}

const text = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

function groupKey(terms: QueryTerms, row: Row, time: string | null): string {
  return JSON.stringify([time, ...row.slice(1, FIRST_GROUP + terms.groupBy.length)])
}

/**
 * Sums and ratios of the workspace's facts (M1, M2): any dimensions, any metric of
 * the dictionary. Ratios are taken from totals over the rows that have all their
 * parts, where a row is what one source says of a group on a day. Of two sources
 * that a calibration compares the trusted one may count alone. People are not added; amounts of several currencies stay in rows of their own.
 *
 * @throws Refusal `invalid_request` naming unknown metrics and dimensions
 */
export async function queryFacts(
  scope: Scope,
  query: MetricQuery,
  dictionary: MetricDictionary = BUILT_IN_METRICS,
): Promise<AnswerOf<typeof queryMetrics>> {
  const terms = queryTerms(query, dictionary)
  const places = placesOf(terms)
  const pairs = await readCountingPairs(scope)
  const read = async (period: { readonly from: string; readonly to: string }): Promise<Row[]> => {
    const { text: statement, values } = querySql(
      terms,
      period,
      query.granularity,
      scope.workspaceId,
      query.limit,
      pairs,
    )
    return (await scope.arrays(statement, values)) as Row[]
  }
  const rows = await read(query.period)
  const compared = query.compareTo === undefined ? null : comparedPeriod(query.period, query.compareTo)
  const before = new Map<string, Figures>()
  if (compared !== null) {
    const timeNow = previousTimes(query.period, compared, query.granularity)
    for (const row of await read(compared)) {
      const time = text(row[0])
      before.set(
        groupKey(terms, row, time === null ? null : (timeNow.get(time) ?? time)),
        figuresOf(row, places),
      )
    }
  }
  return {
    isTruncated: rows.length > query.limit,
    comparedTo: compared,
    rows: rows.slice(0, query.limit).map((row) => {
      const time = text(row[0])
      return {
        time,
        currency: text(row[1]) ?? '',
        group: Object.fromEntries(terms.groupBy.map((name, index) => [name, text(row[FIRST_GROUP + index])])),
        names: Object.fromEntries(
          terms.groupBy.map((name, index) => [name, text(row[FIRST_GROUP + terms.groupBy.length + index])]),
        ),
        ...figuresOf(row, places),
        previous: compared === null ? null : (before.get(groupKey(terms, row, time)) ?? null),
      }
    }),
  }
}
