import { FACT_METRICS, type FactMetric, isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import type { QueryTerms } from './query-terms.ts'

export const isFlow = (metric: FactMetric): boolean => FACT_METRICS[metric] === 'flow'
export const isMoment = (metric: FactMetric): boolean => ['level', 'survey'].includes(FACT_METRICS[metric])

/** Sum of a metric that adds up as `m_<metric>`; money stays a whole number. */
export function flowSum(metric: FactMetric, column: string): string {
  return `sum(${column})${isMoneyMetric(metric) ? '::bigint' : ''} as m_${metric}`
}

/** Has a row this part? @param of column of a stored metric that adds up */
export function hasPart(part: FactMetric, of: (part: FactMetric) => string): string {
  return isFlow(part) ? `${of(part)} is not null` : `c_${part} > 0`
}

const NONE: ReadonlySet<number> = new Set()

/** A total with the name it is read by. */
export interface FigureColumn {
  readonly name: string
  readonly sum: string
}

/**
 * Per asked metric the sums of its parts over the rows that have all of them
 * (`s<metric>_<part>`), and of parts that do not add up how many facts they have
 * (`c<metric>_<part>`).
 *
 * @param of column of a stored metric in a row; of one that does not add up, its
 *   facts are counted in `c_<metric>` and its last day is `d_<metric>`
 * @param completed asked metrics that have a column `ok<metric>`: what the row lacks
 *   is in another row of its day
 */
export function figureColumns(
  { metrics }: QueryTerms,
  of: (part: FactMetric) => string,
  completed: ReadonlySet<number> = NONE,
): FigureColumn[] {
  const has = (part: FactMetric): string => hasPart(part, of)
  return metrics.flatMap(({ parts }, index) =>
    parts.flatMap((part) => {
      // A sum passes over the rows without the part itself.
      const others = parts.filter((other) => !isMoment(other) && (other !== part || !isFlow(other)))
      const over = isMoment(part) ? [`day = d_${part} and c_${part} > 0`] : others.map(has)
      const orIn = completed.has(index) && !isMoment(part) ? ` or ok${index}` : ''
      const filter = over.length === 0 ? '' : ` filter (where ${over.join(' and ')}${orIn})`
      return [
        { name: `s${index}_${part}`, sum: `sum(${of(part)})${filter}` },
        ...(isFlow(part) ? [] : [{ name: `c${index}_${part}`, sum: `sum(c_${part})${filter}` }]),
      ]
    }),
  )
}
