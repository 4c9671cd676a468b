import { cellAddress } from '../cell-address.ts'
import { RECORD_ID_HEADER, RECORD_VERSION_HEADER } from '../export-marks.ts'
import type { SheetLayout } from '../layout.ts'
import type {
  CellRange,
  ChoiceList,
  ConditionalLook,
  DocumentCell,
  DocumentSheet,
} from '../workbook-document.ts'
import { exportCell, MOST_WRITTEN, movedNumber, placesUnder } from './export-cell.ts'
import { exportColumns, type ExportColumn } from './export-column.ts'
import { EXPORT_WORDS } from './export-words.ts'
import type { ExportRecord, SheetContext } from './plan-export.ts'

/** Where the parts of an exported sheet stand; rows and columns count from 1. */
export interface SheetPlace {
  readonly columns: readonly ExportColumn[]
  readonly firstRow: number
  readonly lastRow: number
  /** Row of sums; null where the sheet has none. */
  readonly totalRow: number | null
  /** Column of a field, "F"; null when the sheet does not have it. */
  readonly at: (field: string) => number | null
}

export interface TeamSheetOptions {
  readonly layout: SheetLayout
  readonly records: readonly ExportRecord[]
  readonly context: SheetContext
  readonly name: string
  readonly title: string
  /** Optional fields that are written in any case. */
  readonly always?: readonly string[]
  /** Optional fields that are left out in any case. */
  readonly never?: readonly string[]
  /** Columns left of this one stay in view. */
  readonly frozenColumns?: number
  readonly tabColor?: string
  /** A cell that is more than its field, such as a formula; undefined: the field as it is. */
  readonly cell?: (
    place: SheetPlace,
    field: string,
    record: ExportRecord,
    row: number,
  ) => DocumentCell | undefined
  /** Note shown when hovering over a cell. */
  readonly note?: (field: string, record: ExportRecord) => string | undefined
  /** Cells of the row of sums that are no plain sum. */
  readonly total?: (place: SheetPlace, field: string) => DocumentCell | undefined
  readonly choices?: (place: SheetPlace) => readonly ChoiceList[]
  readonly conditions?: (place: SheetPlace) => readonly ConditionalLook[]
  readonly headerNotes?: Readonly<Record<string, string>>
}

/** Columns that travel along but would only make the printed sheet smaller. */
const HIDDEN: ReadonlySet<string> = new Set(['dayBasis', 'baselineStart', 'baselineEnd'])

const TITLE_ROWS = 1
const TITLE_HEIGHT = 30
const HEADER_HEIGHT = 32
const ROW_HEIGHT = 21

/** Sum of a column that adds up, in its stored unit; null when nothing is stated or it would lose digits. */
function sumOf({ column, spec }: ExportColumn, records: readonly ExportRecord[]): number | null {
  if ((spec?.kind !== 'money' && spec?.kind !== 'count') || column.field.startsWith('stated')) return null
  const stated = records.flatMap(({ values }) => {
    const value = values[column.field]
    return typeof value === 'number' ? [value] : []
  })
  const sum = stated.reduce((all, value) => all + value, 0)
  return stated.length > 0 && Math.abs(sum) < MOST_WRITTEN ? sum : null
}

/** Block of one column over all record rows. */
export function columnRange(place: SheetPlace, field: string): CellRange | null {
  const column = place.at(field)
  return column === null ? null : { top: place.firstRow, left: column, bottom: place.lastRow, right: column }
}

/** "F3" of a field in the first record row, its column fixed, for conditions over the whole table. */
export function firstCell(place: SheetPlace, field: string): string | null {
  const column = place.at(field)
  return column === null ? null : `$${cellAddress(place.firstRow, column)}`
}

/**
 * A sheet in the team's layout: title, header, one row per record with its
 * hidden id and version behind the last column, merged group cells, a row of
 * sums where there is something to add.
 */
