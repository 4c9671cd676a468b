import { readDateCell } from '@yingce/domain/calendar/read-date-cell'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { numberInCell } from '@yingce/domain/sheets/number-cell'

/** Number in a cell of a table of figures: "1,234.5", "¥30", "1.2e-3"; null for an empty one, NaN for anything else. */
export function readFigure(text: string): number | null {
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return Number(text)
  const number = numberInCell(text)
  if (number === null) return null
  return number === undefined || number.hasPercent || number.hasOwnUnit ? Number.NaN : Number(number.decimal)
}

/** Day of a cell, without its time of day; null when there is none, or more than one reading. */
export function readDay(text: string): LocalDate | null {
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text)
  const reading = readDateCell(text)
  switch (reading.kind) {
    case 'date':
      return iso || reading.doubt === null ? reading.date : null
    case 'dateTime':
      return reading.at.slice(0, 10)
    case 'instant':
      return reading.utc.slice(0, 10)
    default:
      return null
  }
}
