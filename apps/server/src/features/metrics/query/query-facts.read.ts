import type { MetricQuery, MetricQueryRow, queryMetrics } from '@yingce/contracts/metrics/metric-query'
import type { AnswerOf } from '@yingce/contracts/route'
import { evaluateFormula } from '@yingce/domain/metrics/evaluate-formula'
import type { MetricDictionary } from '@yingce/domain/metrics/metric-definition'
import { BUILT_IN_METRICS } from '@yingce/domain/metrics/metric-dictionary'
import { type FactMetric, isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import type { Scope } from '../../../db/scope.ts'
import { readCountingPairs } from './counting-pairs.read.ts'
import { answerKeys } from './query-dimensions.ts'
import { isMoment, neededParts } from './query-figures.ts'
import { readFactShape } from './query-levels.read.ts'
import { comparedPeriod, type Period, previousTimes } from './query-periods.ts'
import { answersByDays, querySql } from './query-sql.ts'
import { type AskedMetric, type QueryTerms, queryTerms } from './query-terms.ts'
import { looksInside } from './query-trust.ts'

/** In the order of the statement's columns. */
type Row = readonly (string | number | boolean | null)[]
type Figures = Pick<MetricQueryRow, 'values' | 'reasons'>
type Reason = Figures['reasons'][string]

const MICROS_PER_FEN = 10_000
const [TIME, CURRENCY] = [0, 1]

type DimensionPlace = readonly [dimension: string, column: number]

/** Where the answer's columns stand in a row. */
interface Places {
  /** Time, currency (unless all are put together) and the ids of the groups. */
  readonly ids: readonly number[]
  /** Currency that money is counted in where all are put together; null: each has groups of its own. */
  readonly oneCurrency: string | null
  /** Ids of the groups, by dimension. */
  readonly groups: readonly DimensionPlace[]
  /** Names of the groups, by dimension. */
  readonly names: readonly DimensionPlace[]
  readonly metrics: readonly MetricPlaces[]
}

interface SumPlaces {
  readonly sum: number
  /** Number of facts, of what does not add up. */
  readonly count: number | null
}

interface PartPlaces extends SumPlaces {
  readonly part: FactMetric
  /** What a row must have to count here. */
  readonly needed: readonly SumPlaces[]
}

interface MetricPlaces {
  readonly metric: AskedMetric
  readonly parts: readonly PartPlaces[]
  /** Says of a row that others of its day complete it; null where nothing does. */
  readonly ok: number | null
}

function placesOf(terms: QueryTerms, columns: readonly string[], oneCurrency: string | null): Places {
  const places = new Map(columns.map((name, index) => [name, index]))
  const at = (name: string): number => {
    const place = places.get(name)
    if (place === undefined) throw new Error(`The answer has no column ${name}`)
    return place
  }
  const sumOf = (part: FactMetric): SumPlaces => ({
    sum: at(`m_${part}`),
    count: places.get(`c_${part}`) ?? null,
  })
  return {
    ids: answerKeys(terms)
      .filter((key) => oneCurrency === null || key !== 'currency')
      .map(at),
    oneCurrency,
    groups: terms.groupBy.map((dimension, index) => [dimension, at(`g${index}`)]),
    names: terms.groupBy.map((dimension, index) => [dimension, places.get(`n${index}`) ?? at(`g${index}`)]),
    metrics: terms.metrics.map((metric, index) => ({
      metric,
      parts: metric.parts.map((part) => ({
        part,
        ...sumOf(part),
        needed: (isMoment(part) ? [part] : neededParts(metric.parts)).map(sumOf),
      })),
      ok: places.get(`ok${index}`) ?? null,
    })),
  }
}

/** Rows of one group, told apart by the parts that they have. */
type Group = readonly [Row, ...Row[]]

/** Rows of a group follow each other, but for those of several currencies. */
function groupsOf(rows: readonly Row[], { ids, oneCurrency }: Places): Group[] {
  const groups: [Row, ...Row[]][] = []
  if (oneCurrency !== null) {
    const known = new Map<string, [Row, ...Row[]]>()
    for (const row of rows) {
      const key = JSON.stringify(ids.map((id) => row[id]))
      const group = known.get(key)
      if (group === undefined) known.set(key, [row])
      else group.push(row)
    }
    return [...known.values()]
  }
  for (const row of rows) {
    const last = groups.at(-1)
    if (last !== undefined && ids.every((id) => last[0][id] === row[id])) last.push(row)
    else groups.push([row])
  }
  return groups
}

/** Facts that do not add up leave no sum where they are several: their number says that there are some. */
function has(row: Row, { sum, count }: SumPlaces): boolean {
  return count === null ? row[sum] !== null : Number(row[count]) > 0
}

/** A total of one part in plain figures: fen for money. The reason where it has none. */
function totalOf(
  group: readonly Row[],
  { part, sum, count, needed }: PartPlaces,
  ok: number | null,
): number | Reason {
  let total: number | null = null
  let facts = 0
  for (const row of group) {
    if (!needed.every((places) => has(row, places)) && (ok === null || row[ok] !== true)) continue
    const figure = row[sum]
    if (typeof figure === 'number') total = (total ?? 0) + figure
    if (count !== null) facts += Number(row[count])
  }
  if (facts > 1) return 'not_additive'
  if (total === null) return 'no_data'
  return isMoneyMetric(part) ? total / MICROS_PER_FEN : total
}

function figureOf(
  group: readonly Row[],
  { metric: { definition, formula }, parts, ok }: MetricPlaces,
): number | Reason {
  const [only] = parts
  if (formula === null) {
    const total = only === undefined ? 'no_data' : totalOf(group, only, ok)
    return typeof total === 'number' && definition.unit === 'money' ? Math.round(total) : total
  }
  const totals: number[] = []
  for (const part of parts) {
    const total = totalOf(group, part, ok)
    if (typeof total !== 'number') return total
    totals.push(total)
  }
  const valueOf = (key: string): number | null => totals[parts.findIndex(({ part }) => part === key)] ?? null
  return evaluateFormula(formula, valueOf) ?? 'zero_base'
}

function figuresOf(group: Group, { metrics, oneCurrency }: Places): Figures {
  const values: Record<string, number | null> = {}
  const reasons: Record<string, Reason> = {}
  for (const place of metrics) {
    const { key } = place.metric.definition
    const figure = figureOf(oneCurrency === null ? group : countedRows(group, place, oneCurrency), place)
    values[key] = typeof figure === 'number' ? figure : null
    if (typeof figure !== 'number') reasons[key] = figure
  }
  return { values, reasons }
}

/** Of what is made of money the rows of one currency count, of anything else all. */
function countedRows(group: Group, { parts }: MetricPlaces, currency: string): readonly Row[] {
  return parts.some(({ part }) => isMoneyMetric(part))
    ? group.filter((row) => row[CURRENCY] === currency)
    : group
}

/** Metrics of which a group has money in other currencies, that is in none of its figures. */
function leftOutOf(group: Group, { metrics, oneCurrency }: Places): string[] {
  if (oneCurrency === null) return []
  return metrics.flatMap((place) => {
    const counted = new Set(countedRows(group, place, oneCurrency))
    const others = group.filter((row) => !counted.has(row))
    return typeof figureOf(others, place) === 'number' ? [place.metric.definition.key] : []
  })
}

const text = (value: Row[number] | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

function byDimension(row: Row, places: readonly DimensionPlace[]): Record<string, string | null> {
  const found: Record<string, string | null> = {}
  for (const [dimension, column] of places) found[dimension] = text(row[column])
  return found
}

interface Answered {
  readonly groups: readonly Group[]
  readonly places: Places
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
  return answerOf(scope, query, dictionary, null)
}

/** Figures of a group whatever their currency. */
export interface FactRow extends MetricQueryRow {
  /** Metrics of which there is money in other currencies too, which is not in the values; absent: none. */
  readonly leftOut?: readonly string[]
}

/**
 * The same with one row a group, whatever its currencies: counts are added over all of them, and ratios
 * of counts taken from the totals of all; money, and what is computed of it, is of the one currency.
 *
 * @throws Refusal `invalid_request` naming unknown metrics and dimensions
 */
export async function queryFactsInOneCurrency(
  scope: Scope,
  query: MetricQuery,
  currency: string,
  dictionary: MetricDictionary = BUILT_IN_METRICS,
): Promise<readonly FactRow[]> {
  return (await answerOf(scope, query, dictionary, currency)).rows
}

async function answerOf(
  scope: Scope,
  query: MetricQuery,
  dictionary: MetricDictionary,
  oneCurrency: string | null,
): Promise<Omit<AnswerOf<typeof queryMetrics>, 'rows'> & { rows: FactRow[] }> {
  const terms = queryTerms(query, dictionary)
  const { granularity, period, limit } = query
  const pairs = looksInside(terms, granularity) ? [] : await readCountingPairs(scope, terms.stored)
  const read = async (of: Period): Promise<Answered> => {
    const shape = answersByDays(terms, granularity) ? 'rows' : await readFactShape(scope, terms, of)
    const statement = querySql(terms, of, granularity, scope.workspaceId, limit, pairs, shape)
    const places = placesOf(terms, statement.columns, oneCurrency)
    const rows = (await scope.arrays(statement.text, statement.values)) as Row[]
    return { groups: groupsOf(rows, places), places }
  }
  const { groups, places } = await read(period)
  const compared = query.compareTo === undefined ? null : comparedPeriod(period, query.compareTo)
  const before = new Map<string, Figures>()
  const keyOf = (time: string | null, [row]: Group): string =>
    JSON.stringify([time, ...places.ids.slice(1).map((id) => row[id])])
  if (compared !== null) {
    const timeNow = previousTimes(period, compared, granularity)
    const earlier = await read(compared)
    for (const group of earlier.groups) {
      const time = text(group[0][TIME])
      const now = time === null ? null : (timeNow.get(time) ?? time)
      before.set(keyOf(now, group), figuresOf(group, earlier.places))
    }
  }
  return {
    isTruncated: groups.length > limit,
    comparedTo: compared,
    rows: groups.slice(0, limit).map((group) => {
      const [row] = group
      const time = text(row[TIME])
      const leftOut = leftOutOf(group, places)
      return {
        time,
        currency: oneCurrency ?? text(row[CURRENCY]) ?? '',
        group: byDimension(row, places.groups),
        names: byDimension(row, places.names),
        ...figuresOf(group, places),
        ...(leftOut.length === 0 ? {} : { leftOut }),
        previous: compared === null ? null : (before.get(keyOf(time, group)) ?? null),
      }
    }),
  }
}
