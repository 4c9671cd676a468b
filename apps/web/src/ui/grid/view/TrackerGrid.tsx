import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import '../grid.css'
import type { TrackerGridProps } from '../grid-props.ts'
import { GridStore } from '../grid-store.ts'
import { CellCard } from './CellCard.tsx'
import { CellInput } from './CellInput.tsx'
import { EditorPopup } from './EditorPopup.tsx'
import { FindBar } from './FindBar.tsx'
import { GridContext, useTopics, type GridHandle } from './grid-context.ts'
import { GridFooter } from './GridFooter.tsx'
import { GridHeader } from './GridHeader.tsx'
import { GridMenus } from './GridMenus.tsx'
import { GridNotice } from './GridNotice.tsx'
import { GridSurface } from './grid-surface.ts'
import { GridToolbar } from './GridToolbar.tsx'
import { listenToPointer } from './pointer.ts'
import { PastePreview } from './PastePreview.tsx'

/**
 * The tracker: a grid over records of a plan, as fast and as direct as a
 * spreadsheet. Controlled: it shows `rows` and reports what a person does.
 * Keys, clipboard and pop-ups: docs/domain/tracker-grid.md.
 */
export function TrackerGrid(props: TrackerGridProps): ReactNode {
  const id = useId().replaceAll(/[^\w-]/gu, '')
  const [store] = useState(() => new GridStore(props))
  const surfaceRef = useRef<GridSurface | null>(null)
  const inputRef = useRef<HTMLTextAreaElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLDivElement>(null)
  const frozenPane = useRef<HTMLDivElement>(null)
  const mainPane = useRef<HTMLDivElement>(null)
  const handle = useMemo(
    (): GridHandle => ({
      store,
      id,
      surface: () => surfaceRef.current,
      focus: () => inputRef.current?.focus({ preventScroll: true }),
    }),
    [store, id],
  )
  useLayoutEffect(() => store.update(props))
  useLayoutEffect(() => {
    const parts = {
      scroller: scroller.current,
      head: head.current,
      table: table.current,
      frozenPane: frozenPane.current,
      mainPane: mainPane.current,
    }
    if (
      parts.scroller === null ||
      parts.head === null ||
      parts.table === null ||
      parts.frozenPane === null ||
      parts.mainPane === null
    )
      return undefined
    const surface = new GridSurface(
      store,
      {
        scroller: parts.scroller,
        head: parts.head,
        table: parts.table,
        frozenPane: parts.frozenPane,
        mainPane: parts.mainPane,
      },
      id,
    )
    surfaceRef.current = surface
    const stop = listenToPointer(store, surface, parts.table, parts.scroller, handle.focus)
    store.emit('layout')
    return () => {
      stop()
      surface.destroy()
      surfaceRef.current = null
    }
  }, [store, id, handle])
  useEffect(
    () =>
      store.subscribe('selection', () => {
        const active = store.selection?.active
        if (active !== undefined && document.activeElement === inputRef.current)
          surfaceRef.current?.reveal(active.line, active.column)
      }),
    [store],
  )
  useTopics(store, 'layout')
  const { labels } = store
  return (
    <GridContext value={handle}>
      <div
        className="yg"
        data-density={props.view.density}
        data-readonly={props.readOnly !== undefined || undefined}
      >
        <GridToolbar />
        <div className="yg-frame" aria-busy={props.loading === true || undefined}>
          <div className="yg-scroller" ref={scroller}>
            <div className="yg-table" id={`${id}-table`} ref={table}>
              {/* The scrolling pane lies outside the grid element: its cells belong to the rows of the frozen pane, which own them. */}
              <div
                id={`${id}-grid`}
                className="yg-grid"
                role={store.isGrouped ? 'treegrid' : 'grid'}
                aria-label={props.label}
                aria-rowcount={store.lines.length + 1}
                aria-colcount={store.layout.columns.length + 1}
                aria-multiselectable
                aria-readonly={props.readOnly !== undefined || undefined}
              >
                <div className="yg-head" role="rowgroup" ref={head}>
                  <GridHeader />
                </div>
                <div className="yg-pane yg-pane-frozen" role="rowgroup" ref={frozenPane} />
              </div>
              <div className="yg-pane yg-pane-main" role="presentation" ref={mainPane} />
            </div>
            <CellInput input={inputRef} scroller={scroller} />
          </div>
          <Emptiness
            loading={props.loading === true}
            noRows={props.rows.length === 0}
            noMatch={store.rows.length === 0}
            empty={props.empty ?? labels.empty}
            noMatchText={labels.noMatch}
            clearText={labels.clearFilters}
            onClear={() => props.onViewChange({ ...props.view, filters: [] })}
          />
          <FindBar />
          <GridNotice />
        </div>
        <GridFooter />
        <EditorPopup input={inputRef} />
        <CellCard />
        <GridMenus />
        <PastePreview />
      </div>
    </GridContext>
  )
}

interface EmptinessProps {
  readonly loading: boolean
  readonly noRows: boolean
  readonly noMatch: boolean
  readonly empty: ReactNode
  readonly noMatchText: string
  readonly clearText: string
  readonly onClear: () => void
}

/** One sentence and the next step instead of a blank sheet; a skeleton while rows are on their way. */
function Emptiness({
  loading,
  noRows,
  noMatch,
  empty,
  noMatchText,
  clearText,
  onClear,
}: EmptinessProps): ReactNode {
  if (loading && noRows) {
    return (
      <div className="yg-skeleton" aria-hidden="true">
        {Array.from({ length: 8 }, (_, index) => (
          <i key={index} />
        ))}
      </div>
    )
  }
  if (noRows) return <div className="yg-empty">{empty}</div>
  if (!noMatch) return null
  return (
    <div className="yg-empty">
      {noMatchText}{' '}
      <button type="button" className="yg-button" onClick={onClear}>
        {clearText}
      </button>
    </div>
  )
}
