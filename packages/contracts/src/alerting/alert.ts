import { ALERT_SEVERITIES } from '@yingce/domain/alerting/alert-rule'
import { z } from 'zod'
import { Id, Instant, LocalDate } from '../common.ts'
import { defineRoute } from '../route.ts'
import { AlertEvidence } from './alert-rule.ts'

/** alert → acknowledged → cause found → action taken → resolved; each moment is kept. */
export const ALERT_STATES = ['open', 'acknowledged', 'acting', 'resolved'] as const
export type AlertState = (typeof ALERT_STATES)[number]

const Step = z.object({ at: Instant, by: z.string().nullable() }).nullable()

export const AlertView = z.object({
  id: Id,
  planId: Id,
  planName: z.string(),
  /** null: the rule was deleted since, or a person fired a risk. */
  ruleId: Id.nullable(),
  title: z.object({ zh: z.string(), en: z.string() }),
  severity: z.enum(ALERT_SEVERITIES),
  state: z.enum(ALERT_STATES),
  day: LocalDate,
  since: LocalDate,
  metric: z.string().nullable(),
  channel: z.string().nullable(),
  taskId: Id.nullable(),
  taskName: z.string().nullable(),
  evidence: z.array(AlertEvidence),
  firedAt: Instant,
  /** Who fired the risk by hand; null: a rule did. */
  firedBy: z.string().nullable(),
  /** Whose response the alert opened; null: of none, or the risk was deleted since. */
  riskId: Id.nullable(),
  riskName: z.string().nullable(),
  acknowledged: Step,
  rootCauseId: Id.nullable(),
  actionTaskId: Id.nullable(),
  actionTaskName: z.string().nullable(),
  acted: Step,
  resolved: Step,
  resolution: z.string().nullable(),
  /**
   * The same metric before the action and after it, over equally many days, both from totals; before
   * anybody acts, over the days of the alert. Null where there are no data (yet), or the alert has no metric.
   */
  effect: z
    .object({
      before: z.number().nullable(),
      beforeDays: z.object({ from: LocalDate, to: LocalDate }),
      after: z.number().nullable(),
      afterDays: z.object({ from: LocalDate, to: LocalDate }).nullable(),
    })
    .nullable(),
})
export type AlertView = z.infer<typeof AlertView>

const AlertParams = z.strictObject({ alertId: Id })

export const listAlerts = defineRoute({
  method: 'GET',
  path: '/api/alerts',
  operationId: 'listAlerts',
  tag: 'alerting',
  permission: 'record.read',
  summary: 'Alerts, the newest first; of one plan or of all',
  query: z.strictObject({
    planId: Id.optional(),
    state: z.enum([...ALERT_STATES, 'unresolved']).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  response: z.object({ items: z.array(AlertView), unresolvedCount: z.number().int() }),
})

export const getAlert = defineRoute({
  method: 'GET',
  path: '/api/alerts/{alertId}',
  operationId: 'getAlert',
  tag: 'alerting',
  permission: 'record.read',
  summary: 'One alert with its evidence, steps and the metric before and after the action',
  params: AlertParams,
  response: AlertView,
})

export const acknowledgeAlert = defineRoute({
  method: 'POST',
  path: '/api/alerts/{alertId}/acknowledge',
  operationId: 'acknowledgeAlert',
  tag: 'alerting',
  permission: 'record.update',
  summary: 'Somebody has seen it and takes it on',
  status: 200,
  params: AlertParams,
  response: AlertView,
  errors: ['wrong_state'],
})

export const analyseAlert = defineRoute({
  method: 'POST',
  path: '/api/alerts/{alertId}/root-cause',
  operationId: 'analyseAlert',
  tag: 'alerting',
  permission: 'record.create',
  summary:
    'The 5-Why chain of the alert: the one that is there, else a new one that begins with what was found',
  status: 200,
  params: AlertParams,
  response: z.object({ rootCauseId: Id, planId: Id }),
})

export const actOnAlert = defineRoute({
  method: 'POST',
  path: '/api/alerts/{alertId}/action',
  operationId: 'actOnAlert',
  tag: 'alerting',
  permission: 'record.create',
  summary: 'A corrective action as a task of the plan; an alert has one',
  status: 200,
  params: AlertParams,
  body: z.strictObject({
    name: z.string().trim().min(1).max(500),
    owner: z.string().trim().max(200).nullable(),
    dueDate: LocalDate.nullable(),
  }),
  response: AlertView,
  errors: ['wrong_state', 'rule_violated'],
})

export const resolveAlert = defineRoute({
  method: 'POST',
  path: '/api/alerts/{alertId}/resolve',
  operationId: 'resolveAlert',
  tag: 'alerting',
  permission: 'record.update',
  summary: 'Done with; what was learnt is noted',
  status: 200,
  params: AlertParams,
  body: z.strictObject({ resolution: z.string().trim().max(2000) }),
  response: AlertView,
  errors: ['wrong_state'],
})

export const evaluateAlerts = defineRoute({
  method: 'POST',
  path: '/api/plans/{planId}/alert-rules/evaluate',
  operationId: 'evaluateAlerts',
  tag: 'alerting',
  permission: 'record.update',
  summary:
    'Judges the rules of the plan now, as happens after each import and every morning; each rule and day speaks once',
  status: 200,
  isIdempotencyOff: true,
  params: z.strictObject({ planId: Id }),
  response: z.object({ fired: z.number().int() }),
})
