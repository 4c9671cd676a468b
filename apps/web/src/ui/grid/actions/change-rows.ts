import type { CellValue, GridColumn, GridRow, NewGridRow } from '../grid-types.ts'
import type { GridStore } from '../grid-store.ts'
import { fill } from '../labels.ts'
import { selectedRows } from './selected-cells.ts'
import { undoStep } from './undo-step.ts'
import { insertRows, rememberedRow } from './write-cells.ts'

/** Add an empty row above or below the active one and stand in it. */
export async function insertRow(store: GridStore, where: 'above' | 'below'): Promise<void> {
  const { selection, props } = store
  if (selection === null || props.onInsertRows === undefined || props.readOnly !== undefined) return
  const line = store.lines[selection.active.line]
  if (line === undefined) return
  const groupId = line.kind === 'group' ? (line.group.id === '' ? null : line.group.id) : line.groupId
  const siblings = props.rows.filter((row) => row.groupId === groupId)
  const at = line.kind === 'row' ? siblings.findIndex((row) => row.id === line.row.id) : siblings.length - 1
  const after = where === 'below' ? siblings[at] : undefined
  const before = where === 'above' ? siblings[at] : undefined
  const values: Record<string, CellValue> = {}
  const required = (column: GridColumn): boolean => column.required === true && column.kind === 'text'
  for (const column of props.columns) if (required(column)) values[column.field] = store.labels.untitled
  const row: NewGridRow = {
    groupId,
    afterRowId: after?.id ?? null,
    beforeRowId: before?.id ?? null,
    values,
    unread: {},
  }
  const inserted = await insertRows(store, [row])
  const id = inserted[0]?.id
  if (id === undefined) return
  store.undoStack.push({ label: fill(store.labels.stepInsert, { n: 1 }), changes: [], inserted, deleted: [] })
  const column = store.layout.columns.findIndex((place) => required(place.column))
  selectRow(store, id, Math.max(0, column))
  store.say(store.labels.added, { n: 1 })
}

/** Stand in a row now, or as soon as the page shows it. */
export function selectRow(store: GridStore, rowId: string, column: number): void {
  const line = store.lineOf(rowId)
  if (line === undefined) store.pendingRow = { id: rowId, column }
  else
    store.select({
      active: { line, column },
      anchor: { line, column },
      head: { line, column },
      others: [],
      tabColumn: null,
    })
}

/** Delete the rows touched by the selection; undo brings them back. */
export function deleteRows(store: GridStore): void {
  const { props } = store
  if (props.onDeleteRows === undefined || props.readOnly !== undefined) return
  const rows = selectedRows(store).filter((row) => row.readOnly === undefined)
  if (rows.length === 0) return
  const gone = new Set(rows.map((row) => row.id))
  store.undoStack.push({
    label: fill(store.labels.stepDelete, { n: rows.length }),
    changes: [],
    inserted: [],
    deleted: rows.map((row) => rememberedRow(row, placeAmong(props.rows, row, gone))),
  })
  props.onDeleteRows(rows.map((row) => row.id))
  store.announce(fill(store.labels.deleted, { n: rows.length }), {
    isShown: true,
    action: { label: store.labels.undo, run: () => void undoStep(store, 'undo') },
  })
}

/** Where a row stands among those of its group that stay: a deleted neighbour is no place to come back to. */
function placeAmong(
  rows: readonly GridRow[],
  row: GridRow,
  gone: ReadonlySet<string>,
): { readonly afterRowId: string | null; readonly beforeRowId: string | null } {
  const at = rows.indexOf(row)
  const stays = (other: GridRow): boolean => other.groupId === row.groupId && !gone.has(other.id)
  const after = rows.findLast((other, index) => index < at && stays(other))
  const before = rows.find((other, index) => index > at && stays(other))
  return { afterRowId: after?.id ?? null, beforeRowId: after === undefined ? (before?.id ?? null) : null }
}
