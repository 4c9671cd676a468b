import { DEFAULT_BANDS, type StatusBands } from './kpi-status.ts'
import type { CeilingMethod } from './policy-bounds.ts'

/** What a workspace has settled about its targets (rules 1 and 2); part of the pace of every target. */
export interface StatusPolicy extends StatusBands {
  readonly ceilingMethod: CeilingMethod
}

export const DEFAULT_POLICY: StatusPolicy = { ...DEFAULT_BANDS, ceilingMethod: 'quotient' }
