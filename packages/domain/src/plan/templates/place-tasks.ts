import { addDays, maxDate } from '../../calendar/date-arithmetic.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { workingDayAtOrAfter } from '../../calendar/work-calendar.ts'
import { addWorkingDays } from '../../calendar/working-days.ts'
import { placeTask } from './place-dates.ts'
import type { DateFrame } from './place-dates.ts'
import type { TemplateTask } from './template.ts'

export interface PlacedTask {
  readonly task: TemplateTask
  readonly start: LocalDate
  readonly end: LocalDate
}

/**
 * Dates of all tasks of a template. Where holidays or a start in mid-week let a
 * predecessor end too late, the task begins on the next day of its basis after
 * it. Only tasks on or after the event day stay where the event puts them: the
 * event does not wait, and an overlap there is for people to see.
 *
 * @param tasks predecessors before their successors
 */
export function placeTasks(tasks: readonly TemplateTask[], frame: DateFrame): readonly PlacedTask[] {
  const placed = new Map<string, PlacedTask>()
  for (const task of tasks) {
    const wanted = placeTask(task, frame)
    const before = maxDate(task.after.map((name) => placed.get(name)?.end ?? null))
    const isFixed = 'fromEvent' in task.start && task.start.fromEvent >= 0
    const isFree = before === null || before < wanted.start || isFixed
    placed.set(task.name[0], { task, ...(isFree ? wanted : startAfter(before, task, frame)) })
  }
  return [...placed.values()]
}

function startAfter(before: LocalDate, task: TemplateTask, { calendar }: DateFrame) {
  const next = addDays(before, 1)
  if (task.basis === 'calendar') return { start: next, end: addDays(next, task.days - 1) }
  const start = workingDayAtOrAfter(next, calendar)
  return { start, end: addWorkingDays(start, task.days - 1, calendar) }
}
