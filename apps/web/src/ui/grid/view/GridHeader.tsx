import { useState, type DragEvent, type PointerEvent, type ReactNode } from 'react'
import { fill } from '../labels.ts'
import { MIN_COLUMN_WIDTH, moveColumn, ROW_NUMBER_WIDTH, type PlacedColumn } from '../model/column-layout.ts'
import { alignOf } from './cell-look.ts'
import { useGrid, useTopics } from './grid-context.ts'
import { fittingWidth } from './fitting-width.ts'

const DRAG_TYPE = 'application/x-yingce-column'

/** Column heads: choose a column, sort and filter through its menu, resize by the edge, move by dragging. */
export function GridHeader(): ReactNode {
  const { store } = useGrid()
  useTopics(store, 'layout')
  const [dropBefore, setDropBefore] = useState<string | null>(null)
  const { layout, labels } = store
  const frozen = layout.columns.filter((place) => place.frozen)
  const main = layout.columns.filter((place) => !place.frozen)
  const cell = (place: PlacedColumn): ReactNode => (
    <HeaderCell
      key={place.column.field}
      place={place}
      isDropTarget={dropBefore === place.column.field}
      onDropTarget={setDropBefore}
    />
  )
  return (
    <div className="yg-head-row" role="row" aria-rowindex={1}>
      <div className="yg-head-frozen" role="presentation" style={{ width: layout.frozenWidth }}>
        <div
          className="yg-th yg-corner-head"
          role="columnheader"
          aria-colindex={1}
          style={{ left: 0, width: ROW_NUMBER_WIDTH }}
        >
          <span className="yg-said">{labels.rowNumber}</span>
        </div>
        {frozen.map(cell)}
      </div>
      <div className="yg-head-main" role="presentation" style={{ width: layout.mainWidth }}>
        {main.map(cell)}
      </div>
    </div>
  )
}

interface HeaderCellProps {
  readonly place: PlacedColumn
  readonly isDropTarget: boolean
  readonly onDropTarget: (field: string | null) => void
}

function HeaderCell({ place, isDropTarget, onDropTarget }: HeaderCellProps): ReactNode {
  const { store, focus } = useGrid()
  const { column, index } = place
  const { view, onViewChange } = store.props
  const sort = view.sort.find((item) => item.field === column.field)
  const isFiltered = view.filters.some((filter) => filter.field === column.field)

  const choose = (extend: boolean): void => {
    const last = store.lines.length - 1
    const anchor = extend && store.selection !== null ? store.selection.anchor.column : index
    if (last >= 0)
      store.select({
        active: { line: Math.min(last, store.selection?.active.line ?? 0), column: anchor },
        anchor: { line: 0, column: anchor },
        head: { line: last, column: index },
        others: [],
        tabColumn: null,
      })
    focus()
  }

  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    onDropTarget(null)
    const field = event.dataTransfer.getData(DRAG_TYPE)
    const from = store.layout.columns.findIndex((item) => item.column.field === field)
    if (from < 0 || from === index) return
    // Dropped on a column to the right it goes behind it, to the left before it: it lands where the pointer is.
    const before = from < index ? (store.layout.columns[index + 1]?.column.field ?? null) : column.field
    onViewChange({ ...view, order: moveColumn(store.props.columns, view.order, field, before) })
  }

  return (
    <div
      className={`yg-th yg-${alignOf(column)}${isDropTarget ? ' yg-drop' : ''}`}
      role="columnheader"
      aria-colindex={index + 2}
      data-field={column.field}
      aria-sort={sort === undefined ? undefined : sort.direction === 'asc' ? 'ascending' : 'descending'}
      style={{ left: place.left, width: place.width }}
      title={column.hint}
      draggable
      onClick={(event) => choose(event.shiftKey)}
      onContextMenu={(event) => {
        event.preventDefault()
        store.openPanel({ kind: 'column', field: column.field, x: event.clientX, y: event.clientY })
      }}
      onDragStart={(event) => event.dataTransfer.setData(DRAG_TYPE, column.field)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(DRAG_TYPE)) {
          event.preventDefault()
          onDropTarget(column.field)
        }
      }}
      onDragLeave={() => onDropTarget(null)}
      onDrop={onDrop}
    >
      <span className="yg-th-title">
        {column.unit === undefined
          ? column.title
          : fill(store.labels.withUnit, { title: column.title, unit: column.unit })}
      </span>
      {sort === undefined ? null : (
        <span className="yg-th-sort" aria-hidden="true">
          {sort.direction === 'asc' ? '↑' : '↓'}
        </span>
      )}
      {isFiltered ? (
        <svg className="yg-th-filter" aria-hidden="true" viewBox="0 0 10 10" width="10" height="10">
          <path d="M0 1h10L6 5.5V10L4 8.8V5.5z" fill="currentColor" />
        </svg>
      ) : null}
      <button
        type="button"
        className="yg-th-menu"
        tabIndex={-1}
        aria-label={fill(store.labels.columnMenu, { column: column.title })}
        aria-haspopup="dialog"
        onClick={(event) => {
          event.stopPropagation()
          const box = event.currentTarget.getBoundingClientRect()
          store.openPanel({ kind: 'column', field: column.field, x: box.left, y: box.bottom + 2 })
        }}
      >
        ▾
      </button>
      <ResizeEdge place={place} />
    </div>
  )
}

/** Drag to resize, double-click to fit. Keyboard: the column menu. */
function ResizeEdge({ place }: { readonly place: PlacedColumn }): ReactNode {
  const { store, surface } = useGrid()
  const setWidth = (width: number): void => {
    const { view, onViewChange } = store.props
    onViewChange({
      ...view,
      widths: {
        ...view.widths,
        [place.column.field]: Math.round(Math.max(MIN_COLUMN_WIDTH, Math.min(1200, width))),
      },
    })
  }
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>): void => {
    event.preventDefault()
    event.stopPropagation()
    const edge = event.currentTarget
    const startX = event.clientX
    const { width } = place
    let frame = 0
    edge.setPointerCapture(event.pointerId)
    const move = (moveEvent: globalThis.PointerEvent): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setWidth(width + moveEvent.clientX - startX))
    }
    const end = (): void => {
      edge.removeEventListener('pointermove', move)
      edge.removeEventListener('pointerup', end)
      edge.removeEventListener('pointercancel', end)
    }
    edge.addEventListener('pointermove', move)
    edge.addEventListener('pointerup', end)
    edge.addEventListener('pointercancel', end)
  }
  return (
    <span
      className="yg-resize"
      aria-hidden="true"
      draggable
      onDragStart={(event) => {
        event.preventDefault()
        event.stopPropagation()
      }}
      onPointerDown={onPointerDown}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => {
        event.stopPropagation()
        setWidth(fittingWidth(store, surface(), place))
      }}
    />
  )
}
