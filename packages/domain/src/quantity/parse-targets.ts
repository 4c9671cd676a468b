import { isEmptyMark, plainWidth } from './plain-width.ts'
import { takePerPrefix } from './per-prefix.ts'
import type { Quantity, ReachedReading, Target, TargetsReading } from './quantity.ts'
import { rememberReadings } from './remember-readings.ts'
import type { Span } from './scan-quantities.ts'
import { splitPieces } from './split-pieces.ts'
import type { Piece } from './split-pieces.ts'

/** A cell longer than this is prose; it is kept as text whole. */
const MAX_LENGTH = 2000

/** A plan of 10,000 tasks has three such cells each, and its board reads them in the same order after each change. */
const MOST_REMEMBERED = 32_768
const LONGEST_REMEMBERED = 200

/** What stands between a name and its number, or joins two targets, without being part of the name. */
const NAME_EDGE =
  /^(?:[\s,，;；:：、。+＋=＝&-]|[且并和及与](?=\s|$)|以及|并且|and\b)+|(?:[\s,，;；:：、。+＋=＝&-]|为|是|\bof\b|\bis\b)+$/giu

/** Words that join a target to the one before it: CTR≥2%且CVR≥1.5%. */
const JOINING = /^\s*(?:且|并且|以及|[及和与](?![时格谐]))/u
/** Those that no name of a metric begins with. */
const BARE_JOINING = /^\s*(?:且|并且|以及)/u

/**
 * Reads a cell of one or several targets: "笔记阅读量≥5万,点赞≥1万",
 * "直播观看量10万+、线下到店500人". Each target keeps its metric's name as written;
 * pieces without a readable number go to `unread`, in order, and are never
 * dropped. An empty mark (-, 无) gives neither.
 *
 * In a piece with several numbers the one with a comparator or change counts,
 * else the one the piece ends with, else the first with a unit; the other numbers
 * belong to the name ("30天复购率≥15%" is the metric 30天复购率).
 */
export const parseTargets: (text: string) => TargetsReading = rememberReadings(
  readTargets,
  MOST_REMEMBERED,
  LONGEST_REMEMBERED,
)

function readTargets(text: string): TargetsReading {
  if (isEmptyMark(text)) return { targets: [], unread: [] }
  if (text.length > MAX_LENGTH) return { targets: [], unread: [text.trim()] }
  const plain = plainWidth(text)
  const targets: Target[] = []
  const unread: string[] = []
  for (const piece of splitPieces(plain)) {
    const found = readPiece(text, plain, piece)
    if (found.length === 0) unread.push(text.slice(piece.start, piece.end).trim())
    else targets.push(...found)
  }
  return { targets, unread }
}

/** The same grammar for reached values: "22万", "2.1%", "观看25万,销售额45万". */
export function parseReached(text: string): ReachedReading {
  const { targets, unread } = parseTargets(text)
  return { values: targets, unread }
}

function readPiece(text: string, plain: string, piece: Piece): Target[] {
  const chosen = chooseSpans(plain, piece)
  if (chosen.length === 0 || chosen.some((span) => span.quantity === null)) return []
  const found: Target[] = []
  for (const [index, span] of chosen.entries()) {
    const from = index === 0 ? piece.start : (chosen[index - 1] as Span).end
    const to = index === chosen.length - 1 ? piece.end : span.end
    const prefix = takePerPrefix(plain.slice(from, span.start))
    const before = prefix === null ? text.slice(from, span.start) : prefix.rest
    const joined = before.replace(index === 0 ? BARE_JOINING : JOINING, '')
    const name = nameOf(joined) + nameOf(text.slice(span.end, to))
    const inherited = index > 0 && name === '' ? (found[index - 1] as Target).metric : null
    const quantity = { ...(span.quantity as Quantity), text: text.slice(span.start, span.end) }
    const isPer = prefix !== null && quantity.per === null
    found.push({
      metric: name === '' ? inherited : name,
      quantity: isPer ? { ...quantity, per: prefix.per, perBasis: prefix.perBasis } : quantity,
      text: text.slice(from, to).trim(),
    })
  }
  return found
}

function chooseSpans(plain: string, piece: Piece): Span[] {
  const { spans } = piece
  const bounding = spans.filter((span) => span.quantity === null || isBounding(span.quantity))
  if (bounding.length > 0) return bounding
  const last = spans.at(-1)
  if (last === undefined) return []
  const isLastAtEnd =
    plain
      .slice(last.end, piece.end)
      .replace(/\([^()]*\)/g, '')
      .trim() === ''
  const marked = spans.filter((span) => span.isMarked)
  if (isListBySpaces(plain, piece)) return [...spans]
  if (isLastAtEnd) return [last]
  return marked.slice(0, 1)
}

function isBounding(quantity: Quantity): boolean {
  return (quantity.comparator !== null && quantity.comparator !== 'range') || quantity.change !== null
}

/** "曝光500万 互动率5%": every number is marked, and a space ends it and begins the next name. */
function isListBySpaces(plain: string, piece: Piece): boolean {
  if (piece.spans.length < 2) return false
  return piece.spans.every((span, index) => {
    const from = piece.spans[index - 1]?.end ?? piece.start
    const between = plain.slice(from, span.start)
    return span.isMarked && /\p{L}/u.test(between) && (index === 0 || /^\s/.test(between))
  })
}

function nameOf(text: string): string {
  let name = text.trim()
  for (let previous = ''; previous !== name;) {
    previous = name
    name = name.replace(NAME_EDGE, '').trim()
  }
  return name
}
