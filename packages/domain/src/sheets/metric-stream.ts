import { cellText, isWord } from './cell-text.ts'
import { decimalSum } from './decimal-sum.ts'
import { factCollector } from './fact-collector.ts'
import type { ImportTable, TotalCheck } from './import-table.ts'
import { metricColumnsOf } from './metric-columns.ts'
import { daySums, isHourlyTable, type MetricFacts, statedPeriod } from './metric-facts.ts'
import { isSummedMetric } from './metric-field.ts'
import { type MetricRow, metricRowReader } from './metric-row.ts'
import { numberInCell } from './number-cell.ts'
import { metricTotals } from './record-totals.ts'
import type { ExcludedRow, ExclusionReason } from './table-body.ts'
import {
  addCell,
  LABEL_CELLS,
  plainRows,
  type PlainRows,
  type StreamState,
  type SummedColumn,
  widen,
} from './plain-rows.ts'
import { agrees, totalLabel } from './total-row.ts'
import type { CellValue } from './workbook.ts'

export interface MetricStream {
  /** The next row of the sheet below the header; `row` counts from 1. */
  push(cells: readonly CellValue[], row: number): void
  /** Takes rows that a reader of bytes has read already. */
  readonly plain: PlainRows
  finish(): StreamedMetrics
}

export interface StreamedMetrics {
  /** The table as the whole file gives it. */
  readonly table: ImportTable
  readonly metrics: MetricFacts
}

const DIGIT = /^\d/

/** More left-out rows than this are counted, not listed. */
const MAX_EXCLUDED = 10_000

/**
 * Reads the rows of a long text file one by one, so that a million of them need
 * no more memory than the facts they become. What the columns are was found out
 * from the head of the file; which rows are no data is decided as `tableBody`
 * does, as far as a row by itself and the sums above it can say.
 *
 * @param head the table as recognised from the first rows of the file
 * @param sample its first rows, to see whether days are hours
 */
export function metricStream(head: ImportTable, sample: readonly (readonly CellValue[])[]): MetricStream {
  const columns = metricColumnsOf(head)
  const stated = statedPeriod(head)
  const year = head.period === null ? null : Number(head.period.from.slice(0, 4))
  const noFormat = () => null
  const readRow = (read: ReturnType<typeof metricRowReader>, cells: readonly CellValue[]): MetricRow =>
    read((index) => cells[index - 1] ?? null, noFormat)
  const sampleReader = metricRowReader(columns, stated, year)
  const isHourly = isHourlyTable(
    head,
    sample.map((cells) => readRow(sampleReader, cells)),
  )
  const read = metricRowReader(columns, stated, year)
  const collector = factCollector()
  const table = collector.begin(columns, isHourly)
  const summed = head.columns
    .filter(({ field }) => isSummedMetric(field))
    .map(({ index }): SummedColumn => ({ index, sum: decimalSum(), running: 0 }))
  const used = head.columns.map(({ index }) => index)
  const firstHeader = head.columns[0]?.header ?? ''
  const sums = daySums(columns.metrics.map(({ metric }) => metric))
  const currencies = new Set<string>()
  const excluded: ExcludedRow[] = []
  const totals: { readonly row: number; readonly index: number; readonly stated: string }[] = []
  const state: StreamState = { rows: 0, undatedRows: 0, first: null, last: null }
  const figure = (cell: CellValue): string | null => {
    const number = numberInCell(cell)
    return number ? number.decimal : null
  }

  function reasonToExclude(cells: readonly CellValue[]): ExclusionReason | null {
    let filled = 0
    for (const index of used) {
      const text = cellText(cells[index - 1] ?? null)
      if (text === null) continue
      filled++
      const label = DIGIT.test(text) ? null : totalLabel(text)
      if (label !== null) return label
      if (filled === LABEL_CELLS) break
    }
    const start = cellText(cells[(used[0] ?? 1) - 1] ?? null)
    if (filled === LABEL_CELLS && start !== null && start !== firstHeader) return null
    const words = used.filter((index) => isWord(cells[index - 1] ?? null)).length
    if (filled === 0 || (filled === 1 && words === 1 && used.length > 2)) return 'note'
    if (start === firstHeader && words > 1) return 'repeated_header'
    return words === 0 && start === null && isSumOfRows(cells) ? 'unlabelled_total' : null
  }

  function isSumOfRows(cells: readonly CellValue[]): boolean {
    let checked = 0
    if (state.rows < 2) return false
    for (const { index, running } of summed) {
      const said = figure(cells[index - 1] ?? null)
      if (said === null) continue
      if (!agrees(said, String(running))) return false
      if (Number(said) !== 0) checked++
    }
    return checked > 0
  }

  function exclude(cells: readonly CellValue[], row: number, reason: ExclusionReason): void {
    if (excluded.length < MAX_EXCLUDED) excluded.push({ row, reason })
    if (reason !== 'total' && reason !== 'unlabelled_total') return
    for (const { index } of summed) {
      const said = figure(cells[index - 1] ?? null)
      if (said !== null) totals.push({ row, index, stated: said })
    }
  }

  return {
    push(cells, row) {
      if (cells.length === 0) return
      const reason = reasonToExclude(cells)
      if (reason !== null) return exclude(cells, row, reason)
      state.rows++
      for (const column of summed) addCell(column, cells[column.index - 1] ?? null)
      const fact = readRow(read, cells)
      if (fact.day === null) state.undatedRows++
      else widen(state, fact.day)
      if (fact.currency !== null) currencies.add(fact.currency.toUpperCase())
      sums.add(fact)
      table.add(fact)
    },
    plain: plainRows({
      columns,
      leading: used.slice(0, LABEL_CELLS),
      firstHeader,
      isLabel: (text) => !DIGIT.test(text) && totalLabel(text) !== null,
      read: (texts) => read((index) => texts.get(index) ?? null, noFormat),
      summed,
      sums,
      table,
      currencies,
      state,
    }),
    finish() {
      const sumAt = new Map(summed.map(({ index, sum }) => [index, sum.text()]))
      const figures = head.columns.map((column) => ({
        ...column,
        sum: isSummedMetric(column.field) ? (sumAt.get(column.index) ?? null) : null,
        filled: state.rows,
      }))
      const totalChecks = totals.map((total): TotalCheck => {
        const computed = sumAt.get(total.index) ?? '0'
        return { ...total, computed, agrees: agrees(total.stated, computed) }
      })
      return {
        table: {
          ...head,
          rows: state.rows,
          excluded,
          columns: figures,
          totals: metricTotals(figures),
          totalChecks,
          period:
            state.first === null || state.last === null ? head.period : { from: state.first, to: state.last },
          problems: [
            ...head.problems.filter(({ code }) => code !== 'total_mismatch'),
            ...totalChecks
              .filter((check) => !check.agrees)
              .map(({ index, stated: said, computed }) => ({
                sheet: head.sheet,
                cell: null,
                code: 'total_mismatch' as const,
                severity: 'warning' as const,
                params: {
                  header: head.columns.find((column) => column.index === index)?.header ?? '',
                  stated: said,
                  computed,
                },
              })),
          ],
        },
        metrics: {
          facts: collector.facts(),
          currencies: [...currencies],
          undatedRows: state.undatedRows,
          byDay: sums.result(),
          unmergeable: collector.unmergeable,
        },
      }
    },
  }
}
