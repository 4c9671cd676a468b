import { scanQuantities } from './scan-quantities.ts'
import type { Span } from './scan-quantities.ts'

/** A piece of a cell with the quantities found in it outside brackets; positions are those of the cell. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly spans: readonly Span[]
}

const SEPARATORS = new Set([',', ';', '、', '\n', '\r', '。', '|', '/'])
const LIST_MARKER = /(?<=^|[\n;,。])[ \t]*(?:\d{1,2}[ \t]*[.、)]|\(\d{1,2}\))[ \t]*(?=[^\d\s])/g
/** A circled number begins a piece wherever it stands. */
const CIRCLED = /[①-⑳]/g
const BRACKETED = /\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|“[^“”]*”|"[^"]*"|《[^《》]*》/g

/**
 * Cuts a cell of several targets at its separators (，、；/ and line breaks), never
 * inside a number ("1,500"), a bracket or a quotation. The text must have passed
 * `plainWidth`. Empty pieces are left out.
 */
export function splitPieces(text: string): Piece[] {
  const unmarked = text.replace(LIST_MARKER, blank).replace(CIRCLED, '\n')
  const masked = unmarked.replace(BRACKETED, blank)
  const outside = scanQuantities(masked)
  // A cell that is one bracket has its quantities inside it.
  const spans = outside.length === 0 ? scanQuantities(unmarked) : outside
  const sums = sumSigns(masked, spans)
  const pieces: Piece[] = []
  let start = 0
  const close = (end: number): void => {
    if (unmarked.slice(start, end).trim() !== '') {
      const from = start + (unmarked.slice(start, end).length - unmarked.slice(start, end).trimStart().length)
      const inside = spans.filter((span) => span.start >= from && span.end <= end + 1)
      pieces.push({
        start: from,
        end,
        spans: inside.map((span) => (span.end > end ? withoutPlus(span) : span)),
      })
    }
    start = end + 1
  }
  for (let index = 0; index < masked.length; index++) {
    const isInNumber = spans.some((span) => span.start <= index && index < span.end && !sums.has(index))
    if (!isInNumber && (SEPARATORS.has(masked[index] as string) || sums.has(index))) close(index)
  }
  close(text.length)
  return pieces
}

/**
 * Positions of `+` that add the parts of a path ("抖音500万+朋友圈300万+KOL200万") and
 * do not mean "or more": a name stands before the first part and after every sign.
 */
function sumSigns(text: string, spans: readonly Span[]): Set<number> {
  const signs = new Set<number>()
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1]
    if (next === undefined || !span.endsInPlus) continue
    const between = text.slice(span.end, next.start)
    const previousEnd = spans[index - 1]?.end ?? 0
    const isNamed = /[\p{L}]/u.test(text.slice(previousEnd, span.start))
    if (isNamed && between.trim() !== '' && !/[,;、\n。|/]/.test(between)) signs.add(span.end - 1)
  }
  return signs
}

/** A part of a sum is as bare as the last one: its `+` does not mean "or more". */
function withoutPlus(span: Span): Span {
  const { quantity } = span
  if (quantity === null) return { ...span, end: span.end - 1 }
  return {
    ...span,
    end: span.end - 1,
    quantity: { ...quantity, comparator: null, text: quantity.text.slice(0, -1) },
  }
}

function blank(found: string): string {
  return ' '.repeat(found.length)
}
