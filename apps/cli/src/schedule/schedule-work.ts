import type { LongWork } from '@yingce/domain/computation/long-work'
import { checkIn, partOfWork } from '@yingce/domain/computation/long-work'
import { reschedule } from '@yingce/domain/schedule/reschedule'
import { schedule } from '@yingce/domain/schedule/schedule'
import type { NetworkTask, SchedulePolicy } from '@yingce/domain/schedule/schedule-network'
import { ScheduleRefusal } from '@yingce/domain/schedule/schedule-refusal'
import { writeMspdi } from '@yingce/office/schedule/write-mspdi'
import type { Language } from '../language.ts'
import type { ThreadWork } from '../long-work/run-in-thread.ts'
import { Refusal } from '../refusal.ts'
import { fillWords } from '../words/problem-words.ts'
import { readScheduleFile, type ReadSchedule } from './read-schedule-file.ts'
import { scheduleJson } from './schedule-json.ts'
import { scheduleText } from './schedule-text.ts'
import { SCHEDULE_WORDS } from './schedule-words.ts'

/** What `yingce schedule` is asked for. */
export interface ScheduleOrder {
  readonly path: string
  readonly calendarPath: string | null
  readonly policy: Partial<SchedulePolicy>
  /** A task that is changed on trial. */
  readonly change: TaskChange | null
  readonly format: 'text' | 'json' | 'xml'
  readonly language: Language
}

export interface TaskChange {
  readonly task: string
  /** Its new duration, in days of the file. */
  readonly days: number | null
  readonly constraint: NetworkTask['constraint'] | null
}

/** Reading, parsing and sorting take about as long as computing. */
const READ = 0.4

/** Reads the file, computes its networks and writes them, all in the computing thread. @returns what to print */
export const work: ThreadWork<ScheduleOrder, string> = async (order, long) => {
  const { path, calendarPath, language, format } = order
  const { schedules, isList } = await readScheduleFile(path, calendarPath, language)
  checkIn(long, READ)
  if (format === 'xml' && schedules.length !== 1)
    throw new Refusal('usage', language === 'zh' ? '--xml 只能用于一个项目' : '--xml takes one project')
  const step = (1 - READ) / schedules.length
  const answers = schedules.map((read, index) =>
    answer(order, read, partOfWork(long, READ + index * step, READ + (index + 1) * step)),
  )
  if (format !== 'json') return answers.join('')
  return isList ? `[${answers.join(',')}]\n` : `${answers.join('')}\n`
}

function answer(order: ScheduleOrder, read: ReadSchedule, long: LongWork): string {
  const { change, format, language, path } = order
  const { network, policy, minutesPerDay } = read.file
  try {
    const before = schedule(network, { ...policy, ...order.policy }, partOfWork(long, 0, 0.5))
    const after =
      change === null
        ? { schedule: before, moved: null }
        : reschedule(before, change.task, changeOf(change, minutesPerDay), partOfWork(long, 0.5, 0.8))
    if (format === 'xml') return writeMspdi(read.file, after.schedule)
    const json = scheduleJson(read, after.schedule, after.moved)
    return format === 'json' ? JSON.stringify(json) : scheduleText(json, read.file.titles, language)
  } catch (error) {
    if (!(error instanceof ScheduleRefusal)) throw error
    const tasks = error.tasks.join(error.code === 'loop' ? ' → ' : ', ')
    const place = error.tasks.map(read.placeOf).find((one) => one !== null) ?? {}
    throw new Refusal(error.code, fillWords(SCHEDULE_WORDS[error.code][language], { tasks }), {
      file: path,
      ...place,
    })
  }
}

function changeOf({ days, constraint }: TaskChange, minutesPerDay: number) {
  return {
    ...(days === null ? {} : { durationMinutes: Math.round(days * minutesPerDay) }),
    ...(constraint === null ? {} : { constraint }),
  }
}
