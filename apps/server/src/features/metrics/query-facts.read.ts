import type { MetricQuery, MetricQueryRow, queryMetrics } from '@yingce/contracts/metrics/metric-query'
import type { AnswerOf } from '@yingce/contracts/route'
import { evaluateFormula } from '@yingce/domain/metrics/evaluate-formula'
import type { MetricDictionary } from '@yingce/domain/metrics/metric-definition'
import { BUILT_IN_METRICS } from '@yingce/domain/metrics/metric-dictionary'
import { FACT_METRICS, type FactMetric, isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import type { Scope } from '../../db/scope.ts'
import { comparedPeriod, previousTimes } from './query-periods.ts'
import { querySql } from './query-sql.ts'
import { type AskedMetric, type QueryTerms, queryTerms } from './query-terms.ts'

type Row = Readonly<Record<string, string | number | null>>
type Figures = Pick<MetricQueryRow, 'values' | 'reasons'>
type Reason = Figures['reasons'][string]

const MICROS_PER_FEN = 10_000

/** A total of one part; the database folds names to lower case in plain figures: fen for money. Null with the reason where it has none. */
function totalOf(row: Row, index: number, part: FactMetric): number | Reason {
  const sum = row[`s${index}_${part}`.toLowerCase()] ?? null
  const facts = Number(row[`c${index}_${part}`.toLowerCase()] ?? 0)
  if (FACT_METRICS[part] !== 'flow' && facts > 1) return 'not_additive'
  if (sum === null) return 'no_data'
  return isMoneyMetric(part) ? Number(sum) / MICROS_PER_FEN : Number(sum)
}

function figureOf(row: Row, index: number, { definition, formula, parts }: AskedMetric): number | Reason {
  if (formula === null) {
    const total = totalOf(row, index, parts[0] ?? (definition.key as FactMetric))
    return typeof total === 'number' && definition.unit === 'money' ? Math.round(total) : total
  }
  const totals = new Map<string, number>()
  for (const part of parts) {
    const total = totalOf(row, index, part)
    if (typeof total !== 'number') return total
    totals.set(part, total)
  }
  return evaluateFormula(formula, (key) => totals.get(key) ?? null) ?? 'zero_base'
}

function figuresOf(row: Row, metrics: readonly AskedMetric[]): Figures {
  const values: Record<string, number | null> = {}
  const reasons: Record<string, Reason> = {}
  for (const [index, metric] of metrics.entries()) {
    const { key } = metric.definition
    const figure = figureOf(row, index, metric)
    values[key] = typeof figure === 'number' ? figure : null
    if (typeof figure !== 'number') reasons[key] = figure
  }
  return { values, reasons }
}

const text = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

function groupKey(terms: QueryTerms, row: Row, time: string | null): string {
  return JSON.stringify([time, row['currency'], ...terms.groupBy.map((_name, index) => row[`g${index}`])])
}

/**
 * Sums and ratios of the workspace's facts (M1, M2): any dimensions, any metric of
 * the dictionary. Ratios are taken from totals over the rows that have all their
 * parts, where a row is what one source says of a group on a day. People are not
 * added; amounts of several currencies stay in rows of their own.
 *
 * @throws Refusal `invalid_request` naming unknown metrics and dimensions
 */
export async function queryFacts(
  scope: Scope,
  query: MetricQuery,
  dictionary: MetricDictionary = BUILT_IN_METRICS,
): Promise<AnswerOf<typeof queryMetrics>> {
  const terms = queryTerms(query, dictionary)
  const read = async (period: { readonly from: string; readonly to: string }): Promise<Row[]> => {
    const { text: statement, values } = querySql(
      terms,
      period,
      query.granularity,
      scope.workspaceId,
      query.limit,
    )
    return scope.rows<Row>(statement, values)
  }
  const rows = await read(query.period)
  const compared = query.compareTo === undefined ? null : comparedPeriod(query.period, query.compareTo)
  const before = new Map<string, Figures>()
  if (compared !== null) {
    const timeNow = previousTimes(query.period, compared, query.granularity)
    for (const row of await read(compared)) {
      const time = text(row['time'])
      before.set(
        groupKey(terms, row, time === null ? null : (timeNow.get(time) ?? time)),
        figuresOf(row, terms.metrics),
      )
    }
  }
  return {
    isTruncated: rows.length > query.limit,
    comparedTo: compared,
    rows: rows.slice(0, query.limit).map((row) => {
      const time = text(row['time'])
      return {
        time,
        currency: text(row['currency']) ?? '',
        group: Object.fromEntries(terms.groupBy.map((name, index) => [name, text(row[`g${index}`])])),
        names: Object.fromEntries(terms.groupBy.map((name, index) => [name, text(row[`n${index}`])])),
        ...figuresOf(row, terms.metrics),
        previous: before.get(groupKey(terms, row, time)) ?? null,
      }
    }),
  }
}
