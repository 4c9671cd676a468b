import type { LocalDate } from '../calendar/local-date.ts'
import type { MetricDefinition } from '../metrics/metric-definition.ts'

/** What the facts say of one metric in one scope, in the unit of the facts (money in fen). */
export interface Figures {
  readonly total: number | null
  /** Why there is no total. */
  readonly reason: 'no_data' | 'zero_base' | 'not_additive' | null
  /** Day of a level or a survey wave; null for what is counted over the period. */
  readonly asOf: LocalDate | null
  /** Days with facts, ascending. */
  readonly days: readonly { readonly date: LocalDate; readonly value: number | null }[]
}

/** Is the metric an amount, kept in fen and written in yuan? */
export function isAmount({ unit }: Pick<MetricDefinition, 'unit'>): boolean {
  return unit === 'money' || unit === 'money_per_count'
}

/** The same in the unit that targets are written in: amounts in yuan. */
export function figuresShown(figures: Figures, metric: MetricDefinition): Figures {
  if (!isAmount(metric)) return figures
  const yuan = (value: number | null): number | null => (value === null ? null : value / 100)
  return {
    ...figures,
    total: yuan(figures.total),
    days: figures.days.map(({ date, value }) => ({ date, value: yuan(value) })),
  }
}
