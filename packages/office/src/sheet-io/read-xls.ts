import type { SourceWorkbook } from '@yingce/domain/sheets/workbook'
import { readXls as readWithLibrary } from 'hucre/xlsx'
import { checkCells, checkRows } from '../read/check-size.ts'
import type { ReadLimits } from '../read/read-limits.ts'
import { plainSheet } from './plain-sheet.ts'

/**
 * Tables of an old binary .xls (BIFF8, Excel 97 and later). The format's own limit of 65,536 rows
 * × 256 columns bounds the work; hidden sheets, formula texts and number formats are not told.
 *
 * @throws OfficeFileError `too_many_rows`, `too_many_cells`; library errors for the caller to translate
 */
export async function readXls(bytes: Uint8Array, limits: ReadLimits): Promise<Pick<SourceWorkbook, 'sheets' | 'notices'>> {
  const workbook = await readWithLibrary(bytes)
  const sheets = workbook.sheets.map(sheet => plainSheet(sheet, sheet.hidden === true, workbook.dateSystem ?? '1900'))
  let cells = 0
  for (const sheet of sheets) {
    checkRows(sheet, limits)
    cells = checkCells(cells, sheet, limits)
  }
  return { sheets, notices: [] }
}
