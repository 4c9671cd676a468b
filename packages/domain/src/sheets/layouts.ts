import type { SheetLayout } from './layout.ts'
import { ACTIVITY_PLAN } from './layouts/activity-plan.ts'
import { ALLOCATION } from './layouts/allocation.ts'
import { BUDGET } from './layouts/budget.ts'
import { EFFECT_ANALYSIS } from './layouts/effect-analysis.ts'
import { EFFECT_EVALUATION } from './layouts/effect-evaluation.ts'
import { EFFECT_REVIEW } from './layouts/effect-review.ts'
import { EXECUTION_DETAIL } from './layouts/execution-detail.ts'
import { GANTT } from './layouts/gantt.ts'
import { RISK } from './layouts/risk.ts'
import { SCHEDULE } from './layouts/schedule.ts'
import { TARGETS } from './layouts/targets.ts'
import { TASK_BREAKDOWN } from './layouts/task-breakdown.ts'
import { TRACKER } from './layouts/tracker.ts'
import type { SheetKind } from './sheet-kind.ts'

/** Every team sheet that becomes records; where two fit a header equally well, the earlier one wins. */
export const SHEET_LAYOUTS: readonly SheetLayout[] = [
  TRACKER,
  EXECUTION_DETAIL,
  EFFECT_ANALYSIS,
  ALLOCATION,
  TASK_BREAKDOWN,
  EFFECT_REVIEW,
  ACTIVITY_PLAN,
  TARGETS,
  GANTT,
  BUDGET,
  RISK,
  EFFECT_EVALUATION,
  SCHEDULE,
]

/** The layout of a kind; `null` for kinds that make no records (metrics, journeys, unknown). */
export function layoutOfKind(kind: SheetKind): SheetLayout | null {
  return SHEET_LAYOUTS.find((layout) => layout.kind === kind) ?? null
}
