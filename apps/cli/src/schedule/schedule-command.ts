import { parseLocalDate } from '@yingce/domain/calendar/local-date'
import type { Call, Command } from '../command.ts'
import { runLongWork } from '../long-work/run-long-work.ts'
import { Refusal } from '../refusal.ts'
import { POLICY_LIST, readPolicy } from './read-policy.ts'
import type { ScheduleOrder, TaskChange } from './schedule-work.ts'

const WORK = new URL('./schedule-work.ts', import.meta.url)

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
      help: {
        zh: `排期口径，可用逗号写多个；默认为各项第一个值：${POLICY_LIST}`,
        en: `how to schedule, several with commas; the first value is the default: ${POLICY_LIST}`,
      },
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
    const order: ScheduleOrder = {
      path,
      calendarPath: textOf(flags['calendar']),
      policy: readPolicy(textOf(flags['policy']) ?? '', language),
      change: readChange(call),
      format: flags['xml'] === true ? 'xml' : flags['json'] === true ? 'json' : 'text',
      language,
    }
    surroundings.write(await runLongWork<ScheduleOrder, string>(WORK, order, call, [path]))
  },
}

function textOf(flag: string | boolean | undefined): string | null {
  return typeof flag === 'string' ? flag : null
}

/** The task changed on trial; null without `--task`. @throws Refusal `usage` */
function readChange({ flags, language }: Call): TaskChange | null {
  const task = textOf(flags['task'])
  const days = textOf(flags['days'])
  const date = textOf(flags['not-before'])
  if (days !== null && !/^\d+(\.\d+)?$/.test(days))
    throw new Refusal('usage', language === 'zh' ? `工期不是天数：${days}` : `no number of days: ${days}`)
  if (date !== null && parseLocalDate(date) === null)
    throw new Refusal('usage', language === 'zh' ? `不是日期：${date}` : `no date: ${date}`)
  if (task === null && (days !== null || date !== null))
    throw new Refusal(
      'usage',
      language === 'zh' ? '--days 与 --not-before 需要 --task' : '--days and --not-before need --task',
    )
  if (task === null) return null
  return {
    task,
    days: days === null ? null : Number(days),
    constraint: date === null ? null : { type: 'SNET', at: `${date}T00:00` },
  }
}
