import { readTime, readValue } from './read-point.ts'

export interface SeriesColumns {
  readonly time: number
  readonly value: number
  /** The first row is a point already. */
  readonly isHeadless: boolean
}

/** Why a file has no series; `names` are the columns in question. */
export interface ColumnMistake {
  readonly code: 'no_time_column' | 'no_value_column' | 'several_value_columns'
  readonly names: readonly string[]
}

const TIME_NAMES =
  /^(timestamp|date_?time|date|time|day|hour|ds|ts|period|时间戳?|日期(时间)?|时刻|统计(时间|日期)|数据时间|小时)$/i
const VALUE_NAMES = /^(value|val|y|数值|值|指标值)$/i

/**
 * Which columns of a file are the series: by their names, else by what stands in them. A file without a
 * header has its time and value in the first row.
 *
 * @param header cells of the first filled row, trimmed
 * @param probe the first rows below it
 * @param wanted name of the value column; null = the one called value, or the only one with numbers
 */
export function findSeriesColumns(
  header: readonly string[],
  probe: readonly (readonly string[])[],
  wanted: string | null,
): SeriesColumns | ColumnMistake {
  const isHeadless =
    wanted === null && header.some((cell) => readTime(cell) !== null) && header.some(isNumber)
  const rows = isHeadless ? [header, ...probe] : probe
  const columns = header.map((_name, index) => index)
  const holds = (column: number, fits: (cell: string) => boolean): boolean =>
    rows.some((cells) => fits(cells[column] ?? ''))
  const time =
    columns.find((column) => TIME_NAMES.test(header[column] ?? '')) ??
    columns.find((column) => holds(column, (cell) => readTime(cell) !== null))
  if (time === undefined) return { code: 'no_time_column', names: [] }
  const others = columns.filter((column) => column !== time)
  if (wanted !== null) {
    const named = others.find((column) => header[column]?.toLowerCase() === wanted.trim().toLowerCase())
    return named === undefined
      ? { code: 'no_value_column', names: [wanted] }
      : { time, value: named, isHeadless }
  }
  const called = others.find((column) => VALUE_NAMES.test(header[column] ?? ''))
  const numeric = others.filter((column) => holds(column, isNumber))
  const candidates = called !== undefined ? [called] : numeric.length === 0 ? others : numeric
  const [value, second] = candidates
  if (value === undefined) return { code: 'no_value_column', names: [] }
  return second === undefined
    ? { time, value, isHeadless }
    : { code: 'several_value_columns', names: candidates.map((column) => header[column] ?? '') }
}

function isNumber(cell: string): boolean {
  const value = readValue(cell)
  return value !== null && !Number.isNaN(value)
}
