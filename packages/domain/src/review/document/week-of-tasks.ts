import { addDays, eachDay, endOfWeek, startOfWeek } from '../../calendar/date-arithmetic.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { plannedPerDay } from '../../my-day/spend-against-plan.ts'
import type { DayCounter } from '../../objective/expected-share.ts'
import { delayOf } from '../../plan/delay.ts'
import type { TaskValues } from '../../records/entities.ts'
import { sumStated } from '../effect-analysis.ts'
import type { DocumentTask, WeekDay, WeeklyReportInput } from './document-input.ts'

export type WeekTask = Pick<
  TaskValues,
  | 'name'
  | 'owner'
  | 'status'
  | 'plannedStart'
  | 'plannedEnd'
  | 'actualStart'
  | 'actualEnd'
  | 'budget'
  | 'dayBasis'
  | 'remark'
> & { readonly phaseName: string | null }

/** Monday to Sunday around a day. */
export function weekAround(day: LocalDate): { readonly start: LocalDate; readonly end: LocalDate } {
  return { start: startOfWeek(day), end: endOfWeek(day) }
}

/**
 * The tasks' side of a week: what was finished in it, what is late at its end (or today, in a week that
 * still runs), what starts or is due in the next, and the spend planned for each day.
 *
 * @param spent fen by day, of the week and of the one before; a day that is not in it has no entry, which is not zero
 */
export function weekOfTasks(
  tasks: readonly WeekTask[],
  week: { readonly start: LocalDate; readonly end: LocalDate },
  today: LocalDate,
  spent: ReadonlyMap<LocalDate, number>,
  countWorkingDays: DayCounter,
): Pick<WeeklyReportInput, 'days' | 'done' | 'late' | 'next'> {
  const asOf = today < week.end ? today : week.end
  const counted = tasks.filter(({ status }) => status !== 'cancelled')
  const isIn = (date: LocalDate | null, from: LocalDate, to: LocalDate): date is LocalDate =>
    date !== null && date >= from && date <= to
  const [nextStart, nextEnd] = [addDays(week.end, 1), addDays(week.end, 7)]
  return {
    days: eachDay(week.start, week.end).map((day) => weekDay(counted, day, spent, countWorkingDays)),
    done: counted
      .filter((task) => task.status === 'done' && isIn(task.actualEnd, week.start, week.end))
      .map((task) => documentTask(task, task.actualEnd, delayOf(task, asOf)?.days ?? 0)),
    late: counted
      .flatMap((task) => {
        const delay = delayOf(task, asOf)
        return delay === null || delay.state !== 'overdue' ? [] : [{ task, days: delay.days }]
      })
      .toSorted((a, b) => b.days - a.days)
      .map(({ task, days }) => documentTask(task, task.plannedEnd, days)),
    next: counted
      .filter(({ status }) => status !== 'done')
      .flatMap((task) => {
        const date = [task.actualStart === null ? task.plannedStart : null, task.plannedEnd].find((one) =>
          isIn(one, nextStart, nextEnd),
        )
        return date === undefined || date === null ? [] : [documentTask(task, date, null)]
      })
      .toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '')),
  }
}

function documentTask(
  { name, owner, phaseName }: WeekTask,
  date: LocalDate | null,
  daysLate: number | null,
): DocumentTask {
  return { name, owner, phaseName, date, daysLate }
}

function weekDay(
  tasks: readonly WeekTask[],
  day: LocalDate,
  spent: ReadonlyMap<LocalDate, number>,
  countWorkingDays: DayCounter,
): WeekDay {
  const planned = tasks.map((task) => plannedPerDay(task, day, countWorkingDays))
  return {
    day,
    planned: sumStated(planned),
    spent: spent.get(day) ?? null,
    spentWeekBefore: spent.get(addDays(day, -7)) ?? null,
  }
}
