import { decimalText, movePoint } from '../quantity/decimal.ts'
import { hasMultiplier, numeralDecimal } from '../quantity/numeral.ts'
import { isEmptyMark, plainWidth } from '../quantity/plain-width.ts'
import { CURRENCY_AFTER } from '../quantity/units.ts'
import { type HeaderUnit, powerOfUnit } from './header-text.ts'
import type { CellValue } from './workbook.ts'

export interface NumberInCell {
  /** Plain decimal text, exact: "50000", "-3.5". A percent sign is not multiplied out. */
  readonly decimal: string
  readonly hasPercent: boolean
  /** The cell names its own unit (5万, 5000元), which wins over that of the header. */
  readonly hasOwnUnit: boolean
}

const CURRENCY = /^(?:¥|\$|€|£|rmb|cny|usd|us\$|hk\$)\s*/i
const CURRENCY_WORD = new RegExp(`${CURRENCY_AFTER}$`, 'iu')
/** What almost every cell of an export is; told apart first, because the rest costs ten times as much. */
const BARE = /^(?:0|-?[1-9]\d{0,17})(?:\.\d*[1-9])?$/
const PLAIN = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?$/

/**
 * The number a cell holds: 50000, "50,000", "¥1,200.50", "144.", "65万", "96%",
 * "３万元". Brackets make it negative, as accountants write it: "(1,200)".
 *
 * @returns null for a known absence ("-", "--", empty), `undefined` for a cell
 *   that holds something else ("< 10%", "不限", a date)
 */
export function numberInCell(value: CellValue): NumberInCell | null | undefined {
  if (value === null) return null
  if (typeof value === 'number')
    return Number.isFinite(value)
      ? { decimal: decimalText(value), hasPercent: false, hasOwnUnit: false }
      : undefined
  if (typeof value !== 'string') return undefined
  if (BARE.test(value)) return { decimal: value, hasPercent: false, hasOwnUnit: false }
  if (isEmptyMark(value)) return null
  const plain = plainWidth(value).trim()
  const inside = /^\((?=[^-+]*$)(.+)\)$/.exec(plain)?.[1]
  const read = numberInText((inside ?? plain).trim())
  return inside === undefined || read === undefined ? read : { ...read, decimal: negative(read.decimal) }
}

function numberInText(written: string): NumberInCell | undefined {
  const unsigned = written.replace(CURRENCY, '')
  const hasPercent = unsigned.endsWith('%')
  const text = (hasPercent ? unsigned.slice(0, -1) : unsigned.replace(CURRENCY_WORD, '')).trim()
  const hasOwnUnit = !hasPercent && text !== unsigned
  if (PLAIN.test(text) && /\d/.test(text)) return { decimal: plainDecimal(text), hasPercent, hasOwnUnit }
  const isNegative = text.startsWith('-')
  const amount = isNegative ? text.slice(1) : text
  const numeral = numeralDecimal(amount)
  if (numeral === null) return undefined
  return {
    decimal: isNegative ? negative(numeral) : numeral,
    hasPercent,
    hasOwnUnit: hasOwnUnit || hasMultiplier(amount),
  }
}

/**
 * The figure of a cell in the unit of its column, for sums over it: "5000元" under
 * "(万元)" is 0.5. Null where the cell has no figure.
 */
export function figureInColumn(cell: CellValue, unit: HeaderUnit | null): string | null {
  const number = numberInCell(cell)
  if (!number) return null
  return number.hasOwnUnit ? movePoint(number.decimal, -powerOfUnit(unit)) : number.decimal
}

function negative(decimal: string): string {
  return Number(decimal) === 0 ? decimal : `-${decimal}`
}

/** "+01,200.50" → "1200.50", ".5" → "0.5", "144." → "144". */
function plainDecimal(text: string): string {
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').replaceAll(',', '').split('.')
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  return sign + (fraction === '' ? digits : `${digits}.${fraction}`)
}
