import { metricStream, type StreamedMetrics } from '@yingce/domain/sheets/metric-stream'
import { recognizeWorkbook } from '@yingce/domain/sheets/recognize-workbook'
import type { CellValue, SourceWorkbook } from '@yingce/domain/sheets/workbook'
import type { RecognizeOptions } from '@yingce/domain/sheets/workbook-reading'
import Papa from 'papaparse'
import { checkRowCount } from '../read/check-size.ts'
import { detectDelimiter, readDelimited } from '../read/read-delimited.ts'
import { DEFAULT_READ_LIMITS } from '../read/read-limits.ts'
import { trimmedRow } from '../sheet-io/plain-sheet.ts'

/** Texts from here on are read row by row; shorter ones as a whole, which sees more. */
const LONG_TEXT = 4 * 1024 * 1024
const HEAD_CHARACTERS = 128 * 1024
const SAMPLE_ROWS = 300
const MAX_ROWS = 5_000_000

/**
 * A long text of one metrics table, row by row.
 *
 * @returns null when it is short, or its head is no single metrics table: read it as a whole then
 * @throws OfficeFileError `too_many_rows` above five million
 */
export function streamTextMetrics(
  text: string,
  name: string,
  options: RecognizeOptions,
): (StreamedMetrics & Pick<SourceWorkbook, 'delimiter' | 'format'>) | null {
  if (text.length < LONG_TEXT) return null
  const end = text.lastIndexOf('\n', HEAD_CHARACTERS)
  const head = readDelimited(text.slice(0, end === -1 ? HEAD_CHARACTERS : end), name, DEFAULT_READ_LIMITS)
  const delimiter = detectDelimiter(text)
  const format = delimiter === '\t' ? 'tsv' : 'csv'
  const workbook: SourceWorkbook = {
    format,
    encoding: null,
    delimiter,
    sheets: [head.sheet],
    notices: head.notices,
  }
  const { tables } = recognizeWorkbook(workbook, options)
  const [table] = tables
  if (table === undefined || tables.length !== 1 || table.kind !== 'metrics') return null
  const first = table.firstRow
  const stream = metricStream(table, head.sheet.rows.slice(first - 1, first - 1 + SAMPLE_ROWS))
  const limits = { ...DEFAULT_READ_LIMITS, rows: MAX_ROWS }
  let row = 0
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data }) => {
      if (++row < first) return
      const cells: CellValue[] = data
      for (let index = 0; index < data.length; index++) if (data[index] === '') cells[index] = null
      stream.push(trimmedRow(cells), row)
      checkRowCount(row, name, limits)
    },
  })
  return { ...stream.finish(), delimiter, format }
}
