import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { ROW_HEIGHT } from '../model/bar-geometry.ts'
import type { GanttRow } from '../model/rows.ts'
import { HEADER_HEIGHT } from './use-viewport.ts'

export interface RowFocus {
  /** row the keyboard is on; also the one with the tab stop */
  activeKey: string | null
  selected: ReadonlySet<string>
  selectedRows: readonly GanttRow[]
  /** Move the keyboard to a row and bring it into view. */
  focus: (index: number, mode?: 'replace' | 'extend' | 'keep') => void
  toggle: (key: string) => void
  selectAll: () => void
  clear: () => void
  /** Mark without moving the DOM focus, for pointers. */
  pick: (key: string, mode: 'replace' | 'extend' | 'toggle') => void
}

/** Roving focus and selection over rows of which only the visible ones exist in the document. */
export function useRowFocus(
  rows: readonly GanttRow[],
  indexOf: ReadonlyMap<string, number>,
  scroller: RefObject<HTMLDivElement | null>,
  tree: RefObject<HTMLDivElement | null>,
  onSelectionChange: ((ids: ReadonlySet<string>) => void) | undefined,
): RowFocus {
  const [active, setActive] = useState<string | null>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set())
  const anchor = useRef<string | null>(null)
  const wantsFocus = useRef(false)
  const activeKey = active !== null && indexOf.has(active) ? active : (rows[0]?.key ?? null)
  const selectedRows = useMemo(() => rows.filter(({ key }) => selected.has(key)), [rows, selected])

  useEffect(() => {
    onSelectionChange?.(new Set(selectedRows.filter(({ kind }) => kind === 'task').map(({ id }) => id)))
  }, [selectedRows, onSelectionChange])

  useLayoutEffect(() => {
    if (!wantsFocus.current || activeKey === null) return
    wantsFocus.current = false
    tree.current
      ?.querySelector<HTMLElement>(`[role=row][data-key="${CSS.escape(activeKey)}"]`)
      ?.focus({ preventScroll: true })
  })

  const rangeTo = useCallback(
    (key: string): Set<string> => {
      const a = indexOf.get(anchor.current ?? key) ?? 0
      const b = indexOf.get(key) ?? 0
      return new Set(rows.slice(Math.min(a, b), Math.max(a, b) + 1).map((row) => row.key))
    },
    [rows, indexOf],
  )

  const focus = useCallback<RowFocus['focus']>(
    (index, mode = 'keep') => {
      const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
      const element = scroller.current
      if (!row || !element) return
      if (mode === 'extend') {
        anchor.current ??= activeKey
        setSelected(rangeTo(row.key))
      } else if (mode === 'replace') setSelected(new Set([row.key]))
      if (mode !== 'extend') anchor.current = row.key
      setActive(row.key)
      wantsFocus.current = true
      const top = indexOf.get(row.key)! * ROW_HEIGHT
      const room = element.clientHeight - HEADER_HEIGHT
      if (top < element.scrollTop) element.scrollTop = top
      else if (top + ROW_HEIGHT > element.scrollTop + room) element.scrollTop = top + ROW_HEIGHT - room
    },
    [rows, indexOf, scroller, activeKey, rangeTo],
  )

  const toggle = useCallback((key: string) => {
    setSelected((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
    anchor.current = key
  }, [])

  const pick = useCallback<RowFocus['pick']>(
    (key, mode) => {
      setActive(key)
      wantsFocus.current = true
      if (mode === 'toggle') return toggle(key)
      if (mode === 'extend') return setSelected(rangeTo(key))
      anchor.current = key
      setSelected(new Set([key]))
    },
    [toggle, rangeTo],
  )

  const selectAll = useCallback(
    () => setSelected(new Set(rows.filter(({ kind }) => kind === 'task').map(({ key }) => key))),
    [rows],
  )
  const clear = useCallback(() => setSelected((before) => (before.size === 0 ? before : new Set())), [])

  return { activeKey, selected, selectedRows, focus, toggle, selectAll, clear, pick }
}
