import { isEmptyMark, plainWidth } from './plain-width.ts'
import { takePerPrefix } from './per-prefix.ts'
import type { Quantity } from './quantity.ts'
import { scanQuantities } from './scan-quantities.ts'

/** A cell longer than this is prose, not a quantity. */
const MAX_LENGTH = 200

/** A counting word that is in no list: one or two Chinese characters, or an English word. */
const UNLISTED_UNIT =
  /^(?<unit>(?:(?![年月日号点时以至到余多十百千万亿])\p{Script=Han}){1,2}|(?!(?:st|nd|rd|th)$)[a-z]{2,12})$/iu

/**
 * The whole text as one quantity, or null: an unreadable quantity is kept as
 * text by the caller and never guessed. For cells that name a metric or hold
 * several quantities use `parseTargets`.
 *
 * Reads full-width signs, 万/亿/w/k, ranges, `10万+`, `≥1:4`, `日均1.5万`, `每场≥200`,
 * `从30%提升至50%`, 不低于 … and their English equivalents; the forms and what each
 * becomes are listed in docs/domain/quantity.md.
 */
export function parseQuantity(text: string): Quantity | null {
  const written = text.trim()
  if (written.length > MAX_LENGTH || isEmptyMark(written)) return null
  const plain = withoutBrackets(plainWidth(written))
  const spans = scanQuantities(plain)
  const [span] = spans
  if (spans.length !== 1 || span === undefined || span.quantity === null) return null
  const before = plain.slice(0, span.start)
  const after = plain.slice(span.end).trim()
  const unlisted = after === '' ? null : unlistedUnit(after, span.quantity)
  if (after !== '' && unlisted === null) return null
  const quantity = { ...span.quantity, unit: span.quantity.unit ?? unlisted, text: written }
  if (before.trim() === '') return quantity
  const prefix = takePerPrefix(before)
  if (prefix === null || prefix.rest.trim() !== '' || quantity.per !== null) return null
  return { ...quantity, per: prefix.per, perBasis: prefix.perBasis }
}

/** "(≥5%)" is the quantity in brackets, "≥5%(核心)" one with a remark; a bracket with digits may change it and stays. */
function withoutBrackets(plain: string): string {
  return plain.replace(/^\(([^()]*)\)$/, '$1').replace(/\([^()\d]*\)$/, '')
}

function unlistedUnit(after: string, quantity: Quantity): string | null {
  if (quantity.unit !== null || /[+以]$/.test(quantity.text)) return null
  return UNLISTED_UNIT.exec(after)?.groups?.['unit'] ?? null
}
