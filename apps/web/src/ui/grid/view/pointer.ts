import { beginEdit, commitEdit } from '../actions/edit-cell.ts'
import { fillFrom, fillTarget, fillToGroupEnd } from '../actions/fill-cells.ts'
import { toggleGroup } from '../actions/toggle-group.ts'
import type { GridStore } from '../grid-store.ts'
import { addRange, currentRange, extendTo, isSelected, selectCell } from '../model/selection.ts'
import type { GridSurface } from './grid-surface.ts'

/** Two presses within this time on one cell open its editor, on the fill handle fill down. */
const DOUBLE_PRESS_MS = 350
/** A finger that moved farther than this was scrolling. */
const TAP_SLOP_PX = 10

/**
 * Mouse and touch over the lines: choose, drag a range, drag the fill handle,
 * open the editor. Touch scrolls natively; a tap chooses, a second tap edits.
 * @returns stops listening
 */
export function listenToPointer(
  store: GridStore,
  surface: GridSurface,
  table: HTMLElement,
  scroller: HTMLElement,
  focus: () => void,
): () => void {
  let drag: { readonly kind: 'select' | 'rows' } | { readonly kind: 'fill'; copy: boolean } | null = null
  let lastPoint = { x: 0, y: 0 }
  let scrollTimer = 0
  let tap: { x: number; y: number } | null = null
  let handlePress = { time: Number.NEGATIVE_INFINITY, isLast: false }
  let lastTap = { time: 0, line: -1, column: -1 }

  const lastColumn = (): number => store.layout.columns.length - 1

  /** Press on a cell; false when the editor holds a text that cannot be read and so keeps the focus. */
  const press = (
    line: number,
    column: number,
    event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean },
  ): boolean => {
    if (store.editing !== null && !commitEdit(store, 'stay')) {
      focus()
      return false
    }
    const selection = store.selection
    if (column < 0) {
      if (store.lines[line]?.kind === 'group') toggleGroup(store, line)
      const anchor = event.shiftKey && selection !== null ? selection.anchor.line : line
      store.select({
        active: { line: anchor, column: 0 },
        anchor: { line: anchor, column: 0 },
        head: { line, column: lastColumn() },
        others: [],
        tabColumn: null,
      })
    } else if (event.shiftKey && selection !== null) store.select(extendTo(selection, { line, column }))
    else if ((event.ctrlKey || event.metaKey) && selection !== null)
      store.select(addRange(selection, { line, column }))
    else store.select(selectCell({ line, column }))
    return true
  }

  const follow = (): void => {
    const point = surface.hit(
      Math.min(lastPoint.x, scroller.getBoundingClientRect().right - 2),
      Math.min(lastPoint.y, scroller.getBoundingClientRect().bottom - 2),
    )
    const { selection } = store
    if (point === null || selection === null || drag === null) return
    if (drag.kind === 'fill') {
      store.fillPreview = fillTarget(currentRange(selection), point.line, Math.max(0, point.column))
      store.emit('selection')
    } else {
      const head = {
        line: point.line,
        column: drag.kind === 'rows' ? lastColumn() : Math.max(0, point.column),
      }
      if (head.line !== selection.head.line || head.column !== selection.head.column)
        store.select(extendTo(selection, head))
    }
  }

  /** Dragging past an edge goes on scrolling until the pointer comes back. */
  const autoScroll = (): void => {
    const box = scroller.getBoundingClientRect()
    const over = (value: number, low: number, high: number): number =>
      value < low ? value - low : value > high ? value - high : 0
    const dx = over(lastPoint.x, box.left + store.layout.frozenWidth, box.right - 16)
    const dy = over(lastPoint.y, box.top + store.lineHeight * 2, box.bottom - 16)
    if (dx !== 0 || dy !== 0) {
      scroller.scrollBy(Math.max(-40, Math.min(40, dx / 2)), Math.max(-40, Math.min(40, dy / 2)))
      follow()
    }
    scrollTimer = requestAnimationFrame(autoScroll)
  }

  const onDown = (event: PointerEvent): void => {
    const onHandle = event.target instanceof Element && event.target.classList.contains('yg-handle')
    if (event.pointerType === 'touch' && !onHandle) {
      tap = { x: event.clientX, y: event.clientY }
      return
    }
    const point = surface.hit(event.clientX, event.clientY)
    if (point === null) return
    event.preventDefault()
    if (event.button === 2) {
      focus()
      return
    }
    if (event.button !== 0) return
    // Not by dblclick: the handle is drawn anew after the first press, so the second hits another element.
    const isSecondOnHandle =
      onHandle && handlePress.isLast && event.timeStamp - handlePress.time < DOUBLE_PRESS_MS
    handlePress = { time: event.timeStamp, isLast: onHandle }
    if (isSecondOnHandle) {
      fillToGroupEnd(store, event.ctrlKey)
      focus()
      return
    }
    if (onHandle) {
      if (store.editing !== null && !commitEdit(store, 'stay')) return
      drag = { kind: 'fill', copy: event.ctrlKey }
    } else if (press(point.line, point.column, event)) drag = { kind: point.column < 0 ? 'rows' : 'select' }
    focus()
    lastPoint = { x: event.clientX, y: event.clientY }
    table.setPointerCapture(event.pointerId)
    scrollTimer = requestAnimationFrame(autoScroll)
  }

  const onMove = (event: PointerEvent): void => {
    if (drag === null) return
    lastPoint = { x: event.clientX, y: event.clientY }
    if (drag.kind === 'fill') drag.copy = event.ctrlKey
    follow()
  }

  const endDrag = (): void => {
    cancelAnimationFrame(scrollTimer)
    const ended = drag
    drag = null
    if (ended?.kind !== 'fill') return
    const target = store.fillPreview
    store.fillPreview = null
    if (target !== null && store.selection !== null)
      fillFrom(store, currentRange(store.selection), target, ended.copy)
    else store.emit('selection')
  }

  const onUp = (event: PointerEvent): void => {
    if (drag !== null || event.pointerType !== 'touch') {
      endDrag()
      return
    }
    const started = tap
    tap = null
    if (started === null || Math.hypot(event.clientX - started.x, event.clientY - started.y) > TAP_SLOP_PX)
      return
    const point = surface.hit(event.clientX, event.clientY)
    if (point === null) return
    const isSecond =
      event.timeStamp - lastTap.time < DOUBLE_PRESS_MS &&
      lastTap.line === point.line &&
      lastTap.column === point.column
    lastTap = { time: event.timeStamp, line: point.line, column: point.column }
    if (!press(point.line, point.column, event)) return
    // The keyboard of a phone opens on the second tap only.
    document.getElementById(`${inputIdOf(scroller)}`)?.setAttribute('inputmode', isSecond ? 'text' : 'none')
    focus()
    if (isSecond && point.column >= 0) beginEdit(store, 'modify')
  }

  const onDouble = (event: MouseEvent): void => {
    if (handlePress.isLast) return
    const point = surface.hit(event.clientX, event.clientY)
    if (point === null || point.column < 0) return
    if (store.lines[point.line]?.kind === 'group') toggleGroup(store, point.line)
    else beginEdit(store, 'modify')
    focus()
  }

  /** Right click, long press or the menu key of the mouse: the menu of the cell. */
  const onMenu = (event: MouseEvent): void => {
    const point = surface.hit(event.clientX, event.clientY)
    if (point === null) return
    event.preventDefault()
    tap = null
    if (store.editing !== null) return
    if (store.selection === null || !isSelected(store.selection, point.line, Math.max(0, point.column)))
      press(point.line, point.column, event)
    store.openPanel({ kind: 'cell', x: event.clientX, y: event.clientY })
  }

  const onCancel = (): void => {
    tap = null
    store.fillPreview = null
    drag = null
    cancelAnimationFrame(scrollTimer)
  }

  /** The mouse events that follow a touch must not take the focus away. */
  const keepFocus = (event: MouseEvent): void => {
    if (surface.hit(event.clientX, event.clientY) !== null) event.preventDefault()
  }

  table.addEventListener('mousedown', keepFocus)
  table.addEventListener('pointerdown', onDown)
  table.addEventListener('pointermove', onMove)
  table.addEventListener('pointerup', onUp)
  table.addEventListener('pointercancel', onCancel)
  table.addEventListener('dblclick', onDouble)
  table.addEventListener('contextmenu', onMenu)
  return () => {
    onCancel()
    table.removeEventListener('mousedown', keepFocus)
    table.removeEventListener('pointerdown', onDown)
    table.removeEventListener('pointermove', onMove)
    table.removeEventListener('pointerup', onUp)
    table.removeEventListener('pointercancel', onCancel)
    table.removeEventListener('dblclick', onDouble)
    table.removeEventListener('contextmenu', onMenu)
  }
}

const inputIdOf = (scroller: HTMLElement): string => scroller.querySelector('textarea.yg-input')?.id ?? ''
