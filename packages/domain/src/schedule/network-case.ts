import { CN_WORK_CALENDAR } from '../calendar/work-calendar.ts'
import { parseLocalDate } from '../calendar/local-date.ts'
import { atTime, parseLocalDateTime } from '../calendar/local-date-time.ts'
import type { LocalDateTime } from '../calendar/local-date-time.ts'
import { LINK_TYPES } from '../sheets/resolve-dependencies.ts'
import { readWeekText, withListedDays } from './read-calendar-text.ts'
import type { ListedDay } from './read-calendar-text.ts'
import { STANDARD_CALENDAR, withStatutoryDays } from './schedule-calendar.ts'
import type { ScheduleCalendar } from './schedule-calendar.ts'
import { CONSTRAINT_TYPES, PLAIN_TASK } from './schedule-network.ts'
import type {
  LinkLag,
  NetworkLink,
  NetworkTask,
  ScheduleNetwork,
  TaskConstraint,
} from './schedule-network.ts'

/** A value of a case that cannot be used; `path` leads to it from the case. */
export class CaseMistake extends Error {
  override readonly name = 'CaseMistake'
  readonly path: readonly (string | number)[]

  constructor(path: readonly (string | number)[], message: string) {
    super(message)
    this.path = path
  }
}

export interface NetworkCase {
  readonly network: ScheduleNetwork
  /** Names given to parents only: summaries that are no tasks of the case. They follow its tasks. */
  readonly summaries: readonly string[]
  /** A calendar rests on the statutory days known here, which may not be published for every year. */
  readonly usesKnownDays: boolean
}

type Fields = Readonly<Record<string, unknown>>

/**
 * A network as people write it in JSON: durations and lags in days, dates with or without a time
 * (docs/domain/schedule.md).
 *
 * @param days take the place of the statutory days; null = those known here
 * @param hoursPerDay what "one day" is
 * @throws CaseMistake
 */
export function readNetworkCase(
  value: unknown,
  days: readonly ListedDay[] | null,
  hoursPerDay: number,
): NetworkCase {
  const source = fieldsOf(value, [])
  const dayMinutes = numberIn(source, 'hoursPerDay', [], hoursPerDay) * 60
  const calendars = new Map<string, ScheduleCalendar>()
  const calendarOf = (text: string, path: readonly (string | number)[]): string => {
    if (!calendars.has(text)) calendars.set(text, calendarNamed(text, path, days))
    return text
  }
  const calendar = source['calendar'] === undefined ? null : textIn(source, 'calendar', [])
  let project: string
  if (calendar !== null) project = calendarOf(calendar, ['calendar'])
  else {
    calendars.set(STANDARD_CALENDAR.name, withListedDays(STANDARD_CALENDAR, days ?? []))
    project = STANDARD_CALENDAR.name
  }
  const projectStart = momentIn(source, 'projectStart', [], '08:00')
  if (projectStart === null) throw new CaseMistake(['projectStart'], 'a start of the project is needed')
  const tasks = listIn(source, 'tasks', []).map((task, index) =>
    taskOf(task, ['tasks', index], dayMinutes, calendarOf),
  )
  const ids = new Set(tasks.map(({ id }) => id))
  const named = tasks.flatMap(({ parent }) => (parent === null || ids.has(parent) ? [] : [parent]))
  const summaries = [...new Set(named)]
  return {
    summaries,
    usesKnownDays:
      days === null && [...calendars.keys()].some((text) => readWeekText(text)?.isStatutory === true),
    network: {
      projectStart,
      statusDate: momentIn(source, 'statusDate', [], '00:00'),
      calendars: [...calendars].map(([name, one]) => ({ ...one, name })),
      calendar: project,
      tasks: [...tasks, ...summaries.map((id) => ({ ...PLAIN_TASK, id, durationMinutes: 0 }))],
      links:
        source['links'] === undefined
          ? []
          : listIn(source, 'links', []).map((link, index) => linkOf(link, ['links', index], dayMinutes)),
    },
  }
}

function calendarNamed(
  text: string,
  path: readonly (string | number)[],
  days: readonly ListedDay[] | null,
): ScheduleCalendar {
  const reading = readWeekText(text)
  if (reading === null) throw new CaseMistake(path, `no calendar can be read from "${text}"`)
  if (!reading.isStatutory) return reading.calendar
  return days === null
    ? withStatutoryDays(reading.calendar, CN_WORK_CALENDAR)
    : withListedDays(reading.calendar, days)
}

