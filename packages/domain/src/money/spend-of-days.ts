import { endOfWeek, startOfWeek } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'

/** Both ends included. */
interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}

export interface SpendEntry {
  readonly day: LocalDate
  /** null: money of the plan that belongs to no task. */
  readonly taskId: string | null
  /** Fen. */
  readonly amount: number
}

/** What is known of a plan's spend by day, from two sources that are never added (X11). */
export interface SpendSources {
  /** Entries of the ledger whose day is that of the spending, at least those of `weeksAround` the days. */
  readonly ledger: readonly SpendEntry[]
  /** Fen that the channels cost by day, of the same weeks or more; a day that is not in it has no figure. */
  readonly channels: ReadonlyMap<LocalDate, number>
}

export type SpendSource = 'ledger' | 'channels'

export interface SpendOfDays {
  readonly from: SpendSource
  readonly entries: readonly SpendEntry[]
}

/**
 * Spend on some days, for whoever tells it: the ledger's; the channels' cost only where nothing at all was entered
 * in the weeks that the days lie in, so that a stand-up, a weekly review and the report of one week say the same.
 * No entries of either kind: the spend is not known, which is not zero.
 *
 * @param from the source of other days that these are held against
 */
export function spendOfDays(sources: SpendSources, days: Days, from = sourceOf(sources, days)): SpendOfDays {
  const all =
    from === 'ledger'
      ? sources.ledger
      : [...sources.channels].map(([day, amount]) => ({ day, taskId: null, amount }))
  return { from, entries: all.filter(({ day }) => isIn(day, days)) }
}

/** Monday of the first week to Sunday of the last. */
export function weeksAround({ from, to }: Days): Days {
  return { from: startOfWeek(from), to: endOfWeek(to) }
}

/** Fen by day; a day without an entry is not in it. */
export function spendByDay({ entries }: SpendOfDays): ReadonlyMap<LocalDate, number> {
  const byDay = new Map<LocalDate, number>()
  for (const { day, amount } of entries) byDay.set(day, (byDay.get(day) ?? 0) + amount)
  return byDay
}

function sourceOf({ ledger, channels }: SpendSources, days: Days): SpendSource {
  const weeks = weeksAround(days)
  const isEntered = ledger.some(({ day }) => isIn(day, weeks))
  return !isEntered && [...channels.keys()].some((day) => isIn(day, days)) ? 'channels' : 'ledger'
}

function isIn(day: LocalDate, { from, to }: Days): boolean {
  return from <= day && day <= to
}
