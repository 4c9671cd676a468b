import { METRIC_UNITS } from '@yingce/domain/metrics/metric-definition'
import { z } from 'zod'
import { Id, LocalDate } from '../common.ts'
import { defineRoute } from '../route.ts'

const Days = z.object({ from: LocalDate, to: LocalDate })

/** The metric of an adjustment before and after its day, from totals over as many days. */
export const AdjustmentEffect = z.object({
  recordId: Id,
  metric: z.object({ key: z.string(), zh: z.string(), en: z.string(), unit: z.enum(METRIC_UNITS) }),
  before: z.number().nullable(),
  beforeDays: Days,
  after: z.number().nullable(),
  /** Null while no day after it is over. */
  afterDays: Days.nullable(),
})
export type AdjustmentEffect = z.infer<typeof AdjustmentEffect>

export const listAdjustmentEffects = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/adjustment-effects',
  operationId: 'listAdjustmentEffects',
  tag: 'metrics',
  permission: 'record.read',
  summary:
    'What each strategy adjustment did to its metric: the same number of days before and after; without a metric of the dictionary or a day it is left out',
  params: z.strictObject({ planId: Id }),
  response: z.object({ items: z.array(AdjustmentEffect) }),
})