function taskOf(
  value: unknown,
  path: readonly (string | number)[],
  dayMinutes: number,
  calendarOf: (text: string, path: readonly (string | number)[]) => string,
): NetworkTask {
  const source = fieldsOf(value, path)
  const calendar = source['calendar'] ?? null
  const parent = source['parent'] ?? null
  const durationDays = numberIn(source, 'durationDays', path, 0)
  if (durationDays < 0) throw new CaseMistake([...path, 'durationDays'], 'a duration is not negative')
  const progress = numberIn(source, 'progress', path, 0)
  if (progress < 0 || progress > 1)
    throw new CaseMistake([...path, 'progress'], 'progress lies between 0 and 1')
  return {
    ...PLAIN_TASK,
    id: textIn(source, 'id', path),
    durationMinutes: Math.round(durationDays * dayMinutes),
    parent: parent === null ? null : textIn(source, 'parent', path),
    constraint: constraintOf(source, path),
    deadline: momentIn(source, 'deadline', path, '24:00'),
    calendar: calendar === null ? null : calendarOf(textIn(source, 'calendar', path), [...path, 'calendar']),
    actualStart: momentIn(source, 'actualStart', path, '08:00'),
    actualFinish: momentIn(source, 'actualFinish', path, '17:00'),
    progress,
  }
}

/** "SNET 2026-09-18": a start counts from the beginning of the day, a finish until its end, unless a time is given. */
function constraintOf(source: Fields, path: readonly (string | number)[]): TaskConstraint {
  const text = source['constraint'] ?? null
  if (text === null) return { type: 'ASAP' }
  const [word = '', date = ''] = String(text).trim().split(/\s+/)
  const name = word.toUpperCase()
  if (name === 'ASAP' || name === 'ALAP') return { type: name }
  const type = CONSTRAINT_TYPES.find((known) => known === name)
  const at =
    type === undefined ? null : momentOf(date, type.startsWith('F') || type === 'MFO' ? '24:00' : '00:00')
  if (type === undefined || at === null)
    throw new CaseMistake(
      [...path, 'constraint'],
      `"${String(text)}" is no constraint like "SNET 2026-09-18"`,
    )
  return { type, at }
}

function linkOf(value: unknown, path: readonly (string | number)[], dayMinutes: number): NetworkLink {
  const source = fieldsOf(value, path)
  const type = LINK_TYPES.find((known) => known === (source['type'] ?? 'FS'))
  if (type === undefined)
    throw new CaseMistake(
      [...path, 'type'],
      `"${String(source['type'])}" is none of ${LINK_TYPES.join(', ')}`,
    )
  return {
    from: textIn(source, 'from', path),
    to: textIn(source, 'to', path),
    type,
    lag: lagOf(source, path, dayMinutes),
  }
}

function lagOf(source: Fields, path: readonly (string | number)[], dayMinutes: number): LinkLag {
  if ((source['lagPercent'] ?? null) !== null)
    return { unit: 'percent', amount: numberIn(source, 'lagPercent', path, 0) / 100 }
  if ((source['lagElapsedDays'] ?? null) !== null)
    return { unit: 'elapsed', amount: Math.round(numberIn(source, 'lagElapsedDays', path, 0) * 1440) }
  return { unit: 'working', amount: Math.round(numberIn(source, 'lagDays', path, 0) * dayMinutes) }
}

function fieldsOf(value: unknown, path: readonly (string | number)[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CaseMistake(path, 'an object is needed here')
  return value as Fields
}

function listIn(source: Fields, name: string, path: readonly (string | number)[]): readonly unknown[] {
  const value = source[name]
  if (!Array.isArray(value)) throw new CaseMistake([...path, name], `${name} is a list`)
  return value
}

function textIn(source: Fields, name: string, path: readonly (string | number)[]): string {
  const value = source[name]
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string' || value === '') throw new CaseMistake([...path, name], `${name} is a text`)
  return value
}

function numberIn(source: Fields, name: string, path: readonly (string | number)[], missing: number): number {
  const value = source[name] ?? missing
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new CaseMistake([...path, name], `${name} is a number`)
  return value
}

function momentIn(
  source: Fields,
  name: string,
  path: readonly (string | number)[],
  time: string,
): LocalDateTime | null {
  const value = source[name] ?? null
  if (value === null) return null
  const moment = typeof value === 'string' ? momentOf(value, time) : null
  if (moment === null)
    throw new CaseMistake(
      [...path, name],
      `"${String(value)}" is no date like 2026-09-18 or 2026-09-18T08:00`,
    )
  return moment
}

function momentOf(text: string, time: string): LocalDateTime | null {
  if (parseLocalDate(text) === null) return parseLocalDateTime(text.slice(0, 16))
  return time === '24:00' ? atTime(text, 24, 0) : `${text}T${time}`
}
