import type { LocalTime } from '../calendar/local-date-time.ts'
import type { NoticeText } from '../notice/notice-kinds.ts'

export interface MeetingToday {
  readonly time: LocalTime
  /** Of a meeting by its rhythm in both languages; of one that somebody named as it was named. */
  readonly name: NoticeText
}

/** Title and body of the reminder of a plan's meetings today, the earliest first. */
export function meetingReminderText(
  planName: string,
  meetings: readonly MeetingToday[],
): { readonly title: NoticeText; readonly body: NoticeText } {
  const [first, ...others] = meetings.toSorted((a, b) => (a.time < b.time ? -1 : 1))
  if (first !== undefined && others.length === 0)
    return {
      title: {
        zh: `今天 ${first.time} ${first.name.zh}`,
        en: `Today ${first.time}: ${first.name.en}`,
      },
      body: { zh: `计划：${planName}`, en: `Plan: ${planName}` },
    }
  const all = first === undefined ? [] : [first, ...others]
  const lines = (language: 'zh' | 'en') => all.map(({ time, name }) => `${time} ${name[language]}`).join('\n')
  return {
    title: {
      zh: `${planName}：今天 ${all.length} 场会议`,
      en: `${planName}: ${all.length} meetings today`,
    },
    body: { zh: lines('zh'), en: lines('en') },
  }
}
