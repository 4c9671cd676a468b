import { endOfWeek, startOfWeek } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { meetsOn } from '../meeting/rhythm-day.ts'
import type { NoticeText } from './notice-kinds.ts'
import type { StoredPreference } from './preference.ts'

const FRIDAY = 5

/** Is the report of the week due on the day (X7)? On Fridays; a day off moves it as it moves the weekly review. */
export function isWeeklyReportDue(day: LocalDate, calendar: WorkCalendar): boolean {
  return meetsOn({ kind: 'weekly', days: [FRIDAY] }, day, calendar)
}

/** Did somebody who saved their settings leave reports on, in any way? Who never saved any has not chosen. */
export function hasChosenReports(stored: StoredPreference | null): boolean {
  const report = stored?.kinds?.report
  if (report === undefined) return false
  const { isInInbox = false, mail = 'off', robot = 'off' } = report
  return isInInbox || mail !== 'off' || (robot !== 'off' && (stored?.personalRobot ?? null) !== null)
}

/** Title and body of the notice that the report of a plan's week can be read. */
export function weeklyReportText(
  planName: string,
  day: LocalDate,
): { readonly title: NoticeText; readonly body: NoticeText } {
  const week = `${startOfWeek(day).slice(5)} – ${endOfWeek(day).slice(5)}`
  return {
    title: { zh: `${planName}：周复盘报告（${week}）`, en: `${planName}: weekly report, ${week}` },
    body: {
      zh: '已按本周数据写好，可以打开修改和下载。',
      en: "Written from this week's data; open it to edit and download.",
    },
  }
}