export function teamSheet(options: TeamSheetOptions): DocumentSheet {
  const { layout, records, context, never = [] } = options
  const columns = exportColumns(layout, records, context, options.always).filter(
    ({ column }) => !never.includes(column.field),
  )
  const headerRow = TITLE_ROWS + 1
  const firstRow = headerRow + 1
  const lastRow = headerRow + records.length
  const hasTotal = columns.some((exported) => sumOf(exported, records) !== null)
  const place: SheetPlace = {
    columns,
    firstRow,
    lastRow,
    totalRow: hasTotal ? lastRow + 1 : null,
    at: (field) => {
      const index = columns.findIndex(({ column }) => column.field === field)
      return index === -1 ? null : index + 1
    },
  }
  const cellOf = (exported: ExportColumn, record: ExportRecord, row: number): DocumentCell => {
    const { field } = exported.column
    const cell = options.cell?.(place, field, record, row) ?? exportCell(exported, record, context)
    const note = options.note?.(field, record)
    return note === undefined ? cell : { ...cell, note }
  }
  const rows = records.map((record, index) =>
    columns.map((exported) => cellOf(exported, record, firstRow + index)),
  )
  const merges = mergesOf(columns, rows, firstRow)
  const covered = coveredBy(merges)
  const header = columns.map(({ column, header: value }): DocumentCell => {
    const note = options.headerNotes?.[column.field]
    return { value, look: 'header', ...(note === undefined ? {} : { note }) }
  })
  const marks = (id: string, version: string | number): DocumentCell[] => [
    { value: id, look: 'mark' },
    { value: version, look: 'mark' },
  ]
  return {
    name: options.name,
    columns: [
      ...columns.map(({ column, width }) => ({ width, hidden: HIDDEN.has(column.field) })),
      { width: 8, hidden: true },
      { width: 8, hidden: true },
    ],
    rows: [
      { cells: [{ value: options.title, look: 'title' }], height: TITLE_HEIGHT },
      { cells: [...header, ...marks(RECORD_ID_HEADER, RECORD_VERSION_HEADER)], minHeight: HEADER_HEIGHT },
      ...rows.map((cells, index) => ({
        minHeight: ROW_HEIGHT,
        cells: [
          ...cells.map((cell, column) =>
            covered.has(`${firstRow + index},${column + 1}`) ? { ...cell, value: null } : cell,
          ),
          ...marks(records[index]?.id ?? '', records[index]?.version ?? 1),
        ],
      })),
      ...(hasTotal ? [{ cells: totalCells(options, place), minHeight: ROW_HEIGHT }] : []),
    ],
    merges: [{ top: 1, left: 1, bottom: 1, right: Math.max(2, columns.length) }, ...merges],
    freeze: { rows: headerRow, columns: options.frozenColumns ?? 0 },
    filter: { top: headerRow, left: 1, bottom: lastRow, right: columns.length },
    choices: options.choices?.(place) ?? [],
    conditions: options.conditions?.(place) ?? [],
    print: {
      orientation: 'landscape',
      repeatRows: { from: headerRow, to: headerRow },
      footerLeft: options.title,
    },
    ...(options.tabColor === undefined ? {} : { tabColor: options.tabColor }),
    gridLines: false,
  }
}

/** Equal group cells below each other become one; a group further right never reaches over one further left. */
function mergesOf(
  columns: readonly ExportColumn[],
  rows: readonly (readonly DocumentCell[])[],
  firstRow: number,
): CellRange[] {
  const merges: CellRange[] = []
  let breaks = new Set<number>()
  for (const [index, { column }] of columns.entries()) {
    if (column.groups !== true) continue
    const own = new Set(breaks)
    let start = 0
    for (let row = 1; row <= rows.length; row++) {
      const value = rows[row]?.[index]?.value ?? null
      const before = rows[start]?.[index]?.value ?? null
      if (row < rows.length && value !== null && value === before && !breaks.has(row)) continue
      if (row - start > 1)
        merges.push({ top: firstRow + start, left: index + 1, bottom: firstRow + row - 1, right: index + 1 })
      own.add(row)
      start = row
    }
    breaks = own
  }
  return merges
}

/** "row,column" of the cells inside a merge other than its first; they are empty, but keep their look for the border. */
function coveredBy(merges: readonly CellRange[]): ReadonlySet<string> {
  const covered = new Set<string>()
  for (const { top, left, bottom } of merges)
    for (let row = top + 1; row <= bottom; row++) covered.add(`${row},${left}`)
  return covered
}

function totalCells({ records, context, total }: TeamSheetOptions, place: SheetPlace): DocumentCell[] {
  return place.columns.map((exported, index): DocumentCell => {
    const { column, unit, spec } = exported
    const given = total?.(place, column.field)
    if (given !== undefined) return given
    if (index === 0) return { value: EXPORT_WORDS[context.locale].total, look: 'total' }
    const sum = sumOf(exported, records)
    if (sum === null) return { value: null, look: 'total' }
    const value = movedNumber(sum, spec?.kind === 'money' ? placesUnder(unit, 'money') : 0)
    return {
      value,
      formula: `SUM(${cellAddress(place.firstRow, index + 1)}:${cellAddress(place.lastRow, index + 1)})`,
      look: 'totalNumber',
      numberFormat: Number.isInteger(value) ? '#,##0' : '#,##0.00',
    }
  })
}
