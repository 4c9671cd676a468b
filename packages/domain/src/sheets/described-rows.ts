import { NO_DATE_CONTEXT, startDateOf } from '../calendar/date-reading.ts'
import { movePoint } from '../quantity/decimal.ts'
import { cellAddress } from './cell-address.ts'
import { cellText } from './cell-text.ts'
import { sumDecimals } from './decimal-sum.ts'
import type { ImportTable } from './import-table.ts'
import { isFactMetric, isMoneyMetric } from './metric-field.ts'
import { numberInCell } from './number-cell.ts'
import { moneyDecimal } from './record-totals.ts'
import { readDateValue } from './sheet-date.ts'
import { sheetGrid } from './sheet-grid.ts'
import type { CellValue, SheetTable } from './workbook.ts'

export interface DescribedRow {
  readonly row: number
  /** By field, by header where a column has none. Facts are numbers (money decimal text of the main unit), days are dates, all else is text; null = nothing there. */
  readonly values: Readonly<Record<string, string | number | null>>
}

/** A fact of one row: its columns added up, as parts of one metric are; null when none holds a number. */
function readFact(
  field: string,
  cells: readonly { readonly cell: CellValue; readonly scale: number }[],
): string | number | null {
  const sum = sumDecimals(
    cells.flatMap(({ cell, scale }) => {
      const number = numberInCell(cell)
      return number && !number.hasPercent ? [movePoint(number.decimal, number.hasOwnUnit ? 0 : scale)] : []
    }),
  )
  if (sum === null) return null
  return isMoneyMetric(field) ? moneyDecimal(sum) : Number(sum)
}

function readOther(sheet: SheetTable, cell: CellValue, address: string, field: string | null): string | null {
  if (field !== 'day') return cellText(cell)
  const reading = readDateValue(cell, sheet.numberFormats[address] ?? null, NO_DATE_CONTEXT)
  return startDateOf(reading) ?? cellText(cell)
}

/** The rows of a table that makes no records (metrics, journeys, unknown), as plain values. */
export function describedRows(sheet: SheetTable, table: ImportTable): readonly DescribedRow[] {
  const grid = sheetGrid(sheet)
  const excluded = new Set(table.excluded.map(({ row }) => row))
  const columnsOf = Map.groupBy(table.columns, ({ field, header }) => field ?? header)
  const rows: DescribedRow[] = []
  for (let row = table.firstRow; row <= table.lastRow; row++) {
    if (excluded.has(row) || grid.filled(row).length === 0) continue
    const values = [...columnsOf].map(([key, columns]) => {
      const cells = columns.map(({ index, scale }) => ({ cell: grid.merged(row, index), scale }))
      if (isFactMetric(key)) return [key, readFact(key, cells)] as const
      const address = cellAddress(row, columns[0]?.index ?? 1)
      return [key, readOther(sheet, cells[0]?.cell ?? null, address, columns[0]?.field ?? null)] as const
    })
    rows.push({ row, values: Object.fromEntries(values) })
  }
  return rows
}
