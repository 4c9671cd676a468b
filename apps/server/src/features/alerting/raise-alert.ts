import type { AlertEvidence } from '@yingce/contracts/alerting/alert-rule'
import type { AlertSeverity } from '@yingce/domain/alerting/alert-rule'
import type { RuleSentence } from '@yingce/domain/alerting/rule-sentence'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { isOwnedBy } from '@yingce/domain/my-day/owner-names'
import type { z } from 'zod'
import type { AppContext } from '../../app-context.ts'
import { arrayLiteral } from '../../db/array-literal.ts'
import type { Scope } from '../../db/scope.ts'
import { postNotice } from '../../notices/post-notice.ts'
import { type FiredRisk, openResponse } from './open-response.ts'

/** What a rule found, or what a person says has happened. */
export interface NewAlert {
  /** null: fired by a person. */
  readonly ruleId: string | null
  /** Whose response opens; null: of none. */
  readonly risk: FiredRisk | null
  readonly title: RuleSentence
  /** Lines of the notice. */
  readonly body: RuleSentence
  readonly severity: AlertSeverity
  readonly day: LocalDate
  readonly since: LocalDate
  readonly metric: string | null
  readonly channel: string | null
  readonly taskId: string | null
  readonly evidence: readonly z.infer<typeof AlertEvidence>[]
  /** Why the response opens, as its tasks say it. */
  readonly why: string
  /** Members who are told. */
  readonly recipients: readonly string[]
  /** Owner cells of what the alert is about: whom they name is told too. */
  readonly owners: readonly (string | null)[]
}

/**
 * An alert is there, people are told, and the response of its risk opens: one way for rules and people.
 *
 * @param plan nobody named: whoever made it is told, else the owners of the workspace
 * @param today by the clock of the workspace
 */
export async function raiseAlert(
  app: Pick<AppContext, 'ids' | 'outbox'>,
  scope: Scope,
  plan: { readonly id: string; readonly created_by: string | null },
  alert: NewAlert,
  today: LocalDate,
): Promise<{ alertId: string; taskIds: string[] }> {
  const id = app.ids()
  const { risk, title, severity } = alert
  const taskIds = risk === null ? [] : await openResponse(scope, plan.id, risk, alert.why, today)
  await scope.run(
    `insert into alert (workspace_id, plan_id, id, rule_id, title, severity, day, since, metric, channel, task_id, evidence,
       fired_at, fired_by, risk_id, response_task_ids)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      scope.workspaceId,
      plan.id,
      id,
      alert.ruleId,
      title,
      severity,
      alert.day,
      alert.since,
      alert.metric,
      alert.channel,
      alert.taskId,
      JSON.stringify(alert.evidence),
      scope.at,
      alert.ruleId === null ? scope.memberId : null,
      risk?.id ?? null,
      arrayLiteral(taskIds),
    ],
  )
  scope.note({ planId: plan.id, entity: 'alert', entityId: id, version: 1, action: 'create', changes: {} })
  await postNotice(app, scope, {
    kind: 'alert',
    severity,
    recipients: await recipientsOf(scope, alert, plan.created_by),
    title,
    body: alert.body,
    link: `/alerts/${id}`,
    planId: plan.id,
    dedupeKey: `alert/${id}`,
  })
  return { alertId: id, taskIds }
}

async function recipientsOf(
  scope: Scope,
  { recipients, owners, risk }: NewAlert,
  createdBy: string | null,
): Promise<string[]> {
  const members = await scope.rows<{ id: string; name: string; role: string }>(
    'select id, name, role from member where workspace_id = $1',
    [scope.workspaceId],
  )
  const cells = [...owners, risk?.owner ?? null]
  const named = members.filter(
    ({ id, name }) => recipients.includes(id) || cells.some((owner) => isOwnedBy(owner, name)),
  )
  if (named.length > 0) return named.map(({ id }) => id)
  const made = members.filter(({ id }) => id === createdBy)
  return (made.length > 0 ? made : members.filter(({ role }) => role === 'owner')).map(({ id }) => id)
}
