import type { MetricQuery } from '@yingce/contracts/metrics/metric-query'
import {
  addDays,
  addMonths,
  diffDays,
  endOfMonth,
  startOfMonth,
  startOfWeek,
} from '@yingce/domain/calendar/date-arithmetic'

export interface Period {
  readonly from: string
  readonly to: string
}

/** The period that a period is compared to: as many days before it, or the same days a year earlier. */
export function comparedPeriod(period: Period, compareTo: NonNullable<MetricQuery['compareTo']>): Period {
  if (typeof compareTo !== 'string') return compareTo
  if (compareTo === 'previous_year')
    return { from: addMonths(period.from, -12), to: addMonths(period.to, -12) }
  const days = diffDays(period.from, period.to) + 1
  return { from: addDays(period.from, -days), to: addDays(period.to, -days) }
}

function stepStart(day: string, granularity: MetricQuery['granularity']): string {
  switch (granularity) {
    case 'week':
      return startOfWeek(day)
    case 'month':
      return startOfMonth(day)
    case 'quarter': {
      const month = Number(day.slice(5, 7))
      return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
    }
    case 'year':
      return `${day.slice(0, 4)}-01-01`
    case 'total':
    case 'hour':
    case 'day':
      return day
  }
}

/** A day of the next step. */
function stepAfter(day: string, granularity: MetricQuery['granularity']): string {
  const start = stepStart(day, granularity)
  switch (granularity) {
    case 'week':
      return addDays(start, 7)
    case 'month':
      return addMonths(start, 1)
    case 'quarter':
      return addMonths(start, 3)
    case 'year':
      return addMonths(start, 12)
    case 'total':
    case 'hour':
    case 'day':
      return addDays(start, 1)
  }
}

/** First days of the steps that a period touches, in order; the first may lie before it. */
export function steps({ from, to }: Period, granularity: MetricQuery['granularity']): string[] {
  const starts: string[] = []
  for (let day = from; day <= to; day = stepAfter(day, granularity)) starts.push(stepStart(day, granularity))
  return starts
}

/** Steps that begin and end with months. */
const OF_MONTHS: ReadonlySet<MetricQuery['granularity']> = new Set(['month', 'quarter', 'year', 'total'])

/** The whole months in a period, where steps are made of such: null where there is none. */
export function wholeMonths({ from, to }: Period, granularity: MetricQuery['granularity']): Period | null {
  if (!OF_MONTHS.has(granularity)) return null
  const first = startOfMonth(from)
  const last = endOfMonth(to)
  // Days of the very first and last months of the calendar have none before or after them.
  if ((first < from && endOfMonth(from) >= to) || (last > to && startOfMonth(to) <= from)) return null
  const whole = {
    from: first === from ? from : addMonths(first, 1),
    to: last === to ? to : addDays(startOfMonth(to), -1),
  }
  return whole.from < whole.to ? whole : null
}

/** By step of the earlier period the step of this one that it is compared with: the first with the first, and so on. */
export function previousTimes(
  period: Period,
  compared: Period,
  granularity: MetricQuery['granularity'],
): ReadonlyMap<string, string> {
  const now = steps(period, granularity)
  return new Map(
    steps(compared, granularity).flatMap((start, index) => {
      const other = now[index]
      return other === undefined ? [] : [[start, other] as const]
    }),
  )
}
