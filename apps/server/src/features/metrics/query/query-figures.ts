import { FACT_METRICS, type FactMetric, isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import type { QueryTerms } from './query-terms.ts'

export const isFlow = (metric: FactMetric): boolean => FACT_METRICS[metric] === 'flow'
export const isMoment = (metric: FactMetric): boolean => ['level', 'survey'].includes(FACT_METRICS[metric])

/** A sum with the name it is read by. */
export interface SumColumn {
  readonly name: string
  readonly sum: string
}

/** Rows that a question's figures are added up from. */
export interface SummedRows {
  /** `with …` where the rows are named first, else nothing. */
  readonly before: string
  /** Rows with `time`, `currency`, the columns of the groups, and {@link told}. */
  readonly rows: string
  /** How the time of a row is shown. */
  readonly shown: string
  /** What rows are told apart by beyond the groups: `present`, and `ok<metric>` of completed ratios. */
  readonly told: readonly string[]
  readonly sums: readonly SumColumn[]
}

/** Sum of a metric that adds up as `m_<metric>`; money stays a whole number. */
export function flowSum(metric: FactMetric, column: string): SumColumn {
  return { name: `m_${metric}`, sum: `sum(${column})${isMoneyMetric(metric) ? '::bigint' : ''}` }
}

export const named = ({ name, sum }: SumColumn): string => `${sum} as ${name}`

/** Has a row this part? @param of column of a stored metric that adds up */
export function hasPart(part: FactMetric, of: (part: FactMetric) => string): string {
  return isFlow(part) ? `${of(part)} is not null` : `c_${part} > 0`
}

/** Parts of an asked metric that a row must have for it to count; what was last at a moment counts by itself. */
export function neededParts(parts: readonly FactMetric[]): FactMetric[] {
  return parts.filter((part) => !isMoment(part))
}

/**
 * Which parts of ratios a row has, as a number; 0 = all of them. Rows that have the same
 * ones are added up first: whether a ratio finds all its parts is then asked of a few
 * sums and not of every row. Null where no ratio is asked for.
 *
 * @param of column of a stored metric that adds up
 */
export function presence({ metrics }: QueryTerms, of: (part: FactMetric) => string): string | null {
  const together = new Set(
    metrics.flatMap(({ parts }) => {
      const needed = neededParts(parts)
      return needed.length > 1 ? needed : []
    }),
  )
  if (together.size === 0) return null
  const columns = [...together].map((part) => (isFlow(part) ? of(part) : `nullif(c_${part}, 0)`))
  const missing = columns.map(
    (column, bit) => `case when ${column} is null then ${2 ** bit}::bigint else 0 end`,
  )
  return `case when num_nulls(${columns.join(', ')}) = 0 then 0 else ${missing.join(' + ')} end`
}
