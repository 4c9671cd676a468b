import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type PointerEvent as ReactPointerEvent,
  type RefObject,
} from 'react'
import { barGeometry } from '../model/bar-geometry.ts'
import type { DayNumber } from '../model/day-number.ts'
import { progressAt, rowsDragged, type DayEdit, type DragKind } from '../model/drag.ts'
import type { GanttRow, PhaseRow, TaskRow } from '../model/rows.ts'
import { dayAt, type TimeScale } from '../model/time-scale.ts'

/** A dependency being drawn from a bar's end. */
export interface LinkDraft {
  from: TaskRow
  fromSide: 'start' | 'end'
  /** pointer in chart pixels */
  x: number
  y: number
  target: { row: TaskRow; side: 'start' | 'end' } | null
}

export interface ChartPointerArguments {
  body: RefObject<HTMLDivElement | null>
  scroller: RefObject<HTMLDivElement | null>
  tableWidth: number
  scale: TimeScale
  today: DayNumber
  rowByKey: (key: string) => GanttRow | null
  selectedRows: readonly GanttRow[]
  tasksOf: (phase: PhaseRow) => TaskRow[]
  onCommit: (edit: DayEdit) => void
  onCancel: () => void
  onPick: (row: GanttRow | null, event: PointerEvent) => void
  onLink: (draft: LinkDraft) => void
}

interface Gesture {
  pointerId: number
  hit: string
  row: GanttRow
  startX: number
  startY: number
  /** chart pixel where the pointer went down */
  originX: number
  isDragging: boolean
  longPress: ReturnType<typeof setTimeout> | null
}

const MOUSE_SLACK = 3
const TOUCH_SLACK = 8
const LONG_PRESS_MS = 380
const EDGE = 36

export interface ChartPointer {
  edit: DayEdit | null
  draft: LinkDraft | null
  /** follows the pointer while dragging */
  tip: RefObject<HTMLDivElement | null>
  onPointerDown: (event: ReactPointerEvent) => void
}

/** Dragging in the chart: move, resize, progress, drawing dates, drawing dependencies; mouse and pen at once, touch by long press. */
export function useChartPointer(args: ChartPointerArguments): ChartPointer {
  const [edit, setEdit] = useState<DayEdit | null>(null)
  const [draft, setDraft] = useState<LinkDraft | null>(null)
  const gesture = useRef<Gesture | null>(null)
  const shown = useRef<{ edit: DayEdit | null; draft: LinkDraft | null }>({ edit: null, draft: null })
  const pointer = useRef({ x: 0, y: 0 })
  const tip = useRef<HTMLDivElement | null>(null)
  const latest = useRef(args)
  useLayoutEffect(() => {
    latest.current = args
    placeTip(tip.current, pointer.current)
  })

  const show = useCallback((next: { edit: DayEdit | null; draft: LinkDraft | null }) => {
    shown.current = next
    setEdit(next.edit)
    setDraft(next.draft)
  }, [])

  const update = useCallback(() => {
    const now = gesture.current
    if (!now?.isDragging) return
    placeTip(tip.current, pointer.current)
    const next = now.hit.startsWith('link') ? nextDraft(now, pointer.current, latest.current) : null
    if (next) return show({ edit: null, draft: next })
    const changed = nextEdit(now, pointer.current, latest.current)
    const before = shown.current.edit
    if (before && before.deltaDays === changed.deltaDays && before.progress === changed.progress) return
    show({ edit: before ? { ...changed, rows: before.rows } : changed, draft: null })
  }, [show])

  const stop = useCallback(() => {
    const now = gesture.current
    if (now?.longPress) clearTimeout(now.longPress)
    gesture.current = null
    show({ edit: null, draft: null })
  }, [show])

  useEffect(() => {
    const onMove = (event: PointerEvent): void => {
      const now = gesture.current
      if (!now || event.pointerId !== now.pointerId) return
      pointer.current = { x: event.clientX, y: event.clientY }
      if (!now.isDragging) {
        const moved = Math.hypot(event.clientX - now.startX, event.clientY - now.startY)
        if (event.pointerType === 'touch') {
          if (moved > TOUCH_SLACK) stop()
          return
        }
        if (moved < MOUSE_SLACK || now.hit === 'none') return
        now.isDragging = true
      }
      update()
    }
    const onUp = (event: PointerEvent): void => {
      const now = gesture.current
      if (!now || event.pointerId !== now.pointerId) return
      const { edit: done, draft: drawn } = shown.current
      const wasDragging = now.isDragging
      const { row } = now
      stop()
      if (!wasDragging) latest.current.onPick(row, event)
      else if (drawn) latest.current.onLink(drawn)
      else if (done) latest.current.onCommit(done)
    }
    const onCancel = (event: PointerEvent): void => {
      if (gesture.current?.pointerId === event.pointerId) stop()
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !gesture.current?.isDragging) return
      event.preventDefault()
      event.stopPropagation()
      stop()
      latest.current.onCancel()
    }
    const holdStill = (event: TouchEvent): void => {
      if (gesture.current?.isDragging) event.preventDefault()
    }
    const noMenu = (event: Event): void => {
      if (gesture.current?.isDragging) event.preventDefault()
    }
    const scroller = latest.current.scroller.current
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onCancel)
    window.addEventListener('keydown', onKey, true)
    scroller?.addEventListener('touchmove', holdStill, { passive: false })
    scroller?.addEventListener('contextmenu', noMenu)
    return () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onCancel)
      window.removeEventListener('keydown', onKey, true)
      scroller?.removeEventListener('touchmove', holdStill)
      scroller?.removeEventListener('contextmenu', noMenu)
    }
  }, [stop, update])

  useAutoScroll(edit !== null || draft !== null, pointer, latest, update)

  const onPointerDown = useCallback(
    (event: ReactPointerEvent) => {
      if (event.button !== 0 || gesture.current) return
      const target = event.target as Element
      if (target.closest('button')) return
      const key = target.closest<HTMLElement>('[data-key]')?.dataset['key']
      const row = key === undefined ? null : latest.current.rowByKey(key)
      if (!row) return latest.current.onPick(null, event.nativeEvent)
      pointer.current = { x: event.clientX, y: event.clientY }
      const now: Gesture = {
        pointerId: event.pointerId,
        hit: target.closest<HTMLElement>('[data-hit]')?.dataset['hit'] ?? 'none',
        row,
        startX: event.clientX,
        startY: event.clientY,
        originX: event.clientX - latest.current.body.current!.getBoundingClientRect().left,
        isDragging: false,
        longPress: null,
      }
      gesture.current = now
      if (event.pointerType !== 'touch') event.preventDefault()
      else if (now.hit !== 'none') {
        now.longPress = setTimeout(() => {
          now.isDragging = true
          navigator.vibrate?.(10)
          update()
        }, LONG_PRESS_MS)
      }
    },
    [update],
  )

  return { edit, draft, tip, onPointerDown }
}

