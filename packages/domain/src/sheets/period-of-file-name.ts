import { isLocalDate } from '../calendar/local-date.ts'
import { findPeriod } from '../calendar/find-period.ts'
import type { ImportPeriod } from './import-table.ts'

const DAY = /(?<!\d)(20\d{2})([-_.年]?)(\d{2})\2月?(\d{2})(?!\d)/gu

/**
 * The days that a file's name gives: "计划报表_20250601-20250618.csv",
 * "report 2025-06-01 to 2025-06-18.csv", "export_2025-06-01.csv". Of more than two
 * days nothing is concluded.
 */
export function periodOfFileName(fileName: string): ImportPeriod | null {
  const name = fileName.replace(/\.[a-z]{2,5}$/i, '')
  const days = [...name.matchAll(DAY)]
    .map(([, year, , month, day]) => `${year}-${month}-${day}`)
    .filter(isLocalDate)
  const [from, to = from] = days
  if (from !== undefined && to !== undefined && days.length <= 2 && from <= to) return { from, to }
  const found = days.length === 0 ? findPeriod(name) : null
  return found === null ? null : { from: found.from, to: found.to }
}
