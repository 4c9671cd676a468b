import { allMatches } from './all-matches.ts'
import {
  APPROXIMATE_LEAD,
  APPROXIMATE_TAIL,
  CHANGE,
  LEAD,
  TAIL,
  changeDirection,
  leadComparator,
  tailComparator,
} from './comparator-words.ts'
import { scaledNumber } from './decimal.ts'
import { HAS_NUMERAL, MULTIPLIER, NUMERAL, hasMultiplier, numeralValue, readNumeral } from './numeral.ts'
import type { Change, Comparator, Quantity } from './quantity.ts'
import { CURRENCY_BEFORE, PER_UNIT, RATE, UNIT, currencyUnit, perOf, rateOf, unitOf } from './units.ts'

/** A quantity found in a text. Positions are those of the text; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
  /** null: a number stands here that contradicts itself (“<5万以上”, an inverted range). */
  readonly quantity: Quantity | null
  /** Has more than bare digits: a multiplier, rate, unit, currency, comparator or change. */
  readonly isMarked: boolean
  /** Ends in `+`, which may also be the sign of a sum ("抖音500万+朋友圈300万"). */
  readonly endsInPlus: boolean
}

const S = '[ \\t]*'
const SIDE = (name: string): string =>
  `(?<${name}>${NUMERAL})${S}(?<${name}Rate>${RATE})?(?<${name}Unit>${UNIT})?`
const FROM = `(?:(?:从|由|自|\\bfrom\\b)${S}(?:${CURRENCY_BEFORE}${S})?(?<base>${NUMERAL})${S}(?<baseRate>${RATE})?(?:${UNIT})?${S})`
const RETURN_RATIO = `(?<left>\\d+(?:\\.\\d+)?)${S}(?:[:比])${S}(?<right>\\d+(?:\\.\\d+)?)(?![\\d:])`
const PATTERN = new RegExp(
  [
    `(?:${FROM}(?=${CHANGE}|[至到为]|to\\b))?`,
    `(?:(?<change>${CHANGE})(?:了|${S}by\\b)?${S}(?:${FROM.replaceAll('base', 'late')})?(?<to>至|到|为|to\\b)?${S})?(?<bareTo>(?:至|到|to\\b)${S})?`,
    `(?<lead>(?:${LEAD}${S}){0,2})(?<about>${APPROXIMATE_LEAD}${S})?`,
    `(?<currency>${CURRENCY_BEFORE}${S})?(?<!\\d:|[\\d.])(?<sign>(?<![\\p{L}\\d%)])[-+])?`,
    `(?:${RETURN_RATIO}|(?:${SIDE('low')}${S}(?:-|~|至|到|to\\b)${S}(?:${CURRENCY_BEFORE})?)?`,
    `(?<!\\d)(?<value>${NUMERAL})(?<more>\\+|[余多](?!于)(?<lateMultiplier>${MULTIPLIER})?)?${S}(?<rate>${RATE})?(?<unit>${UNIT})?)`,
    `(?<tail>${TAIL})?(?<roughly>${S}${APPROXIMATE_TAIL})?`,
    `(?:${S}(?:/|每|\\bper |\\ba )${S}(?<per>${PER_UNIT}))?(?<afterPer>${TAIL})?`,
  ].join(''),
  'giu',
)

type Groups = Readonly<Record<string, string | undefined>>

/**
 * Every quantity in a text, left to right. The text must have passed
 * `plainWidth`. Clock times (17:00), dates (6月, 2025年), ordinals (第3, 前10, TOP10,
 * Q3) and names that end in digits (H5, 双11) are no quantities.
 */
export function scanQuantities(text: string): Span[] {
  if (!HAS_NUMERAL.test(text)) return []
  const spans: Span[] = []
  for (const match of allMatches(PATTERN, text)) {
    const groups = match.groups as Groups
    const start = match.index + (match[0].length - match[0].trimStart().length)
    const end = match.index + match[0].trimEnd().length
    const isMarked = isMarkedMatch(groups)
    if (!isQuantityAt(text, start, end, groups, isMarked)) continue
    const written = text.slice(start, end)
    spans.push({
      start,
      end,
      quantity: readMatch(groups, written),
      isMarked,
      endsInPlus: written.endsWith('+'),
    })
  }
  return spans
}

function isMarkedMatch(groups: Groups): boolean {
  if (hasMultiplier(groups['value'] ?? '')) return true
  return [
    'change',
    'lead',
    'currency',
    'low',
    'left',
    'rate',
    'unit',
    'tail',
    'per',
    'more',
    'about',
    'roughly',
  ].some((name) => (groups[name] ?? '') !== '')
}

function isQuantityAt(text: string, start: number, end: number, groups: Groups, isMarked: boolean): boolean {
  const before = text[start - 1] ?? ''
  const after = text.slice(end)
  if (/^(?::\d|[月日号点时](?![均活])|-\d|\/\d|\.\d)/.test(after)) return false
  if (/^年/.test(after) || (groups['unit'] === '年' && /^(?:19|20)\d\d$/.test(groups['value'] ?? '')))
    return false
  const isIntroduced = [groups['change'], groups['lead'], groups['currency']].some(
    (word) => (word ?? '') !== '',
  )
  if (isIntroduced) return true
  if (/[第前双]/.test(before)) return false
  if (/[a-z]/i.test(before)) return isMarked && !/^top$/i.test(text.slice(Math.max(0, start - 3), start))
  if (!isMarked && groups['value'] === '618') return false
  return true
}

