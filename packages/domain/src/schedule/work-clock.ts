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
/** Half a usual day's work: the stretch of a point is then found in a step or two. */
const STEP_MINUTES = 240

/**
 * Working time of a calendar as a number line.
 *
 * An instant is the minute of the wall clock since 1970-01-01T00:00; a point counts the working
 * minutes up to an instant. Every instant of a gap (a night, a holiday) has the same point, so a
 * point has two instants: the end of the work before it and the start of the work after it.
 * Questions cost O(1): the stretches of work lie in columns, found by day and by work done.
 */
export class WorkClock {
  readonly #week: readonly WorkingDay[]
  readonly #exceptions: ReadonlyMap<number, WorkingDay>
  /** The days that are known, both included. */
  #firstDay: number
  #lastDay: number
  /** Where each stretch of work begins, ascending. */
  #instants = new Float64Array(0)
  /** The point of each stretch's beginning, and of the last one's end. Counted from the first day asked for. */
  #points = new Float64Array(1)
  /** The first stretch of each known day or of a later one, and the number of stretches. */
  #ofDay = new Int32Array(1)
  /** The stretch that goes on at every `STEP_MINUTES` of work. */
  #ofStep = new Int32Array(1)

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
    this.#firstDay = Math.max(FIRST_DAY, middle - INITIAL_DAYS)
    this.#lastDay = this.#firstDay - 1
    this.#extend(this.#firstDay, Math.min(LAST_DAY, middle + INITIAL_DAYS))
  }

  /** Working minutes up to the instant. */
  pointAt(instant: number): number {
    const day = Math.floor(instant / MINUTES_PER_DAY)
    if (!(day >= this.#firstDay && day <= this.#lastDay)) this.#cover(day)
    const points = this.#points
    const index = day - this.#firstDay
    const end = this.#ofDay[index + 1] ?? 0
    for (let stretch = this.#ofDay[index] ?? 0; stretch < end; stretch++) {
      const point = points[stretch] ?? 0
      const since = instant - (this.#instants[stretch] ?? 0)
      if (since <= 0) return point
      if (point + since < (points[stretch + 1] ?? 0)) return point + since
    }
    return points[end] ?? 0
  }

  /** The last instant of the work before the point: 17:00 rather than 08:00 of the next day. */
  finishAt(point: number): number {
    while (point <= (this.#points[0] ?? 0)) this.#growBefore(point)
    while (point > (this.#points[this.#instants.length] ?? 0)) this.#growAfter(point)
    const points = this.#points
    let stretch = this.#near(point)
    while ((points[stretch] ?? 0) >= point) stretch--
    while ((points[stretch + 1] ?? 0) < point) stretch++
    return (this.#instants[stretch] ?? 0) + point - (points[stretch] ?? 0)
  }

  /** The first instant of the work after the point: 08:00 rather than 17:00 of the day before. */
  startAt(point: number): number {
    while (point < (this.#points[0] ?? 0)) this.#growBefore(point)
    while (point >= (this.#points[this.#instants.length] ?? 0)) this.#growAfter(point)
    const points = this.#points
    let stretch = this.#near(point)
    while ((points[stretch] ?? 0) > point) stretch--
    while ((points[stretch + 1] ?? 0) <= point) stretch++
    return (this.#instants[stretch] ?? 0) + point - (points[stretch] ?? 0)
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

  /** A stretch not far from the point. */
  #near(point: number): number {
    return this.#ofStep[Math.floor((point - (this.#points[0] ?? 0)) / STEP_MINUTES)] ?? 0
  }

  #cover(day: number): void {
    if (!(day >= FIRST_DAY && day <= LAST_DAY)) throw outOfRange()
    while (day < this.#firstDay) this.#growBefore(0)
    while (day > this.#lastDay) this.#growAfter(0)
  }

  /** @param point what is looked for: refused at once where even work round the clock would not reach it */
  #growAfter(point: number): void {
    const missing = point - (this.#points[this.#instants.length] ?? 0)
    if (this.#lastDay >= LAST_DAY || missing > (LAST_DAY - this.#lastDay) * MINUTES_PER_DAY)
      throw outOfRange()
    this.#extend(this.#firstDay, Math.min(LAST_DAY, this.#lastDay + this.#knownDays()))
  }

  /** @param point see `#growAfter` */
  #growBefore(point: number): void {
    const missing = (this.#points[0] ?? 0) - point
    if (this.#firstDay <= FIRST_DAY || missing > (this.#firstDay - FIRST_DAY) * MINUTES_PER_DAY)
      throw outOfRange()
    this.#extend(Math.max(FIRST_DAY, this.#firstDay - this.#knownDays()), this.#lastDay)
  }

  #knownDays(): number {
    return this.#lastDay - this.#firstDay + 1
  }

  /** Lists the stretches anew; those before the known ones count below zero, so that points stay what they were. */
  #extend(first: number, last: number): void {
    const ofDay = new Int32Array(last - first + 2)
    let count = 0
    for (let day = first; day <= last; day++) {
      count += this.#dayAt(day).length
      ofDay[day - first + 1] = count
    }
    const instants = new Float64Array(count)
    const points = new Float64Array(count + 1)
    let stretch = 0
    let point = 0
    for (let day = first; day <= last; day++)
      for (const { from, to } of this.#dayAt(day)) {
        instants[stretch++] = day * MINUTES_PER_DAY + from
        point += to - from
        points[stretch] = point
      }
    const isFirst = this.#lastDay < this.#firstDay
    const known = isFirst ? 0 : (points[ofDay[this.#firstDay - first] ?? 0] ?? 0)
    const shift = (this.#points[0] ?? 0) - known
    for (let index = 0; index <= count; index++) points[index] = (points[index] ?? 0) + shift
    this.#points = points
    this.#instants = instants
    this.#ofDay = ofDay
    this.#ofStep = stretchesAtSteps(this.#points)
    this.#firstDay = first
    this.#lastDay = last
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
  const times: string[] = []
  let lastDay = NaN
  let lastDate = ''
  return (instant) => {
    const day = Math.floor(instant / MINUTES_PER_DAY)
    const minute = Math.floor(instant - day * MINUTES_PER_DAY)
    if (day !== lastDay) {
      lastDate = dates.get(day) ?? fromDayNumber(day)
      lastDay = day
      dates.set(day, lastDate)
    }
    const time = (times[minute] ??= `T${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`)
    return lastDate + time
  }
}

function stretchesAtSteps(points: Float64Array): Int32Array<ArrayBuffer> {
  const least = points[0] ?? 0
  const steps = Math.floor(((points.at(-1) ?? 0) - least) / STEP_MINUTES) + 1
  const stretches = new Int32Array(steps)
  let stretch = 0
  for (let step = 0; step < steps; step++) {
    while (stretch < points.length - 2 && (points[stretch + 1] ?? 0) <= least + step * STEP_MINUTES) stretch++
    stretches[step] = stretch
  }
  return stretches
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

function outOfRange(): ScheduleRefusal {
  return new ScheduleRefusal('out_of_range', 'the dates leave the years 0001 to 9999')
}
