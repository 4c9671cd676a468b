import {
  FACT_KEYS,
  FACT_METRIC_NAMES,
  type FactKey,
  type FactMetric,
} from '@yingce/domain/sheets/metric-field'
import { z } from 'zod'

export const FactMetricName = z.enum(FACT_METRIC_NAMES as unknown as [FactMetric, ...FactMetric[]])

/** Longest text of a name or id. */
const MAX_TEXT = 400
export const FactKeys = z.strictObject(
  Object.fromEntries(
    FACT_KEYS.map((key) => [key, z.string().trim().min(1).max(MAX_TEXT).nullish()]),
  ) as Record<FactKey, z.ZodOptional<z.ZodNullable<z.ZodString>>>,
)
