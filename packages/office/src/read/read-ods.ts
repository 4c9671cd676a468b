import { cellAddress } from '@yingce/domain/sheets/cell-address'
import type { CellValue, MergedRange, SheetTable, SourceWorkbook } from '@yingce/domain/sheets/workbook'
import { OfficeFileError } from '../office-file-error.ts'
import { checkCellCount, checkRowCount } from './check-size.ts'
import { odsCellValue } from './ods-cell.ts'
import { descendants, parseOrderedXml, type OrderedElement } from './ordered-xml.ts'
import type { ReadLimits } from './read-limits.ts'
import { extractZipEntry, type ZipEntry } from './zip-directory.ts'

/** Parsed XML takes about ten times its size in memory. */
const MAX_CONTENT_BYTES = 24 * 1024 * 1024
const MAX_ROWS = 1_048_576
const MAX_COLUMNS = 16_384
const EMPTY_ROW: readonly CellValue[] = Object.freeze([])

/**
 * Tables of an .ods whose zip directory has passed the gate.
 *
 * Read by ourselves: rows marked as repeated on every page stand in an element of their own, which
 * the spreadsheet library leaves out, and with it the column titles.
 *
 * @throws OfficeFileError `broken_file`, `password_protected`, `too_large`, `too_many_rows`, `too_many_cells`
 */
export function readOds(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  limits: ReadLimits,
): Pick<SourceWorkbook, 'sheets' | 'notices'> {
  const manifest = entries.get('META-INF/manifest.xml')
  if (
    manifest !== undefined &&
    new TextDecoder().decode(extractZipEntry(bytes, manifest)).includes('encryption-data')
  ) {
    throw new OfficeFileError('password_protected', 'manifest names encryption')
  }
  const content = entries.get('content.xml')
  if (content === undefined)
    throw new OfficeFileError('broken_file', 'content.xml is missing', { part: 'content.xml' })
  if (content.unpackedBytes > MAX_CONTENT_BYTES) {
    throw new OfficeFileError('too_large', `content.xml of ${content.unpackedBytes} bytes`, {
      found: content.unpackedBytes,
      limit: MAX_CONTENT_BYTES,
    })
  }
  const document = parseOrderedXml(new TextDecoder().decode(extractZipEntry(bytes, content)), 'content.xml')
  const hiddenStyles = hiddenTableStyles(document)
  const count = { cells: 0 }
  const sheets = [...descendants(document, 'table:table')].map((table) =>
    odsSheet(table, hiddenStyles, limits, count),
  )
  return { sheets, notices: [] }
}

function hiddenTableStyles(document: OrderedElement): Set<string> {
  const hidden = new Set<string>()
  for (const style of descendants(document, 'style:style')) {
    for (const properties of descendants(style, 'style:table-properties')) {
      if (properties.attributes['table:display'] === 'false') hidden.add(style.attributes['style:name'] ?? '')
    }
  }
  return hidden
}

function odsSheet(
  table: OrderedElement,
  hiddenStyles: ReadonlySet<string>,
  limits: ReadLimits,
  count: { cells: number },
): SheetTable {
  const name = table.attributes['table:name'] ?? ''
  const rows: (readonly CellValue[])[] = []
  const merges: MergedRange[] = []
  const numberFormats: Record<string, string> = {}
  const hiddenRows: number[] = []
  let filledRows = 0
  let next = 1
  for (const element of descendants(table, 'table:table-row')) {
    const first = next
    const repeated = repetition(element, 'table:number-rows-repeated')
    next = Math.min(MAX_ROWS + 1, first + repeated)
    const row = odsRow(element)
    merges.push(...row.merges.map((merge) => ({ ...merge, top: first, bottom: first + merge.bottom - 1 })))
    if (row.values.length === 0) continue
    while (rows.length < first - 1) rows.push(EMPTY_ROW)
    for (let number = first; number < next; number++) {
      checkRowCount(++filledRows, name, limits)
      checkCellCount((count.cells += row.values.length), limits)
      rows.push(row.values)
      for (const column of row.percentColumns) numberFormats[cellAddress(number, column)] = '0%'
      if ((element.attributes['table:visibility'] ?? 'visible') !== 'visible') hiddenRows.push(number)
    }
  }
  return {
    name,
    hidden: hiddenStyles.has(table.attributes['table:style-name'] ?? ''),
    rows,
    merges: merges.filter((merge) => merge.top <= rows.length),
    numberFormats,
    formulas: {},
    hiddenRows,
    hiddenColumns: hiddenColumns(table, rows),
  }
}

interface OdsRow {
  readonly values: readonly CellValue[]
  /** Counted from row 1; moved to its row by the caller. */
  readonly merges: readonly MergedRange[]
  readonly percentColumns: readonly number[]
}

function odsRow(element: OrderedElement): OdsRow {
  const values: CellValue[] = []
  const merges: MergedRange[] = []
  const percentColumns: number[] = []
  let column = 1
  for (const cell of element.children) {
    if (typeof cell === 'string') continue
    if (cell.name !== 'table:table-cell' && cell.name !== 'table:covered-table-cell') continue
    const next = Math.min(MAX_COLUMNS + 1, column + repetition(cell, 'table:number-columns-repeated'))
    // What a covered cell still holds is not shown.
    const value = cell.name === 'table:table-cell' ? odsCellValue(cell) : null
    if (value !== null) {
      while (values.length < column - 1) values.push(null)
      for (let at = column; at < next; at++) {
        values.push(value)
        if (cell.attributes['office:value-type'] === 'percentage') percentColumns.push(at)
      }
    }
    const width = repetition(cell, 'table:number-columns-spanned')
    const height = repetition(cell, 'table:number-rows-spanned')
    if (width > 1 || height > 1)
      merges.push({
        top: 1,
        left: column,
        bottom: Math.min(MAX_ROWS, height),
        right: Math.min(MAX_COLUMNS, column + width - 1),
      })
    column = next
  }
  return { values, merges, percentColumns }
}

function hiddenColumns(table: OrderedElement, rows: readonly (readonly CellValue[])[]): number[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const hidden: number[] = []
  let column = 1
  for (const element of descendants(table, 'table:table-column')) {
    const next = column + repetition(element, 'table:number-columns-repeated')
    const isHidden = (element.attributes['table:visibility'] ?? 'visible') !== 'visible'
    for (; column < next && column <= width; column++) if (isHidden) hidden.push(column)
    column = next
  }
  return hidden
}

function repetition(element: OrderedElement, attribute: string): number {
  const value = Number(element.attributes[attribute] ?? 1)
  return Number.isInteger(value) && value > 0 ? value : 1
}
