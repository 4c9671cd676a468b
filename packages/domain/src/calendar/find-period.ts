import { allMatches } from '../quantity/all-matches.ts'
import { plainWidth } from '../quantity/plain-width.ts'
import type { DateContext, DateSpan } from './date-reading.ts'
import { readDateCell } from './read-date-cell.ts'

/** A title of a sheet, not a page of prose. */
const MAX_LENGTH = 300
const CANDIDATE = /(?<!\d)\d[\d\s年月日号./~至到起-]*[\d月日号]/g

const MONTH_DAY = '[a-z]{3,9}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?'
const CANDIDATE_EN = new RegExp(
  `(?<![a-z])${MONTH_DAY}\\s*(?:-|~|to)\\s*(?:${MONTH_DAY}|\\d{1,2}, \\d{4})`,
  'gi',
)

/**
 * The period that a title states: "主跟踪表(推广周期:2025年5月1日-2025年6月20日)". The
 * first stretch of the text that reads as a range with a known year wins; a single day
 * is no period. Null when there is none.
 *
 * @param context gives the year to titles that have none
 */
export function findPeriod(text: string, context: Partial<DateContext> = {}): DateSpan | null {
  const plain = plainWidth(text.slice(0, MAX_LENGTH))
  for (const [stretch] of [...allMatches(CANDIDATE, plain), ...allMatches(CANDIDATE_EN, plain)]) {
    const reading = readDateCell(stretch, context)
    if (reading.kind === 'range') return { from: reading.from, to: reading.to }
    if (reading.kind === 'dateTimeRange')
      return { from: reading.from.slice(0, 10), to: reading.to.slice(0, 10) }
  }
  return null
}
