import type { GridColumn, GridRow } from '../grid-types.ts'
import type { GridStore } from '../grid-store.ts'
import { allRanges, type CellRange } from '../model/selection.ts'

export interface SelectedCell {
  readonly row: GridRow
  readonly column: GridColumn
}

/** Data cells of a range, line by line; group lines and the line to add rows are stepped over. */
export function* cellsOf(store: GridStore, range: CellRange): Generator<SelectedCell> {
  for (let line = range.top; line <= range.bottom; line += 1) {
    const shown = store.lines[line]
    if (shown?.kind !== 'row') continue
    for (let index = range.left; index <= range.right; index += 1) {
      const column = store.placed(index)?.column
      if (column !== undefined) yield { row: shown.row, column }
    }
  }
}

/** Data cells of the whole selection, each once. */
export function* selectedCells(store: GridStore): Generator<SelectedCell> {
  if (store.selection === null) return
  const ranges = allRanges(store.selection)
  const seen = ranges.length > 1 ? new Set<string>() : null
  for (const range of ranges) {
    for (const cell of cellsOf(store, range)) {
      const key = `${cell.row.id}\n${cell.column.field}`
      if (seen?.has(key) === true) continue
      seen?.add(key)
      yield cell
    }
  }
}

/** Rows touched by the selection, in the order shown. */
export function selectedRows(store: GridStore): readonly GridRow[] {
  if (store.selection === null) return []
  const lines = new Set<number>()
  for (const range of allRanges(store.selection))
    for (let line = range.top; line <= range.bottom; line += 1) lines.add(line)
  return [...lines]
    .sort((a, b) => a - b)
    .flatMap((line) => {
      const shown = store.lines[line]
      return shown?.kind === 'row' ? [shown.row] : []
    })
}

/** The active cell when it holds data. */
export function activeCell(store: GridStore): SelectedCell | null {
  if (store.selection === null) return null
  const shown = store.lines[store.selection.active.line]
  const column = store.placed(store.selection.active.column)?.column
  return shown?.kind === 'row' && column !== undefined ? { row: shown.row, column } : null
}
