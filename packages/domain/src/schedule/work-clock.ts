import type { LocalDateTime } from '../calendar/local-date-time.ts'
import { dayNumber, fromDayNumber } from '../calendar/local-date.ts'
import type { LocalDate, Weekday } from '../calendar/local-date.ts'
import type { ScheduleCalendar, WorkingDay } from './schedule-calendar.ts'
import { ScheduleRefusal } from './schedule-refusal.ts'

const MINUTES_PER_DAY = 1440
const FIRST_DAY = dayNumber('0001-01-01')
const LAST_DAY = dayNumber('9999-12-31')
/** Days known before the first question, each side of the day it is built for. */
const INITIAL_DAYS = 800
/** Half a usual day's work: the day of a point is then found in a step or two. */
const STEP_MINUTES = 240

/**
 * Working time of a calendar as a number line.
 *
 * An instant is the minute of the wall clock since 1970-01-01T00:00; a point counts the working
 * minutes up to an instant. Every instant of a gap (a night, a holiday) has the same point, so a
 * point has two instants: the end of the work before it and the start of the work after it.
 * Questions cost O(1): working minutes are summed once per day, and days are
 * listed by work.
 */
export class WorkClock {
  readonly #week: readonly WorkingDay[]
  readonly #exceptions: ReadonlyMap<number, WorkingDay>
  /** First known day. */
  #first: number
  #days: WorkingDay[] = []
  /** Working minutes before each known day, and after the last. Counted from the first day asked for. */
  #before = new Float64Array(1)
  /** The known day at every `STEP_MINUTES` of work. */
  #dayAtStep: Int32Array = new Int32Array(1)

  /** @throws ScheduleRefusal `no_working_time` */
  constructor(calendar: ScheduleCalendar, around: LocalDate) {
    this.#week = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday: Weekday) => calendar.week[weekday])
    this.#exceptions = new Map([...calendar.exceptions].map(([date, day]) => [dayNumber(date), day]))
    const hasWork =
      this.#week.some((day) => day.length > 0) ||
      [...calendar.exceptions.values()].some((day) => day.length > 0)
    if (!hasWork)
      throw new ScheduleRefusal('no_working_time', `calendar ${calendar.name} has no working time`)
    const middle = dayNumber(around)
    this.#first = Math.max(FIRST_DAY, middle - INITIAL_DAYS)
    this.#extend(this.#first, Math.min(LAST_DAY, middle + INITIAL_DAYS))
  }

  /** Working minutes up to the instant. */
  pointAt(instant: number): number {
    const day = Math.floor(instant / MINUTES_PER_DAY)
    this.#cover(day)
    const index = day - this.#first
    const minute = instant - day * MINUTES_PER_DAY
    let worked = this.#before[index] ?? 0
    for (const { from, to } of this.#days[index] ?? []) {
      if (minute <= from) break
      worked += Math.min(minute, to) - from
    }
    return worked
  }

