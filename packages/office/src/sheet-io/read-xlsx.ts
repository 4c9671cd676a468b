import { rangeAddress } from '@yingce/domain/sheets/cell-address'
import type { CellValue, SheetTable, SourceWorkbook, WorkbookNotice } from '@yingce/domain/sheets/workbook'
import { readXlsx as readWithLibrary, streamXlsxRows } from 'hucre/xlsx'
import { OfficeFileError } from '../office-file-error.ts'
import { checkCellCount, checkRowCount } from '../read/check-size.ts'
import type { ReadLimits } from '../read/read-limits.ts'
import { scanSheetXml, type SheetScan } from '../read/scan-sheet-xml.ts'
import { xlsxSheetParts, type XlsxSheetPart } from '../read/xlsx-parts.ts'
import { extractZipEntry, type ZipEntry } from '../read/zip-directory.ts'
import { plainCell } from './plain-cell.ts'
import { plainSheet, trimmedRow, trimmedRows } from './plain-sheet.ts'

/** The library lays a sheet out as a full rectangle; above this many slots rows are streamed instead. */
const MAX_RECTANGLE_CELLS = 8_000_000

/**
 * Tables of an .xlsx whose zip directory has passed the gate.
 *
 * @throws OfficeFileError `broken_file`, `too_many_rows`, `too_many_cells`; library errors for the caller to translate
 */
export async function readXlsx(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  limits: ReadLimits,
): Promise<Pick<SourceWorkbook, 'sheets' | 'notices'>> {
  const sheets: SheetTable[] = []
  const notices: WorkbookNotice[] = []
  let filledCells = 0
  for (const part of xlsxSheetParts(bytes, entries)) {
    const isHuge = part.entry.unpackedBytes > limits.flatSheetBytes
    const scan = isHuge ? null : scanSheetXml(extractZipEntry(bytes, part.entry), part.entry.name)
    if (scan !== null) {
      checkRowCount(scan.filledRows, part.name, limits)
      filledCells += scan.filledCells
      checkCellCount(filledCells, limits)
    }
    if (scan !== null && scan.lastRow * scan.lastColumn <= MAX_RECTANGLE_CELLS) {
      sheets.push(await readRectangle(bytes, part, scan, limits))
      continue
    }
    const rows = await readFlat(bytes, part, limits, (count) => checkCellCount(filledCells + count, limits))
    filledCells += rows.reduce((sum, row) => sum + row.length, 0)
    sheets.push({
      name: part.name,
      hidden: part.hidden,
      rows,
      merges: [],
      numberFormats: {},
      formulas: {},
      hiddenRows: [],
      hiddenColumns: [],
    })
    notices.push({ code: 'read_flat', sheet: part.name })
  }
  return { sheets, notices }
}

async function readRectangle(
  bytes: Uint8Array,
  part: XlsxSheetPart,
  scan: SheetScan,
  limits: ReadLimits,
): Promise<SheetTable> {
  if (scan.lastRow === 0) {
    return {
      name: part.name,
      hidden: part.hidden,
      rows: [],
      merges: [],
      numberFormats: {},
      formulas: {},
      hiddenRows: [],
      hiddenColumns: [],
    }
  }
  const workbook = await readWithLibrary(bytes, {
    sheets: (info) => info.index === part.index,
    // Bounded by the last filled cell: a formatted but empty XFD1048576 must not size the table.
    range: rangeAddress(1, 1, scan.lastRow, scan.lastColumn),
    readStyles: part.entry.unpackedBytes <= limits.formatsSheetBytes,
  })
  const sheet = workbook.sheets[0]
  if (sheet === undefined) throw new OfficeFileError('broken_file', `sheet ${part.name} could not be read`)
  return { ...plainSheet(sheet, part.hidden, workbook.dateSystem ?? '1900', 'byRecord'), name: part.name }
}

async function readFlat(
  bytes: Uint8Array,
  part: XlsxSheetPart,
  limits: ReadLimits,
  checkFilled: (count: number) => void,
): Promise<readonly (readonly CellValue[])[]> {
  const rows: (readonly CellValue[])[] = []
  let filledRows = 0
  let filledCells = 0
  for await (const row of streamXlsxRows(bytes, { sheet: part.index })) {
    const values = trimmedRow(row.values.map((value) => plainCell(value, undefined, '1900', 'byWord')))
    if (values.length === 0) continue
    checkRowCount(++filledRows, part.name, limits)
    checkFilled((filledCells += values.length))
    while (rows.length < row.index) rows.push(trimmedRow([]))
    rows.push(values)
  }
  return trimmedRows(rows)
}
