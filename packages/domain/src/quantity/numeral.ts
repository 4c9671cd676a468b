import { allMatches } from './all-matches.ts'
import { decimalText, movePoint, scaledNumber } from './decimal.ts'

/** Powers of ten of the words that follow a numeral. w and k as marketers write them: 20w = 200000. */
const POWERS: Readonly<Record<string, number>> = {
  万亿: 12,
  亿: 8,
  千万: 7,
  百万: 6,
  十万: 5,
  万: 4,
  千: 3,
  百: 2,
  w: 4,
  k: 3,
  m: 6,
  mn: 6,
  bn: 9,
  thousand: 3,
  million: 6,
  billion: 9,
}

const HAN_DIGITS = '零一二三四五六七八九'
const HAN_POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 千 is no multiplier in 千克, 百 none in 百分点. */
export const MULTIPLIER =
  '(?:万亿|亿|千万|百万|十万|万|千(?![克米瓦卡])|百(?!分)|(?:[ \\t]?(?:thousand|million|billion)|bn|mn|[wkm])(?![a-z]))'
const DIGITS = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+(?!\\d))(?:\\.\\d+(?!\\d))?'
const HAN = '[一二两三四五六七八九][十百千万亿][零一二两三四五六七八九十百千万亿]*'

/**
 * Source of a pattern for one unsigned numeral with its multipliers: `50,000`,
 * `1.5万`, `1亿2000万`, `3万5000`, `500k`, `五百万`. Case-insensitive, no groups.
 * `3万5` (said for 35000) is not read beyond the 3万.
 */
export const NUMERAL = `(?:${DIGITS}${MULTIPLIER}(?:${DIGITS}${MULTIPLIER})+|${DIGITS}万\\d{4}(?!\\d)|${DIGITS}[ \\t]?${MULTIPLIER}|${DIGITS}|${HAN})`

/** Where this finds nothing, no {@link NUMERAL} stands: most remarks and names are told apart by it at no cost. */
export const HAS_NUMERAL = /\d|[一二两三四五六七八九][十百千万亿]/

const WHOLE = new RegExp(`^${NUMERAL}$`, 'i')
const PART = new RegExp(`(${DIGITS})[ \\t]?(${MULTIPLIER})?`, 'giy')

/** A numeral as plain decimal text with its multiplier apart, or null where its parts do not descend (2000万1亿). */
export function readNumeral(text: string): { readonly decimal: string; readonly power: number } | null {
  if (!WHOLE.test(text) && !/^[一二两三四五六七八九]$/.test(text)) return null
  if (/^[一二两三四五六七八九]/.test(text)) return readHanNumeral(text)
  const parts = allMatches(PART, text)
  const [first] = parts
  if (first === undefined || parts.map((part) => part[0]).join('') !== text) return null
  if (parts.length === 1)
    return { decimal: (first[1] as string).replaceAll(',', ''), power: powerOf(first[2]) }
  let sum = 0
  let previous = Number.POSITIVE_INFINITY
  for (const part of parts) {
    const power = powerOf(part[2])
    const value = scaledNumber((part[1] as string).replaceAll(',', ''), power)
    if (value >= previous) return null
    sum += value
    previous = 10 ** power
  }
  return Number.isSafeInteger(sum) ? { decimal: decimalText(sum), power: 0 } : null
}

/** The exact value of a numeral: "1.1万" is 11000. Null beyond 2^53, where a number is no longer exact. */
export function numeralValue(text: string, shift = 0): number | null {
  const numeral = readNumeral(text)
  if (numeral === null) return null
  const value = scaledNumber(numeral.decimal, numeral.power + shift)
  return Math.abs(value) > Number.MAX_SAFE_INTEGER ? null : value
}

/** Does the numeral carry a multiplier word (万, k …)? */
export function hasMultiplier(text: string): boolean {
  return /[^\d.,\s]/.test(text)
}

/** Decimal text of a numeral, multiplied out: "1.5万" is "15000". */
export function numeralDecimal(text: string): string | null {
  const numeral = readNumeral(text)
  return numeral === null ? null : movePoint(numeral.decimal, numeral.power)
}

function powerOf(word: string | undefined): number {
  return word === undefined ? 0 : (POWERS[word.trim().toLowerCase()] ?? 0)
}

/** 五百万, 两千三百, 一亿二千万. Null where it is not a well-formed number (五百五: 550 in speech). */
function readHanNumeral(text: string): { readonly decimal: string; readonly power: number } | null {
  let total = 0
  let section = 0
  let digit = 0
  let lastPower = Number.POSITIVE_INFINITY
  let sawZero = false
  for (const sign of text.replaceAll('两', '二')) {
    const value = HAN_DIGITS.indexOf(sign)
    if (value === 0) sawZero = true
    else if (value > 0) {
      if (digit !== 0) return null
      digit = value
    } else if (sign === '万' || sign === '亿') {
      if (sign === '万') total += (section + digit) * 10_000
      else total = (total + section + digit) * 100_000_000
      section = 0
      digit = 0
      lastPower = Number.POSITIVE_INFINITY
      sawZero = false
    } else {
      const power = HAN_POWERS[sign]
      if (power === undefined || digit === 0 || power >= lastPower) return null
      section += digit * power
      lastPower = power
      digit = 0
      sawZero = false
    }
  }
  // A last digit right after 百, 千, 万 or 亿 means tens, hundreds … in speech: not ours to decide.
  if (digit !== 0 && !sawZero && lastPower !== 10) return null
  return { decimal: String(total + section + digit), power: 0 }
}
