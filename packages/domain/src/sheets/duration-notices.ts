import { readDurations } from '../calendar/duration-reading.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { cellAddress } from './cell-address.ts'
import { cellText } from './cell-text.ts'
import { headerText } from './header-text.ts'
import type { ImportRecord } from './import-table.ts'
import { numberInCell } from './number-cell.ts'
import type { SheetProblem } from './sheet-problem.ts'
import type { TableFrame } from './table-frames.ts'

/** "5", 5 or "5天"; null when the cell says nothing readable. */
function daysIn(frame: TableFrame, row: number, index: number): number | null {
  const cell = frame.grid.merged(row, index)
  const number = numberInCell(
    typeof cell === 'string' ? (cellText(cell) ?? '').replace(/(?:天|日|个?工作日|days?)$/iu, '') : cell,
  )
  return number ? Number(number.decimal) : null
}

/** Say how the duration column counts over all its rows, and where it disagrees with the dates, which win (rules 12). */
export function durationNotices(
  frame: TableFrame,
  index: number,
  records: readonly ImportRecord[],
  calendar: WorkCalendar,
): readonly SheetProblem[] {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  const rows = records.map(({ row, values }) => ({
    start: text(values['plannedStart']),
    end: text(values['plannedEnd']),
    stated: daysIn(frame, row, index),
  }))
  const { basis, compared, fits, misfits } = readDurations(rows, calendar)
  if (compared === 0) return []
  const sheet = frame.sheet.name
  const bottom = frame.header?.bottom ?? 1
  const header = headerText(cellText(frame.grid.cell(bottom, index)) ?? '').written
  const notice: SheetProblem = {
    sheet,
    cell: cellAddress(bottom, index),
    code: 'duration_reading',
    severity: 'info',
    params: { header, reading: basis ?? 'none', fits: basis === null ? 0 : fits[basis], rows: compared },
  }
  if (basis === null) return [notice]
  return [
    notice,
    ...misfits.map((position): SheetProblem => ({
      sheet,
      cell: cellAddress(records[position]?.row ?? bottom, index),
      code: 'duration_differs',
      severity: 'info',
      params: { days: rows[position]?.stated ?? 0 },
    })),
  ]
}
