import { z } from 'zod'
import { Id, LocalDate } from '../common.ts'
import { defineRoute } from '../route.ts'

/** Longest reason for firing a risk. */
export const FIRE_REASON_LENGTH = 200

export const fireRisk = defineRoute({
  method: 'POST',
  path: '/api/plans/{planId}/risks/{recordId}/fire',
  operationId: 'fireRisk',
  tag: 'alerting',
  permission: 'record.create',
  summary:
    'Says that a risk has come about: an alert without a metric, its owner is told, and the response opens as tasks; refused while the response is open',
  status: 201,
  params: z.strictObject({ planId: Id, recordId: Id }),
  body: z.strictObject({
    reason: z.string().trim().min(1).max(FIRE_REASON_LENGTH),
    /** Day on which it came about; today or earlier. */
    day: LocalDate,
  }),
  response: z.object({
    alertId: Id,
    /** Steps of the response that became tasks. */
    taskCount: z.number().int(),
  }),
  errors: ['rule_violated'],
})
