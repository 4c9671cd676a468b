import { addMinutes, dateOf, timeOf } from '@yingce/domain/calendar/local-date-time'
import { CN_WORK_CALENDAR, isWorkingDay } from '@yingce/domain/calendar/work-calendar'
import { meetingReminderText } from '@yingce/domain/meeting/meeting-reminder'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import type { WorkspaceJob } from '../../jobs/jobs.ts'
import { postNotice } from '../../notices/post-notice.ts'
import { readNoticeSetting } from '../notice/notice-setting.read.ts'
import { readMeetingsOn } from './meetings-today.read.ts'

/** How long before the earliest meeting of any plan people are told of those of the day. */
const MINUTES_BEFORE = 30
/** Any day does: only its time of day is taken. */
const SOME_DAY = '2000-01-02'

/**
 * Every working morning: whoever is in a plan that meets today is told when (X5), half an
 * hour before the earliest meeting time of the workspace, at the latest with its other
 * reminders. A run that was missed is not made up for on another day.
 */
export function remindMeetings(app: AppContext): WorkspaceJob {
  return {
    name: 'meeting.reminders',
    when: async (scope) => ({ at: await reminderTime(scope) }),
    async run(scope, { dueAt, now }) {
      const today = dateOf(now)
      if (dateOf(dueAt) !== today || !isWorkingDay(today, CN_WORK_CALENDAR)) return
      for (const { id, name, people, meetings } of await readMeetingsOn(scope, today))
        await postNotice(app, scope, {
          ...meetingReminderText(name, meetings),
          kind: 'meeting',
          severity: 'info',
          recipients: people,
          link: `/plans/${id}/meetings`,
          planId: id,
          dedupeKey: `meetings/${id}/${today}`,
        })
    },
  }
}

async function reminderTime(scope: Scope): Promise<string> {
  const { morningAt } = await readNoticeSetting(scope)
  const [row] = await scope.rows<{ time: string | null }>(
    'select min(time) as time from meeting_rhythm where workspace_id = $1',
    [scope.workspaceId],
  )
  const first = row?.time ?? null
  if (first === null) return morningAt
  const before = addMinutes(`${SOME_DAY}T${first}`, -MINUTES_BEFORE)
  const at = dateOf(before) === SOME_DAY ? timeOf(before) : '00:00'
  return at < morningAt ? at : morningAt
}
