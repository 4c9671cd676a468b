import type { GridStore } from '../grid-store.ts'
import { fill } from '../labels.ts'
import type { KeyCommand } from '../model/key-command.ts'
import { moved, tabbed } from '../model/navigation.ts'
import {
  currentRange,
  extendTo,
  isSingleCell,
  nextInRange,
  selectCell,
  type CellPosition,
} from '../model/selection.ts'
import { deleteRows, insertRow } from './change-rows.ts'
import { clearCells } from './clear-cells.ts'
import { beginEdit, terrainOf, toggleFlag } from './edit-cell.ts'
import { fillDown, fillRight } from './fill-cells.ts'
import { activeCell } from './selected-cells.ts'
import { toggleGroup } from './toggle-group.ts'
import { undoStep } from './undo-step.ts'
import { writeCells } from './write-cells.ts'

/** What the view does itself: pop-ups need a place on the screen. */
export type ViewCommand = 'menu' | 'columnMenu'

const at = (
  position: CellPosition,
  top: number,
  bottom: number,
  left: number,
  right: number,
): Parameters<GridStore['select']>[0] => ({
  active: position,
  anchor: { line: top, column: left },
  head: { line: bottom, column: right },
  others: [],
  tabColumn: null,
})

/** Tab or Enter: inside a range the active cell walks it, else the selection moves. */
function walk(store: GridStore, command: 'tab' | 'enter', step: 1 | -1): void {
  const { selection } = store
  if (selection === null) return
  const range = currentRange(selection)
  if (!isSingleCell(range)) {
    store.select({ ...selection, active: nextInRange(range, selection.active, command === 'tab', step) })
    return
  }
  const terrain = terrainOf(store)
  if (command === 'tab') {
    const tabColumn = selection.tabColumn ?? selection.active.column
    store.select({ ...selectCell(tabbed(selection.active, step, terrain)), tabColumn })
    return
  }
  const line = store.lines[selection.active.line]
  if (line?.kind === 'group') toggleGroup(store, selection.active.line)
  else if (selection.tabColumn !== null) {
    store.select(
      selectCell(
        moved(
          { line: selection.active.line, column: selection.tabColumn },
          step === 1 ? 'down' : 'up',
          terrain,
        ),
      ),
    )
  } else if (step === -1) store.select(selectCell(moved(selection.active, 'up', terrain)))
  else if (!beginEdit(store, 'modify')) store.select(selectCell(moved(selection.active, 'down', terrain)))
}

/** Arrows on a group line open and close it, as in a tree. */
function treeArrow(store: GridStore, direction: 'left' | 'right'): boolean {
  const { selection } = store
  const line = selection === null ? undefined : store.lines[selection.active.line]
  if (selection === null || line?.kind !== 'group' || selection.active.column !== 0) return false
  if (line.collapsed !== (direction === 'right')) return false
  toggleGroup(store, selection.active.line)
  return true
}

/** Today's date, or the value of the cell above, into the active cell. */
function putInto(store: GridStore, what: 'today' | 'copyAbove'): void {
  const cell = activeCell(store)
  if (cell === null || store.selection === null || store.lockReason(cell.column, cell.row) !== null) return
  const { column, row } = cell
  const label = fill(store.labels.stepEdit, { column: column.title })
  if (what === 'copyAbove') {
    const above = store.lines[store.selection.active.line - 1]
    if (above?.kind === 'row')
      void writeCells(
        store,
        [{ row, column, value: above.row.values[column.field] ?? null, unread: null }],
        'edit',
        label,
      )
  } else if (column.kind === 'date')
    void writeCells(store, [{ row, column, value: store.props.today, unread: null }], 'edit', label)
}

/** Do what a key stands for. @returns a command that is left to the view, else null */
export function runCommand(store: GridStore, command: KeyCommand): ViewCommand | null {
  const { selection } = store
  if (selection === null) return null
  const lastLine = store.lines.length - 1
  const lastColumn = store.layout.columns.length - 1
  switch (command.do) {
    case 'move': {
      if (
        !command.extend &&
        (command.move === 'left' || command.move === 'right') &&
        treeArrow(store, command.move)
      )
        return null
      const target = moved(command.extend ? selection.head : selection.active, command.move, terrainOf(store))
      store.select(command.extend ? extendTo(selection, target) : selectCell(target))
      return null
    }
    case 'tab':
    case 'enter':
      walk(store, command.do, command.step)
      return null
    case 'edit':
    case 'openPicker':
      beginEdit(store, 'modify')
      return null
    case 'escape':
      store.copied = null
      store.select(selectCell(selection.active))
      return null
    case 'selectAll':
      store.select(at(selection.active, 0, lastLine, 0, lastColumn))
      return null
    case 'selectRow': {
      const { top, bottom } = currentRange(selection)
      store.select(at(selection.active, top, bottom, 0, lastColumn))
      return null
    }
    case 'selectColumn': {
      const { left, right } = currentRange(selection)
      store.select(at(selection.active, 0, lastLine, left, right))
      return null
    }
    case 'clear':
      clearCells(store, 'clear')
      return null
    case 'fillDown':
      fillDown(store)
      return null
    case 'fillRight':
      fillRight(store)
      return null
    case 'undo':
    case 'redo':
      void undoStep(store, command.do)
      return null
    case 'today':
    case 'copyAbove':
      putInto(store, command.do)
      return null
    case 'toggle': {
      const cell = activeCell(store)
      if (cell === null) toggleGroup(store, selection.active.line)
      else if (cell.column.kind === 'flag' && store.lockReason(cell.column, cell.row) === null)
        toggleFlag(store, cell.row, cell.column)
      else if (cell.row.marks?.[cell.column.field] !== undefined)
        store.props.onMarkOpen?.(cell.row.id, cell.column.field)
      return null
    }
    case 'insertRow':
      void insertRow(store, 'below')
      return null
    case 'deleteRows':
      deleteRows(store)
      return null
    case 'find':
      store.openPanel({ kind: 'find' })
      return null
    case 'menu':
    case 'columnMenu':
      return command.do
  }
}
