import type { PlanBoard } from '@yingce/contracts/plan/board'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import {
  analyseEffects,
  effectRatios,
  effectTotals,
  type EffectFacts,
  type EffectRatios,
  type EffectTotals,
  sumStated,
} from '@yingce/domain/review/effect-analysis'
import { phaseShares } from '@yingce/domain/objective/target-pace'
import { judgeEffects } from '@yingce/domain/review/judge-effects'
import { reconcileSpend } from '@yingce/domain/review/reconciliation'
import { readReturnColumn } from '@yingce/domain/review/return-column'
import { statedDisagreements } from '@yingce/domain/review/stated-disagreement'
import type { BoardRecords } from './plan-records.read.ts'

function metrics(totals: EffectTotals, ratios: EffectRatios) {
  return {
    ...totals,
    ctr: ratios.ctr.value,
    cvr: ratios.cvr.value,
    cpa: ratios.cpa.value,
    roas: ratios.roas.value,
    roi: ratios.roi.value,
  }
}

/** The effect analysis with its status against the plan's targets, and what the sheet claims held against the arithmetic; null without rows. */
export function boardEffect(
  { effects, targets, plan, phases, hasNewCustomers, policy }: BoardRecords,
  today: LocalDate,
): PlanBoard['effect'] {
  if (effects.length === 0) return null
  const verdicts = judgeEffects(
    effects,
    targets,
    {
      start: plan.periodStart,
      end: plan.periodEnd,
      currency: plan.currency,
      hasNewCustomers,
      phases: phaseShares(phases),
      policy,
    },
    today,
  )
  const analysis = analyseEffects(effects)
  const column = readReturnColumn(effects)
  const disagreements = Map.groupBy(statedDisagreements(effects), ({ row }) => row.id)
  const hasStatedReturn = effects.some((row) => row.statedReturn !== null)
  return {
    rows: analysis.rows.map(({ row, ratios }) => ({
      ...metrics(row, ratios),
      id: row.id,
      channel: row.channel,
      content: row.content,
      status: verdicts.get(row.id)?.status ?? null,
      targets: [...(verdicts.get(row.id)?.targets ?? [])],
      statedStatus: row.statedStatus,
      advice: row.advice,
      disagreements: (disagreements.get(row.id) ?? []).map(({ field, stated, computed }) => ({
        field,
        stated,
        computed,
      })),
    })),
    total: metrics(analysis.totals, analysis.ratios),
    statedReturnIs: hasStatedReturn ? column.kind : null,
    statedReturnMatches: column.kind === 'roi' ? column.matchingRoi : column.matchingRoas,
    statedReturnRows: column.testedRows,
  }
}

/** Tracker spend beside effect cost; null where one of the two is not kept at all. */
export function boardReconciliation({ tasks, effects, daily }: BoardRecords): PlanBoard['reconciliation'] {
  const spending = tasks.filter((task) => task.status !== 'cancelled')
  const { trackerSpent, effectCost, difference, lines } = reconcileSpend(spending, effects)
  if (trackerSpent === null || effectCost === null) return null
  return {
    trackerSpend: trackerSpent,
    effectCost,
    platformCost: sumStated(daily.map(({ cost }) => cost)),
    difference,
    channels: lines.map((line) => ({
      channel: line.channel,
      trackerSpend: line.trackerSpent,
      effectCost: line.effectCost,
      difference: line.difference,
    })),
  }
}

/** Every day with its ratios from that day's sums. */
export function boardDaily({ daily }: BoardRecords): PlanBoard['daily'] {
  return daily.map((day) => {
    const facts: EffectFacts = day
    const ratios = effectRatios([facts])
    return { day: day.day, ...effectTotals([facts]), ctr: ratios.ctr.value, roas: ratios.roas.value }
  })
}
