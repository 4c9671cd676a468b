import type { CellValue, SheetTable, WorkbookNotice } from '@yingce/domain/sheets/workbook'
import Papa from 'papaparse'
import { trimmedRow, trimmedRows } from '../sheet-io/plain-sheet.ts'
import { checkCellCount, checkRowCount } from './check-size.ts'
import type { ReadLimits } from './read-limits.ts'

export type Delimiter = ',' | '\t' | ';' | '|'

export interface DelimitedTable {
  readonly sheet: SheetTable
  readonly delimiter: Delimiter
  readonly notices: readonly WorkbookNotice[]
}

const CANDIDATES: readonly Delimiter[] = [',', '\t', ';', '|']
const PROBE_CHARACTERS = 64 * 1024
const PROBE_ROWS = 200

/**
 * The delimiter whose rows agree best on a number of cells.
 *
 * Rows of one cell are left out: reports begin with lines of prose. Of two equally regular readings
 * the one with more cells wins; a text without any delimiter is one column, read as comma separated.
 */
export function detectDelimiter(text: string): Delimiter {
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of CANDIDATES) {
    const widths = new Map<number, number>()
    let rows = 0
    for (const cells of Papa.parse<string[]>(text.slice(0, PROBE_CHARACTERS), {
      delimiter,
      preview: PROBE_ROWS,
    }).data) {
      if (cells.length === 1 && cells[0]?.trim() === '') continue
      rows++
      if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
    }
    for (const [width, count] of widths) {
      const score = (count / rows) * (1 + Math.log2(width) / 16)
      if (score > bestScore) [best, bestScore] = [delimiter, score]
    }
  }
  return best
}

/**
 * A csv or tsv text as one table of strings; an empty cell is `null`, nothing is trimmed.
 *
 * @throws OfficeFileError `too_many_rows`, `too_many_cells`
 */
export function readDelimited(text: string, name: string, limits: ReadLimits): DelimitedTable {
  const delimiter = detectDelimiter(text)
  const rows: (readonly CellValue[])[] = []
  let filledRows = 0
  let filledCells = 0
  let unpairedRow: number | null = null
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors }) => {
      const row = trimmedRow(data.map((cell) => (cell === '' ? null : cell)))
      rows.push(row)
      if (row.length > 0) filledRows++
      filledCells += row.length
      if (unpairedRow === null && errors.some((error) => error.type === 'Quotes')) unpairedRow = rows.length
      checkRowCount(filledRows, name, limits)
      checkCellCount(filledCells, limits)
    },
  })
  return {
    sheet: {
      name,
      hidden: false,
      rows: trimmedRows(rows),
      merges: [],
      numberFormats: {},
      formulas: {},
      hiddenRows: [],
      hiddenColumns: [],
    },
    delimiter,
    notices: unpairedRow === null ? [] : [{ code: 'unpaired_quotes', row: unpairedRow }],
  }
}
