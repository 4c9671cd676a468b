import { addDays } from '../calendar/date-arithmetic.ts'
import { type DateContext, endDateOf, startDateOf } from '../calendar/date-reading.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { ImportPeriod } from './import-table.ts'
import { readDateValue } from './sheet-date.ts'
import type { CellValue } from './workbook.ts'

/** The days that the figures of one row are of. */
export interface MetricDay {
  readonly day: LocalDate
  /** Last day where the row covers several; else null. */
  readonly until: LocalDate | null
  /** 0–23 where the cell holds a time of day; else null. */
  readonly hour: number | null
}

/** Distinct cells of a day column are few; this many are remembered. */
const MAX_REMEMBERED = 100_000

/** "0003" under "Nth day" is three days after the stated start. */
const OFFSET = /^\d{1,4}$/

/** An instant with its offset keeps the wall clock it is written in: 2026-06-01T23:00:00+08:00 is June 1, 23 h. */
const WRITTEN_INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):\d{2}/

function hourOf(at: string): number | null {
  const hour = Number(at.slice(11, 13))
  return at.length > 10 && Number.isInteger(hour) ? hour : null
}

function spanOf(day: LocalDate | null, last: LocalDate | null): MetricDay | null {
  return day === null ? null : { day, until: last === null || last <= day ? null : last, hour: null }
}

/**
 * Reads the cells of a day column: 2026-06-01, 2026-06-01 05:00:00,
 * 2020/12/26-2021/01/02, 2000Q1, Excel dates, offsets from the stated start.
 * Days are taken as written; no zone is ever converted, because exports are
 * written in the zone of their account.
 *
 * @param stated what title, file name or user say; offsets count from its start
 * @param isOffset the column is "Nth day"
 * @returns null for an empty cell and for one that is no day
 */
export function metricDayReader(
  context: DateContext,
  stated: ImportPeriod | null,
  isOffset: boolean,
): (cell: CellValue, format: string | null) => MetricDay | null {
  const known = new Map<string, MetricDay | null>()
  const read = (cell: CellValue, format: string | null): MetricDay | null => {
    if (isOffset) {
      const text = typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? cell.trim() : ''
      return stated === null || !OFFSET.test(text) ? null : spanOf(addDays(stated.from, Number(text)), null)
    }
    const reading = readDateValue(cell, format, context)
    if (reading.kind === 'dateTime')
      return { day: reading.at.slice(0, 10), until: null, hour: hourOf(reading.at) }
    if (reading.kind === 'instant') {
      const written = WRITTEN_INSTANT.exec(reading.text)
      return written?.[1] === undefined
        ? spanOf(reading.utc.slice(0, 10), null)
        : { day: written[1], until: null, hour: Number(written[2]) }
    }
    return spanOf(startDateOf(reading), endDateOf(reading))
  }
  return (cell, format) => {
    if (typeof cell !== 'string') return read(cell, format)
    const before = known.get(cell)
    if (before !== undefined) return before
    const day = read(cell, format)
    if (known.size < MAX_REMEMBERED) known.set(cell, day)
    return day
  }
}
