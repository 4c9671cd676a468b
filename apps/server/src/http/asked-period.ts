import { addDays, diffDays } from '@yingce/domain/calendar/date-arithmetic'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { Refusal } from './refusal.ts'

/** Both ends included. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** Every day of the calendar, for what is asked without a period. */
export const ALL_DAYS: Days = { from: '0001-01-01', to: '9999-12-31' }

/** Days that may be asked about: the periods before and after them, and their steps, are in the calendar too. */
const ASKABLE: Days = { from: '1900-01-01', to: '2999-12-31' }

/** What is wrong with the end of a period that is asked for. */
function wrongPeriod(
  path: string,
  code: string,
  message: string,
  params: Record<string, unknown> = {},
): Refusal {
  return new Refusal('invalid_request', { issues: [{ path: `${path}.to`, code, message, params }] })
}

/**
 * @param path where the request names the period
 * @param mostDays its days at most, where there is a limit
 * @throws Refusal `invalid_request` when it ends before it starts, is too long, or lies outside of 1900 to 2999
 */
export function requireAskable({ from, to }: Days, path: string, mostDays?: number): void {
  if (from > to) throw wrongPeriod(path, 'end_before_start', 'The period ends before it starts')
  if (from < ASKABLE.from || to > ASKABLE.to) {
    const [min, max] = [ASKABLE.from, ASKABLE.to]
    throw wrongPeriod(path, 'out_of_range', `Ask for days from ${min} to ${max}`, { min, max })
  }
  if (mostDays !== undefined && diffDays(from, to) >= mostDays)
    throw wrongPeriod(path, 'too_long', `Ask for at most ${mostDays} days at once`, { max: mostDays })
}

/**
 * The period that a query asks for; null: it names neither end.
 *
 * @throws Refusal `invalid_request` when it has one end only, ends before it starts, or lies outside of 1900 to 2999
 */
export function askedPeriod({
  from,
  to,
}: {
  readonly from?: string | undefined
  readonly to?: string | undefined
}): Days | null {
  if ((from === undefined) !== (to === undefined))
    throw wrongPeriod('query', 'both_ends', 'Give both ends of the period, or neither')
  if (from === undefined || to === undefined) return null
  requireAskable({ from, to }, 'query')
  return { from, to }
}

/**
 * The period that sources are compared over: the one asked for, else the days up to yesterday, because today's
 * figures are not all there.
 *
 * @param usualDays days up to yesterday of a query that names no period
 * @throws Refusal `invalid_request` for one end alone, an end before its start, and more than `mostDays`
 */
export function comparedDays(
  asked: Parameters<typeof askedPeriod>[0],
  today: LocalDate,
  { usualDays, mostDays }: { readonly usualDays: number; readonly mostDays: number },
): Days {
  const period = askedPeriod(asked) ?? { from: addDays(today, -usualDays), to: addDays(today, -1) }
  requireAskable(period, 'query', mostDays)
  return period
}
