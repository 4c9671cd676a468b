import type { ImportTable } from '@yingce/domain/sheets/import-table'
import { type MetricFacts, metricFactsOf } from '@yingce/domain/sheets/metric-facts'
import { recognizeWorkbook } from '@yingce/domain/sheets/recognize-workbook'
import type { SheetProblem } from '@yingce/domain/sheets/sheet-problem'
import type { SourceFormat, TextEncoding, WorkbookNotice } from '@yingce/domain/sheets/workbook'
import type { RecognizeOptions } from '@yingce/domain/sheets/workbook-reading'
import { findEncoding } from '../read/decode-text.ts'
import { readWorkbook } from '../read/read-workbook.ts'
import { sniffFormat } from '../read/sniff-format.ts'
import { streamTextMetrics } from './stream-text-metrics.ts'

export interface ReadMetricsOptions {
  readonly fileName: string
  readonly encoding: TextEncoding | null
  readonly recognize: RecognizeOptions
}

/** What a file holds of metrics. */
export interface MetricsReading {
  readonly format: SourceFormat
  readonly encoding: TextEncoding | null
  readonly notices: readonly WorkbookNotice[]
  /** All its tables, those of other kinds too. */
  readonly tables: readonly ImportTable[]
  readonly problems: readonly SheetProblem[]
  /** Facts of the metrics tables that are taken. */
  readonly metrics: MetricFacts
}

/** Tables that become facts: metrics on sheets that are visible, or that the user takes. */
function taken(tables: readonly ImportTable[], included: RecognizeOptions['included']): ImportTable[] {
  return tables.filter(({ kind, sheet, isHidden }) => kind === 'metrics' && (included?.[sheet] ?? !isHidden))
}

/**
 * Reads a file as metrics: long texts row by row, everything else as a workbook.
 *
 * @throws OfficeFileError as readWorkbook
 */
export async function readMetrics(
  bytes: Uint8Array,
  { fileName, encoding, recognize }: ReadMetricsOptions,
): Promise<MetricsReading> {
  if (sniffFormat(bytes) === 'text') {
    const found = findEncoding(bytes, encoding)
    const name = fileName.replace(/\.[^.]{1,5}$/, '')
    const streamed = streamTextMetrics(bytes, found.encoding, name, { ...recognize, fileName })
    if (streamed !== null) {
      const { table, metrics, format } = streamed
      return {
        format,
        encoding: found.encoding,
        notices: found.isGuess ? [{ code: 'guessed_encoding', encoding: found.encoding }] : [],
        tables: [table],
        problems: table.problems,
        metrics,
      }
    }
  }
  const workbook = await readWorkbook(bytes, { fileName, encoding })
  const { tables, problems } = recognizeWorkbook(workbook, { ...recognize, fileName })
  return {
    format: workbook.format,
    encoding: workbook.encoding,
    notices: workbook.notices,
    tables,
    problems,
    metrics: metricFactsOf(workbook, taken(tables, recognize.included)),
  }
}
