import { decimalText, movePoint, scaledNumber } from '../quantity/decimal.ts'
import { parseQuantity } from '../quantity/parse-quantity.ts'
import { parseReached, parseTargets } from '../quantity/parse-targets.ts'
import { isEmptyMark, plainWidth } from '../quantity/plain-width.ts'
import type { FieldValue } from '../history/field-value.ts'
import { cellText } from './cell-text.ts'
import { HEADER_UNITS, type HeaderUnit, powerOfUnit } from './header-text.ts'
import { numberInCell } from './number-cell.ts'
import type { ProblemCode } from './sheet-problem.ts'
import type { CellValue } from './workbook.ts'

/** What reading one cell gave. A cell that cannot be read has value null, its text and a problem. */
export interface ValueReading {
  readonly value: FieldValue
  /** Text to keep beside a null value. */
  readonly unread: string | null
  readonly problem: ProblemCode | null
}

const value = (read: FieldValue): ValueReading => ({ value: read, unread: null, problem: null })
const unreadable = (cell: CellValue, problem: ProblemCode): ValueReading => ({
  value: null,
  unread: cellText(cell),
  problem,
})

/** Power of ten by which the unit of a header multiplies amounts: of money 万元 and 万, not 万人. */
function moneyPower(unit: HeaderUnit | null): number {
  const isMoney = unit !== null && (HEADER_UNITS[unit].measures === 'money' || /^[千万亿]$/.test(unit))
  return isMoney ? powerOfUnit(unit) : 0
}

/**
 * Text of a cell; "-", "无" and the like are null. Line breaks stay in long
 * text and become spaces in a line.
 */
export function readText(cell: CellValue, isLong: boolean): ValueReading {
  const text = cellText(cell)
  if (text === null || isEmptyMark(text)) return value(null)
  return value(isLong ? text.replaceAll('\r\n', '\n') : text.replaceAll(/\s*[\r\n]+\s*/g, ' '))
}

/**
 * Money as integer fen. A bare number takes the unit of the header (12 under
 * "(万元)" is 12,000,000 fen); a cell with its own unit keeps that ("5万", "5000元").
 * More than two decimals are rounded half away from zero and said so when the
 * cell is text; a number is usually a formula's result and is rounded quietly.
 */
export function readMoney(cell: CellValue, unit: HeaderUnit | null): ValueReading {
  const number = numberInCell(cell)
  if (number === null) return value(null)
  if (number === undefined || number.hasPercent) return unreadable(cell, 'unreadable_money')
  const exact = movePoint(number.decimal, (number.hasOwnUnit ? 0 : moneyPower(unit)) + 2)
  const fen = Math.sign(Number(exact)) * Math.round(Math.abs(Number(exact)))
  if (!Number.isSafeInteger(fen)) return unreadable(cell, 'unreadable_money')
  return {
    value: fen === 0 ? 0 : fen,
    unread: null,
    problem: exact.includes('.') && typeof cell === 'string' ? 'money_rounded' : null,
  }
}

/** A whole number; "65万" and numbers under "(万)" are multiplied out. Fractions are not counts. */
export function readCount(cell: CellValue, unit: HeaderUnit | null): ValueReading {
  const number = numberInCell(cell)
  if (number === null) return value(null)
  if (number === undefined || number.hasPercent) return unreadable(cell, 'unreadable_number')
  const count = scaledNumber(
    number.decimal,
    unit !== null && HEADER_UNITS[unit].measures === 'count' && !number.hasOwnUnit ? powerOfUnit(unit) : 0,
  )
  return Number.isSafeInteger(count) ? value(count) : unreadable(cell, 'unreadable_number')
}

/** A plain number; "1:4" and "4:1" are 4 (return per 1 of cost), "96%" is 0.96. */
export function readNumber(cell: CellValue): ValueReading {
  const number = numberInCell(cell)
  if (number === null) return value(null)
  if (number !== undefined) return value(scaledNumber(number.decimal, number.hasPercent ? -2 : 0))
  const ratio = typeof cell === 'string' ? parseQuantity(cell) : null
  const isReturn = ratio?.unit === '1:n' && ratio.comparator === null
  return isReturn ? value(ratio.value) : unreadable(cell, 'unreadable_number')
}

/** Words in brackets behind a percentage change nothing: "50% (进行中)". */
const REMARK = /^(\s*[\d.０-９．]+\s*[%％])\s*[(（][^()（）\d]*[)）]\s*$/u

/**
 * A ratio with 1 = 100 %.
 *
 * @param bare power of ten of a number without a sign of its own: −2 when the
 *   column counts in percent, 0 when it holds ratios
 */
export function readRatio(cell: CellValue, bare: 0 | -2, numberFormat: string | null): ValueReading {
  const number = numberInCell(typeof cell === 'string' ? cell.replace(REMARK, '$1') : cell)
  if (number === null) return value(null)
  if (number === undefined) return unreadable(cell, 'unreadable_ratio')
  const power = number.hasPercent ? -2 : typeof cell === 'number' && numberFormat?.includes('%') ? 0 : bare
  return value(scaledNumber(number.decimal, power))
}

const YES = new Set(['是', '有', '√', '✓', '✔', 'y', 'yes', 'true', '1'])
const NO = new Set(['否', '无', '×', 'n', 'no', 'false', '0'])

export function readFlag(cell: CellValue): ValueReading {
  const text = cellText(cell)
  if (text === null) return value(null)
  const word = plainWidth(text).toLowerCase()
  if (YES.has(word)) return value(true)
  return NO.has(word) ? value(false) : unreadable(cell, 'unreadable_flag')
}

/** How a number cell is shown in a percent format: 0.021 as "2.1%"; with the header's unit: 500 under "(万)" as "500万". */
function writtenNumber(cell: number, unit: HeaderUnit | null, numberFormat: string | null): string {
  if (numberFormat?.includes('%')) return `${movePoint(decimalText(cell), 2)}%`
  return unit === null ? decimalText(cell) : `${decimalText(cell)}${unit}`
}

/**
 * Target expressions and reached values stay as written; a figure is only
 * looked for so that a cell without one can be pointed out.
 */
export function readExpression(
  cell: CellValue,
  as: 'targets' | 'quantity',
  unit: HeaderUnit | null,
  numberFormat: string | null,
): ValueReading {
  if (typeof cell === 'number') return value(writtenNumber(cell, unit, numberFormat))
  const text = cellText(cell)
  if (text === null || isEmptyMark(text)) return value(null)
  const isRead =
    as === 'targets'
      ? parseTargets(text).targets.length > 0
      : parseReached(text).values.length > 0 || parseQuantity(text) !== null
  return { value: text, unread: null, problem: isRead ? null : 'unreadable_target' }
}
