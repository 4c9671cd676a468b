import { decimalsOf, movePoint } from '../quantity/decimal.ts'
import { NUMERAL, hasMultiplier, numeralDecimal } from '../quantity/numeral.ts'
import { isEmptyMark, plainWidth } from '../quantity/plain-width.ts'
import { CURRENCY_AFTER, CURRENCY_BEFORE, currencyUnit } from '../quantity/units.ts'
import type { Fen } from './fen.ts'
import { isFen } from './fen.ts'

/** What a bare number of the column means: 元, or 万元 where the header says so ("预算(万元)"). */
export const MONEY_UNITS = ['元', '千元', '万元', '百万元', '亿元'] as const
export type MoneyUnit = (typeof MONEY_UNITS)[number]

export type MoneyReading =
  | {
      readonly kind: 'money'
      readonly fen: Fen
      /** ISO 4217 code written with the amount; null when none is. */
      readonly currency: string | null
    }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unread'; readonly text: string }

export interface MoneyOptions {
  readonly unit: MoneyUnit
  /**
   * `exact` (for amounts that people enter): more than two decimals are unread.
   * `half-up` (for computed columns such as 获客成本): rounded to the fen, away from zero at a half.
   */
  readonly rounding: 'exact' | 'half-up'
}

export const PLAIN_MONEY: MoneyOptions = { unit: '元', rounding: 'exact' }

const UNIT_PLACES: Readonly<Record<MoneyUnit, number>> = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 }

/** A spreadsheet computes with 15 significant digits; what lies beyond is dust of binary fractions. */
const SPREADSHEET_DIGITS = 15

const AMOUNT = new RegExp(
  `^(?<open>\\()?\\s*(?<sign1>[-+])?\\s*(?<before>${CURRENCY_BEFORE})?\\s*(?<sign2>[-+])?(?<number>${NUMERAL})\\.?\\s*(?<after>${CURRENCY_AFTER}|元/)?\\s*(?<close>\\))?$`,
  'iu',
)

/**
 * Reads an amount of money exactly, from text or from a number cell.
 *
 * A unit in the text wins over the column's: in a column of 万元, "5000元" is
 * 5000 元, "12万" is 120,000 元, a bare "12" is 120,000 元 too. Brackets around an
 * amount make it negative, as accountants write it. Ranges, "约5万" and amounts
 * finer than a fen are unread: money is never guessed.
 */
export function parseMoney(value: string | number | null, options: MoneyOptions = PLAIN_MONEY): MoneyReading {
  if (value === null) return { kind: 'empty' }
  if (typeof value === 'number') return moneyOfNumber(value, options)
  const text = value.trim()
  if (isEmptyMark(text)) return { kind: 'empty' }
  const groups = AMOUNT.exec(plainWidth(text))?.groups
  const decimal = groups === undefined ? null : numeralDecimal(groups['number'] ?? '')
  const isBalanced = (groups?.['open'] === undefined) === (groups?.['close'] === undefined)
  const signs = [groups?.['open'], groups?.['sign1'], groups?.['sign2']].filter((sign) => sign !== undefined)
  if (groups === undefined || decimal === null || !isBalanced || signs.length > 1)
    return { kind: 'unread', text }
  const hasOwnUnit = hasMultiplier(groups['number'] as string) || groups['after'] !== undefined
  const places = hasOwnUnit ? 0 : UNIT_PLACES[options.unit]
  const fen = fenOf(movePoint(decimal, places), options.rounding)
  if (fen === null) return { kind: 'unread', text }
  const isNegative = signs[0] === '(' || signs[0] === '-'
  const currencies = [groups['before'], groups['after']].flatMap((word) =>
    word === undefined ? [] : [isoCode(word)],
  )
  if (currencies.length === 2 && currencies[0] !== currencies[1]) return { kind: 'unread', text }
  return { kind: 'money', fen: isNegative && fen !== 0 ? -fen : fen, currency: currencies[0] ?? null }
}

function moneyOfNumber(value: number, options: MoneyOptions): MoneyReading {
  if (!Number.isFinite(value)) return { kind: 'unread', text: String(value) }
  const [mantissa = '0', exponent = '0'] = Math.abs(value)
    .toExponential(SPREADSHEET_DIGITS - 1)
    .split('e')
  const decimal = movePoint(mantissa, Number(exponent) + UNIT_PLACES[options.unit])
  const fen = fenOf(decimal, options.rounding)
  if (fen === null) return { kind: 'unread', text: String(value) }
  return { kind: 'money', fen: value < 0 && fen !== 0 ? -fen : fen, currency: null }
}

/** Fen of a non-negative decimal in main units; null when finer than a fen (unless rounded) or too large to be exact. */
function fenOf(decimal: string, rounding: MoneyOptions['rounding']): Fen | null {
  const [whole = '0', fraction = ''] = movePoint(decimal, 2).split('.')
  if (decimalsOf(decimal) > 2 && rounding === 'exact') return null
  const fen = Number(whole) + (fraction >= '5' ? 1 : 0)
  return isFen(fen) ? fen : null
}

function isoCode(word: string): string {
  const unit = currencyUnit(word)
  return unit === '元' || unit === null ? 'CNY' : unit
}

/** The unit that a column header states ("预算(万元)", "金额（元）"), null when it states none. */
export function moneyUnitOfHeader(header: string): MoneyUnit | null {
  const plain = plainWidth(header)
  return (
    MONEY_UNITS.toReversed().find((unit) => plain.includes(unit)) ??
    (/万(?=\)|$)/.test(plain) ? '万元' : null)
  )
}
