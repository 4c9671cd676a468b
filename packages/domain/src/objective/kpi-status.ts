import { isCeiling, satisfies } from './aim.ts'
import type { Aim } from './aim.ts'

/**
 * 达标 / 预警 / 未达标 / 目标未读懂 / 无数据 / 未开始, from the gravest to the best in `STATUS_SEVERITY`.
 * `target_unclear`: there is a value, and nothing readable to hold it against.
 */
export const KPI_STATUSES = ['met', 'at_risk', 'missed', 'target_unclear', 'no_data', 'not_started'] as const
export type KpiStatus = (typeof KPI_STATUSES)[number]

/** Where bands end, as shares: a setting of the workspace. */
export interface StatusBands {
  /** Running, additive: at least this share of what is expected by now is at risk, below is missed. */
  readonly paceAtRisk: number
  /** Running, ratio: at most this relative distance from the target is at risk, beyond is missed. */
  readonly ratioAtRisk: number
}

export const DEFAULT_BANDS: StatusBands = { paceAtRisk: 0.9, ratioAtRisk: 0.1 }

export interface StatusQuestion {
  /** null = no data. */
  readonly actual: number | null
  readonly aim: Aim
  readonly nature: 'additive' | 'ratio'
  readonly stage: 'before' | 'running' | 'after'
  /** Share of an additive target due by now, 0–1; null = not known, the whole target is due. */
  readonly expectedShare: number | null
  readonly baseline?: number | null
  readonly bands?: StatusBands
}

/** Slack for sums of binary fractions: 0.9 × 0.02 must not miss 0.018. */
const EPSILON = 1e-9

/**
 * Status of one target (docs/domain/status.md), always from the comparator on
 * unrounded values and never from a rounded percentage: 99.96 % shows as 100 %
 * and is still missed.
 *
 * Without data it is `not_started` before the start and `no_data` from then on.
 * After the end it is met or missed, nothing between. While running, an
 * additive target is measured against what is due by now, a ratio against the
 * target itself; a ceiling that counts up (complaints ≤ 50) is at risk when
 * ahead of its pace and missed only once it is broken, which cannot be undone.
 */
export function kpiStatus(question: StatusQuestion): KpiStatus {
  const { actual, aim, nature, stage } = question
  if (actual === null) return stage === 'before' ? 'not_started' : 'no_data'
  if (stage === 'after') return satisfies(actual, aim) ? 'met' : 'missed'
  if (stage === 'before') return satisfies(actual, aim) && !isCeiling(aim) ? 'met' : 'not_started'
  return nature === 'ratio' ? ratioStatus(actual, aim, question) : paceStatus(actual, aim, question)
}

/** The worst of several targets, which is what a cell with several shows; null of none. */
export function worstStatus(statuses: readonly KpiStatus[]): KpiStatus | null {
  return STATUS_SEVERITY.find((status) => statuses.includes(status)) ?? null
}

const STATUS_SEVERITY: readonly KpiStatus[] = [
  'missed',
  'at_risk',
  'target_unclear',
  'no_data',
  'not_started',
  'met',
]

function ratioStatus(actual: number, aim: Aim, { bands = DEFAULT_BANDS }: StatusQuestion): KpiStatus {
  if (satisfies(actual, aim)) return 'met'
  const bounds = aim.comparator === 'range' ? [aim.from, aim.to] : [aim.value]
  const isNear = bounds.some(
    (bound) => Math.abs(actual - bound) <= Math.abs(bound) * bands.ratioAtRisk + EPSILON,
  )
  return isNear ? 'at_risk' : 'missed'
}

function paceStatus(actual: number, aim: Aim, question: StatusQuestion): KpiStatus {
  const { expectedShare, baseline = null, bands = DEFAULT_BANDS } = question
  const share = expectedShare ?? 1
  if (isCeiling(aim)) {
    if (!satisfies(actual, aim)) return 'missed'
    return actual <= dueBy(aimValue(aim), share, baseline) + EPSILON ? 'met' : 'at_risk'
  }
  if (aim.comparator === 'range' && actual > aim.to) return 'missed'
  if (aim.comparator === 'eq' && actual > aim.value) return 'missed'
  const due = dueBy(aimValue(aim), share, baseline)
  if (due <= 0) return 'met'
  const pace = actual / due
  if (share >= 1 && aim.comparator === 'gt' && !satisfies(actual, aim)) return 'at_risk'
  if (pace >= 1 - EPSILON) return 'met'
  return pace >= bands.paceAtRisk - EPSILON ? 'at_risk' : 'missed'
}

function aimValue(aim: Aim): number {
  return aim.comparator === 'range' ? aim.from : aim.value
}

/** With a baseline only the way from it to the target is to be gone. */
function dueBy(target: number, share: number, baseline: number | null): number {
  return baseline === null ? target * share : baseline + (target - baseline) * share
}
