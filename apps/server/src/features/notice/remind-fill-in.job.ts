import { addDays, weekdayOf } from '@yingce/domain/calendar/date-arithmetic'
import { addMinutes, dateOf, timeOf } from '@yingce/domain/calendar/local-date-time'
import { CN_WORK_CALENDAR, isWorkingDay } from '@yingce/domain/calendar/work-calendar'
import { fillInReminders } from '@yingce/domain/notice/reminders'
import type { AppContext } from '../../app-context.ts'
import type { WorkspaceJob } from '../../jobs/jobs.ts'
import { readNoticeSetting } from './notice-setting.read.ts'
import { postReminders } from './post-reminders.ts'
import { readRemindedWork } from './reminded-tasks.read.ts'

const MINUTES_BEFORE_END = 60
/** Any day does: only its time of day is taken. */
const SOME_DAY = '2000-01-02'

/**
 * One hour before the end of the working day: whoever has tasks under way of
 * which nothing was written today, and on the weekly day this week, is asked to.
 * A run that was missed is not made up for on another day, when nobody can fill
 * in the day that is over.
 */
export function remindFillIn(app: AppContext): WorkspaceJob {
  return {
    name: 'notice.fill-in',
    async when(scope) {
      const { workEndsAt } = await readNoticeSetting(scope)
      return { at: timeOf(addMinutes(`${SOME_DAY}T${workEndsAt}`, -MINUTES_BEFORE_END)) }
    },
    async run(scope, { dueAt, now, timeZone }) {
      const today = dateOf(now)
      if (dateOf(dueAt) !== today || !isWorkingDay(today, CN_WORK_CALENDAR)) return
      const work = await readRemindedWork(scope, timeZone)
      const { tasks, plans, members } = work
      const daily = fillInReminders('fill_in_daily', tasks, plans, members, today, today)
      await postReminders(app, scope, daily, work, today)
      const { weeklyOn } = await readNoticeSetting(scope)
      if (weeklyOn !== weekdayOf(today)) return
      const monday = addDays(today, 1 - weekdayOf(today))
      const weekly = fillInReminders('fill_in_weekly', tasks, plans, members, today, monday)
      await postReminders(app, scope, weekly, work, today)
    },
  }
}
