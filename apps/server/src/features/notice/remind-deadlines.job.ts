import { dateOf } from '@yingce/domain/calendar/local-date-time'
import { CN_WORK_CALENDAR, isWorkingDay } from '@yingce/domain/calendar/work-calendar'
import { deadlineReminders } from '@yingce/domain/notice/reminders'
import type { AppContext } from '../../app-context.ts'
import type { WorkspaceJob } from '../../jobs/jobs.ts'
import { readNoticeSetting } from './notice-setting.read.ts'
import { postReminders } from './post-reminders.ts'
import { readRemindedWork } from './reminded-tasks.read.ts'

/** Every working morning: what is due, what is overdue, which milestones come. On days off nobody is reminded. */
export function remindDeadlines(app: AppContext): WorkspaceJob {
  return {
    name: 'notice.deadlines',
    when: async (scope) => ({ at: (await readNoticeSetting(scope)).morningAt }),
    async run(scope, { now, timeZone }) {
      // Made up for late, it speaks of today and not of the day that was missed.
      const today = dateOf(now)
      if (!isWorkingDay(today, CN_WORK_CALENDAR)) return
      const work = await readRemindedWork(scope, timeZone)
      const { tasks, plans, members } = work
      const reminders = deadlineReminders(tasks, plans, members, today, CN_WORK_CALENDAR)
      await postReminders(app, scope, reminders, work, today)
    },
  }
}
