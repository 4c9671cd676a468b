import { cellErrorText } from '../cell-error-text.ts'
import type { CellValue, GridColumn, GridRow } from '../grid-types.ts'
import type { EditState, GridStore } from '../grid-store.ts'
import { editText } from '../model/cell-format.ts'
import { moved, tabbed, type Terrain } from '../model/navigation.ts'
import { selectCell } from '../model/selection.ts'
import { fill } from '../labels.ts'
import { parseCell } from '../parse-cell.ts'
import { firstHighlight, pickerOptions } from './picker-options.ts'
import { readContext } from './read-context.ts'
import { selectedCells } from './selected-cells.ts'
import { insertRows, writeCells } from './write-cells.ts'

/** Where to go after an edit was accepted. */
export type AfterEdit = 'stay' | 'down' | 'up' | 'next' | 'previous'

/** A column in which an edit in the line for new rows starts a row. */
function appendColumn(store: GridStore): GridColumn | undefined {
  return store.props.columns.find((column) => column.required === true && column.kind === 'text')
}

/**
 * Start editing the active cell. `replace` begins with what was just typed,
 * `modify` with the value. A cell that may not be changed says why instead.
 * @returns false when the cell cannot be edited
 */
export function beginEdit(store: GridStore, mode: EditState['mode'], typed = ''): boolean {
  const { selection } = store
  if (selection === null || store.editing !== null) return false
  const line = store.lines[selection.active.line]
  const column = store.placed(selection.active.column)?.column
  if (line === undefined || column === undefined || line.kind === 'group') return false
  const row = line.kind === 'row' ? line.row : null
  const reason = store.lockReason(column, row)
  if (reason !== null) {
    store.say(store.labels.lockedCell, { reason }, true)
    return false
  }
  if (column.kind === 'flag' && row !== null) {
    toggleFlag(store, row, column)
    return false
  }
  const text =
    mode === 'replace'
      ? typed
      : row === null
        ? ''
        : (row.unread?.[column.field] ?? editText(column, row.values[column.field] ?? null))
  const state: EditState = {
    row,
    column,
    at: selection.active,
    text,
    mode,
    error: null,
    highlight: -1,
    isTouched: mode === 'replace',
  }
  store.edit({
    ...state,
    highlight: firstHighlight(state, mode === 'modify' ? (row?.values[column.field] ?? null) : null),
  })
  return true
}

export function changeText(store: GridStore, text: string): void {
  if (store.editing === null) return
  const next: EditState = { ...store.editing, text, error: null, isTouched: true }
  store.edit({ ...next, highlight: firstHighlight(next, null) })
}

/** Move the highlight of the list; past its ends is the text as typed. */
export function moveHighlight(store: GridStore, step: 1 | -1): void {
  if (store.editing === null) return
  const count = pickerOptions(store.editing, store.labels).length
  if (count === 0) return
  const { highlight } = store.editing
  const next = highlight + step
  store.edit({ ...store.editing, highlight: next < 0 ? count - 1 : next >= count ? 0 : next })
}

export function cancelEdit(store: GridStore): void {
  if (store.editing !== null) store.edit(null)
}

/**
 * Accept what stands in the editor. What cannot be read stays there with the
 * reason beside it. @returns whether it was accepted
 */
export function commitEdit(store: GridStore, after: AfterEdit): boolean {
  const { editing } = store
  if (editing === null) return true
  const { column, row, text } = editing
  const option = pickerOptions(editing, store.labels)[editing.highlight]
  if (option !== undefined) {
    commitValue(store, option.value, after)
    return true
  }
  const unread = row?.unread?.[column.field]
  // An unread text that nobody touched stays what it is.
  if (row !== null && unread !== undefined && unread === text) {
    cancelEdit(store)
    moveAfter(store, after)
    return true
  }
  const reading = parseCell(column, text, readContext(store, row, column.field))
  if (!reading.ok) {
    // Leaving an untouched line for new rows adds nothing.
    if (row === null && text.trim() === '') {
      cancelEdit(store)
      moveAfter(store, after)
      return true
    }
    store.edit({ ...editing, error: reading.code })
    store.announce(cellErrorText(store.labels, column, reading.code))
    return false
  }
  commitValue(store, reading.value, after)
  return true
}

