import type { Direction, UndoChange, UndoTarget } from '../../undo/undo-stack.ts'
import type { GridStore } from '../grid-store.ts'
import { fill } from '../labels.ts'

/** Undo and redo act on the rows as the page shows them now. */
function targetOf(store: GridStore): UndoTarget {
  return {
    read: (rowId, field) => {
      const row = store.row(rowId)
      return row === undefined
        ? undefined
        : { value: row.values[field] ?? null, unread: row.unread?.[field] ?? null }
    },
    commit: (changes, direction) => {
      for (const change of changes) store.kept.add(change.rowId)
      store.props.onCommit(
        changes.map((change) => ({
          rowId: change.rowId,
          field: change.field,
          value: change.after,
          previous: change.before,
          unread: change.unreadAfter,
          previousUnread: change.unreadBefore,
          version: store.row(change.rowId)?.version ?? 0,
        })),
        direction,
      )
    },
    removeRows: (rowIds) => store.props.onDeleteRows?.(rowIds),
    restoreRows: (rows) =>
      store.props.onInsertRows?.(
        rows.map((row) => ({
          groupId: row.groupId,
          afterRowId: row.afterRowId,
          beforeRowId: row.beforeRowId,
          values: row.values,
          unread: row.unread,
        })),
      ) ?? [],
  }
}

/** Show where something happened: an undo off screen would look like nothing. */
function selectChange(store: GridStore, change: UndoChange | undefined): void {
  const line = change === undefined ? undefined : store.lineOf(change.rowId)
  const column = store.layout.columns.findIndex((place) => place.column.field === change?.field)
  if (line === undefined || column < 0) return
  const at = { line, column }
  store.select({ active: at, anchor: at, head: at, others: [], tabColumn: null })
}

/**
 * Take back (or do again) the last step. Cells that somebody else has changed
 * since stay as they are; they are counted, and can be changed after all.
 */
export async function undoStep(store: GridStore, direction: Direction): Promise<void> {
  const { labels, undoStack } = store
  if (store.props.readOnly !== undefined) return
  const target = targetOf(store)
  const outcome = await undoStack[direction](target)
  if (outcome === null) {
    store.announce(direction === 'undo' ? labels.nothingToUndo : labels.nothingToRedo)
    return
  }
  selectChange(store, outcome.done[0] ?? outcome.conflicts[0])
  const said = fill(direction === 'undo' ? labels.undone : labels.redone, { label: outcome.step.label })
  if (outcome.conflicts.length === 0) {
    store.announce(said)
    return
  }
  store.announce(said + labels.joiner + fill(labels.undoConflict, { n: outcome.conflicts.length }), {
    isShown: true,
    action: { label: labels.undoForce, run: () => undoStack.force(outcome, direction, target) },
  })
}
