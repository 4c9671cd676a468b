import { allMatches } from './all-matches.ts'
import type { ChangeDirection, Comparator } from './quantity.ts'

/** Before the number. The longest word wins, so 不低于 is never read as 低于. */
const LEADS: Readonly<Record<string, Comparator>> = {
  '≥': 'gte',
  '>=': 'gte',
  '=>': 'gte',
  大于或等于: 'gte',
  大于等于: 'gte',
  不得低于: 'gte',
  不得少于: 'gte',
  不低于: 'gte',
  不少于: 'gte',
  不小于: 'gte',
  至少: 'gte',
  最少: 'gte',
  保底: 'gte',
  达到: 'gte',
  达成: 'gte',
  达: 'gte',
  'at least': 'gte',
  'no less than': 'gte',
  'not less than': 'gte',
  'no fewer than': 'gte',
  'minimum of': 'gte',
  minimum: 'gte',
  min: 'gte',
  '>': 'gt',
  高于: 'gt',
  大于: 'gt',
  多于: 'gt',
  超过: 'gt',
  超出: 'gt',
  突破: 'gt',
  超: 'gt',
  破: 'gt',
  'more than': 'gt',
  'greater than': 'gt',
  'higher than': 'gt',
  over: 'gt',
  above: 'gt',
  exceeding: 'gt',
  exceeds: 'gt',
  exceed: 'gt',
  '≤': 'lte',
  '<=': 'lte',
  '=<': 'lte',
  小于或等于: 'lte',
  小于等于: 'lte',
  不得超过: 'lte',
  不得高于: 'lte',
  不超过: 'lte',
  不高于: 'lte',
  不大于: 'lte',
  不多于: 'lte',
  至多: 'lte',
  最多: 'lte',
  控制在: 'lte',
  'at most': 'lte',
  'no more than': 'lte',
  'not more than': 'lte',
  'up to': 'lte',
  'maximum of': 'lte',
  maximum: 'lte',
  max: 'lte',
  within: 'lte',
  '<': 'lt',
  低于: 'lt',
  小于: 'lt',
  少于: 'lt',
  不足: 'lt',
  不到: 'lt',
  'less than': 'lt',
  'fewer than': 'lt',
  'lower than': 'lt',
  under: 'lt',
  below: 'lt',
  '=': 'eq',
  等于: 'eq',
  'equal to': 'eq',
  equals: 'eq',
}

/** After the number. 以上, 以下 and 以内 include it (民法典 第1259条). */
const TAILS: Readonly<Record<string, Comparator>> = {
  '+': 'gte',
  及以上: 'gte',
  或以上: 'gte',
  以上: 'gte',
  起: 'gte',
  'or more': 'gte',
  'or above': 'gte',
  'or higher': 'gte',
  'and above': 'gte',
  plus: 'gte',
  及以下: 'lte',
  或以下: 'lte',
  以下: 'lte',
  以内: 'lte',
  之内: 'lte',
  内: 'lte',
  'or less': 'lte',
  'or fewer': 'lte',
  'or below': 'lte',
  'or lower': 'lte',
}

/** Words that are also part of another word: 触达, 到达, 商超, 内容. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  达: '(?<![触到送传抵])达',
  超: '(?<!商)超',
  内: '内(?![容部外购])',
}

/** Words that only introduce the comparator or the number that follows. */
const NEUTRAL_LEADS = ['达到', '达成', '达', '控制在', '保持在', '维持在', '稳定在']

const UP_WORDS =
  '提升|提高|增长|增加|上升|上涨|扩大|涨幅|增幅|(?<![新净])增|升|涨|raise|increase|grow|improve|lift|up(?! to)'
const DOWN_WORDS = '降低|下降|减少|缩短|压缩|下滑|下调|降幅|降|减|reduce|decrease|lower|cut|drop|down'

export const LEAD = `(?:${alternatives([...Object.keys(LEADS), ...NEUTRAL_LEADS])})`
export const TAIL = `(?:[ \\t]*(?:${alternatives(Object.keys(TAILS))}))`
export const CHANGE = `(?:${UP_WORDS}|${DOWN_WORDS})`
export const APPROXIMATE_LEAD = '(?:大约|大概|约为|约|将近|接近|近|≈|~|about|around|approximately|circa)'
export const APPROXIMATE_TAIL = '(?:左右|上下|or so)'

const DOWN = new RegExp(`^(?:${DOWN_WORDS})$`, 'i')
const LEAD_WORD = new RegExp(LEAD, 'gi')

/** Comparator of the words before a number: the last that says anything ("达到≥5%" is ≥). Null for none. */
export function leadComparator(words: string): Comparator | null {
  const found = allMatches(LEAD_WORD, words.toLowerCase()).map((match) => match[0])
  const telling = found.findLast((word) => !NEUTRAL_LEADS.includes(word)) ?? found.at(-1)
  return telling === undefined ? null : (LEADS[telling] ?? null)
}

export function tailComparator(words: string): Comparator | null {
  return TAILS[words.trim().toLowerCase()] ?? null
}

export function changeDirection(word: string): ChangeDirection {
  return DOWN.test(word) ? 'down' : 'up'
}

/** The longer first; English words need a border, so that "min" does not begin "minutes". */
function alternatives(words: readonly string[]): string {
  return words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => EXCEPTIONS[word] ?? (/^[a-z]/.test(word) ? `\\b${word}\\b` : word.replace('+', '\\+')))
    .join('|')
}
