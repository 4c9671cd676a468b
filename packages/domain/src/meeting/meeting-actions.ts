import type { LocalDate } from '../calendar/local-date.ts'
import { delayOf } from '../plan/delay.ts'
import type { MeetingTask, TaskLine } from './meeting-figures.ts'

type Locale = 'zh-CN' | 'en'

const MARKS: Readonly<Record<Locale, (meetingName: string) => string>> = {
  'zh-CN': (name) => `来自 ${name}`,
  en: (name) => `From ${name}`,
}

/** Line in the remark of a task by which it is known that a meeting agreed on it (X5). */
export function actionMark(meetingName: string, locale: Locale): string {
  return MARKS[locale](meetingName)
}

/**
 * Tasks that a meeting agreed on: those with its mark as a line of their remark, in either language. A meeting that is
 * renamed later no longer finds them.
 */
export function meetingActions(
  tasks: readonly MeetingTask[],
  meetingName: string,
  asOf: LocalDate,
): TaskLine[] {
  const marks = Object.values(MARKS).map((mark) => mark(meetingName))
  return tasks
    .filter(({ remark }) => (remark ?? '').split('\n').some((line) => marks.includes(line.trim())))
    .map((task) => ({
      id: task.id,
      name: task.name,
      owner: task.owner,
      date: task.plannedEnd,
      lateDays: delayOf(task, asOf)?.days ?? null,
    }))
}
