import { addDays } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { dayDetail } from '../calendar/work-calendar.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'

/**
 * Shopping festivals of mainland China by month and day, with the days of their sale: figures of these
 * days are what they are because of the festival. Platforms move their pre-sales every year; a workspace
 * adds its own days.
 */
const SHOPPING_FESTIVALS: readonly (readonly [from: string, to: string])[] = [
  // 3·8, 5·20, 618 in two waves, 8·18, 9·9, 双11 in two waves, 双12
  ['03-05', '03-08'],
  ['05-18', '05-20'],
  ['05-31', '06-03'],
  ['06-15', '06-20'],
  ['08-16', '08-18'],
  ['09-07', '09-09'],
  ['10-31', '11-03'],
  ['11-10', '11-12'],
  ['12-10', '12-12'],
]

/** Before the Spring Festival people buy ahead, then parcels stop: no week of the year is like this one. */
const DAYS_BEFORE_SPRING_FESTIVAL = 7

/**
 * Which days `change` rules leave out: statutory holidays with their make-up days, the week before
 * the Spring Festival, the shopping festivals above, and the days a workspace names. In years whose holidays are not published only the others count.
 */
export function festivalMask(
  calendar: WorkCalendar,
  ownDays: Iterable<LocalDate> = [],
): (date: LocalDate) => boolean {
  const known = new Map<LocalDate, boolean>()
  for (const date of ownDays) known.set(date, true)
  return (date) => {
    const before = known.get(date)
    if (before !== undefined) return before
    const isFestival = isKnownFestival(date, calendar)
    known.set(date, isFestival)
    return isFestival
  }
}

function isKnownFestival(date: LocalDate, calendar: WorkCalendar): boolean {
  const day = date.slice(5)
  if (SHOPPING_FESTIVALS.some(([from, to]) => day >= from && day <= to)) return true
  const { kind } = dayDetail(date, calendar)
  if (kind === 'holiday' || kind === 'make-up') return true
  for (let days = 1; days <= DAYS_BEFORE_SPRING_FESTIVAL; days++)
    if (isSpringFestival(addDays(date, days), calendar)) return true
  return false
}

function isSpringFestival(date: LocalDate, calendar: WorkCalendar): boolean {
  const { kind, name } = dayDetail(date, calendar)
  return kind === 'holiday' && name === '春节'
}
