const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const HOURS = 24
/** With fewer points a day the hour says nothing: weekly and daily series have the weekday alone. */
const POINTS_FOR_HOURS = 4
/** What one visit moves the offset of an hour; the visits of one hour share it. */
const HOUR_RATE = 0.12
/** The same for a weekday, shared by the points of the day. */
const WEEKDAY_RATE = 0.18
const MOST_WEEKDAY_RATE = 0.15
const LEAST_RATE = 0.0005

/** How far the value usually stands off its level by hour of the day and day of the week. */
export interface Season {
  readonly hours: Float64Array
  readonly hourVisits: Uint32Array
  readonly weekdays: Float64Array
  readonly weekdayVisits: Uint32Array
}

/** Additive profile of 24 hours and 7 weekdays, each an exponential mean of what the forecast missed. */
export function createSeason(): Season {
  return {
    hours: new Float64Array(HOURS),
    hourVisits: new Uint32Array(HOURS),
    weekdays: new Float64Array(7),
    weekdayVisits: new Uint32Array(7),
  }
}

/**
 * Expected distance from the level; 0 from slots that were not seen often enough.
 *
 * @param at wall-clock milliseconds since 1970-01-01T00:00; only hour and weekday are used
 */
export function seasonalOffset(season: Season, at: number, pointsPerDay: number): number {
  const day = Math.floor(at / DAY_MS)
  const weekday = weekdayOf(day)
  const isKnown = (season.weekdayVisits[weekday] ?? 0) >= Math.max(2, pointsPerDay)
  const byWeekday = isKnown ? (season.weekdays[weekday] ?? 0) : 0
  return pointsPerDay < POINTS_FOR_HOURS ? byWeekday : byWeekday + (season.hours[hourOf(at, day)] ?? 0)
}

/** Learns from what the forecast of a time missed. */
export function learnSeason(season: Season, at: number, missed: number, pointsPerDay: number): void {
  const day = Math.floor(at / DAY_MS)
  const weekday = weekdayOf(day)
  const seen = (season.weekdayVisits[weekday] ?? 0) + 1
  season.weekdayVisits[weekday] = seen
  const usual = Math.min(MOST_WEEKDAY_RATE, Math.max(LEAST_RATE, WEEKDAY_RATE / pointsPerDay))
  const rate = Math.max(usual, 1 / (seen + Math.max(2, pointsPerDay)))
  season.weekdays[weekday] = (season.weekdays[weekday] ?? 0) + rate * missed
  if (pointsPerDay < POINTS_FOR_HOURS) return
  const hour = hourOf(at, day)
  const visits = (season.hourVisits[hour] ?? 0) + 1
  season.hourVisits[hour] = visits
  const shared = Math.min(HOUR_RATE, Math.max(LEAST_RATE, (HOUR_RATE * HOURS) / pointsPerDay))
  season.hours[hour] = (season.hours[hour] ?? 0) + Math.max(shared, 1 / (visits + 1)) * missed
}

function hourOf(at: number, day: number): number {
  return Math.floor((at - day * DAY_MS) / HOUR_MS)
}

/** Which number a weekday has does not matter. */
function weekdayOf(day: number): number {
  return ((day % 7) + 7) % 7
}