function nextEdit(now: Gesture, at: { x: number; y: number }, args: ChartPointerArguments): DayEdit {
  const { scale, body, selectedRows, tasksOf } = args
  const x = at.x - body.current!.getBoundingClientRect().left
  const kind = now.hit as DragKind
  const rows = rowsDragged(kind, now.row, selectedRows, tasksOf)
  if (kind === 'draw') {
    const anchor = dayAt(scale, now.originX)
    return { kind, rows, anchor, deltaDays: dayAt(scale, x) - anchor }
  }
  if (kind === 'progress') {
    const { bar } = barGeometry(now.row, scale, args.today, null)
    return { kind, rows, deltaDays: 0, progress: progressAt(x, bar!.left, bar!.right) }
  }
  return { kind, rows, deltaDays: Math.round((x - now.originX) / scale.dayWidth) }
}

function nextDraft(now: Gesture, at: { x: number; y: number }, args: ChartPointerArguments): LinkDraft {
  const box = args.body.current!.getBoundingClientRect()
  const x = at.x - box.left
  const under = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-key]')?.dataset['key']
  const row = under === undefined ? null : args.rowByKey(under)
  let target: LinkDraft['target'] = null
  if (row?.kind === 'task' && row.key !== now.row.key) {
    const { bar } = barGeometry(row, args.scale, args.today, null)
    if (bar) target = { row, side: x > (bar.left + bar.right) / 2 ? 'end' : 'start' }
  }
  return {
    from: now.row as TaskRow,
    fromSide: now.hit === 'link-start' ? 'start' : 'end',
    x,
    y: at.y - box.top,
    target,
  }
}

/** Scrolls while the pointer is held near an edge of the chart. */
function useAutoScroll(
  isActive: boolean,
  pointer: RefObject<{ x: number; y: number }>,
  latest: RefObject<ChartPointerArguments>,
  update: () => void,
): void {
  useEffect(() => {
    if (!isActive) return
    let frame = 0
    const step = (): void => {
      const element = latest.current.scroller.current
      if (element) {
        const box = element.getBoundingClientRect()
        const { x, y } = pointer.current
        const left = box.left + latest.current.tableWidth
        const dx = x < left + EDGE ? x - left - EDGE : x > box.right - EDGE ? x - box.right + EDGE : 0
        const dy = y < box.top + EDGE ? y - box.top - EDGE : y > box.bottom - EDGE ? y - box.bottom + EDGE : 0
        if (dx !== 0 || dy !== 0) {
          element.scrollBy(Math.max(-18, Math.min(18, dx / 2)), Math.max(-12, Math.min(12, dy / 3)))
          update()
        }
      }
      frame = requestAnimationFrame(step)
    }
    frame = requestAnimationFrame(step)
    return () => cancelAnimationFrame(frame)
  }, [isActive, pointer, latest, update])
}

function placeTip(element: HTMLDivElement | null, { x, y }: { x: number; y: number }): void {
  if (!element) return
  const { offsetWidth, offsetHeight } = element
  const left = Math.min(x + 14, window.innerWidth - offsetWidth - 8)
  const top = y + 20 + offsetHeight > window.innerHeight ? y - offsetHeight - 14 : y + 20
  element.style.transform = `translate(${Math.max(8, left)}px, ${top}px)`
}
