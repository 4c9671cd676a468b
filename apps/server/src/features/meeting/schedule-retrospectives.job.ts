import { dateOf } from '@yingce/domain/calendar/local-date-time'
import type { AppContext } from '../../app-context.ts'
import { withWorkspace } from '../../db/scope.ts'
import { localToday } from '../../identity/local-today.ts'
import type { QueuedWork, WorkspaceJob } from '../../jobs/jobs.ts'
import { scheduleRetrospectives } from './schedule-retrospectives.ts'

/** Before the reminders of the morning. */
const MORNING = '06:30'

/** What moved without anybody saying so: an import, an undo. */
export function scheduleEveryMorning(app: AppContext): WorkspaceJob {
  return {
    name: 'meeting.retrospectives-morning',
    when: async () => ({ at: MORNING }),
    run: (scope, { now }) => scheduleRetrospectives(app, scope, dateOf(now), null),
  }
}

/** After the dates of a plan or of its phases were changed. */
export function scheduleAfterDates(app: AppContext): QueuedWork<{ workspaceId: string; planId: string }> {
  return {
    name: 'meeting.retrospectives',
    run: ({ workspaceId, planId }) =>
      withWorkspace(
        app.db,
        { workspaceId, memberId: null, source: 'job', at: app.clock() },
        async (scope) => {
          const [workspace] = await scope.rows<{ time_zone: string }>(
            'select time_zone from workspace where id = $1',
            [workspaceId],
          )
          if (workspace !== undefined)
            await scheduleRetrospectives(app, scope, localToday(app.clock(), workspace.time_zone), planId)
        },
      ),
  }
}