function readMatch(groups: Groups, text: string): Quantity | null {
  const comparator = combinedComparator(groups)
  if (comparator === 'contradiction') return null
  const about =
    (groups['about'] ?? '') !== '' || groups['roughly'] !== undefined || /[余多]/.test(groups['more'] ?? '')
  const per = groups['per'] === undefined ? null : perOf(groups['per'])
  const common = { per, perBasis: per === null ? null : ('mean' as const), isApproximate: about, text }
  if (groups['left'] !== undefined) {
    const value = returnRatio(groups['left'], groups['right'] as string)
    return value === null ? null : { ...common, comparator, value, upper: null, unit: '1:n', change: null }
  }
  const rate = groups['rate'] === undefined ? null : rateOf(groups['rate'])
  const currency = groups['currency'] === undefined ? null : currencyUnit(groups['currency'])
  const unit = rate?.unit ?? (groups['unit'] === undefined ? currency : unitOf(groups['unit']))
  const shift = rate?.shift ?? 0
  const written = numeralValue((groups['value'] as string) + (groups['lateMultiplier'] ?? ''), shift)
  if (written === null) return null
  const value = groups['sign'] === '-' && written !== 0 ? -written : written
  if (groups['low'] !== undefined) {
    const low = lowerEnd(groups, value, shift)
    if (low === null || comparator !== null) return null
    return {
      ...common,
      comparator: 'range',
      value: low,
      upper: value,
      unit: unit ?? lowUnit(groups),
      change: readChange(groups, value),
    }
  }
  return { ...common, comparator, value, upper: null, unit, change: readChange(groups, value) }
}

function combinedComparator(groups: Groups): Comparator | null | 'contradiction' {
  const lead = leadComparator(groups['lead'] ?? '')
  const plus: Comparator | null = groups['more'] === '+' ? 'gte' : null
  const tails = [plus, ...[groups['tail'], groups['afterPer']].map((word) => tailComparator(word ?? ''))]
  const tail = tails.find((comparator) => comparator !== null) ?? null
  if (lead === null || tail === null) return lead ?? tail
  const isControlled = /控制在/.test(groups['lead'] ?? '')
  if (lead[0] === tail[0]) return lead
  // "控制在…以上" keeps the level above; anything else that points both ways is not ours to read.
  return isControlled ? tail : 'contradiction'
}

/** The lower end shares the multiplier and the rate of the upper (5-20万), unless that would put it above it (500-2万). */
function lowerEnd(groups: Groups, upper: number, shift: number): number | null {
  const low = groups['low'] as string
  const lowRate = groups['lowRate'] === undefined ? null : rateOf(groups['lowRate'])
  if (lowRate !== null && lowRate.shift !== shift) return null
  const own = numeralValue(low, shift)
  if (own === null) return null
  const numeral = readNumeral(groups['value'] as string)
  if (!hasMultiplier(low) && groups['lowUnit'] === undefined && numeral !== null && numeral.power > 0) {
    const shared = scaledNumber(low.replaceAll(',', ''), numeral.power + shift)
    if (shared <= upper) return shared
  }
  return own <= upper ? own : null
}

function lowUnit(groups: Groups): string | null {
  return groups['lowUnit'] === undefined ? null : unitOf(groups['lowUnit'])
}

function readChange(groups: Groups, value: number): Change | null {
  const base = groups['base'] ?? groups['late']
  const word = groups['change']
  if (base === undefined && word === undefined) return null
  const rate = groups['baseRate'] ?? groups['lateRate'] ?? groups['rate']
  const ownShift = rate === undefined ? 0 : (rateOf(rate)?.shift ?? 0)
  const baseline = base === undefined ? null : baselineOf(base, groups['value'] as string, value, ownShift)
  const direction =
    word !== undefined ? changeDirection(word) : baseline !== null && baseline > value ? 'down' : 'up'
  const isTo = base !== undefined || groups['to'] !== undefined || groups['bareTo'] !== undefined
  return { kind: isTo ? 'to' : 'by', direction, baseline }
}

/** "从3提升至5万" borrows the multiplier as a range does; "从8000提升至1.2万" does not. */
function baselineOf(base: string, target: string, value: number, shift: number): number | null {
  const own = numeralValue(base, shift)
  const numeral = readNumeral(target)
  if (own === null || hasMultiplier(base) || numeral === null || numeral.power === 0) return own
  const shared = scaledNumber(base.replaceAll(',', ''), numeral.power + shift)
  return shared <= value ? shared : own
}

/** Return per 1 of cost: 1:4 and 4:1 both say 4. Null when neither side is 1. */
function returnRatio(left: string, right: string): number | null {
  if (Number(left) === 1) return Number(right)
  return Number(right) === 1 ? Number(left) : null
}
