import { boardMetrics } from '@yingce/domain/board/board-metric'
import { type BoardTarget, boardTargets } from '@yingce/domain/board/board-target'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { phaseShares } from '@yingce/domain/objective/target-pace'
import { type WeekTarget, weekTargets } from '@yingce/domain/review/document/week-targets'
import type { Scope } from '../../db/scope.ts'
import { ALL_DAYS } from '../../http/asked-period.ts'
import { boardValues, readChannelFacts } from '../board/board-facts.read.ts'
import type { PlanRecords } from '../board/plan-records.read.ts'

/** The plan's targets that facts measure, with what a week did for each; as of the end of that week. */
export async function readWeekTargets(
  scope: Scope,
  { plan, targets: records, phases, hasNewCustomers, policy }: PlanRecords,
  week: { readonly start: LocalDate; readonly end: LocalDate },
  today: LocalDate,
): Promise<WeekTarget[]> {
  if (records.length === 0) return []
  const { currency } = plan
  const metrics = boardMetrics({ isMoneyShown: true, hasNewCustomers })
  const figures = async (from: LocalDate) => {
    const period = { from, to: week.end }
    const { total, channels } = await readChannelFacts(scope, { planId: plan.id, currency, metrics, period })
    return new Map([
      [null, boardValues(total, metrics)] as const,
      ...channels.map(({ channel, values }) => [channel, values] as const),
    ])
  }
  const all = await figures(ALL_DAYS.from)
  const targets = boardTargets(
    records,
    [...all.keys()].filter((channel) => channel !== null),
    {
      start: plan.periodStart,
      end: plan.periodEnd,
      currency,
      hasNewCustomers,
      phases: phaseShares(phases),
      policy,
    },
  )
  if (targets.length === 0) return []
  const startOf = ({ pace }: BoardTarget): LocalDate => pace.start ?? ALL_DAYS.from
  const byStart = new Map([[ALL_DAYS.from, all]])
  for (const start of new Set(targets.map(startOf)))
    if (!byStart.has(start) && start <= week.end) byStart.set(start, await figures(start))
  return weekTargets(
    targets,
    await figures(week.start),
    (target) => byStart.get(startOf(target))?.get(target.channel)?.[target.metric] ?? null,
    { from: week.start, to: week.end, today },
  )
}
