import { type HeaderText, headerText } from './header-text.ts'
import type { LayoutColumn, SheetLayout } from './layout.ts'

/** How a header was recognised: word for word, by a listed synonym, or by likeness. */
export type HeaderMatchKind = 'exact' | 'synonym' | 'fuzzy'

export interface HeaderMatch {
  readonly column: LayoutColumn
  readonly match: HeaderMatchKind
  /** 1 = word for word; 0.9–0.95 a synonym; 0.5–0.8 a likeness that the user should look at. */
  readonly confidence: number
}

const EXACT = 1
const SAME_WITHOUT_UNIT = 0.95
const SYNONYM = 0.9

interface Vocabulary {
  readonly exact: ReadonlyMap<string, LayoutColumn>
  readonly own: ReadonlyMap<string, LayoutColumn>
  readonly synonyms: ReadonlyMap<string, LayoutColumn>
}

const vocabularies = new WeakMap<SheetLayout, Vocabulary>()

/** First writer wins: a word that two columns list belongs to the earlier one. */
function putOnce(map: Map<string, LayoutColumn>, word: string, column: LayoutColumn): void {
  if (!map.has(word)) map.set(word, column)
}

function vocabularyOf(layout: SheetLayout): Vocabulary {
  const known = vocabularies.get(layout)
  if (known !== undefined) return known
  const exact = new Map<string, LayoutColumn>()
  const own = new Map<string, LayoutColumn>()
  const synonyms = new Map<string, LayoutColumn>()
  for (const column of layout.columns) {
    for (const header of [column.zh, column.en]) {
      const text = headerText(header)
      putOnce(exact, text.folded, column)
      putOnce(own, text.bare, column)
    }
  }
  for (const column of layout.columns)
    for (const word of column.synonyms) putOnce(synonyms, headerText(word).bare, column)
  const vocabulary = { exact, own, synonyms }
  vocabularies.set(layout, vocabulary)
  return vocabulary
}

/** Header against the words of one layout, without likeness. */
export function matchHeaderWord(layout: SheetLayout, header: HeaderText): HeaderMatch | null {
  if (header.folded === '') return null
  const words = vocabularyOf(layout)
  const exact = words.exact.get(header.folded)
  if (exact !== undefined) return { column: exact, match: 'exact', confidence: EXACT }
  const own = words.own.get(header.bare)
  if (own !== undefined) return { column: own, match: 'synonym', confidence: SAME_WITHOUT_UNIT }
  const synonym = words.synonyms.get(header.bare)
  return synonym === undefined ? null : { column: synonym, match: 'synonym', confidence: SYNONYM }
}

/**
 * Likeness of two headers, 0–1: one must contain the other and both must end
 * alike, because the end of a Chinese or English noun says what it is: 点击率
 * is no 点击, but 本期任务负责人 is a 负责人.
 */
export function headerLikeness(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 2 || !long.endsWith(short)) return 0
  return short.length / long.length
}

/** The column whose words are most like the header; null when none is at least 40 % of it. */
export function matchHeaderLikeness(layout: SheetLayout, header: HeaderText): HeaderMatch | null {
  const words = vocabularyOf(layout)
  let best: HeaderMatch | null = null
  for (const map of [words.own, words.synonyms]) {
    for (const [word, column] of map) {
      const likeness = headerLikeness(header.bare, word)
      const confidence = Math.round((0.4 + 0.4 * likeness) * 100) / 100
      if (likeness >= 0.4 && confidence > (best?.confidence ?? 0))
        best = { column, match: 'fuzzy', confidence }
    }
  }
  return best
}

/**
 * Give each header at most one column of the layout and each column at most one
 * header; the surest pairs first, then from left to right.
 *
 * @returns matches by position in `headers`; null where nothing fits
 */
export function assignColumns(
  layout: SheetLayout,
  headers: readonly (HeaderText | null)[],
): readonly (HeaderMatch | null)[] {
  const result: (HeaderMatch | null)[] = headers.map(() => null)
  const taken = new Set<LayoutColumn>()
  const take = (index: number, match: HeaderMatch): void => {
    if (result[index] !== null || taken.has(match.column)) return
    result[index] = match
    taken.add(match.column)
  }
  const words = headers.flatMap((header, index) => {
    const match = header === null ? null : matchHeaderWord(layout, header)
    return match === null ? [] : [{ index, match }]
  })
  for (const { index, match } of words.toSorted(
    (a, b) => b.match.confidence - a.match.confidence || a.index - b.index,
  ))
    take(index, match)
  if (taken.size < 2) return result
  const likely = headers.flatMap((header, index) => {
    const match = header === null || result[index] !== null ? null : matchHeaderLikeness(layout, header)
    return match === null ? [] : [{ index, match }]
  })
  for (const { index, match } of likely.toSorted(
    (a, b) => b.match.confidence - a.match.confidence || a.index - b.index,
  ))
    take(index, match)
  return withoutSecondPeriod(result)
}

/** Where start or end have a column of their own, one for both ("周期" with 7天) says nothing more. */
function withoutSecondPeriod(matches: readonly (HeaderMatch | null)[]): readonly (HeaderMatch | null)[] {
  const fields = new Set(matches.map((match) => match?.column.field))
  return matches.map((match) => {
    const reads = match?.column.reads
    return reads?.as === 'period' && (fields.has(reads.start) || fields.has(reads.end)) ? null : match
  })
}
