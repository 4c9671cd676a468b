import { useCallback, type ReactNode } from 'react'
import { useGrid, useTopics } from './grid-context.ts'
import { CellMenu } from './CellMenu.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import { AddFilterMenu, ColumnsPanel } from './ColumnsPanel.tsx'
import { Popover } from './Popover.tsx'

/** The menu or panel that is open, if any. */
export function GridMenus(): ReactNode {
  const { store } = useGrid()
  useTopics(store, 'panel', 'layout')
  const { panel, labels } = store
  const close = useCallback(() => store.openPanel(null), [store])
  if (panel === null) return null
  switch (panel.kind) {
    case 'column': {
      const column = store.columns.get(panel.field)
      if (column === undefined) return null
      return (
        <Popover key={panel.field} x={panel.x} y={panel.y} label={column.title} onClose={close}>
          <ColumnMenu column={column} onDone={close} />
        </Popover>
      )
    }
    case 'cell':
      return (
        <Popover key={`${panel.x},${panel.y}`} x={panel.x} y={panel.y} label={labels.menu} onClose={close}>
          <CellMenu onDone={close} />
        </Popover>
      )
    case 'columns':
      return (
        <Popover x={panel.x} y={panel.y} label={labels.columns.replace('{n}', '').trim()} onClose={close}>
          <ColumnsPanel />
        </Popover>
      )
    case 'addFilter':
      return (
        <Popover x={panel.x} y={panel.y} label={labels.addFilter} onClose={close}>
          <AddFilterMenu x={panel.x} y={panel.y} />
        </Popover>
      )
    default:
      return null
  }
}
