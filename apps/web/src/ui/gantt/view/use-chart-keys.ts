import { useCallback, type KeyboardEvent } from 'react'
import { ROW_HEIGHT } from '../model/bar-geometry.ts'
import { keyCommand } from '../model/keyboard.ts'
import type { GanttRow } from '../model/rows.ts'
import type { RowFocus } from './use-row-focus.ts'
import type { Zoom } from './use-zoom.ts'

interface ChartKeyArguments {
  focus: RowFocus
  activeRow: GanttRow | null
  activeIndex: number
  rowCount: number
  indexOf: ReadonlyMap<string, number>
  zoom: Zoom
  /** visible height of the rows in pixels */
  roomForRows: number
  onShift: (row: GanttRow, kind: 'move' | 'resize-end', days: number) => void
  onExpand: (phaseId: string, expand: boolean) => void
  onOpen: (row: GanttRow) => void
  onToday: () => void
  onShow: (row: GanttRow) => void
  onEditDates: (row: GanttRow) => void
  onLinks: (row: GanttRow) => void
  onCancel: () => void
}

/** Carries out what a key means on the focused row. */
export function useChartKeys(args: ChartKeyArguments): (event: KeyboardEvent) => void {
  return useCallback(
    (event: KeyboardEvent) => {
      if (!(event.target as Element).matches('[role=row]')) return
      const command = keyCommand(event)
      const row = args.activeRow
      if (!command || !row) return
      if (command.command === 'cancel') return args.onCancel()
      event.preventDefault()
      const { focus, activeIndex } = args
      switch (command.command) {
        case 'shift':
          return args.onShift(row, command.kind, command.days)
        case 'focus':
          return focus.focus(activeIndex + command.by, command.extend ? 'extend' : 'keep')
        case 'focus-edge':
          return focus.focus(command.edge === 'first' ? 0 : args.rowCount - 1)
        case 'page':
          return focus.focus(
            activeIndex + command.direction * Math.max(1, Math.floor(args.roomForRows / ROW_HEIGHT) - 1),
          )
        case 'zoom':
          return args.zoom.zoomBy(command.step === 1 ? 1.4 : 1 / 1.4)
        case 'fit':
          return args.zoom.fit()
        case 'today':
          return args.onToday()
        case 'show':
          return args.onShow(row)
        case 'link':
          return args.onLinks(row)
        case 'edit-dates':
          return args.onEditDates(row)
        case 'select':
          return focus.toggle(row.key)
        case 'select-all':
          return focus.selectAll()
        case 'open':
          return args.onOpen(row)
        case 'expand':
          if (row.kind !== 'phase') return
          return row.isCollapsed ? args.onExpand(row.id, true) : focus.focus(activeIndex + 1)
        case 'collapse':
          if (row.kind === 'phase') return row.isCollapsed ? undefined : args.onExpand(row.id, false)
          if (row.parentKey !== null) focus.focus(args.indexOf.get(row.parentKey) ?? activeIndex)
      }
    },
    [args],
  )
}
