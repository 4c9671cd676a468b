import { diffDays } from '../../calendar/date-arithmetic.ts'
import type { DayCounter } from '../../objective/expected-share.ts'
import type { TaskValues } from '../../records/entities.ts'
import { parseTargets } from '../../quantity/parse-targets.ts'
import { isCurrency } from '../../quantity/units.ts'
import type { Contradiction } from './contradiction.ts'

export type PacedTask = Pick<TaskValues, 'plannedStart' | 'plannedEnd' | 'budget' | 'remark' | 'dayBasis'> & {
  readonly id: string
}

/** Names under which a daily amount is a spend and not, say, a number of posts. */
const SPEND_WORD = /消耗|花费|投放|预算|费用|支出|spend|budget|cost/i

/**
 * Daily spend stated in a remark, in fen ("日均消耗1.5万", "每天预算 15,000 元",
 * "15,000元/day"); null when none is. A number without a currency counts only
 * beside a word that says it is money.
 */
export function statedDailySpend(remark: string | null): number | null {
  if (remark === null) return null
  for (const { metric, quantity } of parseTargets(remark).targets) {
    if (quantity.per !== 'day' || quantity.upper !== null) continue
    const isYuan = quantity.unit === '元'
    const isNamedSpend = quantity.unit === null && SPEND_WORD.test(metric ?? remark)
    if ((isYuan || isNamedSpend) && !(quantity.unit !== null && isCurrency(quantity.unit) && !isYuan))
      return Math.round(quantity.value * 100)
  }
  return null
}

/**
 * Does a stated daily spend over the task's planned days make up its budget
 * (X3)? 15,000 a day for 40 days are 600,000, and no budget of 150,000, which
 * lasts 10 days at that pace.
 *
 * A difference of up to one day's spend passes: the first and last day are
 * seldom whole. A warning, because the pace may be meant for some days only.
 *
 * @param countDays for tasks by working days; calendar days, both ends included, else
 */
export function paceContradiction(
  task: PacedTask,
  countWorkingDays: DayCounter | null,
): Contradiction | null {
  const { plannedStart, plannedEnd, budget, dayBasis } = task
  const daily = statedDailySpend(task.remark)
  if (
    daily === null ||
    daily <= 0 ||
    budget === null ||
    plannedStart === null ||
    plannedEnd === null ||
    plannedEnd < plannedStart
  )
    return null
  const isWorking = dayBasis === 'working' && countWorkingDays !== null
  const days = isWorking ? countWorkingDays(plannedStart, plannedEnd) : diffDays(plannedStart, plannedEnd) + 1
  const product = daily * days
  if (Math.abs(product - budget) <= daily) return null
  return {
    code: 'pace_not_budget',
    severity: 'warning',
    entity: 'task',
    id: task.id,
    fields: ['remark', 'budget'],
    params: {
      daily,
      days,
      product,
      budget,
      difference: product - budget,
      budgetLastsDays: Math.floor(budget / daily),
    },
  }
}
