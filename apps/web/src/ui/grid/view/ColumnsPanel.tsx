import type { ReactNode } from 'react'
import { orderedColumns } from '../model/column-layout.ts'
import { DEFAULT_VIEW } from '../model/grid-view.ts'
import { useGrid } from './grid-context.ts'

/** All columns with a tick; hidden ones come back from here. */
export function ColumnsPanel(): ReactNode {
  const { store } = useGrid()
  const { view, onViewChange, columns } = store.props
  const hidden = new Set(view.hidden)
  const toggle = (field: string): void =>
    onViewChange({
      ...view,
      hidden: hidden.has(field) ? view.hidden.filter((item) => item !== field) : [...view.hidden, field],
    })
  return (
    <>
      <div className="yg-ticks yg-ticks-tall">
        {orderedColumns(columns, view.order).map((column) => (
          <label key={column.field}>
            <input
              type="checkbox"
              checked={!hidden.has(column.field)}
              disabled={!hidden.has(column.field) && hidden.size === columns.length - 1}
              onChange={() => toggle(column.field)}
            />{' '}
            <span>{column.title}</span>
          </label>
        ))}
      </div>
      <hr />
      <button
        type="button"
        className="yg-item"
        onClick={() =>
          onViewChange({
            ...view,
            hidden: DEFAULT_VIEW.hidden,
            order: [],
            widths: {},
            frozen: DEFAULT_VIEW.frozen,
          })
        }
      >
        {store.labels.resetColumns}
      </button>
    </>
  )
}

/** The column to filter by. */
export function AddFilterMenu({ x, y }: { readonly x: number; readonly y: number }): ReactNode {
  const { store } = useGrid()
  return (
    <div className="yg-scroll-list">
      {store.layout.columns.map(({ column }) => (
        <button
          key={column.field}
          type="button"
          className="yg-item"
          onClick={() => store.openPanel({ kind: 'column', field: column.field, x, y })}
        >
          {column.title}
        </button>
      ))}
    </div>
  )
}
