import { NO_DATE_CONTEXT } from '../calendar/date-reading.ts'
import { movePoint } from '../quantity/decimal.ts'
import { cellText } from './cell-text.ts'
import type { ImportPeriod } from './import-table.ts'
import type { MetricColumns } from './metric-columns.ts'
import { type MetricDay, metricDayReader } from './metric-day.ts'
import { isMoneyMetric } from './metric-field.ts'
import { numberInCell } from './number-cell.ts'
import type { CellValue } from './workbook.ts'

/** Money is kept in millionths of the main unit, which is how finely platforms bill. */
export const MICROS = 1_000_000

/** What one row of an export says. */
export interface MetricRow {
  /** Null: the row has no day, and nothing around it gives one. */
  readonly day: MetricDay | null
  /** By position in `columns.keys`. */
  readonly keys: readonly (string | null)[]
  /**
   * By position in `columns.metrics`; NaN where the row says nothing. Money in
   * millionths of the main unit, everything else in plain figures.
   */
  readonly values: readonly number[]
  readonly currency: string | null
}

/** A cell of a row by its column, from 1. */
export type CellAt = (index: number) => CellValue

const PLAIN_NUMBER = /^-?\d{1,15}(?:\.\d{1,12})?$/

/** The figure of a cell, its decimal point moved right by `places`; NaN where there is none. Percentages are no facts. */
export function figureOf(cell: CellValue, scale: number, places: number): number {
  if (cell === null) return Number.NaN
  if (typeof cell === 'string' && PLAIN_NUMBER.test(cell)) {
    const power = scale + places
    return power === 0 ? Number(cell) : Number(`${cell}e${power}`)
  }
  const number = numberInCell(cell)
  if (!number || number.hasPercent) return Number.NaN
  return Number(movePoint(number.decimal, (number.hasOwnUnit ? 0 : scale) + places))
}

const LARGEST_POWER = 22
const POWERS = Array.from({ length: LARGEST_POWER + 1 }, (_unused, power) => 10 ** power)

/**
 * `digits` × 10^(`power` − `places`), rounded as the decimal text would be: whole
 * numbers up to 2^53 and powers up to 10^22 are exact, so one operation on them is.
 */
export function scaledFigure(digits: number, places: number, power: number): number {
  const exponent = power - places
  if (exponent === 0) return digits
  if (exponent < 0 && exponent >= -LARGEST_POWER) return digits / (POWERS[-exponent] ?? 1)
  const product = digits * (POWERS[exponent] ?? Number.NaN)
  return Math.abs(product) <= Number.MAX_SAFE_INTEGER ? product : Number(`${digits}e${exponent}`)
}

function hourIn(cell: CellValue): number | null {
  const text = cellText(cell)
  const hour = /^(\d{1,2})(?:\s*[:：点时]|$)/u.exec(text ?? '')?.[1]
  return hour === undefined || Number(hour) > 23 ? null : Number(hour)
}

/**
 * Reads the rows of one table as facts. The day is the row's own, else the
 * stated one.
 *
 * @param stated what title, file name or user say the figures are of
 * @param formatAt number format of a cell of the row at hand, for dates of spreadsheets
 */
export function metricRowReader(
  columns: MetricColumns,
  stated: ImportPeriod | null,
  year: number | null,
): (cellAt: CellAt, formatAt: (index: number) => string | null) => MetricRow {
  const { day, dayEnd, hour, currency } = columns
  const context = { ...NO_DATE_CONTEXT, period: stated, year: stated === null ? year : null }
  const readDay = metricDayReader(context, stated, day?.isOffset ?? false)
  const readEnd = metricDayReader(context, stated, false)
  const statedDay: MetricDay | null =
    stated === null
      ? null
      : { day: stated.from, until: stated.to > stated.from ? stated.to : null, hour: null }
  const dayOf = (cellAt: CellAt, formatAt: (index: number) => string | null): MetricDay | null => {
    if (day === null) return statedDay
    const own = readDay(cellAt(day.index), formatAt(day.index))
    if (own === null) return null
    const end = dayEnd === null ? null : readEnd(cellAt(dayEnd), formatAt(dayEnd))
    const until = end !== null && end.day > own.day ? end.day : own.until
    return {
      day: own.day,
      until,
      hour: until !== null ? null : hour === null ? own.hour : hourIn(cellAt(hour)),
    }
  }
  return (cellAt, formatAt) => ({
    day: dayOf(cellAt, formatAt),
    keys: columns.keys.map(({ index }) => cellText(cellAt(index))),
    values: columns.metrics.map(({ metric, parts }) => {
      const places = isMoneyMetric(metric) ? 6 : 0
      let sum = Number.NaN
      for (const { index, scale } of parts) {
        const figure = figureOf(cellAt(index), scale, places)
        if (!Number.isNaN(figure)) sum = Number.isNaN(sum) ? figure : sum + figure
      }
      return places === 0 ? sum : Math.round(sum)
    }),
    currency: currency === null ? null : cellText(cellAt(currency)),
  })
}