  /** The last instant of the work before the point: 17:00 rather than 08:00 of the next day. */
  finishAt(point: number): number {
    for (;;) {
      const index = this.#lastDayBefore(point)
      if (index !== null) {
        let left = point - (this.#before[index] ?? 0)
        for (const { from, to } of this.#days[index] ?? []) {
          if (left <= to - from) return (this.#first + index) * MINUTES_PER_DAY + from + left
          left -= to - from
        }
      }
      if (point > (this.#before[this.#days.length] ?? 0)) this.#growAfter()
      else this.#growBefore()
    }
  }

  /** The first instant of the work after the point: 08:00 rather than 17:00 of the day before. */
  startAt(point: number): number {
    for (;;) {
      const index = this.#firstDayAfter(point)
      if (index !== null) {
        let left = point - (this.#before[index] ?? 0)
        for (const { from, to } of this.#days[index] ?? []) {
          if (left < to - from) return (this.#first + index) * MINUTES_PER_DAY + from + left
          left -= to - from
        }
      }
      if (point >= (this.#before[this.#days.length] ?? 0)) this.#growAfter()
      else this.#growBefore()
    }
  }

  /** `minutes` of work later: at the end of that work; earlier when negative: at its start. 0 leaves the instant. */
  add(instant: number, minutes: number): number {
    if (minutes === 0) return instant
    const point = this.pointAt(instant) + minutes
    return minutes > 0 ? this.finishAt(point) : this.startAt(point)
  }

  /** The instant itself within work, else the start of the work that follows. */
  next(instant: number): number {
    return this.startAt(this.pointAt(instant))
  }

  /** The instant itself within work, else the end of the work before. */
  previous(instant: number): number {
    return this.finishAt(this.pointAt(instant))
  }

  /** The last known day with less work before it than the point; null when it is not among the known days. */
  #lastDayBefore(point: number): number | null {
    const before = this.#before
    if (point > (before[this.#days.length] ?? 0) || point <= (before[0] ?? 0)) return null
    let day = this.#dayNear(point)
    while ((before[day] ?? 0) >= point) day--
    while ((before[day + 1] ?? 0) < point) day++
    return day
  }

  /** The first known day with more work up to its end than the point; null when it is not among the known days. */
  #firstDayAfter(point: number): number | null {
    const before = this.#before
    if (point >= (before[this.#days.length] ?? 0) || point < (before[0] ?? 0)) return null
    let day = this.#dayNear(point)
    while ((before[day] ?? 0) > point) day--
    while ((before[day + 1] ?? 0) <= point) day++
    return day
  }

  /** A day not far from the point: from a list of the days at every so many minutes of work. */
  #dayNear(point: number): number {
    return this.#dayAtStep[Math.floor((point - (this.#before[0] ?? 0)) / STEP_MINUTES)] ?? 0
  }

  #cover(day: number): void {
    if (!(day >= FIRST_DAY && day <= LAST_DAY)) throw outOfRange()
    while (day < this.#first) this.#growBefore()
    while (day >= this.#first + this.#days.length) this.#growAfter()
  }

  #growAfter(): void {
    const last = this.#first + this.#days.length - 1
    if (last >= LAST_DAY) throw outOfRange()
    this.#extend(this.#first, Math.min(LAST_DAY, last + this.#days.length))
  }

  #growBefore(): void {
    if (this.#first <= FIRST_DAY) throw outOfRange()
    const last = this.#first + this.#days.length - 1
    this.#extend(Math.max(FIRST_DAY, this.#first - this.#days.length), last)
  }

  /** Sums the days anew; days before those known count below zero, so that points stay what they were. */
  #extend(first: number, last: number): void {
    const days = Array.from({ length: last - first + 1 }, (_unused, index) => this.#dayAt(first + index))
    const before = new Float64Array(days.length + 1)
    for (const [index, day] of days.entries()) before[index + 1] = (before[index] ?? 0) + workOf(day)
    const known = this.#days.length === 0 ? 0 : this.#first - first
    const shift = (this.#before[0] ?? 0) - (before[known] ?? 0)
    this.#before = before.map((minutes) => minutes + shift)
    this.#days = days
    this.#first = first
    this.#dayAtStep = daysAtSteps(this.#before)
  }

  #dayAt(day: number): WorkingDay {
    // 1970-01-01 was a Thursday, the fourth of the week.
    return this.#exceptions.get(day) ?? this.#week[(((day + 3) % 7) + 7) % 7] ?? []
  }
}

/** The wall clock's minute of the start of a date. */
export function instantOf(date: LocalDate, minuteOfDay: number): number {
  return dayNumber(date) * MINUTES_PER_DAY + minuteOfDay
}

/** Writes instants as `YYYY-MM-DDTHH:mm`, each day's text made once; fractions of a minute are dropped. */
export function momentWriter(): (instant: number) => LocalDateTime {
  const dates = new Map<number, LocalDate>()
  return (instant) => {
    const day = Math.floor(instant / MINUTES_PER_DAY)
    const minute = Math.floor(instant - day * MINUTES_PER_DAY)
    let date = dates.get(day)
    if (date === undefined) {
      date = fromDayNumber(day)
      dates.set(day, date)
    }
    return `${date}T${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
  }
}

function workOf(day: WorkingDay): number {
  return day.reduce((sum, { from, to }) => sum + to - from, 0)
}

function daysAtSteps(before: Float64Array): Int32Array {
  const least = before[0] ?? 0
  const steps = Math.floor(((before.at(-1) ?? 0) - least) / STEP_MINUTES) + 1
  const days = new Int32Array(steps)
  let day = 0
  for (let step = 0; step < steps; step++) {
    while (day < before.length - 2 && (before[day + 1] ?? 0) <= least + step * STEP_MINUTES) day++
    days[step] = day
  }
  return days
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

function outOfRange(): ScheduleRefusal {
  return new ScheduleRefusal('out_of_range', 'the dates leave the years 0001 to 9999')
}
