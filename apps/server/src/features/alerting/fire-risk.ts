import type { fireRisk as fireRoute } from '@yingce/contracts/alerting/fire-risk'
import type { AnswerOf, BodyOf } from '@yingce/contracts/route'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import { Refusal, ruleViolated } from '../../http/refusal.ts'
import { isResponseOpen, lockRisk } from './open-response.ts'
import { raiseAlert } from './raise-alert.ts'

/**
 * Somebody says that a risk has come about (B5): what no metric shows, such as rain or a creator who cancels.
 *
 * @param today by the clock of the workspace
 * @throws Refusal `not_found`; `rule_violated` for a day to come, or while the response is open
 */
export async function fireRisk(
  app: Pick<AppContext, 'ids' | 'outbox'>,
  scope: Scope,
  { planId, recordId }: { readonly planId: string; readonly recordId: string },
  { reason, day }: BodyOf<typeof fireRoute>,
  today: LocalDate,
): Promise<AnswerOf<typeof fireRoute>> {
  const [plan] = await scope.rows<{ id: string; name: string; created_by: string | null }>(
    'select id, name, created_by from plan where workspace_id = $1 and id = $2',
    [scope.workspaceId, planId],
  )
  const risk = await lockRisk(scope, planId, recordId)
  if (plan === undefined || risk === null) throw new Refusal('not_found')
  if (day > today) throw ruleViolated('body.day', 'in_future', 'The day is still to come')
  if (await isResponseOpen(scope, planId, recordId))
    throw ruleViolated('params.recordId', 'response_open', 'The response of this risk is open already')
  const { alertId, taskIds } = await raiseAlert(
    app,
    scope,
    plan,
    {
      ruleId: null,
      risk,
      title: { zh: `${risk.name}：${reason}`, en: `${risk.name}: ${reason}` },
      body: {
        zh: risk.trigger === null ? plan.name : `${plan.name}\n触发条件：${risk.trigger}`,
        en: risk.trigger === null ? plan.name : `${plan.name}\nTrigger: ${risk.trigger}`,
      },
      severity: 'warning',
      day,
      since: day,
      metric: null,
      channel: null,
      taskId: null,
      evidence: [],
      why: reason,
      recipients: [],
      owners: [],
    },
    today,
  )
  return { alertId, taskCount: taskIds.length }
}
