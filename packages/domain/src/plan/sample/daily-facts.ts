import { addDays, weekdayOf } from '../../calendar/date-arithmetic.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { MetricFactValues } from '../../records/entities.ts'
import { shareOut } from '../../money/share-out.ts'
import type { SampleChannel } from './channels.ts'
import { yuan } from './channels.ts'
import type { Spending } from './spending.ts'

/** On this day of the plan the feed ads stood still for most of the day: the dip in every chart. */
export const DIP_DAY = 27

/** How much of a weekday's volume a Saturday or Sunday brings, in percent. */
const WEEKEND: Readonly<Record<SampleChannel, number>> = {
  notes: 135,
  feed: 122,
  groups: 80,
  live: 150,
  offline: 100,
}

export type DailyFigures = Pick<
  MetricFactValues,
  'day' | 'impressions' | 'clicks' | 'conversions' | 'cost' | 'revenue'
>

/**
 * Daily facts of one spending. Its totals are split over its days in whole
 * units, so the days sum to the totals exactly; the shape follows the weekday,
 * the dip and a small fixed unevenness, and is the same on every call.
 * Offline classes happen on weekends only and have no rows on other days.
 */
export function dailyFacts(spending: Spending, index: number, start: LocalDate): readonly DailyFigures[] {
  const [first, last] = spending.days
  const days = Array.from({ length: last - first + 1 }, (_, offset) => first + offset)
  const volume = days.map(
    (day) => dayVolume(spending.channel, addDays(start, day), day) * unevenness(day, index, 17),
  )
  const split = (total: number, seed: number) =>
    shareOut(
      total,
      volume.map((weight, at) => weight * unevenness((days[at] ?? 0) + seed, index, 11)),
    )
  const impressions = split(spending.impressions, 0)
  const cost = shareOut(yuan(spending.cost), volume)
  const clicks = spending.clicks === null ? null : split(spending.clicks, 3)
  const conversions = split(spending.conversions, 5)
  const revenue = shareOut(yuan(spending.revenue), conversions)
  return days.flatMap((day, at) =>
    volume[at] === 0
      ? []
      : [
          {
            day: addDays(start, day),
            impressions: impressions[at] ?? 0,
            clicks: clicks === null ? null : (clicks[at] ?? 0),
            conversions: conversions[at] ?? 0,
            cost: cost[at] ?? 0,
            revenue: revenue[at] ?? 0,
          },
        ],
  )
}

/** Relative volume of a day; 0 = nothing runs. */
function dayVolume(channel: SampleChannel, date: LocalDate, day: number): number {
  const isWeekend = weekdayOf(date) >= 6
  if (channel === 'offline') return isWeekend ? WEEKEND.offline : 0
  const usual = isWeekend ? WEEKEND[channel] : 100
  return day === DIP_DAY && channel === 'feed' ? Math.round(usual * 0.18) : usual
}

/** 92 … 108: days differ a little, by fixed arithmetic and not by chance. */
function unevenness(day: number, index: number, step: number): number {
  return 92 + ((day * step + index * 7) % 17)
}
