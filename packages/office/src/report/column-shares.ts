import type { TableBlock } from '@yingce/domain/review/report-document'

/** Widths are judged between these numbers of Latin characters, so one long text cannot starve the others. */
const MIN_UNITS = 5
const MAX_UNITS = 34
/** Digits are wider than half a Chinese character, and wider still in a bold total. */
const LATIN_UNITS = 1.25
const CAPITAL_UNITS = 1.5
/** What the padding of a cell takes. */
export const PADDING_UNITS = 3
/** Longer words may be broken. */
const MAX_WORD_UNITS = 30

/**
 * Widths of the columns in relation to each other: as weighted, else by their longest text; but none
 * narrower than its longest number or word, which would run over the next column.
 *
 * @param capacity how many Latin characters of the table's size the whole width holds
 */
export function columnShares(block: Pick<TableBlock, 'columns' | 'rows'>, capacity: number): number[] {
  const wanted = block.columns.map((column, index) => column.weight ?? fittedUnits(block, index))
  const all = sum(wanted)
  const least = block.columns.map((_, index) => Math.min(MAX_WORD_UNITS, longestWord(block, index)) + 2)
  const shares = wanted.map((one) => (one / all) * capacity)
  // Some take what they need at least; the others share the rest as they were meant to.
  const held = new Set<number>()
  for (;;) {
    const free = capacity - sum(least.filter((_, index) => held.has(index)))
    const meant = sum(shares.filter((_, index) => !held.has(index)))
    const scale = meant === 0 ? 0 : free / meant
    const short = shares.findIndex((share, index) => !held.has(index) && share * scale < (least[index] ?? 0))
    if (short === -1 || free <= 0)
      return shares.map((share, index) =>
        held.has(index) ? (least[index] ?? 1) : Math.max(1, share * scale),
      )
    held.add(short)
  }
}

function textsOf(block: Pick<TableBlock, 'columns' | 'rows'>, index: number): string[] {
  return [
    block.columns[index]?.title ?? '',
    ...block.rows.filter((row) => row.kind !== 'group').map((row) => row.cells[index]?.text ?? ''),
  ]
}

/** Width of a column by its longest text, in Latin characters and within limits. */
export function fittedUnits(block: Pick<TableBlock, 'columns' | 'rows'>, index: number): number {
  const units = textsOf(block, index).map((text) => Math.max(...text.split('\n').map(textUnits)))
  return units.reduce((most, one) => Math.max(most, Math.min(MAX_UNITS, one)), MIN_UNITS) + PADDING_UNITS
}

/** Chinese breaks anywhere, so only what stands between spaces and Chinese characters counts. */
function longestWord(block: Pick<TableBlock, 'columns' | 'rows'>, index: number): number {
  const words = textsOf(block, index).flatMap((text) => text.split(/[\s\u2e80-\uffff]+/))
  return words.reduce((most, word) => Math.max(most, textUnits(word)), 0)
}

/** Width of a line in Latin characters; a Chinese character takes 2. */
export function textUnits(line: string): number {
  let units = 0
  for (const one of line) units += one > '\u2e7f' ? 2 : one >= 'A' && one <= 'Z' ? CAPITAL_UNITS : LATIN_UNITS
  return units
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
