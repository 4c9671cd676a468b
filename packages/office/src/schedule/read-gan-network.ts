import { localDate, parseLocalDate, type LocalDate, type Weekday } from '@yingce/domain/calendar/local-date'
import {
  makeUpHours,
  STANDARD_CALENDAR,
  STANDARD_DAY,
  type ScheduleCalendar,
} from '@yingce/domain/schedule/schedule-calendar'
import {
  DEFAULT_SCHEDULE_POLICY,
  PLAIN_TASK,
  type NetworkLink,
  type NetworkTask,
  type TaskConstraint,
} from '@yingce/domain/schedule/schedule-network'
import { linkTypeOfGan } from './gan-link-type.ts'
import { OfficeFileError } from '../office-file-error.ts'
import { attribute, elements, firstElement, parseXml, type XmlElement } from '../read/xml-elements.ts'
import type { ProjectFile, ProjectFileNotice } from './project-file.ts'

const WEEKDAYS: readonly (readonly [string, Weekday])[] = [
  ['mon', 1],
  ['tue', 2],
  ['wed', 3],
  ['thu', 4],
  ['fri', 5],
  ['sat', 6],
  ['sun', 7],
]
const MINUTES_PER_DAY = 480

/**
 * The network of a GanttProject file (.gan). Days have the standard hours. A task without predecessors
 * starts no earlier than the file says; one with predecessors where they put it, no earlier than its
 * "earliest begin" (`thirdDate-constraint` 1). Progress has no dates in this format and moves nothing.
 *
 * @throws OfficeFileError `broken_file`
 */
export function readGanNetwork(xml: string): ProjectFile {
  const project = firstElement(parseXml(xml, 'GanttProject file'), 'project')
  const rows: { readonly element: XmlElement; readonly parent: string | null }[] = []
  collect(firstElement(project, 'tasks'), null, rows)
  const notices: ProjectFileNotice[] = []
  const known = new Set(rows.map(({ element }) => idOf(element)))
  const links = rows.flatMap(({ element }) =>
    elements(element, 'depend').flatMap((link): NetworkLink[] => {
      const to = attribute(link, 'id') ?? ''
      const from = idOf(element)
      if (!known.has(to)) {
        notices.push({ code: 'unknown_predecessor', task: to, predecessor: from })
        return []
      }
      const days = Number(attribute(link, 'difference') ?? 0) || 0
      const type = linkTypeOfGan(attribute(link, 'type'))
      return [{ from, to, type, lag: { unit: 'working', amount: days * MINUTES_PER_DAY } }]
    }),
  )
  const starts = rows.flatMap(({ element }) => dateOf(element, 'start') ?? [])
  const first = starts.toSorted()[0]
  if (first === undefined)
    throw new OfficeFileError('broken_file', 'GanttProject file: no task has a start', {
      part: 'GanttProject file',
    })
  const linked = new Set(links.map(({ to }) => to))
  const calendar = calendarOf(firstElement(project, 'calendars'))
  return {
    name: attribute(project, 'name'),
    network: {
      projectStart: `${first}T08:00`,
      statusDate: null,
      calendars: [calendar],
      calendar: calendar.name,
      tasks: rows.map(({ element, parent }) => taskOf(element, parent, linked.has(idOf(element)))),
      links,
    },
    policy: DEFAULT_SCHEDULE_POLICY,
    titles: new Map(rows.map(({ element }) => [idOf(element), attribute(element, 'name') ?? ''])),
    minutesPerDay: MINUTES_PER_DAY,
    notices,
  }
}

function collect(
  parent: XmlElement,
  id: string | null,
  into: { element: XmlElement; parent: string | null }[],
): void {
  for (const element of elements(parent, 'task')) {
    into.push({ element, parent: id })
    collect(element, idOf(element), into)
  }
}

function idOf(element: XmlElement): string {
  return attribute(element, 'id') ?? ''
}

function taskOf(element: XmlElement, parent: string | null, isLinked: boolean): NetworkTask {
  const isMilestone = attribute(element, 'meeting') === 'true'
  const days = isMilestone ? 0 : Number(attribute(element, 'duration') ?? 0) || 0
  const earliest = attribute(element, 'thirdDate-constraint') === '1' ? dateOf(element, 'thirdDate') : null
  const start = isLinked ? earliest : dateOf(element, 'start')
  const constraint: TaskConstraint =
    start === null ? { type: 'ASAP' } : { type: 'SNET', at: `${start}T00:00` }
  return { ...PLAIN_TASK, id: idOf(element), durationMinutes: days * MINUTES_PER_DAY, parent, constraint }
}

function calendarOf(calendars: XmlElement): ScheduleCalendar {
  const off = firstElement(firstElement(calendars, 'day-types'), 'default-week')
  const week = { ...STANDARD_CALENDAR.week }
  for (const [name, weekday] of WEEKDAYS) {
    const flag = attribute(off, name)
    if (flag !== null) week[weekday] = flag === '1' ? [] : STANDARD_DAY
  }
  const calendar = { name: 'GanttProject', week, exceptions: new Map<LocalDate, typeof STANDARD_DAY>() }
  for (const day of elements(calendars, 'date')) {
    const date = localDate(
      Number(attribute(day, 'year') ?? 0),
      Number(attribute(day, 'month') ?? 0),
      Number(attribute(day, 'date') ?? 0),
    )
    // A day without a year returns every year, which exceptions of single days do not hold.
    if (date === null) continue
    const type = attribute(day, 'type')
    if (type === 'HOLIDAY') calendar.exceptions.set(date, [])
    else if (type === 'WORKING_DAY') calendar.exceptions.set(date, makeUpHours(calendar, date))
  }
  return calendar
}

function dateOf(element: XmlElement, name: string): LocalDate | null {
  return parseLocalDate(attribute(element, name) ?? '')
}
