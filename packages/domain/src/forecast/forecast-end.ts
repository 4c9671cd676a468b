import { addDays, diffDays, eachDay, weekdayOf } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'

/** `run_rate`: the mean of the last days goes on. `weekday`: the same, each weekday with its usual share. */
export const FORECAST_METHODS = ['run_rate', 'weekday'] as const
export type ForecastMethod = (typeof FORECAST_METHODS)[number]

export interface ForecastQuestion {
  /** One entry per calendar day in any order, days before the start of the plan too; null or absent = missing. */
  readonly days: readonly { readonly date: LocalDate; readonly value: number | null }[]
  readonly start: LocalDate
  readonly end: LocalDate
  /** Last complete data day. */
  readonly through: LocalDate
  /** Days with data that make the run rate. */
  readonly recentDays?: number
}

/** Where a plan ends if it goes on as in the last days. */
export interface EndForecast {
  readonly method: ForecastMethod
  /** What is known + what is estimated; the unit of the values. */
  readonly expected: number
  /** P10 and P90: the end lies below, above these in one of ten cases. */
  readonly low: number
  readonly high: number
  /** Sum of the days of the plan with data. */
  readonly actual: number
  /** Days of the plan up to `through` without data: estimated like the days to come, not taken for zero. */
  readonly missingDays: readonly LocalDate[]
  readonly daysLeft: number
  /** Days that the run rate rests on. */
  readonly usedDays: number
}

const DEFAULT_RECENT_DAYS = 7
const LEAST_DAYS = 3
/** Weekdays are learnt from this many weeks at most, of which each weekday needs two days. */
const WEEKDAY_WEEKS = 8
const LEAST_PER_WEEKDAY = 2
/** 90 % quantiles of Student's t by degrees of freedom from 1; from there the normal distribution's. */
const T_90 = [
  3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345, 1.341,
  1.337, 1.333, 1.33, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313, 1.311, 1.31,
]
const NORMAL_90 = 1.2816

/**
 * Forecast of the value at the end of a plan, with its range and the method it used.
 *
 * Run rate r = Σ values / Σ weights over the last k days with data; a day to come is expected to bring
 * r × its weight. The weight is 1, or, once each weekday was seen twice in the last eight weeks, the
 * weekday's mean over the mean of the weekdays. Range: expected ± t₉₀ × s × √(n + n²/k), with s the
 * standard deviation of the k residuals and n the days to be estimated: the days' own scatter and the
 * uncertainty of r (the prediction interval of a mean). It widens with every missing day and never
 * falls below what is reached already unless values can be negative.
 *
 * @returns null with fewer than three days of data: a rate of one day is no forecast
 */
export function forecastEnd(question: ForecastQuestion): EndForecast | null {
  const { start, end, through, recentDays = DEFAULT_RECENT_DAYS } = question
  const known = new Map<LocalDate, number>()
  for (const { date, value } of question.days) if (value !== null && date <= through) known.set(date, value)
  const recent = [...known.keys()].toSorted().slice(-Math.max(LEAST_DAYS, recentDays))
  if (recent.length < LEAST_DAYS) return null
  const learnt = weekdayWeights(known, through)
  // Where the last days are all of a kind that never brings anything, weekdays have no rate to give.
  const weights = recent.some((date) => (learnt?.[weekdayOf(date) - 1] ?? 0) > 0) ? learnt : null
  const weightOf = (date: LocalDate): number => (weights === null ? 1 : (weights[weekdayOf(date) - 1] ?? 1))
  const rate = total(recent.map((date) => known.get(date) ?? 0)) / total(recent.map(weightOf))
  const inPlan = eachDay(start, end)
  const reached = inPlan.filter((date) => known.has(date))
  const open = inPlan.filter((date) => !known.has(date))
  const actual = total(reached.map((date) => known.get(date) ?? 0))
  const expected = actual + rate * total(open.map(weightOf))
  const squares = recent.map((date) => ((known.get(date) ?? 0) - rate * weightOf(date)) ** 2)
  const freedom = recent.length - 1
  const scatter = Math.sqrt(total(squares) / freedom)
  const spread =
    (T_90[freedom - 1] ?? NORMAL_90) * scatter * Math.sqrt(open.length + open.length ** 2 / recent.length)
  const canFall = [...known.values()].some((value) => value < 0)
  return {
    method: weights === null ? 'run_rate' : 'weekday',
    expected,
    low: canFall ? expected - spread : Math.max(Math.min(actual, expected), expected - spread),
    high: expected + spread,
    actual,
    missingDays: open.filter((date) => date <= through),
    daysLeft: Math.max(0, Math.min(diffDays(through, end), diffDays(start, end) + 1)),
    usedDays: recent.length,
  }
}

/** Mean of each weekday over the mean of the seven; null when one was seen too rarely, or nothing ever came. */
function weekdayWeights(known: ReadonlyMap<LocalDate, number>, through: LocalDate): number[] | null {
  const from = addDays(through, -7 * WEEKDAY_WEEKS)
  const sums = Array<number>(7).fill(0)
  const counts = Array<number>(7).fill(0)
  for (const [date, value] of known) {
    if (date <= from) continue
    const weekday = weekdayOf(date) - 1
    sums[weekday] = (sums[weekday] ?? 0) + value
    counts[weekday] = (counts[weekday] ?? 0) + 1
  }
  if (counts.some((count) => count < LEAST_PER_WEEKDAY)) return null
  const means = sums.map((sum, weekday) => sum / (counts[weekday] ?? 1))
  const mean = total(means) / 7
  // Weights of values around zero would be wild: they say nothing about weekdays.
  return mean > 0 && means.every((one) => one >= 0) ? means.map((one) => one / mean) : null
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
