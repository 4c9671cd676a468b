import { addDays, eachDay, weekdayOf } from './date-arithmetic.ts'
import { CN_STATUTORY_DAYS } from './cn-statutory-days.gen.ts'
import { yearOf } from './local-date.ts'
import type { LocalDate, Weekday } from './local-date.ts'

/** One festival of a year as published: days off, and weekend days that are worked in exchange. */
export interface StatutoryFestival {
  readonly name: string
  readonly nameEn: string
  readonly off: string
  readonly makeUp: string
}
export type StatutoryYear = readonly StatutoryFestival[]

/** A day that differs from its weekday. */
export interface CalendarException {
  readonly isWorking: boolean
  readonly name: string
  readonly nameEn: string
}

/** Which days are worked. Passed as a value: workspaces may correct it. */
export interface WorkCalendar {
  readonly weekend: readonly Weekday[]
  readonly exceptions: ReadonlyMap<LocalDate, CalendarException>
  /** Ascending. In every other year only the weekends are known. */
  readonly publishedYears: readonly number[]
}

export const DAY_KINDS = ['workday', 'weekend', 'holiday', 'make-up'] as const

export interface DayDetail {
  /** `make-up` 调休上班: a weekend day that is worked. */
  readonly kind: (typeof DAY_KINDS)[number]
  readonly isWorking: boolean
  /** Festival of a holiday or make-up day; null on ordinary days. */
  readonly name: string | null
  readonly nameEn: string | null
  /** False: the year's arrangement is not published, the answer knows weekends only. */
  readonly isPublished: boolean
}

/** A correction of single days by the workspace: a company holiday, or a year published after this release. */
export interface CalendarCorrection extends CalendarException {
  readonly date: LocalDate
}

/** The working calendar of mainland China, from the State Council's yearly notices (docs/domain/calendar.md). */
export const CN_WORK_CALENDAR: WorkCalendar = statutoryCalendar(CN_STATUTORY_DAYS)

/** What kind of day this is, and whether that is known for its year. */
export function dayDetail(date: LocalDate, calendar: WorkCalendar): DayDetail {
  const isPublished = calendar.publishedYears.includes(yearOf(date))
  const isWeekend = calendar.weekend.includes(weekdayOf(date))
  const exception = calendar.exceptions.get(date)
  if (exception === undefined) {
    const kind = isWeekend ? 'weekend' : 'workday'
    return { kind, isWorking: !isWeekend, name: null, nameEn: null, isPublished }
  }
  const { isWorking, name, nameEn } = exception
  const kind = isWorking ? (isWeekend ? 'make-up' : 'workday') : 'holiday'
  return { kind, isWorking, name, nameEn, isPublished: true }
}

export function isWorkingDay(date: LocalDate, calendar: WorkCalendar): boolean {
  return calendar.exceptions.get(date)?.isWorking ?? !calendar.weekend.includes(weekdayOf(date))
}

/** The same calendar with single days changed; a correction wins over the published day. */
export function withCorrections(
  calendar: WorkCalendar,
  corrections: readonly CalendarCorrection[],
): WorkCalendar {
  const exceptions = new Map(calendar.exceptions)
  for (const { date, isWorking, name, nameEn } of corrections)
    exceptions.set(date, { isWorking, name, nameEn })
  return { ...calendar, exceptions }
}

/** Years from `from` to `to` whose holidays are not published: what is computed there knows weekends only. */
export function unpublishedYears(from: LocalDate, to: LocalDate, calendar: WorkCalendar): number[] {
  const first = yearOf(from)
  const years = Array.from({ length: Math.max(0, yearOf(to) - first + 1) }, (_, index) => first + index)
  return years.filter((year) => !calendar.publishedYears.includes(year))
}

function statutoryCalendar(years: Readonly<Record<number, StatutoryYear>>): WorkCalendar {
  const exceptions = new Map<LocalDate, CalendarException>()
  for (const [year, festivals] of Object.entries(years)) {
    for (const { name, nameEn, off, makeUp } of festivals) {
      for (const date of expand(year, off)) exceptions.set(date, { isWorking: false, name, nameEn })
      for (const date of expand(year, makeUp)) exceptions.set(date, { isWorking: true, name, nameEn })
    }
  }
  return {
    weekend: [6, 7],
    exceptions,
    publishedYears: Object.keys(years)
      .map(Number)
      .toSorted((a, b) => a - b),
  }
}

/** "01-28..02-04 10-01" as dates. */
function expand(year: string, runs: string): LocalDate[] {
  return runs
    .split(' ')
    .filter((run) => run !== '')
    .flatMap((run) => {
      const [from = '', to = from] = run.split('..')
      return eachDay(`${year}-${from}`, `${year}-${to}`)
    })
}

/** The nearest working day before or on the date. */
export function workingDayAtOrBefore(date: LocalDate, calendar: WorkCalendar): LocalDate {
  return nearestWorkingDay(date, -1, calendar)
}

/** The nearest working day after or on the date. */
export function workingDayAtOrAfter(date: LocalDate, calendar: WorkCalendar): LocalDate {
  return nearestWorkingDay(date, 1, calendar)
}

/** @throws RangeError when a year around the date has no working day: such a calendar is a mistake. */
function nearestWorkingDay(date: LocalDate, step: 1 | -1, calendar: WorkCalendar): LocalDate {
  for (let distance = 0; distance <= 366; distance++) {
    const day = addDays(date, distance * step)
    if (isWorkingDay(day, calendar)) return day
  }
  throw new RangeError(`no working day within a year of ${date}`)
}
