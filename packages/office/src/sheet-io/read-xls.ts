import type { SheetTable, SourceWorkbook } from '@yingce/domain/sheets/workbook'
import { readXls as readWithLibrary } from 'hucre/xlsx'
import { checkCells, checkRows } from '../read/check-size.ts'
import type { ReadLimits } from '../read/read-limits.ts'
import type { XlsFacts } from '../read/xls-sheet-facts.ts'
import { plainSheet } from './plain-sheet.ts'

/**
 * Tables of an old binary .xls (BIFF8, Excel 97 and later). The format's own limit of 65,536 rows
 * × 256 columns bounds the work; formula texts, number formats and hidden rows are not told.
 *
 * @throws OfficeFileError `too_many_rows`, `too_many_cells`; library errors for the caller to translate
 */
export async function readXls(
  bytes: Uint8Array,
  facts: XlsFacts,
  limits: ReadLimits,
): Promise<Pick<SourceWorkbook, 'sheets' | 'notices'>> {
  const workbook = await readWithLibrary(bytes)
  const sheets: SheetTable[] = []
  let cells = 0
  for (const [index, found] of workbook.sheets.entries()) {
    const tab = facts.tabs[index]
    if (tab?.isTable === false) continue
    const sheet = plainSheet(found, tab?.hidden ?? false, workbook.dateSystem ?? '1900', 'byWord')
    checkRows(sheet, limits)
    cells = checkCells(cells, sheet, limits)
    sheets.push(sheet)
  }
  return { sheets, notices: [] }
}
