import type { PerBasis } from './quantity.ts'
import { PER_UNIT, perOf } from './units.ts'

export interface PerPrefix {
  readonly per: string
  readonly perBasis: PerBasis
  /** The text without the words that said so. */
  readonly rest: string
}

const MEAN_WORD = /(?<word>[日周月季年场篇人单店条期次家户])均/
const MEAN_EACH = new RegExp(`平均(?:每|单)(?:个(?=[工季月小]))?(?<word>${PER_UNIT})`, 'i')
const EACH = new RegExp(
  `(?:每|\\b(?:each|every|per) )(?:个(?=[季月小]))?(?<word>${PER_UNIT})(?!${'[一二三四五六七八九十天末两]'})`,
  'i',
)
const SINGLE = /^(?<word>单[场篇条店期次日支家周月])/
const ENGLISH_MEAN = /\b(?:average daily|daily average|avg\.? daily)\b/i
const ENGLISH_EACH = /\b(?<word>dai|week|month|quarter|hour|year)ly\b/i

/**
 * Takes 每场, 单篇, 每天 (`each`) or 日均, 场均, 平均每篇 (`mean`) out of the words
 * before a number. 每周三 is a day, not "per week". Null when the words say nothing of
 * the kind.
 */
export function takePerPrefix(words: string): PerPrefix | null {
  return (
    taken(words, MEAN_EACH, 'mean') ??
    taken(words, MEAN_WORD, 'mean') ??
    taken(words, EACH, 'each') ??
    taken(words, SINGLE, 'each') ??
    taken(words, ENGLISH_MEAN, 'mean') ??
    taken(words, ENGLISH_EACH, 'each')
  )
}

function taken(words: string, pattern: RegExp, perBasis: PerBasis): PerPrefix | null {
  const match = pattern.exec(words)
  if (match === null) return null
  const word = match.groups?.['word'] ?? 'day'
  const per = word === 'dai' ? 'day' : perOf(word.length > 1 ? word.replace(/^单/, '') : word)
  return { per, perBasis, rest: words.slice(0, match.index) + words.slice(match.index + match[0].length) }
}
