import { CEILING_METHODS, PACE_AT_RISK, RATIO_AT_RISK } from '@yingce/domain/objective/policy-bounds'
import { z } from 'zod'

/** How the targets of a workspace are judged (docs/domain/status.md). */
export const StatusPolicy = z.object({
  /** A running total that has at least this share of what is due by now is at risk; below, it is missed. */
  paceAtRisk: z.number().min(PACE_AT_RISK.min).max(PACE_AT_RISK.max),
  /** A running ratio that is at most this far from its target, relatively, is at risk; beyond, it is missed. */
  ratioAtRisk: z.number().min(RATIO_AT_RISK.min).max(RATIO_AT_RISK.max),
  /** Attainment where less is better: target / actual, or 2 − actual / target. */
  ceilingMethod: z.enum(CEILING_METHODS),
})
