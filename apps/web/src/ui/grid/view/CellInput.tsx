import {
  useEffect,
  useLayoutEffect,
  useRef,
  type ClipboardEvent,
  type CompositionEvent,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { clipboardTable, copyBlock, cutBlock, pasteTable } from '../actions/copy-paste.ts'
import { beginEdit, cancelEdit, changeText, commitEdit } from '../actions/edit-cell.ts'
import { runCommand } from '../actions/run-command.ts'
import { keyCommand } from '../model/key-command.ts'
import { editKey } from './edit-key.ts'
import { useGrid, useTopics } from './grid-context.ts'
import { openMenuAtCell } from './open-menu.ts'

interface CellInputProps {
  readonly input: RefObject<HTMLTextAreaElement | null>
  readonly scroller: RefObject<HTMLDivElement | null>
}

/**
 * The text field that always lies, unseen, over the active cell and has the
 * focus. Because it is a real field that is already focused, an input method
 * begins its composition there: the first letter of pinyin is not lost and the
 * candidate window opens at the cell. Editing only makes it visible.
 */
export function CellInput({ input, scroller }: CellInputProps): ReactNode {
  const { store, id, surface, focus } = useGrid()
  useTopics(store, 'selection', 'editing', 'layout')
  const composing = useRef(false)
  // Tab moves between cells; after Esc it leaves the grid, so that the keyboard is never caught in it.
  const leaving = useRef(false)
  const { editing, selection } = store
  const active = selection?.active ?? null

  const place = (): void => {
    const field = input.current
    if (field === null || active === null) return
    const box = surface()?.boxOf(active.line, active.column)
    if (box === null || box === undefined) return
    field.style.transform = `translate(${box.left}px, ${box.top}px)`
    field.style.minWidth = `${box.width}px`
    field.style.width = `${box.width}px`
    field.style.height = `${box.height}px`
    if (store.editing !== null) grow(field, box.width, box.height)
    const cellId = surface()?.elementIdAt(active.line, active.column) ?? null
    if (cellId === null) field.removeAttribute('aria-activedescendant')
    else field.setAttribute('aria-activedescendant', cellId)
  }

  useLayoutEffect(() => {
    const field = input.current
    if (field === null) return
    // A composition owns the text of the field: writing to it would end it.
    if (!composing.current && field.value !== (store.editing?.text ?? ''))
      field.value = store.editing?.text ?? ''
    place()
  })

  useEffect(() => {
    const frame = scroller.current
    const onScroll = (): void => {
      const isFrozen =
        store.selection !== null && store.placed(store.selection.active.column)?.frozen === true
      if (isFrozen) place()
      if (store.editing !== null) store.emit('editing')
    }
    frame?.addEventListener('scroll', onScroll, { passive: true })
    return () => frame?.removeEventListener('scroll', onScroll)
  })

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (store.editing !== null) {
      if (editKey(store, event.nativeEvent, event.currentTarget)) event.preventDefault()
      return
    }
    const command = keyCommand({
      key: event.key,
      code: event.code,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      alt: event.altKey,
    })
    if (command === null) return
    if (command.do === 'tab' && leaving.current) return
    leaving.current = command.do === 'escape'
    if (leaving.current) store.announce(store.labels.leaveHint)
    event.preventDefault()
    const left = runCommand(store, command)
    if (left !== null) openMenuAtCell(store, surface(), left, event.currentTarget)
    // An edit that began by key shows its caret behind the text.
    event.currentTarget.setSelectionRange(event.currentTarget.value.length, event.currentTarget.value.length)
  }

  const onInput = (field: HTMLTextAreaElement): void => {
    if (store.editing !== null) changeText(store, field.value)
    else if (!beginEdit(store, 'replace', field.value) && !composing.current) field.value = ''
    place()
  }

  const onCompositionStart = (): void => {
    composing.current = true
    if (store.editing === null) beginEdit(store, 'replace', '')
  }

  const onCompositionEnd = (event: CompositionEvent<HTMLTextAreaElement>): void => {
    composing.current = false
    if (store.editing === null) event.currentTarget.value = ''
    else changeText(store, event.currentTarget.value)
  }

  const onClipboard = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    if (store.editing !== null) return
    event.preventDefault()
    if (event.type === 'paste') {
      pasteTable(
        store,
        clipboardTable(event.clipboardData.getData('text/html'), event.clipboardData.getData('text/plain')),
      )
      return
    }
    const block = event.type === 'cut' ? cutBlock(store) : copyBlock(store)
    if (block === null) return
    event.clipboardData.setData('text/plain', block.text)
    event.clipboardData.setData('text/html', block.html)
  }

  const onBlur = (event: FocusEvent<HTMLTextAreaElement>): void => {
    const next = event.relatedTarget
    const stays = next instanceof Element && next.closest('.yg') === event.currentTarget.closest('.yg')
    if (store.editing === null || stays) return
    // Leaving the page keeps the work: what can be read is taken, what cannot stays open with its reason.
    if (!commitEdit(store, 'stay') && store.editing?.text === '') cancelEdit(store)
  }

  const column = active === null ? undefined : store.placed(active.column)?.column
  return (
    <textarea
      ref={input}
      id={`${id}-input`}
      className={`yg-input${editing === null ? '' : ' yg-editing'}${editing?.error == null ? '' : ' yg-invalid'}`}
      aria-label={
        editing === null ? store.labels.cellInput : `${store.labels.editing} ${column?.title ?? ''}`
      }
      aria-controls={`${id}-grid`}
      aria-invalid={editing?.error == null ? undefined : true}
      aria-describedby={editing?.error == null ? undefined : `${id}-error`}
      data-align={column === undefined ? undefined : column.kind}
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="off"
      spellCheck={false}
      rows={1}
      wrap="soft"
      onKeyDown={onKeyDown}
      onInput={(event) => onInput(event.currentTarget)}
      onCompositionStart={onCompositionStart}
      onCompositionEnd={onCompositionEnd}
      onCopy={onClipboard}
      onCut={onClipboard}
      onPaste={onClipboard}
      onBlur={onBlur}
      onFocus={() => store.emit('selection')}
      onClick={focus}
    />
  )
}

/** As wide and as high as the text needs, within reason; long text wraps. */
function grow(field: HTMLTextAreaElement, width: number, height: number): void {
  field.style.height = `${height}px`
  if (field.scrollHeight <= height + 2) return
  field.style.width = `${Math.max(width, 260)}px`
  field.style.height = `${Math.min(220, Math.max(height, field.scrollHeight + 2))}px`
}
