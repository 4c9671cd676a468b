import type { LocalDateTime } from '@yingce/domain/calendar/local-date-time'
import type { Weekday } from '@yingce/domain/calendar/local-date'
import type { Schedule } from '@yingce/domain/schedule/schedule'
import type { ScheduleCalendar, WorkingDay } from '@yingce/domain/schedule/schedule-calendar'
import type { NetworkLink, NetworkTask } from '@yingce/domain/schedule/schedule-network'
import { scheduledTasks, type ScheduledTask } from '@yingce/domain/schedule/scheduled-tasks'
import { xmlText } from '../xml-text.ts'
import { MSPDI_CONSTRAINTS, MSPDI_LINK_TYPES, mspdiLag } from './mspdi-codes.ts'
import type { ProjectFile } from './project-file.ts'

/** An element: text, or children. Undefined children are left out. */
type Child = string | undefined

/**
 * A computed project as MS Project XML (MSPDI), with its dates, slack and critical tasks. It says
 * `ProjectExternallyEdited` 0, else MS Project derives the durations anew. Ids must be numbers as in a
 * file that was read; others are numbered in their order.
 */
export function writeMspdi(file: ProjectFile, schedule: Schedule): string {
  const { network, minutesPerDay } = { ...file, network: schedule.network }
  const uidOf = uidsOf(network.tasks)
  const calendars = network.calendars
  const calendarUid = (name: string): number => calendars.findIndex((one) => one.name === name) + 1
  const scheduled = scheduledTasks(schedule)
  const finish = scheduled.reduce(
    (last, task) => (task.finish > last ? task.finish : last),
    network.projectStart,
  )
  const levels = levelsOf(network.tasks)
  const before = Map.groupBy(network.links, ({ to }) => to)
  const tasks = network.tasks.map((task, index) =>
    taskXml({
      task: { ...task, durationMinutes: workOf(schedule, index) },
      dates: scheduled[index] as ScheduledTask,
      uid: uidOf(task.id),
      row: index + 1,
      level: levels.get(task.id) ?? 1,
      title: file.titles.get(task.id) ?? task.id,
      calendar: task.calendar === null ? -1 : calendarUid(task.calendar),
      links: (before.get(task.id) ?? []).map((link) => linkXml(link, uidOf)),
    }),
  )
  const body = [
    text('Name', file.name ?? ''),
    text('ScheduleFromStart', 1),
    date('StartDate', network.projectStart),
    date('FinishDate', finish),
    text('CriticalSlackLimit', schedule.compiled.policy.criticalSlackMinutes / minutesPerDay),
    text('CalendarUID', calendarUid(network.calendar)),
    text('MinutesPerDay', minutesPerDay),
    text('MinutesPerWeek', minutesPerDay * 5),
    text('MultipleCriticalPaths', schedule.compiled.policy.openEnds === 'own-finish' ? 1 : 0),
    network.statusDate === null ? undefined : date('StatusDate', network.statusDate),
    text('ProjectExternallyEdited', 0),
    group(
      'Calendars',
      calendars.map((one, index) => calendarXml(one, index + 1)),
    ),
    group('Tasks', tasks),
  ]
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Project xmlns="http://schemas.microsoft.com/project">\n${body.filter((one) => one !== undefined).join('\n')}\n</Project>\n`
}

interface TaskParts {
  readonly task: NetworkTask
  readonly dates: ScheduledTask
  readonly uid: number
  readonly row: number
  readonly level: number
  readonly title: string
  readonly calendar: number
  readonly links: readonly string[]
}

function taskXml({ task, dates, uid, row, level, title, calendar, links }: TaskParts): string {
  const { constraint, deadline, actualStart, actualFinish, progress } = task
  return group('Task', [
    text('UID', uid),
    text('ID', row),
    text('Name', title),
    text('Manual', task.manual === null ? 0 : 1),
    text('OutlineLevel', level),
    date('Start', dates.start),
    date('Finish', dates.finish),
    text('Duration', `PT${Math.floor(task.durationMinutes / 60)}H${task.durationMinutes % 60}M0S`),
    text('DurationFormat', task.calendar === 'Elapsed' ? 8 : 7),
    text('Milestone', dates.isMilestone ? 1 : 0),
    text('Summary', dates.isSummary ? 1 : 0),
    text('Critical', dates.isCritical ? 1 : 0),
    date('EarlyStart', dates.earlyStart),
    date('EarlyFinish', dates.earlyFinish),
    date('LateStart', dates.lateStart),
    date('LateFinish', dates.lateFinish),
    text('FreeSlack', dates.freeSlackMinutes * 10),
    text('TotalSlack', dates.totalSlackMinutes * 10),
    text('PercentComplete', Math.round(progress * 100)),
    actualStart === null ? undefined : date('ActualStart', actualStart),
    actualFinish === null ? undefined : date('ActualFinish', actualFinish),
    text('ConstraintType', MSPDI_CONSTRAINTS.indexOf(constraint.type)),
    text('CalendarUID', calendar),
    'at' in constraint ? date('ConstraintDate', constraint.at) : undefined,
    deadline === null ? undefined : date('Deadline', deadline),
    ...links,
  ])
}

/** Working minutes of a task; of a summary from its start to its finish. */
function workOf({ compiled, dates }: Schedule, index: number): number {
  const task = compiled.tasks[index]
  if (task === undefined || compiled.isSummary[index] === 0) return task?.duration ?? 0
  return task.clock.pointAt(dates.finish[index] ?? 0) - task.clock.pointAt(dates.start[index] ?? 0)
}

function linkXml({ from, type, lag }: NetworkLink, uidOf: (id: string) => number): string {
  const written = mspdiLag(lag)
  return group('PredecessorLink', [
    text('PredecessorUID', uidOf(from)),
    text('Type', MSPDI_LINK_TYPES.indexOf(type)),
    text('LinkLag', written.lag),
    text('LagFormat', written.format),
  ])
}

function calendarXml({ name, week, exceptions }: ScheduleCalendar, uid: number): string {
  const days = ([7, 1, 2, 3, 4, 5, 6] as const).map((weekday: Weekday, index) =>
    group('WeekDay', [text('DayType', index + 1), ...hoursXml(week[weekday])]),
  )
  const others = [...exceptions]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, hours]) =>
      group('Exception', [
        text('EnteredByOccurrences', 0),
        group('TimePeriod', [text('FromDate', `${day}T00:00:00`), text('ToDate', `${day}T23:59:00`)]),
        text('Occurrences', 1),
        text('Type', 1),
        ...hoursXml(hours),
      ]),
    )
  return group('Calendar', [
    text('UID', uid),
    text('Name', name),
    text('IsBaseCalendar', 1),
    text('BaseCalendarUID', -1),
    group('WeekDays', days),
    others.length === 0 ? undefined : group('Exceptions', others),
  ])
}

function hoursXml(day: WorkingDay): string[] {
  if (day.length === 0) return [text('DayWorking', 0)]
  const times = day.map(({ from, to }) =>
    group('WorkingTime', [text('FromTime', clock(from)), text('ToTime', clock(to % 1440))]),
  )
  return [text('DayWorking', 1), group('WorkingTimes', times)]
}

function uidsOf(tasks: readonly NetworkTask[]): (id: string) => number {
  const areNumbers = tasks.every(({ id }) => /^[1-9]\d{0,8}$/.test(id))
  const places = new Map(tasks.map(({ id }, index) => [id, areNumbers ? Number(id) : index + 1]))
  return (id) => places.get(id) ?? 0
}

function levelsOf(tasks: readonly NetworkTask[]): Map<string, number> {
  const parents = new Map(tasks.map(({ id, parent }) => [id, parent]))
  const levelOf = (id: string): number => {
    const parent = parents.get(id) ?? null
    return parent === null ? 1 : levelOf(parent) + 1
  }
  return new Map(tasks.map(({ id }) => [id, levelOf(id)]))
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`
}

function date(name: string, moment: LocalDateTime): string {
  return text(name, `${moment}:00`)
}

function text(name: string, value: string | number): string {
  const escaped = xmlText(String(value))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
  return `<${name}>${escaped}</${name}>`
}

function group(name: string, children: readonly Child[]): string {
  return `<${name}>${children.filter((child) => child !== undefined).join('')}</${name}>`
}
