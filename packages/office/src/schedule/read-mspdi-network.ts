import { parseLocalDateTime, type LocalDateTime } from '@yingce/domain/calendar/local-date-time'
import { STANDARD_CALENDAR, type ScheduleCalendar } from '@yingce/domain/schedule/schedule-calendar'
import {
  DEFAULT_SCHEDULE_POLICY,
  PLAIN_TASK,
  type NetworkLink,
  type NetworkTask,
} from '@yingce/domain/schedule/schedule-network'
import { OfficeFileError } from '../office-file-error.ts'
import { childText, elements, firstElement, parseXml, type XmlElement } from '../read/xml-elements.ts'
import {
  constraintOfMspdi,
  isElapsedFormat,
  lagOfMspdi,
  linkTypeOfMspdi,
  minutesOfDuration,
} from './mspdi-codes.ts'
import type { ProjectFile, ProjectFileNotice } from './project-file.ts'
import { readMspdiCalendars } from './read-mspdi-calendars.ts'

const ROUND_THE_CLOCK = [{ from: 0, to: 1440 }]
/** For durations that count through nights and days off. */
const ELAPSED: ScheduleCalendar = {
  name: 'Elapsed',
  week: {
    1: ROUND_THE_CLOCK,
    2: ROUND_THE_CLOCK,
    3: ROUND_THE_CLOCK,
    4: ROUND_THE_CLOCK,
    5: ROUND_THE_CLOCK,
    6: ROUND_THE_CLOCK,
    7: ROUND_THE_CLOCK,
  },
  exceptions: new Map(),
}

/**
 * The network of an MS Project XML file (MSPDI): tasks by their UID with hierarchy, links, constraints,
 * progress and calendars. The project's own row (UID 0), blank rows and inactive tasks are left out.
 * Source: Microsoft's MSPDI schema.
 *
 * @throws OfficeFileError `broken_file`
 */
export function readMspdiNetwork(xml: string): ProjectFile {
  const project = firstElement(parseXml(xml, 'MS Project XML'), 'Project')
  const rows = elements(firstElement(project, 'Tasks'), 'Task').filter(
    (task) =>
      childText(task, 'UID') !== '0' &&
      childText(task, 'IsNull') !== '1' &&
      childText(task, 'Active') !== '0',
  )
  const { byUid, notices: ofCalendars } = readMspdiCalendars(project)
  const notices: ProjectFileNotice[] = [...ofCalendars]
  if (childText(project, 'ScheduleFromStart') === '0') notices.push({ code: 'scheduled_from_finish' })
  const starts = rows.map((row) => moment(row, 'Start')).filter((start) => start !== null)
  const projectStart = moment(project, 'StartDate') ?? starts.toSorted()[0]
  if (projectStart === undefined)
    throw new OfficeFileError('broken_file', 'MS Project XML: no StartDate', { part: 'MS Project XML' })
  const parents = parentsByLevel(rows)
  const tasks = rows.map((row, index) => taskOf(row, parents[index] ?? null, byUid))
  const known = new Set(tasks.map(({ id }) => id))
  const links = rows.flatMap((row) => linksOf(row, known, notices))
  const calendar =
    byUid.get(childText(project, 'CalendarUID') ?? '') ?? [...byUid.values()][0] ?? STANDARD_CALENDAR
  const minutesPerDay = Number(childText(project, 'MinutesPerDay') ?? 480) || 480
  const calendars = new Map([ELAPSED, STANDARD_CALENDAR, ...byUid.values()].map((one) => [one.name, one]))
  return {
    name: childText(project, 'Name'),
    network: {
      projectStart,
      statusDate: moment(project, 'StatusDate'),
      calendars: [...calendars.values()],
      calendar: calendar.name,
      tasks,
      links,
    },
    policy: {
      ...DEFAULT_SCHEDULE_POLICY,
      openEnds: childText(project, 'MultipleCriticalPaths') === '1' ? 'own-finish' : 'project-finish',
      criticalSlackMinutes: Number(childText(project, 'CriticalSlackLimit') ?? 0) * minutesPerDay || 0,
    },
    titles: new Map(rows.map((row) => [childText(row, 'UID') ?? '', childText(row, 'Name') ?? ''])),
    minutesPerDay,
    notices,
  }
}

function taskOf(
  row: XmlElement,
  parent: string | null,
  calendars: ReadonlyMap<string, ScheduleCalendar>,
): NetworkTask {
  const isElapsed = isElapsedFormat(Number(childText(row, 'DurationFormat') ?? 7))
  const start = moment(row, 'Start')
  const finish = moment(row, 'Finish')
  const isManual = childText(row, 'Manual') === '1' && start !== null && finish !== null
  const calendar = calendars.get(childText(row, 'CalendarUID') ?? '')?.name ?? null
  return {
    ...PLAIN_TASK,
    id: childText(row, 'UID') ?? '',
    durationMinutes: Math.round(minutesOfDuration(childText(row, 'Duration')) ?? 0),
    parent,
    constraint: constraintOfMspdi(
      Number(childText(row, 'ConstraintType') ?? 0),
      moment(row, 'ConstraintDate'),
    ),
    deadline: moment(row, 'Deadline'),
    calendar: isElapsed ? ELAPSED.name : calendar,
    actualStart: moment(row, 'ActualStart'),
    actualFinish: moment(row, 'ActualFinish'),
    progress: Number(childText(row, 'PercentComplete') ?? 0) / 100 || 0,
    manual: isManual ? { start, finish } : null,
  }
}

/** The nearest row above with a lower outline level. */
function parentsByLevel(rows: readonly XmlElement[]): (string | null)[] {
  const open: { readonly level: number; readonly uid: string }[] = []
  return rows.map((row) => {
    const level = Number(childText(row, 'OutlineLevel') ?? 1)
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const parent = open.at(-1)?.uid ?? null
    open.push({ level, uid: childText(row, 'UID') ?? '' })
    return parent
  })
}

function linksOf(row: XmlElement, known: ReadonlySet<string>, notices: ProjectFileNotice[]): NetworkLink[] {
  const to = childText(row, 'UID') ?? ''
  return elements(row, 'PredecessorLink').flatMap((link): NetworkLink[] => {
    const from = childText(link, 'PredecessorUID') ?? ''
    if (!known.has(from)) {
      notices.push({ code: 'unknown_predecessor', task: to, predecessor: from })
      return []
    }
    return [
      {
        from,
        to,
        type: linkTypeOfMspdi(Number(childText(link, 'Type') ?? 1)),
        lag: lagOfMspdi(
          Number(childText(link, 'LinkLag') ?? 0) || 0,
          Number(childText(link, 'LagFormat') ?? 7),
        ),
      },
    ]
  })
}

/** Date and time without seconds; null when missing. */
function moment(parent: XmlElement, name: string): LocalDateTime | null {
  return parseLocalDateTime((childText(parent, name) ?? '').slice(0, 16))
}
