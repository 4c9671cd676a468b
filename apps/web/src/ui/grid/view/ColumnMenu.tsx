import type { ReactNode } from 'react'
import type { GridColumn } from '../grid-types.ts'
import { MIN_COLUMN_WIDTH, moveColumn } from '../model/column-layout.ts'
import { FilterFields } from './FilterFields.tsx'
import { fittingWidth } from './fitting-width.ts'
import { useGrid } from './grid-context.ts'

/** Sort, filter, width, place and freezing of one column; all that dragging does, also by keyboard. */
export function ColumnMenu({
  column,
  onDone,
}: {
  readonly column: GridColumn
  readonly onDone: () => void
}): ReactNode {
  const { store, surface, focus } = useGrid()
  const { labels, layout } = store
  const { view, onViewChange, columns } = store.props
  const place = layout.columns.find((item) => item.column.field === column.field)
  const sorted = view.sort.find((item) => item.field === column.field)?.direction
  const done = (run: () => void) => (): void => {
    run()
    onDone()
    focus()
  }
  /** With Shift the other columns stay, and this one breaks their ties. */
  const sortBy = (direction: 'asc' | 'desc', adds: boolean): void =>
    onViewChange({
      ...view,
      sort: [
        ...(adds ? view.sort.filter((item) => item.field !== column.field) : []),
        { field: column.field, direction },
      ],
    })
  const widen = (by: number): void => {
    if (place !== undefined)
      onViewChange({
        ...view,
        widths: { ...view.widths, [column.field]: Math.max(MIN_COLUMN_WIDTH, place.width + by) },
      })
  }
  /** Move by one among the visible columns. */
  const shift = (step: 1 | -1): void => {
    if (place === undefined) return
    const before = layout.columns[place.index + (step === -1 ? -1 : 2)]?.column.field ?? null
    onViewChange({ ...view, order: moveColumn(columns, view.order, column.field, before) })
  }
  return (
    <>
      <div className="yg-menu-row">
        <button
          type="button"
          className="yg-item"
          aria-pressed={sorted === 'asc'}
          onClick={(event) => done(() => sortBy('asc', event.shiftKey))()}
        >
          ↑ {labels.sortAsc}
        </button>
        <button
          type="button"
          className="yg-item"
          aria-pressed={sorted === 'desc'}
          onClick={(event) => done(() => sortBy('desc', event.shiftKey))()}
        >
          ↓ {labels.sortDesc}
        </button>
      </div>
      {sorted === undefined ? null : (
        <button
          type="button"
          className="yg-item"
          onClick={done(() =>
            onViewChange({ ...view, sort: view.sort.filter((item) => item.field !== column.field) }),
          )}
        >
          {labels.sortClear}
        </button>
      )}
      <hr />
      <FilterFields
        column={column}
        onDone={() => {
          onDone()
          focus()
        }}
      />
      <hr />
      <button
        type="button"
        className="yg-item"
        onClick={done(() => onViewChange({ ...view, hidden: [...view.hidden, column.field] }))}
      >
        {labels.hideColumn}
      </button>
      {place === undefined ? null : (
        <>
          <button
            type="button"
            className="yg-item"
            onClick={done(() => onViewChange({ ...view, frozen: place.index + 1 }))}
          >
            {labels.freezeTo}
          </button>
          {view.frozen > 0 ? (
            <button
              type="button"
              className="yg-item"
              onClick={done(() => onViewChange({ ...view, frozen: 0 }))}
            >
              {labels.unfreeze}
            </button>
          ) : null}
          <div className="yg-menu-row">
            <button type="button" className="yg-item" disabled={place.index === 0} onClick={() => shift(-1)}>
              ← {labels.moveLeft}
            </button>
            <button
              type="button"
              className="yg-item"
              disabled={place.index === layout.columns.length - 1}
              onClick={() => shift(1)}
            >
              {labels.moveRight} →
            </button>
          </div>
          <div className="yg-menu-row">
            <button
              type="button"
              className="yg-item"
              aria-label={`${labels.resize.replace('{column}', column.title)} −`}
              onClick={() => widen(-20)}
            >
              −
            </button>
            <button
              type="button"
              className="yg-item"
              onClick={() => widen(fittingWidth(store, surface(), place) - place.width)}
            >
              {labels.autoWidth}
            </button>
            <button
              type="button"
              className="yg-item"
              aria-label={`${labels.resize.replace('{column}', column.title)} +`}
              onClick={() => widen(20)}
            >
              ＋
            </button>
          </div>
        </>
      )}
    </>
  )
}
