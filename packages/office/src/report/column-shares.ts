import type { TableBlock } from '@yingce/domain/review/report-document'

/** Widths are judged between these numbers of Latin characters, so one long text cannot starve the others. */
const MIN_UNITS = 5
const MAX_UNITS = 34
/** Digits are wider than half a Chinese character, and wider still in a bold total. */
const LATIN_UNITS = 1.25
const PADDING_UNITS = 3

/** Widths of the columns in relation to each other: as weighted, else by their longest text. */
export function columnShares(block: Pick<TableBlock, 'columns' | 'rows'>): number[] {
  return block.columns.map((column, index) => column.weight ?? fittedUnits(block, index))
}

function fittedUnits(block: Pick<TableBlock, 'columns' | 'rows'>, index: number): number {
  const texts = [
    block.columns[index]?.title ?? '',
    ...block.rows.filter((row) => row.kind !== 'group').map((row) => row.cells[index]?.text ?? ''),
  ]
  const units = texts.map((text) => Math.max(...text.split('\n').map(textUnits)))
  return units.reduce((most, one) => Math.max(most, Math.min(MAX_UNITS, one)), MIN_UNITS) + PADDING_UNITS
}

/** Width of a line in Latin characters; a Chinese character takes 2. */
export function textUnits(line: string): number {
  let units = 0
  for (const one of line) units += one > '\u2e7f' ? 2 : LATIN_UNITS
  return units
}
