import { groupThousands, movePoint } from '../quantity/decimal.ts'
import type { Fen } from './fen.ts'

export interface MoneyFormat {
  /** ISO 4217 code. */
  readonly currency: string
  readonly locale: 'zh-CN' | 'en'
  /**
   * `full`: every fen, "¥345,000", "¥133.33". `short`: for tiles and axes, at most two
   * decimals of 万 or 亿 ("¥34.5万"), in English of K, M or B ("¥345K"); rounded half up.
   */
  readonly style: 'full' | 'short'
}

const SIGNS: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£', HKD: 'HK$' }
const SCALES = {
  'zh-CN': [
    { places: 8, word: '亿' },
    { places: 4, word: '万' },
  ],
  en: [
    { places: 9, word: 'B' },
    { places: 6, word: 'M' },
    { places: 3, word: 'K' },
  ],
} as const

/** An amount as people read it; decimals only where there are any. Never through a binary fraction. */
export function formatMoney(fen: Fen, format: MoneyFormat): string {
  const sign = fen < 0 ? '-' : ''
  const prefix = SIGNS[format.currency] ?? `${format.currency} `
  const body = format.style === 'full' ? fullAmount(Math.abs(fen)) : shortAmount(Math.abs(fen), format.locale)
  return `${sign}${prefix}${body}`
}

/** Decimal text in the main unit with exactly two decimals, for programs: 34500000 is "345000.00". */
export function formatDecimal(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function fullAmount(fen: Fen): string {
  const text = formatDecimal(fen)
  return groupThousands(text.endsWith('.00') ? text.slice(0, -3) : text)
}

function shortAmount(fen: Fen, locale: MoneyFormat['locale']): string {
  // Smallest scale last; an amount that rounds up to the next scale takes it (99.999995亿 stays 亿, 9999.999万 is 1亿).
  for (const { places, word } of SCALES[locale]) {
    const hundredths = roundedQuotient(fen, 10 ** places)
    if (hundredths >= 100) return groupThousands(movePoint(String(hundredths), -2)) + word
  }
  return fullAmount(fen)
}

/** Hundredths of `unit` main units, half up: fen / unit is exact in BigInt where the double product is not. */
function roundedQuotient(fen: Fen, unit: number): number {
  return Number((BigInt(fen) * 2n + BigInt(unit)) / (BigInt(unit) * 2n))
}
