import { unpublishedYears, CN_WORK_CALENDAR } from '@yingce/domain/calendar/work-calendar'
import { dateOf } from '@yingce/domain/calendar/local-date-time'
import { criticalPath } from '@yingce/domain/schedule/critical-path'
import type { MovedTask } from '@yingce/domain/schedule/moved-tasks'
import type { Schedule } from '@yingce/domain/schedule/schedule'
import { scheduledTasks, type Driver } from '@yingce/domain/schedule/scheduled-tasks'
import type { ReadSchedule } from './read-schedule-file.ts'

/** What the user should know about a schedule. */
export type ScheduleWarning =
  | { readonly code: 'kept_at_project_start'; readonly task: string }
  | { readonly code: 'cannot_be_met'; readonly task: string }
  | { readonly code: 'year_not_published'; readonly year: number }
  | { readonly code: 'recurring_exception'; readonly calendar: string }
  | { readonly code: 'scheduled_from_finish' }
  | { readonly code: 'unknown_predecessor'; readonly task: string; readonly predecessor: string }

export interface ScheduleJson {
  readonly projectStart: string
  readonly projectFinish: string
  readonly tasks: readonly ScheduledTaskJson[]
  readonly summaries?: readonly { readonly id: string; readonly start: string; readonly finish: string }[]
  /** Tasks that decide the project's finish, along the links that drive them. */
  readonly criticalPath: readonly string[]
  /** What decides each task's start, in the order of `tasks`. */
  readonly drivers: readonly (Driver & { readonly id: string })[]
  readonly moved?: readonly MovedTask[]
  readonly warnings?: readonly ScheduleWarning[]
}

interface ScheduledTaskJson {
  readonly id: string
  readonly start: string
  readonly finish: string
  readonly earlyStart: string
  readonly earlyFinish: string
  readonly lateStart: string
  readonly lateFinish: string
  readonly totalSlackDays: number
  readonly freeSlackDays: number
  readonly critical: boolean
  readonly startDate: string
  readonly finishDate: string
}

/** A schedule as programs get it; `summaries`, `moved` and `warnings` only when there are any. */
export function scheduleJson(
  read: ReadSchedule,
  schedule: Schedule,
  moved: readonly MovedTask[] | null,
): ScheduleJson {
  const { minutesPerDay } = read.file
  const all = scheduledTasks(schedule)
  const listed = all.filter(({ id }) => !read.unlisted.has(id))
  const tasks = listed.map((task): ScheduledTaskJson => ({
    id: task.id,
    start: task.start,
    finish: task.finish,
    earlyStart: task.earlyStart,
    earlyFinish: task.earlyFinish,
    lateStart: task.lateStart,
    lateFinish: task.lateFinish,
    totalSlackDays: days(task.totalSlackMinutes, minutesPerDay),
    freeSlackDays: days(task.freeSlackMinutes, minutesPerDay),
    critical: task.isCritical,
    startDate: dateOf(task.start),
    finishDate: dateOf(task.finish),
  }))
  const projectFinish = all.reduce((last, task) => (task.finish > last ? task.finish : last), '')
  const finish = projectFinish === '' ? schedule.network.projectStart : projectFinish
  const summaries = all.filter(({ isSummary }) => isSummary)
  const warnings = warningsOf(read, schedule, finish)
  return {
    projectStart: schedule.network.projectStart,
    projectFinish: finish,
    tasks,
    ...(summaries.length === 0
      ? {}
      : { summaries: summaries.map((one) => ({ id: one.id, start: one.start, finish: one.finish })) }),
    criticalPath: criticalPath(schedule),
    drivers: listed.map(({ id, driver }) => ({ id, ...driver })),
    ...(moved === null ? {} : { moved }),
    ...(warnings.length === 0 ? {} : { warnings }),
  }
}

function warningsOf(read: ReadSchedule, schedule: Schedule, finish: string): ScheduleWarning[] {
  const { compiled, dates, network } = schedule
  const warnings: ScheduleWarning[] = [...read.file.notices]
  for (const [index, { id }] of network.tasks.entries()) {
    if (compiled.isSummary[index] === 1) continue
    if (dates.isClipped[index] === 1) warnings.push({ code: 'kept_at_project_start', task: id })
    if ((dates.totalSlack[index] ?? 0) < 0) warnings.push({ code: 'cannot_be_met', task: id })
  }
  if (read.usesKnownDays)
    for (const year of unpublishedYears(dateOf(network.projectStart), dateOf(finish), CN_WORK_CALENDAR))
      warnings.push({ code: 'year_not_published', year })
  return warnings
}

/** Millionths of a day are finer than a minute and free of floating noise. */
function days(minutes: number, minutesPerDay: number): number {
  return Math.round((minutes / minutesPerDay) * 1e6) / 1e6
}
