import { comparedSpend } from '../../money/compared-spend.ts'
import type { WeeklyReportInput } from './document-input.ts'

/**
 * The figures that several sections of the weekly report speak of.
 *
 * Spend is held against the plan of the days whose spend is known: neither the weekend's plan is owed on a Friday,
 * nor that of a day whose figures come tomorrow. The week before is taken on the same weekdays, those that both
 * weeks know.
 */
export function weeklyFacts({
  board,
  week,
  days,
  channels,
  allChannels,
  kpis,
  issues,
  alerts,
}: WeeklyReportInput) {
  const compared = comparedSpend(days, board.today < week.end ? board.today : week.end)
  const { spent, planned } = compared
  const share = spent === null || planned === null || planned === 0 ? null : spent / planned
  const counted = days.filter(({ day }) => compared.differences.has(day))
  const both = counted.flatMap(({ spent: of, spentWeekBefore: before }) =>
    of === null || before === null ? [] : [{ of, before }],
  )
  const before = both.reduce((sum, day) => sum + day.before, 0)
  const over = counted
    .flatMap(({ day, spent: of, planned: plan }) =>
      of === null || plan === null || of <= plan ? [] : [{ day, spent: of, planned: plan }],
    )
    .toSorted((a, b) => b.spent - b.planned - (a.spent - a.planned))[0]
  const ranked = channels
    .flatMap(({ channel, roas }) => (roas === null || channel === '' ? [] : [{ channel, roas }]))
    .toSorted((a, b) => b.roas - a.roas)
  const counts = {
    met: kpis.filter(({ status }) => status === 'met').length,
    atRisk: kpis.filter(({ status }) => status === 'at_risk').length,
    missed: kpis.filter(({ status }) => status === 'missed').length,
  }
  return {
    ...compared,
    /** Last day of the week with spend, else with facts of a channel; null: there are none. */
    dataThrough:
      compared.until ?? board.daily.findLast(({ day }) => day >= week.start && day <= week.end)?.day ?? null,
    /** Not every day of the week counts. */
    isPartial: compared.until !== week.end || compared.missing.length > 0,
    share,
    /** null: nothing to compare with. */
    change:
      before === 0
        ? null
        : { share: both.reduce((sum, { of }) => sum + of, 0) / before - 1, days: both.length },
    worstDay: over ?? null,
    channels: allChannels,
    best: ranked[0] ?? null,
    worst: ranked.length > 1 ? (ranked.at(-1) ?? null) : null,
    ...counts,
    judged: counts.met + counts.atRisk + counts.missed,
    openIssues: (issues ?? []).filter(({ state }) => state !== 'resolved'),
    fired: (alerts ?? []).filter(({ firedOn }) => firedOn >= week.start && firedOn <= week.end).length,
    openAlerts: (alerts ?? []).filter(({ state }) => state !== 'resolved'),
  }
}

export type WeeklyFacts = ReturnType<typeof weeklyFacts>
