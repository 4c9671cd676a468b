import type { CellValue, SheetTable, SourceWorkbook } from '@yingce/domain/sheets/workbook'
import { readOds as readWithLibrary } from 'hucre/ods'
import { OfficeFileError } from '../office-file-error.ts'
import { checkCells, checkRows } from '../read/check-size.ts'
import type { ReadLimits } from '../read/read-limits.ts'
import { scanSheetXml } from '../read/scan-sheet-xml.ts'
import { extractZipEntry, type ZipEntry } from '../read/zip-directory.ts'
import { plainSheet } from './plain-sheet.ts'

/**
 * Tables of an .ods whose zip directory has passed the gate. The format keeps times as ISO
 * durations (`PT20H30M00S`), which the library hands through as text.
 *
 * @throws OfficeFileError `broken_file`, `password_protected`, `too_large`, `too_many_rows`, `too_many_cells`
 */
export async function readOds(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  limits: ReadLimits,
): Promise<Pick<SourceWorkbook, 'sheets' | 'notices'>> {
  const content = entries.get('content.xml')
  if (content === undefined) throw new OfficeFileError('broken_file', 'content.xml is missing', { part: 'content.xml' })
  if (content.unpackedBytes > limits.flatSheetBytes) {
    throw new OfficeFileError('too_large', `content.xml of ${content.unpackedBytes} bytes`, { found: content.unpackedBytes, limit: limits.flatSheetBytes })
  }
  const manifest = entries.get('META-INF/manifest.xml')
  if (manifest !== undefined && new TextDecoder().decode(extractZipEntry(bytes, manifest)).includes('encryption-data')) {
    throw new OfficeFileError('password_protected', 'manifest names encryption')
  }
  scanSheetXml(extractZipEntry(bytes, content), 'content.xml')
  const workbook = await readWithLibrary(bytes)
  const sheets = workbook.sheets.map(sheet => withTimes(plainSheet(sheet, sheet.hidden === true, '1900')))
  let cells = 0
  for (const sheet of sheets) {
    checkRows(sheet, limits)
    cells = checkCells(cells, sheet, limits)
  }
  return { sheets, notices: [] }
}

const ODS_TIME = /^PT(\d{1,4})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$/

function withTimes(sheet: SheetTable): SheetTable {
  return { ...sheet, rows: sheet.rows.map(row => (row.some(isTimeText) ? row.map(timeOfText) : row)) }
}

function isTimeText(value: CellValue): boolean {
  return typeof value === 'string' && ODS_TIME.test(value)
}

function timeOfText(value: CellValue): CellValue {
  const parts = typeof value === 'string' ? ODS_TIME.exec(value) : null
  if (parts === null) return value
  const [hours, minutes, seconds] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (hours >= 24) return (hours * 3600 + minutes * 60 + seconds) / 86_400
  const two = (part: number): string => String(part).padStart(2, '0')
  return { time: `${two(hours)}:${two(minutes)}${seconds === 0 ? '' : `:${two(seconds)}`}` }
}
