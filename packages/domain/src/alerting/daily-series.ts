import { eachDay } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { aggregate } from '../metrics/aggregate.ts'
import type { AggregateOptions, MetricFact } from '../metrics/aggregate.ts'
import type { MetricDictionary } from '../metrics/metric-definition.ts'
import type { DailyValue } from './rule-context.ts'

/** What a rule watches, and what its values rest on. */
export interface WatchedMetric {
  readonly metric: string
  /** Metric of the minimum sample (the impressions of a CTR); null = none. */
  readonly sampleMetric: string | null
  readonly dictionary: MetricDictionary
  readonly options?: AggregateOptions
}

/**
 * One value per calendar day of a period from the facts in a rule's scope, as rules read them. The rows of
 * a day are put together by the kind of the metric, so a ratio is that of the day's sums.
 *
 * @param isImported did any import cover the day? A day with facts counts as imported without asking
 */
export function dailySeries(
  facts: readonly MetricFact[],
  { metric, sampleMetric, dictionary, options }: WatchedMetric,
  period: { readonly from: LocalDate; readonly to: LocalDate },
  isImported: (date: LocalDate) => boolean,
): DailyValue[] {
  const byDay = Map.groupBy(facts, (fact) => fact.date)
  return eachDay(period.from, period.to).map((date) => {
    const rows = byDay.get(date) ?? []
    return {
      date,
      value: aggregate(metric, rows, dictionary, options).value,
      sample: sampleMetric === null ? null : aggregate(sampleMetric, rows, dictionary, options).value,
      isImported: rows.length > 0 || isImported(date),
    }
  })
}
