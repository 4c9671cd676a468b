import type { LocalDate } from '../calendar/local-date.ts'
import { CN_WORK_CALENDAR } from '../calendar/work-calendar.ts'
import { workingDaysBetween } from '../calendar/working-days.ts'
import type { PhaseValues, TaskValues } from '../records/entities.ts'
import { type DayCounter, expectedShare, expectedShareByPhases, type PhaseShare } from './expected-share.ts'
import type { StatusPolicy } from './status-policy.ts'

interface Paced {
  readonly start: LocalDate | null
  readonly end: LocalDate | null
  /** Its phases by weight (`phaseShares`); empty: linear. */
  readonly phases: readonly PhaseShare[]
}

/** What paces the targets of a plan, and what its workspace has settled about their status. */
export interface PlanPace extends Paced {
  readonly policy: StatusPolicy
}

/** How a target comes due: over its days, by phases where it has any. */
export interface TargetPace extends PlanPace, DueOver {}

interface DueOver extends Paced {
  /** null: every calendar day. */
  readonly countDays: DayCounter | null
}

/** Phases pace a target where all of them have dates and a weight, and the weights say something; else it is linear. */
export function phaseShares(
  phases: readonly Pick<PhaseValues, 'startDate' | 'endDate' | 'weight'>[],
): readonly PhaseShare[] {
  const shares = phases.flatMap(({ startDate, endDate, weight }) =>
    startDate === null || endDate === null || weight === null
      ? []
      : [{ start: startDate, end: endDate, part: weight }],
  )
  const isWhole = shares.length === phases.length && shares.some(({ part }) => part > 0)
  return isWhole ? shares : []
}

/**
 * The pace of a target, whatever page shows it (rule 4): its own days, else the plan's. Over the days of the
 * whole plan, stated or not, the weights of the phases count; over any other days it is linear. A task by
 * 工作日 is paced by working days.
 */
export function paceOf(
  target: {
    readonly start: LocalDate | null
    readonly end: LocalDate | null
    readonly dayBasis?: TaskValues['dayBasis']
  },
  plan: PlanPace,
): TargetPace {
  const start = target.start ?? plan.start
  const end = target.end ?? plan.end
  return {
    start,
    end,
    phases: start === plan.start && end === plan.end ? plan.phases : [],
    policy: plan.policy,
    countDays: target.dayBasis === 'working' ? countWorkingDays : null,
  }
}

/** A task's, from when it really began; once it is done nothing more will come. A task without dates is not paced. */
export function paceOfTask(
  task: Pick<TaskValues, 'actualStart' | 'plannedStart' | 'plannedEnd' | 'dayBasis' | 'status'>,
  plan: PlanPace,
): TargetPace & { readonly isFinished: boolean } {
  const { actualStart, plannedStart, plannedEnd: end, dayBasis, status } = task
  const start = actualStart ?? plannedStart
  const isDated = start !== null && end !== null
  return {
    ...paceOf({ start, end, dayBasis }, isDated ? plan : { start, end, phases: [], policy: plan.policy }),
    isFinished: status === 'done',
  }
}

/**
 * Share of a target, 0–1, that is due by the evening of `through`.
 *
 * @returns null without a period, or when no day of it counts: the whole is due
 */
export function shareDue({ start, end, phases, countDays }: DueOver, through: LocalDate): number | null {
  const byPhases = expectedShareByPhases(phases, through, countDays)
  if (byPhases !== null) return byPhases
  if (start === null || end === null || start > end) return null
  return expectedShare({ start, end, countDays }, through)
}

/** Working days by the statutory calendar, both ends included. */
export function countWorkingDays(from: LocalDate, to: LocalDate): number {
  return workingDaysBetween(from, to, CN_WORK_CALENDAR)
}
