import type { UndoChange, UndoRow, UndoStep } from '../../undo/undo-stack.ts'
import type { CellValue, CommitReason, GridChange, GridRow, NewGridRow } from '../grid-types.ts'
import type { GridStore } from '../grid-store.ts'
import type { AppendedRow, CellWrite } from '../model/paste-plan.ts'

const changeOf = ({ row, column, value, unread }: CellWrite): GridChange => ({
  rowId: row.id,
  field: column.field,
  value,
  previous: row.values[column.field] ?? null,
  unread,
  previousUnread: row.unread?.[column.field] ?? null,
  version: row.version,
})

const undoOf = (change: GridChange): UndoChange => ({
  rowId: change.rowId,
  field: change.field,
  before: change.previous,
  after: change.value,
  unreadBefore: change.previousUnread,
  unreadAfter: change.unread,
})

/** Writes that change nothing are dropped: they would be undo steps that do nothing. */
function realChanges(writes: readonly CellWrite[]): readonly GridChange[] {
  const byCell = new Map(writes.map((write) => [`${write.row.id}\n${write.column.field}`, write]))
  return [...byCell.values()]
    .map(changeOf)
    .filter((change) => change.value !== change.previous || change.unread !== change.previousUnread)
}

/**
 * Change cells and add rows as one step: remembered for undo, handed to the page.
 * @returns how many cells really changed
 */
export async function writeCells(
  store: GridStore,
  writes: readonly CellWrite[],
  reason: CommitReason,
  label: string,
  appended: readonly AppendedRow[] = [],
  groupId: string | null = null,
): Promise<number> {
  const changes = realChanges(writes)
  // What was copied may no longer be what is shown; a paste can be repeated.
  if (reason !== 'paste') store.copied = null
  for (const change of changes) store.kept.add(change.rowId)
  if (changes.length > 0) store.props.onCommit(changes, reason)
  const step: Omit<UndoStep, 'inserted'> = { label, changes: changes.map(undoOf), deleted: [] }
  if (appended.length === 0) {
    store.undoStack.push({ ...step, inserted: [] })
    return changes.length
  }
  const inserted = await insertRows(
    store,
    appended.map((row) => ({ ...row, groupId, afterRowId: null, beforeRowId: null })),
  )
  store.undoStack.push({ ...step, inserted })
  return (
    changes.length +
    appended.reduce((sum, row) => sum + Object.keys(row.values).length + Object.keys(row.unread).length, 0)
  )
}

/** Add rows through the page. @returns them as undo needs them; empty where rows cannot be added */
export async function insertRows(store: GridStore, rows: readonly NewGridRow[]): Promise<readonly UndoRow[]> {
  const insert = store.props.onInsertRows
  if (insert === undefined) return []
  const ids = await insert(rows)
  for (const id of ids) store.kept.add(id)
  return rows.flatMap((row, index): UndoRow[] => {
    const id = ids[index]
    return id === undefined
      ? []
      : [
          {
            id,
            groupId: row.groupId,
            afterRowId: row.afterRowId,
            beforeRowId: row.beforeRowId,
            values: row.values,
            unread: row.unread,
          },
        ]
  })
}

/** A row with all it holds, so that undo can bring it back where it stood. */
export function rememberedRow(row: GridRow, place: Pick<UndoRow, 'afterRowId' | 'beforeRowId'>): UndoRow {
  const values: Record<string, CellValue> = { ...row.values }
  return { id: row.id, groupId: row.groupId, ...place, values, unread: row.unread ?? {} }
}
