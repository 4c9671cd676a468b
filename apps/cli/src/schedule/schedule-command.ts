import { parseLocalDate } from '@yingce/domain/calendar/local-date'
import { reschedule } from '@yingce/domain/schedule/reschedule'
import { schedule } from '@yingce/domain/schedule/schedule'
import type { NetworkTask, SchedulePolicy } from '@yingce/domain/schedule/schedule-network'
import { ScheduleRefusal } from '@yingce/domain/schedule/schedule-refusal'
import { writeMspdi } from '@yingce/office/schedule/write-mspdi'
import type { Call, Command } from '../command.ts'
import type { Language } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { fillWords } from '../words/problem-words.ts'
import { readPolicy } from './read-policy.ts'
import { readScheduleFile, type ReadSchedule } from './read-schedule-file.ts'
import { scheduleJson } from './schedule-json.ts'
import { scheduleText } from './schedule-text.ts'
import { SCHEDULE_WORDS } from './schedule-words.ts'

type TaskChange = Partial<Pick<NetworkTask, 'durationMinutes' | 'constraint'>>

/** `yingce schedule FILE`: dates, slack and critical tasks of a network. */
export const SCHEDULE: Command = {
  name: 'schedule',
  usage: 'FILE.json|FILE.xml|FILE.gan [--calendar FILE]',
  argumentCount: 1,
  summary: {
    zh: '排期：日期、时差与关键路径（JSON、MS Project XML、GanttProject）',
    en: 'schedule a network: dates, slack, critical path (JSON, MS Project XML, GanttProject)',
  },
  flags: {
    calendar: {
      type: 'string',
      value: 'FILE',
      help: { zh: '放假与补班日，每行一天', en: 'days off and make-up days, one a line' },
    },
    policy: {
      type: 'string',
      value: 'NAME=VALUE',
      help: { zh: '排期口径，可用逗号写多个', en: 'how to schedule; several with commas' },
    },
    task: { type: 'string', value: 'ID', help: { zh: '试改的任务', en: 'a task to change' } },
    days: { type: 'string', value: 'N', help: { zh: '试改：工期（天）', en: 'its new duration in days' } },
    'not-before': {
      type: 'string',
      value: 'DATE',
      help: { zh: '试改：不早于某日开始', en: 'the day it may not start before' },
    },
    xml: { type: 'boolean', help: { zh: '以 MS Project XML 输出', en: 'print MS Project XML' } },
  },
  async run(call) {
    const {
      arguments: [path = ''],
      flags,
      language,
      surroundings,
    } = call
    const calendar = typeof flags['calendar'] === 'string' ? flags['calendar'] : null
    const policy = readPolicy(typeof flags['policy'] === 'string' ? flags['policy'] : '', language)
    const { schedules, isList } = await readScheduleFile(path, calendar, language)
    if (flags['xml'] === true && schedules.length !== 1)
      throw new Refusal('usage', language === 'zh' ? '--xml 只能用于一个项目' : '--xml takes one project')
    const answers = schedules.map((read) => computed(call, read, { ...read.file.policy, ...policy }, path))
    if (flags['xml'] === true) return surroundings.write(answers.map(({ xml }) => xml()).join(''))
    const found = answers.map(({ json }) => json)
    if (flags['json'] === true) return surroundings.write(`${JSON.stringify(isList ? found : found[0])}\n`)
    for (const [index, json] of found.entries())
      surroundings.write(scheduleText(json, schedules[index]?.file.titles ?? new Map(), language))
  },
}

function computed({ flags, language }: Call, read: ReadSchedule, policy: SchedulePolicy, path: string) {
  try {
    const before = schedule(read.file.network, policy)
    const task = flags['task']
    const change = readChange(flags, read.file.minutesPerDay, language)
    const after =
      typeof task === 'string' ? reschedule(before, task, change) : { schedule: before, moved: null }
    return {
      json: scheduleJson(read, after.schedule, after.moved),
      xml: () => writeMspdi(read.file, after.schedule),
    }
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

function readChange(flags: Call['flags'], minutesPerDay: number, language: Language): TaskChange {
  const days = flags['days']
  const date = flags['not-before']
  if (typeof days === 'string' && !/^\d+(\.\d+)?$/.test(days))
    throw new Refusal('usage', language === 'zh' ? `工期不是天数：${days}` : `no number of days: ${days}`)
  if (typeof date === 'string' && parseLocalDate(date) === null)
    throw new Refusal('usage', language === 'zh' ? `不是日期：${date}` : `no date: ${date}`)
  return {
    ...(typeof days === 'string' ? { durationMinutes: Math.round(Number(days) * minutesPerDay) } : {}),
    ...(typeof date === 'string' ? { constraint: { type: 'SNET', at: `${date}T00:00` } as const } : {}),
  }
}
