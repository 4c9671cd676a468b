import type { KpiStatus } from '../objective/kpi-status.ts'
import { worstStatus } from '../objective/kpi-status.ts'
import { rollUpAdditive, rollUpMixed } from '../objective/roll-up.ts'
import type { NodeEvaluation } from './evaluate-node.ts'

/**
 * How the children of a node speak for it (rule 1).
 * - `additive`: one counted metric: Σ actual / Σ target
 * - `totals`: one ratio over several channels, from its totals
 * - `mixed`: weighted mean of attainments, each capped at 100 %
 * - `not_additive` 不可加总: unique people of several channels
 */
export interface RollUp {
  readonly method: 'additive' | 'totals' | 'mixed' | 'not_additive'
  /** 1 = 100 %; null when nothing can be said. */
  readonly attainment: number | null
  /** Σ actual of `additive`, the ratio of `totals`; else null. */
  readonly value: number | null
  /** Σ target of `additive`; else null. */
  readonly target: number | null
  /** Children that have an attainment, of all. */
  readonly counted: number
  readonly parts: number
  /** The worst of the children. */
  readonly status: KpiStatus | null
}

export interface ChildPart {
  readonly evaluation: NodeEvaluation
  readonly weight: number
  /** Of its own children, where it has any. */
  readonly rollUp: RollUp | null
}

/**
 * @param pooled the ratio over the channels of all children, where they share one ratio; else null
 * @returns null without children
 */
export function rollUpNode(children: readonly ChildPart[], pooled: number | null): RollUp | null {
  if (children.length === 0) return null
  const attainments = children.map(
    ({ evaluation, rollUp }) => evaluation.attainment ?? rollUp?.attainment ?? null,
  )
  const rest = {
    value: null,
    target: null,
    counted: attainments.filter((one) => one !== null).length,
    parts: children.length,
    status: worstStatus(
      children.flatMap(({ evaluation, rollUp }) => evaluation.status ?? rollUp?.status ?? []),
    ),
  }
  const mixed = rollUpMixed(
    children.map(({ weight }, index) => ({ weight, attainment: attainments[index] ?? null })),
  )
  const first = children[0]?.evaluation.metric ?? null
  const isOneMetric =
    first !== null && children.every(({ evaluation }) => evaluation.metric?.key === first.key)
  if (!isOneMetric || children.length === 1) return { ...rest, method: 'mixed', attainment: mixed }
  if (first.kind === 'unique') return { ...rest, method: 'not_additive', attainment: mixed }
  if (first.kind === 'ratio')
    return { ...rest, method: pooled === null ? 'mixed' : 'totals', attainment: mixed, value: pooled }
  const sums = children.map(({ evaluation: { targets, actual } }) => {
    const aim = targets.length === 1 ? targets[0]?.aim : null
    return aim == null || (aim.comparator !== 'gte' && aim.comparator !== 'gt')
      ? null
      : { actual, target: aim.value }
  })
  const parts = sums.flatMap((part) => part ?? [])
  if (first.kind !== 'flow' || parts.length < children.length)
    return { ...rest, method: 'mixed', attainment: mixed }
  const known = parts.flatMap(({ actual }) => actual ?? [])
  return {
    ...rest,
    method: 'additive',
    attainment: known.length === 0 ? null : rollUpAdditive(parts),
    value: known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0),
    target: parts.reduce((sum, { target }) => sum + target, 0),
  }
}
