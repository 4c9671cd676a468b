import { cellAddress } from './cell-address.ts'
import { factCollector, type FactCollector, type FactColumns } from './fact-collector.ts'
import type { ImportPeriod, ImportTable } from './import-table.ts'
import { metricColumnsOf } from './metric-columns.ts'
import { type FactMetric, FACT_METRICS, isMoneyMetric } from './metric-field.ts'
import { MICROS, type MetricRow, metricRowReader } from './metric-row.ts'
import { sheetGrid } from './sheet-grid.ts'
import type { SheetTable, SourceWorkbook } from './workbook.ts'

/** The facts of the metrics tables of a file. */
export interface MetricFacts {
  readonly facts: FactColumns
  /** Currencies named by the rows, in the order of their first mention. */
  readonly currencies: readonly string[]
  /** Rows whose day cannot be read or is missing: they become no facts. */
  readonly undatedRows: number
  /** Sums of flows by day; rows that cover several days belong to none of them and are left out. */
  readonly byDay: Readonly<Record<string, Readonly<Partial<Record<FactMetric, number>>>>>
  readonly unmergeable: ReadonlySet<FactMetric>
}

/** Header words of columns that count by the hour, also where a file holds one hour only. */
const HOUR_HEADER = /hour|小时|时段/i

/** Does the day column hold hours of the day? One and the same time in all rows is a day's border in another zone (X: 07:00). */
export function isHourlyTable(table: ImportTable, rows: Iterable<MetricRow>): boolean {
  const { columns } = table
  if (columns.some(({ field, header }) => (field === 'day' || field === 'hour') && HOUR_HEADER.test(header)))
    return true
  let first: number | null = null
  for (const { day } of rows) {
    if (day === null || day.hour === null) continue
    if (first !== null && day.hour !== first) return true
    first = day.hour
  }
  return false
}

function* rowsOf(
  sheet: SheetTable,
  table: ImportTable,
  stated: ImportPeriod | null,
  year: number | null,
): Generator<MetricRow> {
  const columns = metricColumnsOf(table)
  const read = metricRowReader(columns, stated, year)
  const grid = sheetGrid(sheet)
  const excluded = new Set(table.excluded.map(({ row }) => row))
  for (let row = table.firstRow; row <= table.lastRow; row++) {
    if (excluded.has(row) || grid.filled(row).length === 0) continue
    yield read(
      (index) => grid.merged(row, index),
      (index) => sheet.numberFormats[cellAddress(row, index)] ?? null,
    )
  }
}

/** Sums by day, by position of the metric. */
export interface DaySums {
  add(row: Pick<MetricRow, 'day' | 'values'>): void
  /** As plain figures, money in the main unit; days ascending. */
  result(): MetricFacts['byDay']
}

export function daySums(metrics: readonly FactMetric[]): DaySums {
  const sums = new Map<string, number[]>()
  return {
    add({ day, values }) {
      if (day === null || day.until !== null) return
      let ofDay = sums.get(day.day)
      if (ofDay === undefined) sums.set(day.day, (ofDay = metrics.map(() => Number.NaN)))
      for (let at = 0; at < values.length; at++) {
        const value = values[at] ?? Number.NaN
        const before = ofDay[at] ?? Number.NaN
        if (!Number.isNaN(value)) ofDay[at] = Number.isNaN(before) ? value : before + value
      }
    },
    result: () => Object.fromEntries([...sums].toSorted(byText).map(([day, ofDay]) => [day, plain(ofDay)])),
  }
  function plain(ofDay: readonly number[]): Partial<Record<FactMetric, number>> {
    return Object.fromEntries(
      metrics.flatMap((metric, at) => {
        const sum = ofDay[at] ?? Number.NaN
        if (Number.isNaN(sum) || FACT_METRICS[metric] !== 'flow') return []
        return [[metric, isMoneyMetric(metric) ? sum / MICROS : Math.round(sum * MICROS) / MICROS]]
      }),
    )
  }
}

function byText([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

/** What the rows of a table are of when they do not say it themselves: only a period that was stated is, not the one they span. */
export function statedPeriod(table: ImportTable): ImportPeriod | null {
  return table.isPeriodStated ? table.period : null
}

/**
 * The facts of the given metrics tables of a workbook. Rows of one key, day and
 * hour are summed; see `factCollector`. Days come from the rows, else from what
 * the table states of its period.
 */
export function metricFactsOf(workbook: SourceWorkbook, tables: readonly ImportTable[]): MetricFacts {
  const collector: FactCollector = factCollector()
  const byDay: Record<string, Partial<Record<FactMetric, number>>> = {}
  const currencies = new Set<string>()
  let undatedRows = 0
  for (const table of tables) {
    const sheet = workbook.sheets.find(({ name }) => name === table.sheet)
    if (sheet === undefined) continue
    const columns = metricColumnsOf(table)
    const sums = daySums(columns.metrics.map(({ metric }) => metric))
    const stated = statedPeriod(table)
    const year = table.period === null ? null : Number(table.period.from.slice(0, 4))
    const isHourly = isHourlyTable(table, rowsOf(sheet, table, stated, year))
    const rows = collector.begin(columns, isHourly)
    for (const row of rowsOf(sheet, table, stated, year)) {
      if (row.day === null) undatedRows++
      if (row.currency !== null) currencies.add(row.currency.toUpperCase())
      sums.add(row)
      rows.add(row)
    }
    // Of several tables the first that has a figure of a day gives it, as with the facts.
    for (const [day, ofDay] of Object.entries(sums.result())) byDay[day] = { ...ofDay, ...byDay[day] }
  }
  return {
    facts: collector.facts(),
    currencies: [...currencies],
    undatedRows,
    byDay,
    unmergeable: collector.unmergeable,
  }
}
