import { decimalText, decimalsOf, groupThousands, movePoint } from './decimal.ts'
import type { Change, Comparator, Quantity } from './quantity.ts'
import { chinesePer, englishUnit, isCurrency } from './units.ts'

export type QuantityLocale = 'zh-CN' | 'en'

const SIGNS: Readonly<Record<Exclude<Comparator, 'range'>, string>> = {
  gte: '≥',
  gt: '>',
  lte: '≤',
  lt: '<',
  eq: '=',
}
const MEAN_WORDS: Readonly<Record<string, string>> = {
  day: '日均',
  week: '周均',
  month: '月均',
  year: '年均',
  场: '场均',
  篇: '篇均',
}
const SHIFTS: Readonly<Record<string, number>> = { '%': 2, 百分点: 2, '‰': 3 }

/**
 * A quantity in words again, from its values and not from its text: ≥5%, 500万,
 * 5万~20万, 每场≥200人, 从30%提升至50%. `parseQuantity` reads the result back as the
 * same quantity in either language.
 *
 * @param metric what is measured, where that is known: it decides between English words for one Chinese unit
 */
export function formatQuantity(
  quantity: Quantity,
  locale: QuantityLocale,
  metric: string | null = null,
): string {
  return locale === 'zh-CN' ? inChinese(quantity) : inEnglish(quantity, metric)
}

/** A bare number as quantities have theirs, nothing of it lost: 500万, 123,456; in English 5,000,000. */
export function numberText(value: number, locale: QuantityLocale): string {
  return locale === 'zh-CN' ? shortChinese(value, null) : longDecimal(value, null)
}

function inChinese(quantity: Quantity): string {
  const { per, perBasis, change, unit } = quantity
  const number = (value: number): string => chineseUnit(shortChinese(value, unit), unit)
  const meanWord =
    per !== null && perBasis === 'mean' && !isMoney(quantity) ? (MEAN_WORDS[per] ?? null) : null
  const before = perBasis === 'each' ? `每${chinesePer(per ?? '')}` : (meanWord ?? '')
  const after = perBasis === 'mean' && meanWord === null ? `/${chinesePer(per ?? '')}` : ''
  const lead = bound(quantity) + (quantity.isApproximate ? '约' : '')
  const amount =
    quantity.upper === null
      ? chineseAmount(quantity.value, change?.baseline ?? null, unit)
      : chineseRange(quantity.value, quantity.upper, unit)
  return `${before}${chineseChange(change, number)}${lead}${amount}${after}`
}

/** Without 万 behind a baseline that has none: "从1提升至5万" would be from 1万. */
function chineseAmount(value: number, baseline: number | null, unit: string | null): string {
  const isPlain = baseline !== null && !/\D$/.test(shortChinese(baseline, unit))
  return chineseUnit(isPlain ? longDecimal(value, unit) : shortChinese(value, unit), unit)
}

/** The upper end carries the unit for both; it takes 万 only where the lower has a 万 of its own ("1~2万" would be 1万 to 2万). */
function chineseRange(value: number, upper: number, unit: string | null): string {
  const low = shortChinese(value, unit)
  const high = /\D$/.test(low) ? shortChinese(upper, unit) : longDecimal(upper, unit)
  const [before = '', after = ''] = chineseUnit('#', unit).split('#')
  return `${before}${low}~${high}${after}`
}

function inEnglish(quantity: Quantity, metric: string | null): string {
  const { per, perBasis, unit } = quantity
  const number = (value: number): string => withUnit(longDecimal(value, unit), unit, 'en', metric)
  const word = per === null ? '' : (englishUnit(per, 'one', metric) ?? per)
  const before = perBasis === 'each' ? `each ${word} ` : ''
  const after = perBasis === 'mean' ? ` per ${word}` : ''
  const sign = bound(quantity)
  const lead = (sign === '' ? '' : `${sign} `) + (quantity.isApproximate ? 'about ' : '')
  const amount =
    quantity.upper === null
      ? number(quantity.value)
      : englishRange(quantity.value, quantity.upper, unit, metric)
  return `${before}${englishChange(quantity.change, number)}${lead}${amount}${after}`
}

function englishRange(value: number, upper: number, unit: string | null, metric: string | null): string {
  const [before = '', after = ''] = withUnit('#', unit, 'en', metric).split('#')
  return `${before}${longDecimal(value, unit)} to ${longDecimal(upper, unit)}${after}`
}

function isMoney(quantity: Quantity): boolean {
  return quantity.unit !== null && isCurrency(quantity.unit)
}

function bound(quantity: Quantity): string {
  return quantity.comparator === null || quantity.comparator === 'range' ? '' : SIGNS[quantity.comparator]
}

function chineseChange(change: Change | null, number: (value: number) => string): string {
  if (change === null) return ''
  const word = change.direction === 'up' ? '提升' : '降低'
  const from = change.baseline === null ? '' : `从${number(change.baseline)}`
  return `${from}${word}${change.kind === 'to' ? '至' : ''}`
}

function englishChange(change: Change | null, number: (value: number) => string): string {
  if (change === null) return ''
  const word = change.direction === 'up' ? 'raise' : 'cut'
  const from = change.baseline === null ? '' : `from ${number(change.baseline)} `
  return `${word} ${from}${change.kind === 'to' ? 'to' : 'by'} `
}

const chineseUnit = (decimal: string, unit: string | null): string => withUnit(decimal, unit, 'zh-CN', null)

function withUnit(
  decimal: string,
  unit: string | null,
  locale: QuantityLocale,
  metric: string | null,
): string {
  if (unit === null) return decimal
  if (unit === '1:n') return `1:${decimal}`
  if (unit in SHIFTS) return decimal + (unit === '百分点' ? (locale === 'en' ? ' pp' : '个百分点') : unit)
  if (isCurrency(unit))
    return locale === 'en' || unit !== '元' ? `${unit === '元' ? 'CNY' : unit} ${decimal}` : `${decimal}元`
  return locale === 'en' ? `${decimal} ${englishUnit(unit, 'many', metric) ?? unit}` : decimal + unit
}

/** 万 and 亿 where at most two decimals remain, else digits in groups; rates in their own scale. */
function shortChinese(value: number, unit: string | null): string {
  const text = decimalText(value)
  if (unit !== null && unit in SHIFTS) return longDecimal(value, unit)
  if (unit === '1:n') return text
  const scales = [
    { places: 8, word: '亿' },
    { places: 4, word: '万' },
  ]
  const scale = scales.find(
    ({ places }) => Math.abs(value) >= 10 ** places && decimalsOf(movePoint(text, -places)) <= 2,
  )
  if (scale === undefined) return groupThousands(text)
  return groupThousands(movePoint(text, -scale.places)) + scale.word
}

function longDecimal(value: number, unit: string | null): string {
  const shift = unit === null ? 0 : (SHIFTS[unit] ?? 0)
  const text = movePoint(decimalText(value), shift)
  return unit === '1:n' ? text : groupThousands(text)
}
