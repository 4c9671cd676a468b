import { eachDay } from '@yingce/domain/calendar/date-arithmetic'
import { parseLocalDate, type Weekday } from '@yingce/domain/calendar/local-date'
import {
  STANDARD_CALENDAR,
  type ScheduleCalendar,
  type WorkingDay,
} from '@yingce/domain/schedule/schedule-calendar'
import { childText, elements, firstElement, type XmlElement } from '../read/xml-elements.ts'
import type { ProjectFileNotice } from './project-file.ts'

/** Longest exception that is read day by day: a century. */
const MAX_EXCEPTION_DAYS = 36_600

export interface MspdiCalendars {
  /** By UID; every calendar with the days of the one it is based on. */
  readonly byUid: ReadonlyMap<string, ScheduleCalendar>
  readonly notices: readonly ProjectFileNotice[]
}

/** Calendars of an MSPDI file. Names are made unique by their UID where two are alike. */
export function readMspdiCalendars(project: XmlElement): MspdiCalendars {
  const notices: ProjectFileNotice[] = []
  const found = new Map(
    elements(firstElement(project, 'Calendars'), 'Calendar').map((one) => [childText(one, 'UID') ?? '', one]),
  )
  const byUid = new Map<string, ScheduleCalendar>()
  const names = new Set<string>()
  const read = (uid: string, path: readonly string[]): ScheduleCalendar => {
    const known = byUid.get(uid)
    const element = found.get(uid)
    if (known !== undefined) return known
    if (element === undefined || path.includes(uid)) return STANDARD_CALENDAR
    const base = childText(element, 'BaseCalendarUID')
    const isBased = base !== null && base !== '-1' && base !== uid && found.has(base)
    const parent = isBased ? read(base, [...path, uid]) : { ...STANDARD_CALENDAR, exceptions: new Map() }
    const name = childText(element, 'Name') ?? uid
    const calendar = calendarOf(element, names.has(name) ? `${name} (${uid})` : name, parent, notices)
    names.add(calendar.name)
    byUid.set(uid, calendar)
    return calendar
  }
  for (const uid of found.keys()) read(uid, [])
  return { byUid, notices }
}

function calendarOf(
  element: XmlElement,
  name: string,
  base: ScheduleCalendar,
  notices: ProjectFileNotice[],
): ScheduleCalendar {
  const week: Record<Weekday, WorkingDay> = { ...base.week }
  const exceptions = new Map(base.exceptions)
  const except = (one: XmlElement): void => {
    const period = firstElement(one, 'TimePeriod')
    const from = parseLocalDate((childText(period, 'FromDate') ?? '').slice(0, 10))
    const to = parseLocalDate((childText(period, 'ToDate') ?? '').slice(0, 10))
    if (from === null || to === null) return
    const type = Number(childText(one, 'Type') ?? 1)
    if (type !== 1 || Number(childText(one, 'Period') ?? 1) > 1) {
      notices.push({ code: 'recurring_exception', calendar: name })
      return
    }
    for (const date of eachDay(from, to).slice(0, MAX_EXCEPTION_DAYS)) exceptions.set(date, hoursOf(one))
  }
  for (const day of elements(firstElement(element, 'WeekDays'), 'WeekDay')) {
    const type = Number(childText(day, 'DayType') ?? -1)
    if (type === 0) except(day)
    // 1 = Sunday … 7 = Saturday.
    else if (type >= 1 && type <= 7) week[(type === 1 ? 7 : type - 1) as Weekday] = hoursOf(day)
  }
  for (const one of elements(firstElement(element, 'Exceptions'), 'Exception')) except(one)
  return { name, week, exceptions }
}

function hoursOf(day: XmlElement): WorkingDay {
  if (childText(day, 'DayWorking') !== '1') return []
  return elements(firstElement(day, 'WorkingTimes'), 'WorkingTime')
    .map((time) => {
      const to = minuteOf(childText(time, 'ToTime'))
      return { from: minuteOf(childText(time, 'FromTime')), to: to === 0 ? 1440 : to }
    })
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from)
}

function minuteOf(time: string | null): number {
  const [hour = 0, minute = 0] = (time ?? '').split(':').map(Number)
  return hour * 60 + minute
}
