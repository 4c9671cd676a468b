import type { DateContext, DateReading } from '../calendar/date-reading.ts'
import { readDateCell } from '../calendar/read-date-cell.ts'
import type { CellValue } from './workbook.ts'

/** "7.10" of the number 7.1 in a cell that is shown with two decimals; null when the format says nothing of the kind. */
function shownDecimals(number: number, format: string | null): string | null {
  const decimals = /^0\.(0+)(?:_.*)?$/.exec(format ?? '')?.[1]?.length
  return decimals === undefined ? null : number.toFixed(decimals)
}

const DATE_FORMAT = /[yd年月日]|m{3,}/iu

/**
 * Read a cell of a date column. Cells that the file itself marks as dates or
 * times are taken as they are; a number shown as "7.10" is the text 7.10.
 *
 * @param format the cell's number format, null when it has none
 */
export function readDateValue(cell: CellValue, format: string | null, context: DateContext): DateReading {
  if (cell === null) return { kind: 'empty', text: '' }
  if (typeof cell === 'boolean') return { kind: 'unread', text: String(cell) }
  if (typeof cell === 'number') {
    const shown = shownDecimals(cell, format)
    return shown === null
      ? readDateCell(cell, { ...context, isDateFormatted: format !== null && DATE_FORMAT.test(format) })
      : readDateCell(shown, context)
  }
  if (typeof cell === 'string') return readDateCell(cell, context)
  if ('error' in cell) return { kind: 'unread', text: cell.error }
  if ('time' in cell) return readDateCell(cell.time.slice(0, 5), context)
  return readDateCell(cell.date.slice(0, 16), context)
}
