import { NOTICE_KIND_SPECS } from './notice-kinds.ts'
import type { NoticeSeverity, NoticeText } from './notice-kinds.ts'
import type { Reminder, ReminderItem } from './reminders.ts'

/** Tasks that a reminder names; the rest is counted. */
const MAX_NAMED = 5

/**
 * Title and body of a reminder in both languages; names of tasks and plans stay as they were entered.
 *
 * @param planName of its plan; not used where the reminder is about all plans
 */
export function reminderText(
  reminder: Reminder,
  planName: string,
): { title: NoticeText; body: NoticeText; severity: NoticeSeverity } {
  const { kind, items } = reminder
  const count = items.length
  const only = count === 1 ? items[0] : undefined
  const name = NOTICE_KIND_SPECS[kind]
  if (kind === 'fill_in_daily' || kind === 'fill_in_weekly') {
    return {
      title: {
        zh: `${kind === 'fill_in_daily' ? '今天' : '本周'}还有 ${count} 项任务待填报`,
        en: `${count} ${count === 1 ? 'task' : 'tasks'} to report on ${kind === 'fill_in_daily' ? 'today' : 'this week'}`,
      },
      body: bodyOf(items),
      severity: 'info',
    }
  }
  const title: NoticeText =
    only === undefined
      ? {
          zh: `${planName}：${name.zh} ${count} 项`,
          en: `${planName}: ${name.en.toLowerCase()}, ${count} tasks`,
        }
      : { zh: `${only.task.name}：${daysIn(only).zh}`, en: `${only.task.name}: ${daysIn(only).en}` }
  const body = only === undefined ? bodyOf(items) : { zh: `计划：${planName}`, en: `Plan: ${planName}` }
  return { title, body, severity: kind === 'overdue' ? 'warning' : 'info' }
}

function bodyOf(items: readonly ReminderItem[]): NoticeText {
  const named = items.slice(0, MAX_NAMED)
  const rest = items.length - named.length
  const lines = (language: 'zh' | 'en', more: string) =>
    [
      ...named.map((item) => {
        const days = daysIn(item)[language]
        return days === '' ? item.task.name : `${item.task.name}${language === 'en' ? ': ' : '：'}${days}`
      }),
      ...(rest > 0 ? [more] : []),
    ].join('\n')
  return { zh: lines('zh', `还有 ${rest} 项`), en: lines('en', `and ${rest} more`) }
}

function daysIn({ days }: ReminderItem): NoticeText {
  if (!Number.isFinite(days)) return { zh: '', en: '' }
  if (days === 0) return { zh: '今天到期', en: 'due today' }
  if (days > 0) return { zh: `还有 ${days} 天到期`, en: `due in ${days} ${days === 1 ? 'day' : 'days'}` }
  return { zh: `已逾期 ${-days} 天`, en: `${-days} ${days === -1 ? 'day' : 'days'} overdue` }
}
