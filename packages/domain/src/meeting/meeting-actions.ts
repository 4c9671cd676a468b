import type { LocalDate } from '../calendar/local-date.ts'
import { delayOf } from '../plan/delay.ts'
import type { MeetingTask, TaskLine } from './meeting-figures.ts'

/** Tasks that a meeting agreed on (X5): those that point at it, whatever it is called by now. */
export function meetingActions(
  tasks: readonly MeetingTask[],
  meetingId: string,
  asOf: LocalDate,
): TaskLine[] {
  return tasks
    .filter((task) => task.meetingId === meetingId)
    .map((task) => ({
      id: task.id,
      name: task.name,
      owner: task.owner,
      date: task.plannedEnd,
      lateDays: delayOf(task, asOf)?.days ?? null,
    }))
}
