import type { TableBlock } from '@yingce/domain/review/report-document'
import { columnShares, PADDING_UNITS, textUnits } from './column-shares.ts'

/** About a third of a page, which may stay empty for it. */
const MOST_LINES = 16

/**
 * Whether a table is short enough to be kept on one page: whoever reads two rows on one page and the third on the
 * next has to turn back for the titles. A longer one may part anywhere between its rows.
 *
 * @param capacity how many Latin characters of the table's size the whole width holds
 */
export function staysWhole(block: Pick<TableBlock, 'columns' | 'rows'>, capacity: number): boolean {
  const shares = columnShares(block, capacity)
  let lines = 0
  for (const { kind, cells } of block.rows) {
    lines +=
      kind === 'group'
        ? 1
        : Math.max(
            1,
            ...shares.map((share, index) => linesOf(cells[index]?.text ?? '', share - PADDING_UNITS)),
          )
    if (lines > MOST_LINES) return false
  }
  return true
}

function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(textUnits(line) / Math.max(1, width))), 0)
}
