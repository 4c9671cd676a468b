import type { CeilingMethod } from './attainment.ts'
import { DEFAULT_BANDS, type StatusBands } from './kpi-status.ts'

/** What a workspace has settled about its targets (rules 1 and 2); part of the pace of every target. */
export interface StatusPolicy extends StatusBands {
  readonly ceilingMethod: CeilingMethod
}

export const DEFAULT_POLICY: StatusPolicy = { ...DEFAULT_BANDS, ceilingMethod: 'quotient' }

/** Bounds of the settings: behind by half is never met halfway, nor is a rate at twice its ceiling. */
export const PACE_AT_RISK = { min: 0.5, max: 1 } as const
export const RATIO_AT_RISK = { min: 0, max: 0.5 } as const
