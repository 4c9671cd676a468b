import { sumStated } from '../effect-analysis.ts'
import type { WeeklyReportInput } from './document-input.ts'

/**
 * The figures that several sections of the weekly report speak of.
 *
 * In a week that still runs, spend is held against the plan of the days that have come: on a Friday the weekend's
 * plan is not yet owed.
 */
export function weeklyFacts({
  board,
  week,
  days: all,
  spentWeekBefore,
  channels,
  allChannels,
  kpis,
  issues,
  alerts,
}: WeeklyReportInput) {
  const until = board.today < week.end ? board.today : null
  const days = until === null ? all : all.filter(({ day }) => day <= until)
  const spent = sumStated(days.map((day) => day.spent))
  const planned = sumStated(days.map((day) => day.planned))
  const difference = spent === null || planned === null ? null : spent - planned
  const share = spent === null || planned === null || planned === 0 ? null : spent / planned
  const change =
    spent === null || spentWeekBefore === null || spentWeekBefore === 0 ? null : spent / spentWeekBefore - 1
  const over = days
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
    /** Day up to which spend and its plan are counted; null: the week is over. */
    until,
    spent,
    planned,
    difference,
    share,
    change,
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
