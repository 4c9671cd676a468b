import { cellAddress } from '@yingce/domain/sheets/cell-address'
import type { CellValue, SheetTable } from '@yingce/domain/sheets/workbook'
import type { Cell, CellValue as LibraryValue, Sheet } from 'hucre'
import { plainCell, type DateSystem, type ErrorMarks } from './plain-cell.ts'

/** A merge may reach this far beyond the last value; files that merge whole columns are cut there. */
const MERGE_SLACK = 200

const EMPTY_ROW: readonly CellValue[] = Object.freeze([])

/** Row without its trailing empty cells. */
export function trimmedRow(values: readonly CellValue[]): readonly CellValue[] {
  let length = values.length
  while (length > 0 && values[length - 1] === null) length--
  if (length === 0) return EMPTY_ROW
  return length === values.length ? values : values.slice(0, length)
}

/** Rows without the empty ones at the end. */
export function trimmedRows(rows: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] {
  let length = rows.length
  while (length > 0 && (rows[length - 1]?.length ?? 0) === 0) length--
  return length === rows.length ? rows : rows.slice(0, length)
}

/** A sheet of the spreadsheet library as a plain table. */
export function plainSheet(
  sheet: Sheet,
  hidden: boolean,
  system: DateSystem,
  errors: ErrorMarks,
): SheetTable {
  const details = sheet.cells ?? new Map<string, Cell>()
  const rows = sheet.rows.map((values, row) =>
    trimmedRow(
      Array.from(values, (value: LibraryValue | undefined, column) =>
        plainCell(value, details.get(`${row},${column}`), system, errors),
      ),
    ),
  )
  const merges = (sheet.merges ?? []).map((merge) => ({
    top: merge.startRow + 1,
    left: merge.startCol + 1,
    bottom: merge.endRow + 1,
    right: merge.endCol + 1,
  }))
  const valueRows = trimmedRows(rows).length
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const kept = merges
    .filter((merge) => merge.top <= valueRows && merge.left <= width)
    .map((merge) => ({
      ...merge,
      bottom: Math.min(merge.bottom, valueRows + MERGE_SLACK),
      right: Math.min(merge.right, width + MERGE_SLACK),
    }))
  const height = kept.reduce((tallest, merge) => Math.max(tallest, merge.bottom), valueRows)
  const filled = [
    ...rows.slice(0, height),
    ...Array.from({ length: Math.max(0, height - rows.length) }, () => EMPTY_ROW),
  ]
  return {
    name: sheet.name,
    hidden,
    rows: filled,
    merges: kept,
    ...formatsAndFormulas(details, rows),
    hiddenRows: [...(sheet.rowDefs ?? [])]
      .filter(([row, facts]) => facts.hidden === true && row < filled.length)
      .map(([row]) => row + 1)
      .toSorted((a, b) => a - b),
    hiddenColumns: hiddenColumns(sheet, filled),
  }
}

function formatsAndFormulas(
  details: ReadonlyMap<string, Cell>,
  rows: readonly (readonly CellValue[])[],
): Pick<SheetTable, 'numberFormats' | 'formulas'> {
  const numberFormats: Record<string, string> = {}
  const formulas: Record<string, string> = {}
  for (const [key, cell] of details) {
    const [row = 0, column = 0] = key.split(',').map(Number)
    const value = rows[row]?.[column] ?? null
    const address = cellAddress(row + 1, column + 1)
    if (cell.formula !== undefined && cell.formula !== '') formulas[address] = cell.formula
    const format = cell.style?.numFmt
    if (format === undefined || format === 'General' || format === '@') continue
    if (value !== null && typeof value !== 'string' && typeof value !== 'boolean')
      numberFormats[address] = format
  }
  return { numberFormats, formulas }
}

/** Files often hide "all columns from X on"; only those that hold something are worth telling. */
function hiddenColumns(sheet: Sheet, rows: readonly (readonly CellValue[])[]): number[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const hidden: number[] = []
  for (let column = 0; column < width; column++)
    if (sheet.columns?.[column]?.hidden === true) hidden.push(column + 1)
  return hidden
}
