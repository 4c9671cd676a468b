import type { AppContext } from '../../app-context.ts'
import { withWorkspace } from '../../db/scope.ts'
import { localToday } from '../../identity/local-today.ts'
import type { QueuedWork, WorkspaceJob } from '../../jobs/jobs.ts'
import { evaluateAlertRules } from './evaluate-alert-rules.ts'
import type { Scope } from '../../db/scope.ts'

/** After the platforms' figures of yesterday are there, before the stand-up is over. */
const MORNING = '09:30'

/** Every morning in the workspace's time zone, days off included: an overspend does not rest. */
export function evaluateEveryMorning(app: AppContext): WorkspaceJob {
  return {
    name: 'alerting.morning',
    when: async () => ({ at: MORNING }),
    run: (scope, { now, timeZone }) => evaluateAll(app, scope, now.slice(0, 10), timeZone),
  }
}

/** After facts were written: what is late is judged on its own day. */
export function evaluateAfterFacts(app: AppContext): QueuedWork<{ workspaceId: string }> {
  return {
    name: 'alerting.facts',
    run: ({ workspaceId }) =>
      withWorkspace(
        app.db,
        { workspaceId, memberId: null, source: 'job', at: app.clock() },
        async (scope) => {
          const [workspace] = await scope.rows<{ time_zone: string }>(
            'select time_zone from workspace where id = $1',
            [workspaceId],
          )
          if (workspace === undefined) return
          await evaluateAll(app, scope, localToday(app.clock(), workspace.time_zone), workspace.time_zone)
        },
      ),
  }
}

async function evaluateAll(app: AppContext, scope: Scope, today: string, timeZone: string): Promise<void> {
  const plans = await scope.rows<{ id: string }>(
    `select distinct plan_id as id from alert_rule where workspace_id = $1 and is_on order by 1`,
    [scope.workspaceId],
  )
  for (const { id } of plans) await evaluateAlertRules(app, scope, id, today, timeZone)
}
