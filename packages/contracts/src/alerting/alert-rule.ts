import { ALERT_SEVERITIES } from '@yingce/domain/alerting/alert-rule'
import { z } from 'zod'
import { Id, Instant, LocalDate } from '../common.ts'
import { defineRoute } from '../route.ts'

const Days = z.number().int().min(1).max(60)
const Metric = z.string().trim().min(1).max(60)
const Sample = z.number().int().min(1).max(1_000_000_000).nullable()

/** What a rule watches; the names and meanings are those of docs/domain/alerting.md. */
export const AlertCondition = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('threshold'),
    metric: Metric,
    comparator: z.enum(['lt', 'lte', 'gt', 'gte']),
    /** In the unit of the metric: a share 0–1, money in fen. */
    value: z.number(),
    breaches: Days,
    days: Days,
    minimumSample: Sample,
  }),
  z.strictObject({
    type: z.literal('change'),
    metric: Metric,
    direction: z.enum(['rise', 'fall', 'either']),
    deviations: z.number().min(1).max(20),
    minimumChange: z.number().min(0).max(10),
    minimumSample: Sample,
  }),
  z.strictObject({ type: z.literal('pacing'), metric: Metric, band: z.number().min(0).max(1) }),
  z.strictObject({
    type: z.literal('overspend'),
    metric: Metric,
    basis: z.enum(['day', 'cumulative']),
    tolerance: z.number().min(0).max(10),
  }),
  z.strictObject({ type: z.literal('missing_data'), metric: Metric, days: Days }),
  z.strictObject({ type: z.literal('stalled_task'), workingDays: Days }),
])

/** How long a rule that has fired is silent. */
export const COOLDOWN_DAYS = { min: 0, max: 90 } as const

export const AlertPolicy = z.strictObject({
  severity: z.enum(ALERT_SEVERITIES),
  cooldownDays: z.number().int().min(COOLDOWN_DAYS.min).max(COOLDOWN_DAYS.max),
  repeats: z.boolean(),
})

/** Which facts count; each null means all. */
export const AlertScope = z.strictObject({
  channel: z.string().trim().max(200).nullable(),
  campaign: z.string().max(400).nullable(),
  taskId: Id.nullable(),
})

const Sentence = z.object({ zh: z.string(), en: z.string() })

export const AlertRuleInput = z.strictObject({
  name: z.string().trim().max(200),
  condition: AlertCondition,
  policy: AlertPolicy,
  scope: AlertScope,
  /** Members who are told; the owner of a task that a stalled rule finds is told too. */
  recipients: z.array(Id).max(50),
  isOn: z.boolean(),
  /** Risk whose response opens as tasks when the rule fires (B5). */
  riskId: Id.nullable(),
})
export type AlertRuleInput = z.infer<typeof AlertRuleInput>

export const AlertRuleView = AlertRuleInput.extend({
  id: Id,
  planId: Id,
  version: z.number().int(),
  sentence: Sentence,
  /** Last day that was judged. */
  evaluatedOn: LocalDate.nullable(),
  alertCount: z.number().int(),
  updatedAt: Instant,
})
export type AlertRuleView = z.infer<typeof AlertRuleView>

const PlanParams = z.strictObject({ planId: Id })
const RuleParams = z.strictObject({ planId: Id, ruleId: Id })

export const listAlertRules = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/alert-rules',
  operationId: 'listAlertRules',
  tag: 'alerting',
  permission: 'record.read',
  summary: 'Alert rules of the plan, each with its sentence',
  params: PlanParams,
  response: z.object({ items: z.array(AlertRuleView) }),
})

export const createAlertRule = defineRoute({
  method: 'POST',
  path: '/api/plans/{planId}/alert-rules',
  operationId: 'createAlertRule',
  tag: 'alerting',
  permission: 'plan.update',
  summary: 'Make a rule',
  status: 201,
  params: PlanParams,
  body: AlertRuleInput,
  response: AlertRuleView,
  errors: ['rule_violated'],
})

export const updateAlertRule = defineRoute({
  method: 'PUT',
  path: '/api/plans/{planId}/alert-rules/{ruleId}',
  operationId: 'updateAlertRule',
  tag: 'alerting',
  permission: 'plan.update',
  summary: 'Change a rule; its alerts stay as they are',
  params: RuleParams,
  body: AlertRuleInput.extend({ version: z.number().int().min(1) }),
  response: AlertRuleView,
  errors: ['rule_violated', 'wrong_state'],
})

export const deleteAlertRule = defineRoute({
  method: 'DELETE',
  path: '/api/plans/{planId}/alert-rules/{ruleId}',
  operationId: 'deleteAlertRule',
  tag: 'alerting',
  permission: 'plan.update',
  summary: 'Delete a rule; its alerts stay',
  params: RuleParams,
})

const Evidence = z.object({ date: LocalDate, value: z.number().nullable(), limit: z.number().nullable() })

export const backTestAlertRule = defineRoute({
  method: 'POST',
  path: '/api/plans/{planId}/alert-rules/back-test',
  operationId: 'backTestAlertRule',
  tag: 'alerting',
  permission: 'record.read',
  summary: 'When the rule would have fired on the data of the plan; nothing is kept and nobody told',
  isIdempotencyOff: true,
  params: PlanParams,
  body: z.strictObject({
    condition: AlertCondition,
    policy: AlertPolicy,
    scope: AlertScope,
    period: z.strictObject({ from: LocalDate, to: LocalDate }),
  }),
  response: z.object({
    sentence: Sentence,
    /** One entry per calendar day; null: no data. */
    days: z.array(z.object({ date: LocalDate, value: z.number().nullable() })),
    /** There is money in other currencies too: the values are of the plan's currency only. */
    isMoneyLeftOut: z.boolean(),
    /** What a rule about a plan is held against; null: no budget or target says it (the rule is silent), or it needs none. */
    planned: z
      .object({
        basis: z.enum(['budget', 'target']),
        /** Targets as written; empty for a budget. */
        texts: z.array(z.string()),
        from: LocalDate,
        to: LocalDate,
      })
      .nullable(),
    alerts: z.array(
      z.object({
        date: LocalDate,
        since: LocalDate,
        taskId: Id.nullable(),
        taskName: z.string().nullable(),
        evidence: z.array(Evidence),
      }),
    ),
  }),
  errors: ['rule_violated'],
})

export const AlertEvidence = Evidence
