import { comparedSpend } from '../../money/compared-spend.ts'
import type { WeeklyReportInput } from './document-input.ts'

/**
 * The figures that several sections of the weekly report speak of.
 *
 * Spend is held against the plan as `comparedSpend` says: neither the weekend's plan is owed on a Friday, nor that of
 * a day whose figures come tomorrow. The week before is taken on the same weekdays; where each day is reported by
 * itself, on those that both weeks know.
 */
export function weeklyFacts({
  board,
  week,
  days,
  spentFrom,
  channels,
  allChannels,
  kpis,
  issues,
  alerts,
}: WeeklyReportInput) {
  const compared = comparedSpend(days, board.today < week.end ? board.today : week.end, spentFrom)
  const { spent, planned } = compared
  const share = spent === null || planned === null || planned === 0 ? null : spent / planned
  const counted = days.filter(({ day }) => compared.differences.has(day))
  const isEntered = spentFrom === 'ledger'
  const both = counted.flatMap(({ spent: of, spentWeekBefore: before }) =>
    !isEntered && (of === null || before === null) ? [] : [{ of: of ?? 0, before: before ?? 0 }],
  )
  const before = both.reduce((sum, day) => sum + day.before, 0)
  const over = counted
    .flatMap(({ day, spent: of }) => {
      const more = compared.differences.get(day) ?? null
      return of === null || more === null || more <= 0 || more === of
        ? []
        : [{ day, spent: of, planned: of - more }]
    })
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
