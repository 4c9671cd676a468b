import type { LocalDate } from '../calendar/local-date.ts'
import { evaluateFormula } from './evaluate-formula.ts'
import type { Formula } from './formula.ts'
import { metricsOf } from './formula.ts'
import type { MetricDefinition, MetricDictionary } from './metric-definition.ts'

/** Figures of one row: a day of a channel, a creative, a store … */
export interface MetricFact {
  readonly date: LocalDate
  /** By metric key; null or absent = missing, which is never zero. */
  readonly values: Readonly<Record<string, number | null>>
  /** Respondents behind survey values of the row; null or absent = not stated. */
  readonly sampleSize?: number | null
}

/**
 * One figure from many rows, or why there is none.
 *
 * `no_data`: no row has it. `zero_base`: it divides by zero ("—"). `not_additive` 不可加总: the
 * rows count overlapping people, or levels or readings of one moment that do not add.
 */
export type Aggregate =
  | {
      readonly value: number
      readonly reason: null
      /** Rows that entered. */
      readonly rows: number
      /** Level and survey: the day of the value; else null. */
      readonly asOf: LocalDate | null
      /** Survey: respondents of that wave, null where not stated; else null. */
      readonly sampleSize: number | null
      /** Of a computed metric: the totals it was computed from, by key. */
      readonly totals: Readonly<Record<string, number>>
    }
  | { readonly value: null; readonly reason: 'no_data' | 'zero_base' | 'not_additive'; readonly rows: number }

export interface AggregateOptions {
  /** The source says that the rows count different people: unique metrics may then be added (rule 13). */
  readonly isDisjoint?: boolean
}

/**
 * Puts rows together by the kind of the metric (M2, rules 6 and 13).
 *
 * flow: the sum over rows that have it. Computed: the formula over the totals of the rows that have
 * *all* its added parts, so that a channel without clicks stays out of the CVR on both sides; levels
 * among its parts (followers) stand by date and may come from rows of their own. level: the last
 * day's value. survey: the last wave's. unique: the one row's value, or the sum of disjoint parts.
 *
 * @throws RangeError for a key the dictionary does not have: that is a bug of the caller
 */
export function aggregate(
  key: string,
  facts: readonly MetricFact[],
  dictionary: MetricDictionary,
  options: AggregateOptions = {},
): Aggregate {
  const metric = definitionOf(key, dictionary)
  if (metric.formula !== null) return computed(metric.formula, facts, dictionary, options)
  const rows = facts.filter((fact) => figureOf(fact, key) !== null)
  if (rows.length === 0) return { value: null, reason: 'no_data', rows: 0 }
  switch (metric.kind) {
    case 'flow':
    case 'unique': {
      if (metric.kind === 'unique' && rows.length > 1 && options.isDisjoint !== true)
        return { value: null, reason: 'not_additive', rows: rows.length }
      return plain(
        rows.reduce((sum, fact) => sum + (figureOf(fact, key) ?? 0), 0),
        rows.length,
      )
    }
    case 'level':
    case 'survey':
    case 'ratio': {
      // A ratio without a formula is a reading too: stated by a source that does not give its parts.
      const last = rows.reduce((latest, fact) => (fact.date > latest.date ? fact : latest))
      const sameDay = rows.filter((fact) => fact.date === last.date)
      if (sameDay.length > 1) return { value: null, reason: 'not_additive', rows: sameDay.length }
      const sampleSize = metric.kind === 'survey' ? (last.sampleSize ?? null) : null
      return { ...plain(figureOf(last, key) ?? 0, 1), asOf: last.date, sampleSize }
    }
  }
}

function computed(
  formula: Formula,
  facts: readonly MetricFact[],
  dictionary: MetricDictionary,
  options: AggregateOptions,
): Aggregate {
  const whole = expandFormula(formula, dictionary)
  const keys = metricsOf(whole)
  const added = keys.filter((key) => {
    const { kind } = definitionOf(key, dictionary)
    return kind === 'flow' || kind === 'unique'
  })
  const rows = facts.filter((fact) => added.every((key) => figureOf(fact, key) !== null))
  if (rows.length === 0) return { value: null, reason: 'no_data', rows: 0 }
  const totals: Record<string, number> = {}
  for (const key of keys) {
    const total = aggregate(key, added.includes(key) ? rows : facts, dictionary, options)
    if (total.value === null) return total
    totals[key] = total.value
  }
  const value = evaluateFormula(whole, (key) => totals[key] ?? null)
  return value === null
    ? { value: null, reason: 'zero_base', rows: rows.length }
    : { ...plain(value, rows.length), totals }
}

/**
 * Metrics that are computed themselves stand as their formulas, so that everything comes from totals.
 *
 * @throws RangeError for a metric the dictionary does not have, and for one that needs itself
 */
export function expandFormula(
  formula: Formula,
  dictionary: MetricDictionary,
  around: readonly string[] = [],
): Formula {
  switch (formula.type) {
    case 'number':
      return formula
    case 'metric': {
      const inner = definitionOf(formula.key, dictionary).formula
      if (inner === null) return formula
      if (around.includes(formula.key)) throw new RangeError(`metric ${formula.key} needs itself`)
      return expandFormula(inner, dictionary, [...around, formula.key])
    }
    case 'negative':
      return { type: 'negative', of: expandFormula(formula.of, dictionary, around) }
    case 'operation':
      return {
        ...formula,
        left: expandFormula(formula.left, dictionary, around),
        right: expandFormula(formula.right, dictionary, around),
      }
  }
}

function definitionOf(key: string, dictionary: MetricDictionary): MetricDefinition {
  const metric = dictionary.get(key)
  if (metric === undefined) throw new RangeError(`no such metric: ${key}`)
  return metric
}

function figureOf(fact: MetricFact, key: string): number | null {
  return Object.hasOwn(fact.values, key) ? (fact.values[key] ?? null) : null
}

function plain(value: number, rows: number) {
  return { value, reason: null, rows, asOf: null, sampleSize: null, totals: {} }
}
