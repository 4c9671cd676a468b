import { displayText, type FormatContext } from './cell-format.ts'
import type { PlacedColumn } from './column-layout.ts'
import type { DisplayRow } from './display-rows.ts'
import { cellValue } from './filter-rows.ts'
import type { CellPosition } from './selection.ts'

/** More hits than this are not counted on. */
const MAX_HITS = 9999

const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase()

/** Cells whose shown text contains `needle` (full-width and case ignored), line by line. */
export function findCells(
  lines: readonly DisplayRow[],
  columns: readonly PlacedColumn[],
  needle: string,
  format: FormatContext,
): readonly CellPosition[] {
  const wanted = folded(needle.trim())
  if (wanted === '') return []
  const hits: CellPosition[] = []
  for (const [line, shown] of lines.entries()) {
    if (shown.kind !== 'row') continue
    for (const { column, index } of columns) {
      const text =
        shown.row.unread?.[column.field] ??
        column.face?.(cellValue(column, shown.row), shown.row)?.text ??
        displayText(column, cellValue(column, shown.row), format)
      if (!folded(text).includes(wanted)) continue
      hits.push({ line, column: index })
      if (hits.length >= MAX_HITS) return hits
    }
  }
  return hits
}
