import type { ViewCommand } from '../actions/run-command.ts'
import type { GridStore } from '../grid-store.ts'
import type { GridSurface } from './grid-surface.ts'

/** Open a menu by key, at the active cell. */
export function openMenuAtCell(
  store: GridStore,
  surface: GridSurface | null,
  command: ViewCommand,
  input: HTMLElement,
): void {
  const active = store.selection?.active
  if (active === undefined) return
  surface?.reveal(active.line, active.column)
  const box = input.getBoundingClientRect()
  const field = store.placed(active.column)?.column.field
  if (command === 'menu') store.openPanel({ kind: 'cell', x: box.left + 8, y: box.bottom })
  else if (field !== undefined) store.openPanel({ kind: 'column', field, x: box.left, y: box.bottom })
}
