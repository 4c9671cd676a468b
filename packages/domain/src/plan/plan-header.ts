import { compareDates, diffDays, maxDate, minDate } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { weekOfPlan } from '../calendar/plan-week.ts'
import type { PhaseValues, TaskValues } from '../records/entities.ts'
import { delayOf } from './delay.ts'
import type { Delay } from './delay.ts'

type Identified<T> = T & { readonly id: string }
export type HeaderPhase = Identified<Pick<PhaseValues, 'startDate' | 'endDate'>>
export type HeaderTask = Identified<
  Pick<TaskValues, 'phaseId' | 'status' | 'plannedStart' | 'plannedEnd' | 'actualStart' | 'actualEnd'>
>

export interface PlanHeader {
  readonly stage: 'before' | 'running' | 'after' | 'undated'
  /** Week of the plan today; week 1 is the Monday–Sunday week that holds the start. null outside the plan. */
  readonly week: number | null
  /** Day of the plan today, 1 on the start; null outside the plan. */
  readonly day: number | null
  /** Days of the plan, both ends included. */
  readonly days: number | null
  /** Days after today up to the end: 0 on the last day; null once it has passed. */
  readonly daysLeft: number | null
  /** Days until the start; null once it has come. */
  readonly daysToStart: number | null
  /** Phases that today lies in; phases may overlap, and there may be none. */
  readonly phaseIds: readonly string[]
  /** Open tasks past their planned end, the latest first. */
  readonly late: readonly { readonly taskId: string; readonly delay: Delay }[]
  /** What comes next, by date. */
  readonly next: readonly {
    readonly taskId: string
    readonly date: LocalDate
    readonly event: 'start' | 'end'
  }[]
}

/** Where the plan stands today: phase, week, days left, what is late, what is next. */
export function planHeader(
  plan: { readonly startDate: LocalDate | null; readonly endDate: LocalDate | null },
  phases: readonly HeaderPhase[],
  tasks: readonly HeaderTask[],
  today: LocalDate,
  nextCount = 5,
): PlanHeader {
  return {
    ...period(plan.startDate, plan.endDate, today),
    phaseIds: phases.filter((phase) => holds(phase, tasks, today)).map((phase) => phase.id),
    late: lateTasks(tasks, today),
    next: nextEvents(tasks, today).slice(0, nextCount),
  }
}

function period(start: LocalDate | null, end: LocalDate | null, today: LocalDate) {
  if (start === null || end === null) {
    return { stage: 'undated' as const, week: null, day: null, days: null, daysLeft: null, daysToStart: null }
  }
  const stage = today < start ? ('before' as const) : today > end ? ('after' as const) : ('running' as const)
  const isRunning = stage === 'running'
  return {
    stage,
    week: isRunning ? weekOfPlan(start, today) : null,
    day: isRunning ? diffDays(start, today) + 1 : null,
    days: diffDays(start, end) + 1,
    daysLeft: stage === 'after' ? null : diffDays(today, end),
    daysToStart: stage === 'before' ? diffDays(today, start) : null,
  }
}

/** A phase without dates of its own spans its tasks. */
function holds(phase: HeaderPhase, tasks: readonly HeaderTask[], today: LocalDate): boolean {
  const own = tasks.filter((task) => task.phaseId === phase.id)
  const start = phase.startDate ?? minDate(own.map((task) => task.plannedStart))
  const end = phase.endDate ?? maxDate(own.map((task) => task.plannedEnd))
  return start !== null && end !== null && start <= today && today <= end
}

function lateTasks(tasks: readonly HeaderTask[], today: LocalDate): PlanHeader['late'] {
  return tasks
    .flatMap((task) => {
      const delay = delayOf(task, today)
      return delay?.state === 'overdue' ? [{ taskId: task.id, delay }] : []
    })
    .toSorted((a, b) => b.delay.days - a.delay.days)
}

/** Each open task once, by its nearest date: its start while it has not begun, else its end. */
function nextEvents(tasks: readonly HeaderTask[], today: LocalDate): PlanHeader['next'] {
  return tasks
    .flatMap((task): PlanHeader['next'] => {
      if (task.status === 'done' || task.status === 'cancelled') return []
      const hasBegun = task.status !== 'not_started' || task.actualStart !== null
      if (!hasBegun && task.plannedStart !== null && task.plannedStart >= today) {
        return [{ taskId: task.id, date: task.plannedStart, event: 'start' }]
      }
      return task.plannedEnd !== null && task.plannedEnd >= today
        ? [{ taskId: task.id, date: task.plannedEnd, event: 'end' }]
        : []
    })
    .toSorted((a, b) => compareDates(a.date, b.date))
}
