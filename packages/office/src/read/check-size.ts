import type { SheetTable } from '@yingce/domain/sheets/workbook'
import { OfficeFileError } from '../office-file-error.ts'
import type { ReadLimits } from './read-limits.ts'

/** @throws OfficeFileError `too_many_rows` */
export function checkRowCount(found: number, sheet: string, limits: ReadLimits): void {
  if (found <= limits.rows) return
  throw new OfficeFileError('too_many_rows', `sheet ${sheet} has more than ${limits.rows} filled rows`, {
    sheet,
    limit: limits.rows,
  })
}

/** @throws OfficeFileError `too_many_cells` */
export function checkCellCount(found: number, limits: ReadLimits): void {
  if (found <= limits.cells) return
  throw new OfficeFileError('too_many_cells', `more than ${limits.cells} filled cells`, {
    limit: limits.cells,
  })
}

/** @throws OfficeFileError `too_many_rows` */
export function checkRows(sheet: SheetTable, limits: ReadLimits): void {
  checkRowCount(sheet.rows.filter((row) => row.length > 0).length, sheet.name, limits)
}

/**
 * @param before cells of the sheets read so far
 * @returns the same with this sheet's
 * @throws OfficeFileError `too_many_cells`
 */
export function checkCells(before: number, sheet: SheetTable, limits: ReadLimits): number {
  const found = sheet.rows.reduce((sum, row) => sum + row.length, before)
  checkCellCount(found, limits)
  return found
}
