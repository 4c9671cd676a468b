import { endOfWeek, startOfWeek } from '@yingce/domain/calendar/date-arithmetic'
import { dateOf } from '@yingce/domain/calendar/local-date-time'
import { CN_WORK_CALENDAR } from '@yingce/domain/calendar/work-calendar'
import type { StoredPreference } from '@yingce/domain/notice/preference'
import {
  hasChosenReports,
  isWeeklyReportDue,
  weeklyReportText,
} from '@yingce/domain/notice/weekly-report-notice'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import type { WorkspaceJob } from '../../jobs/jobs.ts'
import { postNotice } from '../../notices/post-notice.ts'

/** Late enough that the week is nearly over, early enough that it is read before the weekend. */
const AFTERNOON = '16:00'

interface PlanRow {
  readonly id: string
  readonly name: string
  readonly createdBy: string | null
}

/**
 * On Friday afternoon, or the working day before a Friday off: the report of the week of each running
 * plan is told to whoever made the plan and to whoever chose reports (X7). Once a plan and week; a run
 * that was missed tells of its own week.
 */
export function tellWeeklyReport(app: Pick<AppContext, 'ids' | 'outbox'>): WorkspaceJob {
  return {
    name: 'export.weekly-report',
    when: async () => ({ at: AFTERNOON }),
    async run(scope, { dueAt }) {
      const day = dateOf(dueAt)
      if (!isWeeklyReportDue(day, CN_WORK_CALENDAR)) return
      const plans = await scope.rows<PlanRow>(
        `select id, name, created_by as "createdBy" from plan
         where workspace_id = $1 and state = 'running' and coalesce(period_start <= $3, true) and coalesce(period_end >= $2, true)
         order by id`,
        [scope.workspaceId, startOfWeek(day), endOfWeek(day)],
      )
      if (plans.length === 0) return
      const { chosen, owners } = await readReaders(scope)
      for (const { id, name, createdBy } of plans) {
        const recipients = [...chosen, ...(createdBy === null ? [] : [createdBy])]
        await postNotice(app, scope, {
          ...weeklyReportText(name, day),
          kind: 'report',
          severity: 'info',
          recipients: recipients.length > 0 ? recipients : owners,
          link: `/plans/${id}/review?day=${day}`,
          planId: id,
          dedupeKey: `weekly-report/${id}/${startOfWeek(day)}`,
        })
      }
    },
  }
}

/** Whoever chose reports, and the owners of the workspace for plans whose maker has left. */
async function readReaders(scope: Scope): Promise<{ chosen: string[]; owners: string[] }> {
  const members = await scope.rows<{ id: string; role: string; preference: StoredPreference | null }>(
    `select m.id, m.role, p.preference from member m
     left join notice_preference p on p.workspace_id = $1 and p.member_id = m.id
     where m.workspace_id = $1 order by m.id`,
    [scope.workspaceId],
  )
  return {
    chosen: members.filter(({ preference }) => hasChosenReports(preference)).map(({ id }) => id),
    owners: members.filter(({ role }) => role === 'owner').map(({ id }) => id),
  }
}