/** Accept a value chosen in a picker. */
export function commitValue(store: GridStore, value: CellValue, after: AfterEdit): void {
  const { editing } = store
  if (editing === null) return
  const { row: editedRow, column } = editing
  store.edit(null)
  if (editedRow === null) {
    if (value !== null) void appendRow(store, column, value)
  } else {
    // The row may have changed under the editor; what the person saw stays `previous`.
    void writeCells(
      store,
      [{ row: editedRow, column, value, unread: null }],
      'edit',
      fill(store.labels.stepEdit, { column: column.title }),
    )
  }
  moveAfter(store, after)
}

async function appendRow(store: GridStore, column: GridColumn, value: CellValue): Promise<void> {
  const line = store.lines.at(-1)
  const name = appendColumn(store)
  const values: Record<string, CellValue> = { [column.field]: value }
  if (name !== undefined && values[name.field] === undefined) values[name.field] = store.labels.untitled
  const label = fill(store.labels.stepInsert, { n: 1 })
  const inserted = await insertRows(store, [
    {
      groupId: line?.kind === 'append' ? line.groupId : null,
      afterRowId: null,
      beforeRowId: null,
      values,
      unread: {},
    },
  ])
  store.undoStack.push({ label, changes: [], inserted, deleted: [] })
  store.say(store.labels.added, { n: inserted.length })
}

export function toggleFlag(store: GridStore, row: GridRow, column: GridColumn): void {
  const value = row.values[column.field] !== true
  void writeCells(
    store,
    [{ row, column, value, unread: null }],
    'edit',
    fill(store.labels.stepEdit, { column: column.title }),
  )
  store.announce(`${column.title} ${value ? store.labels.yes : store.labels.no}`)
}

/** Ctrl+Enter: what stands in the editor into every selected cell of the same kind. */
export function commitToSelection(store: GridStore): void {
  const { editing } = store
  if (editing === null) return
  const { column } = editing
  const option = pickerOptions(editing, store.labels)[editing.highlight]
  const reading =
    option === undefined
      ? parseCell(column, editing.text, readContext(store, editing.row, column.field))
      : { ok: true as const, value: option.value }
  if (!reading.ok) {
    store.edit({ ...editing, error: reading.code })
    return
  }
  store.edit(null)
  const writes = [...selectedCells(store)]
    .filter((cell) => cell.column.kind === column.kind && store.lockReason(cell.column, cell.row) === null)
    .map((cell) => ({ ...cell, value: reading.value, unread: null }))
  void writeCells(store, writes, 'fill', fill(store.labels.stepFill, { n: writes.length }))
  store.say(store.labels.filled, { n: writes.length })
}

/** What moving needs to know of the grid as it stands. */
export function terrainOf(store: GridStore): Terrain {
  return {
    lines: store.lines.length,
    columns: store.layout.columns.length,
    page: store.pageLines,
    isFilled: (line, index) => {
      const shown = store.lines[line]
      const column = store.placed(index)?.column
      if (shown === undefined || column === undefined || shown.kind === 'group') return null
      if (shown.kind === 'append') return false
      const value = column.derive === undefined ? shown.row.values[column.field] : column.derive(shown.row)
      return (
        (value !== null && value !== undefined && value !== '') ||
        shown.row.unread?.[column.field] !== undefined
      )
    },
  }
}

function moveAfter(store: GridStore, after: AfterEdit): void {
  const { selection } = store
  if (selection === null || after === 'stay') return
  const terrain = terrainOf(store)
  if (after === 'next' || after === 'previous') {
    const tabColumn = selection.tabColumn ?? selection.active.column
    store.select({ ...selectCell(tabbed(selection.active, after === 'next' ? 1 : -1, terrain)), tabColumn })
    return
  }
  const from = { line: selection.active.line, column: selection.tabColumn ?? selection.active.column }
  store.select(selectCell(moved(from, after, terrain)))
}
