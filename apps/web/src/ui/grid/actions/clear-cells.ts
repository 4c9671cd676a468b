import type { GridStore } from '../grid-store.ts'
import type { CellWrite } from '../model/paste-plan.ts'
import { fill } from '../labels.ts'
import { selectedCells } from './selected-cells.ts'
import { writeCells } from './write-cells.ts'

/** Empty the selected cells; cells that are read-only or must not be empty stay, and that is said. */
export function clearCells(store: GridStore, reason: 'clear' | 'cut'): void {
  const writes: CellWrite[] = []
  const skipped = new Map<string, number>()
  for (const { row, column } of selectedCells(store)) {
    const isEmpty = (row.values[column.field] ?? null) === null && row.unread?.[column.field] === undefined
    if (store.lockReason(column, row) !== null || (column.required === true && column.kind !== 'flag')) {
      if (!isEmpty) skipped.set(column.title, (skipped.get(column.title) ?? 0) + 1)
      continue
    }
    if (!isEmpty) writes.push({ row, column, value: column.kind === 'flag' ? false : null, unread: null })
  }
  const n = writes.length
  void writeCells(
    store,
    writes,
    reason,
    fill(reason === 'cut' ? store.labels.stepCut : store.labels.stepClear, { n }),
  )
  const left = [...skipped.values()].reduce((sum, count) => sum + count, 0)
  const said = fill(reason === 'cut' ? store.labels.cut : store.labels.cleared, { n })
  const kept =
    left === 0
      ? ''
      : store.labels.joiner +
        fill(store.labels.skippedLocked, { n: left, titles: [...skipped.keys()].join(store.labels.comma) })
  store.announce(said + kept, { isShown: left > 0 })
}
