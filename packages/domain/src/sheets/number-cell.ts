import { decimalText } from '../quantity/decimal.ts'
import { numeralDecimal } from '../quantity/numeral.ts'
import { isEmptyMark, plainWidth } from '../quantity/plain-width.ts'
import type { CellValue } from './workbook.ts'

export interface NumberInCell {
  /** Plain decimal text, exact: "50000", "-3.5". A percent sign is not multiplied out. */
  readonly decimal: string
  readonly hasPercent: boolean
}

const CURRENCY = /^(?:¥|\$|€|£|rmb|cny|usd|us\$|hk\$)\s*/i
const PLAIN = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?$/

/**
 * The number a cell holds: 50000, "50,000", "¥1,200.50", "144.", "65万", "96%",
 * "３万元".
 *
 * @returns null for a known absence ("-", "--", empty), `undefined` for a cell
 *   that holds something else ("< 10%", "不限", a date)
 */
export function numberInCell(value: CellValue): NumberInCell | null | undefined {
  if (value === null) return null
  if (typeof value === 'number')
    return Number.isFinite(value) ? { decimal: decimalText(value), hasPercent: false } : undefined
  if (typeof value !== 'string') return undefined
  if (isEmptyMark(value)) return null
  let text = plainWidth(value).trim().replace(CURRENCY, '')
  const hasPercent = text.endsWith('%')
  text = (hasPercent ? text.slice(0, -1) : text).replace(/元$/, '').trim()
  if (PLAIN.test(text) && /\d/.test(text)) return { decimal: plainDecimal(text), hasPercent }
  const isNegative = text.startsWith('-')
  const numeral = numeralDecimal(isNegative ? text.slice(1) : text)
  return numeral === null
    ? undefined
    : { decimal: isNegative && numeral !== '0' ? `-${numeral}` : numeral, hasPercent }
}

/** "+01,200.50" → "1200.50", ".5" → "0.5", "144." → "144". */
function plainDecimal(text: string): string {
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').replaceAll(',', '').split('.')
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  return sign + (fraction === '' ? digits : `${digits}.${fraction}`)
}
