import { movedByDays } from '../model/fill-series.ts'
import { cancelEdit, changeText, commitEdit, commitToSelection, moveHighlight } from '../actions/edit-cell.ts'
import { pickerOptions } from '../actions/picker-options.ts'
import { readContext } from '../actions/read-context.ts'
import type { GridStore } from '../grid-store.ts'
import { parseCell } from '../parse-cell.ts'

/** The date in the editor (today when there is none yet) moved by days. */
function moveDay(store: GridStore, days: number): void {
  const { editing } = store
  if (editing === null) return
  const reading = parseCell(
    editing.column,
    editing.text,
    readContext(store, editing.row, editing.column.field),
  )
  const date = reading.ok && typeof reading.value === 'string' ? reading.value : null
  const next = date === null ? store.props.today : movedByDays(date, days)
  changeText(store, next.replace('T', ' '))
}

/**
 * A key while a cell is edited. Enter, Tab and Esc end the edit; arrows leave
 * the cell only when the edit began by typing; everything else is typing.
 * @returns whether the key was used
 */
export function editKey(
  store: GridStore,
  event: globalThis.KeyboardEvent,
  field: HTMLTextAreaElement,
): boolean {
  const { editing } = store
  if (editing === null) return false
  const { key, shiftKey, altKey } = event
  const ctrl = event.ctrlKey || event.metaKey
  const isDate = editing.column.kind === 'date' || editing.column.kind === 'dateTime'
  switch (key) {
    case 'Escape':
      cancelEdit(store)
      return true
    case 'Enter':
      if (altKey) {
        if (editing.column.kind !== 'longText' && editing.column.kind !== 'targets') return true
        field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end')
        changeText(store, field.value)
      } else if (ctrl) commitToSelection(store)
      else commitEdit(store, shiftKey ? 'up' : 'down')
      return true
    case 'Tab':
      commitEdit(store, shiftKey ? 'previous' : 'next')
      return true
    case 'F2':
      store.edit({ ...editing, mode: editing.mode === 'replace' ? 'modify' : 'replace' })
      return true
    case 'ArrowUp':
    case 'ArrowDown': {
      const step = key === 'ArrowDown' ? 1 : -1
      if (isDate && altKey) moveDay(store, step)
      else if (pickerOptions(editing, store.labels).length > 0) moveHighlight(store, step)
      else if (editing.mode === 'replace') commitEdit(store, step === 1 ? 'down' : 'up')
      else return false
      return true
    }
    case 'ArrowLeft':
    case 'ArrowRight':
      if (editing.mode !== 'replace' || shiftKey || ctrl || altKey) return false
      commitEdit(store, key === 'ArrowRight' ? 'next' : 'previous')
      return true
    case 'PageUp':
    case 'PageDown':
      if (!isDate) return false
      moveDay(store, key === 'PageDown' ? 7 : -7)
      return true
    default:
      return false
  }
}
