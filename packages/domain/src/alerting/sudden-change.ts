import type { LocalDate } from '../calendar/local-date.ts'
import type { ChangeCondition } from './alert-rule.ts'
import { CLEAR, firedWith, NOT_ENOUGH_DATA } from './rule-context.ts'
import type { DailyValue, RuleOutcome } from './rule-context.ts'

/** Weeks of history that are compared, and how many of their days must be usable. */
const HISTORY_WEEKS = 8
const MINIMUM_HISTORY = 4
/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const MAD_TO_SD = 1.4826
/** A flat history has a deviation of zero; this share of its median stands in for it. */
const FLOOR_SHARE = 0.02

/**
 * Is the day a sudden rise or fall against the same weekday of the eight weeks before it? (突升 / 突降)
 *
 * Robust: |value − median| > deviations × max(1.4826 × MAD, 2 % of the median), and the change is at
 * least `minimumChange` of the median. Festivals are neither judged nor taken as history, so that 618
 * is no anomaly and the week after it not a fall. With fewer than four usable days of history the answer
 * is `not_enough_data`.
 *
 * Source: median and MAD in place of mean and deviation, Iglewicz and Hoaglin 1993, "How to Detect and
 * Handle Outliers".
 */
export function suddenChange(
  days: readonly DailyValue[],
  at: number,
  condition: ChangeCondition,
  isFestival: (date: LocalDate) => boolean,
): RuleOutcome {
  const day = days[at]
  const value = day === undefined ? null : usable(day, condition, isFestival)
  if (day === undefined || value === null) return NOT_ENOUGH_DATA
  const history: number[] = []
  for (let week = 1; week <= HISTORY_WEEKS; week++) {
    const before = days[at - 7 * week]
    const known = before === undefined ? null : usable(before, condition, isFestival)
    if (known !== null) history.push(known)
  }
  if (history.length < MINIMUM_HISTORY) return NOT_ENOUGH_DATA
  const middle = median(history)
  const deviation = Math.max(
    MAD_TO_SD * median(history.map((known) => Math.abs(known - middle))),
    FLOOR_SHARE * Math.abs(middle),
  )
  const allowed = Math.max(condition.deviations * deviation, condition.minimumChange * Math.abs(middle))
  const isRise = value - middle > allowed && condition.direction !== 'fall'
  const isFall = middle - value > allowed && condition.direction !== 'rise'
  if (!isRise && !isFall) return CLEAR
  return firedWith([{ date: day.date, value, limit: isRise ? middle + allowed : middle - allowed }])
}

function usable(
  { date, value, sample }: DailyValue,
  { minimumSample }: ChangeCondition,
  isFestival: (date: LocalDate) => boolean,
): number | null {
  if (value === null || isFestival(date)) return null
  return minimumSample === null || sample === null || sample >= minimumSample ? value : null
}

/** Of a non-empty list, which is sorted in place. */
function median(values: number[]): number {
  values.sort((a, b) => a - b)
  const middle = Math.floor(values.length / 2)
  const upper = values[middle] ?? 0
  return values.length % 2 === 1 ? upper : ((values[middle - 1] ?? upper) + upper) / 2
}
