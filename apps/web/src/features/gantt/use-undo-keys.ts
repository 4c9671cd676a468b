import { App } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { UndoStack, UndoTarget } from '../../ui/undo/undo-stack.ts'
import type { RecordStore } from '../record/store/record-store.ts'

function targetOf(store: RecordStore): UndoTarget {
  return {
    read: (rowId, field) => {
      const record = store.get(rowId)
      return record === undefined
        ? undefined
        : {
            value: (record.values[field] as string | number | boolean | null | undefined) ?? null,
            unread: record.unread[field] ?? null,
          }
    },
    commit: (changes) =>
      store.edit(
        changes.flatMap((change) => {
          const record = store.get(change.rowId)
          if (record === undefined) return []
          return [
            {
              id: change.rowId,
              values: { [change.field]: change.after },
              unread:
                change.unreadAfter === null && change.unreadBefore === null
                  ? {}
                  : { [change.field]: change.unreadAfter },
              baseVersion: record.version,
              isOverwriting: false,
            },
          ]
        }),
      ),
    removeRows: (ids) => void store.remove(ids),
    restoreRows: async (rows) => {
      await store.create(
        rows.map((row, index) => ({
          id: row.id,
          position: (store.snapshot().records.at(-1)?.position ?? 0) + index + 1,
          values: { ...row.values },
          unread: { ...row.unread },
        })),
      )
      return rows.map((row) => row.id)
    },
  }
}

/** Ctrl+Z and Ctrl+Shift+Z outside the grid, on the stack that the grid uses too. */
export function useUndoKeys(undo: UndoStack, store: RecordStore): void {
  const { message } = App.useApp()
  const { t } = useTranslation('record')
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return
      if (
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, [contenteditable]') !== null
      )
        return
      event.preventDefault()
      const isRedo = key === 'y' || event.shiftKey
      void (isRedo ? undo.redo(targetOf(store)) : undo.undo(targetOf(store))).then((outcome) => {
        if (outcome !== null && outcome.conflicts.length > 0)
          void message.warning(t('undoConflict', { count: outcome.conflicts.length }))
      })
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [undo, store, message, t])
}
