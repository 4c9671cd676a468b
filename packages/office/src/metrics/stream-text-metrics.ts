import { metricStream, type MetricStream, type StreamedMetrics } from '@yingce/domain/sheets/metric-stream'
import { recognizeWorkbook } from '@yingce/domain/sheets/recognize-workbook'
import type { CellValue, SourceWorkbook, TextEncoding } from '@yingce/domain/sheets/workbook'
import type { RecognizeOptions } from '@yingce/domain/sheets/workbook-reading'
import Papa from 'papaparse'
import { ByteRows } from '../journeys/byte-rows.ts'
import { bytesInMemory } from '../journeys/byte-source.ts'
import { JourneyFileError } from '../journeys/journey-file-error.ts'
import { checkRowCount } from '../read/check-size.ts'
import { markLength } from '../read/decode-text.ts'
import { type Delimiter, detectDelimiter, readDelimited } from '../read/read-delimited.ts'
import { DEFAULT_READ_LIMITS } from '../read/read-limits.ts'
import { trimmedRow } from '../sheet-io/plain-sheet.ts'
import { pushByteRows } from './push-byte-rows.ts'

/** Texts from here on are read row by row; shorter ones as a whole, which sees more. */
const LONG_TEXT_BYTES = 4 * 1024 * 1024
const HEAD_BYTES = 256 * 1024
const SAMPLE_ROWS = 300
const MAX_ROWS = 5_000_000
const LINE_FEED = 0x0a

/**
 * A long text of one metrics table, row by row.
 *
 * @returns null when it is short, or its head is no single metrics table: read it as a whole then
 * @throws OfficeFileError `too_many_rows` above five million
 */
export function streamTextMetrics(
  bytes: Uint8Array,
  encoding: TextEncoding,
  name: string,
  options: RecognizeOptions,
): (StreamedMetrics & Pick<SourceWorkbook, 'delimiter' | 'format'>) | null {
  if (bytes.length < LONG_TEXT_BYTES) return null
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return streamTextMetrics(inUtf8(bytes, encoding), 'utf-8', name, options)
  const end = bytes.lastIndexOf(LINE_FEED, HEAD_BYTES)
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, end === -1 ? HEAD_BYTES : end))
  const delimiter = detectDelimiter(text)
  // Alone of all delimiters, "|" is also the second byte of Chinese characters.
  if (delimiter === '|' && encoding !== 'utf-8')
    return streamTextMetrics(inUtf8(bytes, encoding), 'utf-8', name, options)
  const head = readDelimited(text, name, DEFAULT_READ_LIMITS)
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
  const open = () => metricStream(table, head.sheet.rows.slice(first - 1, first - 1 + SAMPLE_ROWS))
  const limits = { ...DEFAULT_READ_LIMITS, rows: MAX_ROWS }
  const onRow = (row: number) => checkRowCount(row, name, limits)
  const stream = pushed(open, bytes, encoding, delimiter, first, onRow)
  return { ...stream.finish(), delimiter, format }
}

/** The stream with all rows in it; texts whose quotes do not pair are read by the reader that makes something of them. */
function pushed(
  open: () => MetricStream,
  bytes: Uint8Array,
  encoding: TextEncoding,
  delimiter: Delimiter,
  first: number,
  onRow: (row: number) => void,
): MetricStream {
  const stream = open()
  const decoder = new TextDecoder(encoding)
  const rows = new ByteRows(
    bytesInMemory(bytes.subarray(markLength(bytes))),
    delimiter.charCodeAt(0),
    decoder,
  )
  try {
    pushByteRows(rows, stream, first, decoder, onRow)
    return stream
  } catch (error) {
    if (!(error instanceof JourneyFileError)) throw error
    const again = open()
    pushTextRows(decoder.decode(bytes), delimiter, first, again, onRow)
    return again
  }
}

function pushTextRows(
  text: string,
  delimiter: Delimiter,
  first: number,
  stream: MetricStream,
  onRow: (row: number) => void,
): void {
  let row = 0
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data }) => {
      if (++row < first) return
      onRow(row)
      const cells: CellValue[] = data
      for (let index = 0; index < data.length; index++) if (data[index] === '') cells[index] = null
      stream.push(trimmedRow(cells), row)
    },
  })
}

function inUtf8(bytes: Uint8Array, encoding: TextEncoding): Uint8Array {
  return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes))
}
