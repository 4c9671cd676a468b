import type { CellValue, GridColumn, GridRow } from '../grid-types.ts'
import { cellValue } from './filter-rows.ts'

/** What formatting depends on beside the value. */
export interface FormatContext {
  readonly locale: string
  /** Dates of this year are shown as MM-DD. */
  readonly year: number
  readonly yes: string
  readonly no: string
}

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 })

/** 3500000 fen → "35,000"; fen are shown only when there are any: "36,500.50". */
export function formatFen(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100)
  const rest = Math.round(Math.abs(fen) % 100)
  const sign = fen < 0 ? '-' : ''
  return `${sign}${grouped.format(whole)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

const percent = (ratio: number, digits: number): string => `${Number((ratio * 100).toFixed(digits))}%`

/** As shown in a cell: short, grouped, in words. Empty string for null. */
export function displayText(
  column: Pick<GridColumn, 'kind' | 'choices'>,
  value: CellValue,
  context: FormatContext,
): string {
  if (value === null || value === '') return ''
  switch (column.kind) {
    case 'money':
      return typeof value === 'number' ? formatFen(value) : String(value)
    case 'ratio':
      return typeof value === 'number' ? percent(value, 2) : String(value)
    case 'count':
    case 'number':
      return typeof value === 'number' ? grouped.format(value) : String(value)
    case 'date':
    case 'dateTime': {
      const text = String(value)
      const day = text.startsWith(`${context.year}-`) ? text.slice(5, 10) : text.slice(0, 10)
      return text.length > 10 ? `${day} ${text.slice(11, 16)}` : day
    }
    case 'flag':
      return value === true ? '✓' : ''
    case 'choice':
    case 'ref':
      return column.choices?.find((choice) => choice.value === value)?.label ?? String(value)
    default:
      return String(value)
  }
}

/** As put into the editor: what the parser reads back to exactly the same value. */
export function editText(column: Pick<GridColumn, 'kind' | 'choices'>, value: CellValue): string {
  if (value === null) return ''
  switch (column.kind) {
    case 'money':
      return typeof value === 'number' ? plainFen(value) : String(value)
    case 'ratio':
      return typeof value === 'number' ? `${Number((value * 100).toPrecision(12))}%` : String(value)
    case 'choice':
    case 'ref':
      return column.choices?.find((choice) => choice.value === value)?.label ?? String(value)
    case 'dateTime':
      return String(value).replace('T', ' ')
    case 'flag':
      return value === true ? '✓' : ''
    default:
      return String(value)
  }
}

const plainFen = (fen: number): string => {
  const sign = fen < 0 ? '-' : ''
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const rest = digits.slice(-2)
  return `${sign}${digits.slice(0, -2)}${rest === '00' ? '' : `.${rest}`}`
}

/** As copied to other programs: plain numbers, full dates; an unread text as it was typed. */
export function copyText(
  column: GridColumn,
  row: GridRow,
  context: Pick<FormatContext, 'yes' | 'no'>,
): string {
  const unread = row.unread?.[column.field]
  if (unread !== undefined) return unread
  const value = cellValue(column, row)
  if (column.kind === 'flag' && typeof value === 'boolean') return value ? context.yes : context.no
  return editText(column, value)
}

/** The Excel number format the copied text should be read with. */
export function excelFormat(column: GridColumn): string {
  switch (column.kind) {
    case 'money':
      return '#,##0.00'
    case 'ratio':
      return '0.00%'
    case 'count':
      return '#,##0'
    case 'number':
      return 'General'
    case 'date':
      return 'yyyy-mm-dd'
    case 'dateTime':
      return 'yyyy-mm-dd hh:mm'
    default:
      return '@'
  }
}
