import './gantt.css'
import { useCallback, useMemo, useRef, useState, type CSSProperties } from 'react'
import type { GanttProps } from './gantt-types.ts'
import { ROW_HEIGHT } from './model/bar-geometry.ts'
import { columnsFor, DEFAULT_TABLE_WIDTH, MIN_TABLE_WIDTH } from './model/columns.ts'
import { formatDay } from './model/day-number.ts'
import { nameOfTask } from './model/describe.ts'
import { NO_PHASE, type GanttRow } from './model/rows.ts'
import { linksOf } from './model/visible-links.ts'
import { exportChart } from './export/export-chart.ts'
import { ChartBody } from './view/ChartBody.tsx'
import { DatesDialog, KeysDialog, LinksDialog } from './view/ChartDialogs.tsx'
import { DragTip } from './view/DragTip.tsx'
import { GanttToolbar, type ChartDisplay, type ExportChoice } from './view/GanttToolbar.tsx'
import { HoverCard } from './view/HoverCard.tsx'
import { Splitter } from './view/Splitter.tsx'
import { TimeHeader } from './view/TimeHeader.tsx'
import { TreeHead } from './view/TreeHead.tsx'
import { TreeRow } from './view/TreeRow.tsx'
import { useChartHover } from './view/use-chart-hover.ts'
import { useChartKeys } from './view/use-chart-keys.ts'
import { useChartLayout } from './view/use-chart-layout.ts'
import { useChartPointer } from './view/use-chart-pointer.ts'
import { useEdits } from './view/use-edits.ts'
import { useLinkPicking } from './view/use-link-picking.ts'
import { useRowFocus } from './view/use-row-focus.ts'
import { useRows } from './view/use-rows.ts'
import { useTableWidth } from './view/use-table-width.ts'
import { HEADER_HEIGHT, useViewport } from './view/use-viewport.ts'
import { useZoom } from './view/use-zoom.ts'

type OpenDialog = { kind: 'dates' | 'links'; key: string } | { kind: 'keys' } | null

/**
 * The Gantt chart of a plan: phases and tasks as a table beside a time axis.
 *
 * Controlled and without data access of its own: it draws the dates as they are
 * given, reschedules nothing, and hands every edit to `onCommit` with the values
 * before and after. It fills the height of its parent.
 */
export function Gantt(props: GanttProps) {
  const {
    labels,
    zoom: level,
    collapsed,
    onCollapsedChange,
    onOpenTask,
    readOnlyReason = null,
    onLinkDelete,
  } = props
  const canEdit = !readOnlyReason
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLDivElement>(null)
  const tree = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const [display, setDisplay] = useState<ChartDisplay>({ baseline: true, actual: true, links: true })
  const [dialog, setDialog] = useState<OpenDialog>(null)

  const chart = useRows(props)
  const { rows, indexOf, rowByKey, tasksOf, calendar, span, today, planStart } = chart
  const table = useTableWidth(scroller)
  const { viewport, onScroll } = useViewport(scroller, table.width)
  const chartWidth = Math.max(0, viewport.width - table.width)
  const zoom = useZoom({
    scroller,
    span,
    chartWidth,
    tableWidth: table.width,
    zoom: level,
    onZoomChange: props.onZoomChange,
    today,
  })
  const { scale, showDay } = zoom
  const focus = useRowFocus(rows, indexOf, scroller, tree, props.onSelectionChange)
  const edits = useEdits(props, chart)
  const picking = useLinkPicking(edits, labels)

  const showRow = useCallback(
    (row: GanttRow) => row.days.start !== null && showDay(row.days.start, 0.2),
    [showDay],
  )
  const onPick = useCallback(
    (row: GanttRow | null, event: PointerEvent) => {
      if (!row) return focus.clear()
      picking.pick(row)
      focus.pick(row.key, event.ctrlKey || event.metaKey ? 'toggle' : event.shiftKey ? 'extend' : 'replace')
    },
    [focus, picking],
  )
  const pointer = useChartPointer({
    body,
    scroller,
    tableWidth: table.width,
    scale,
    today,
    rowByKey,
    selectedRows: focus.selectedRows,
    tasksOf,
    onPick,
    onCommit: edits.commit,
    onCancel: () => edits.announce(labels.cancelled),
    onLink: ({ from, fromSide, target }) =>
      target
        ? edits.createLink(from, fromSide, target.row, target.side)
        : edits.announce(labels.linkCancelled),
  })

  const activeIndex = focus.activeKey === null ? -1 : indexOf.get(focus.activeKey)!
  const activeRow = rows[activeIndex] ?? null
  const layout = useChartLayout(chart, scale, viewport, activeIndex, pointer.edit, display.links, labels)
  const isDragging = pointer.edit !== null || pointer.draft !== null
  const hover = useChartHover(canvas, body, layout.links, isDragging)

  const setExpanded = useCallback(
    (phaseId: string, expand: boolean) => {
      const next = new Set(collapsed)
      if (expand) next.delete(phaseId)
      else next.add(phaseId)
      onCollapsedChange(next)
    },
    [collapsed, onCollapsedChange],
  )
  const openRow = (row: GanttRow): void => {
    if (picking.pick(row)) return
    if (row.kind === 'task') onOpenTask(row.id)
    else setExpanded(row.id, row.isCollapsed)
  }
  const editDates = (row: GanttRow): void => {
    if (readOnlyReason) edits.notify(readOnlyReason)
    else if (row.kind === 'task' || row.phase) setDialog({ kind: 'dates', key: row.key })
  }
  const onKeyDown = useChartKeys({
    focus,
    activeRow,
    activeIndex,
    indexOf,
    zoom,
    rowCount: rows.length,
    roomForRows: viewport.height - HEADER_HEIGHT,
    onShift: (row, kind, days) => edits.shift(row, focus.selectedRows, kind, days),
    onExpand: setExpanded,
    onOpen: openRow,
    onToday: () => showDay(today + 0.5),
    onShow: showRow,
    onEditDates: editDates,
    onLinks: (row) => row.kind === 'task' && setDialog({ kind: 'links', key: row.key }),
    onCancel: () => (picking.cancel() ? undefined : focus.clear()),
  })

  const onTreeClick = (event: React.MouseEvent): void => {
    const target = event.target as Element
    const toggled = target.closest<HTMLElement>('[data-toggle]')?.dataset['toggle']
    const key = target.closest<HTMLElement>('[role=row]')?.dataset['key']
    const row = key === undefined ? null : rowByKey(key)
    if (!row) return
    if (toggled !== undefined) setExpanded(toggled, collapsed.has(toggled))
    onPick(row, event.nativeEvent as PointerEvent)
  }
  const onChartClick = (event: React.MouseEvent): void => {
    const target = event.target as Element
    const shown = target.closest<HTMLElement>('[data-show]')?.dataset['show']
    const dated = target.closest<HTMLElement>('[data-dates]')?.dataset['dates']
    const row = rowByKey(shown ?? dated ?? '')
    if (row && shown !== undefined) showRow(row)
    else if (row) editDates(row)
    else if (hover.linkId !== null && !target.closest('.yg-bar')) {
      const link = props.links.find(({ id }) => id === hover.linkId)
      if (link) setDialog({ kind: 'links', key: `t:${link.to}` })
    }
  }
  const onDoubleClick = (event: React.MouseEvent): void => {
    const key = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset['key']
    const row = key === undefined ? null : rowByKey(key)
    if (row?.kind === 'task' && !(event.target as Element).closest('button')) onOpenTask(row.id)
  }

  const columns = useMemo(() => columnsFor(table.width), [table.width])
  const phaseIds = useMemo(() => rows.filter(({ kind }) => kind === 'phase').map(({ id }) => id), [rows])
  const selectedTasks = focus.selectedRows.filter((row) => row.kind === 'task')
  const conflicts = useMemo(() => {
    const dragged = new Set(pointer.edit?.rows.map(({ id }) => id))
    const broken = layout.links.filter(
      ({ link, conflictDays }) => conflictDays > 0 && (dragged.has(link.from) || dragged.has(link.to)),
    )
    return { count: broken.length, days: Math.max(0, ...broken.map(({ conflictDays }) => conflictDays)) }
  }, [layout.links, pointer.edit])

  const bodyHeight = rows.length * ROW_HEIGHT
  const hoverRow = hover.card && !isDragging ? rowByKey(hover.card.key) : null
  const dialogRow = dialog && dialog.kind !== 'keys' ? rowByKey(dialog.key) : null
  const barId = (index: number): string => `${table.id}-bar-${index}`
  const onExport = (choice: ExportChoice): void => {
    void exportChart({
      choice,
      props,
      chart,
      scale,
      level,
      display,
      columns,
      scroller: scroller.current!,
      root: canvas.current!,
    }).then((file) => edits.notify(file === null ? labels.pngTooLarge : labels.exported(file)))
  }

  return (
    <section className="yg" aria-label={labels.title} lang={labels.lang}>
      <GanttToolbar
        labels={labels}
        zoom={level}
        onZoom={zoom.setLevel}
        onZoomBy={zoom.zoomBy}
        onFit={zoom.fit}
        onToday={() => showDay(today + 0.5)}
        display={display}
        onDisplay={setDisplay}
        hasPhases={phaseIds.length > 0}
        isAllExpanded={collapsed.size === 0}
        onExpandAll={(expand) => onCollapsedChange(new Set(expand ? [] : [...phaseIds, NO_PHASE]))}
        isTableWide={table.isWide}
        onTable={table.toggle}
        onExport={onExport}
        onKeys={() => setDialog({ kind: 'keys' })}
        selectedCount={selectedTasks.length}
        onLinkSelected={
          canEdit && props.onLinkCreate && selectedTasks.length <= 20
            ? () =>
                selectedTasks
                  .slice(1)
                  .forEach((row, at) => edits.createLink(selectedTasks[at]!, 'end', row, 'start'))
            : null
        }
      />
      <div
        ref={scroller}
        className="yg-scroll"
        onScroll={onScroll}
        style={{ '--yg-table': `${table.width}px` } as CSSProperties}
      >
        <div
          ref={canvas}
          className={`yg-canvas${isDragging ? ' is-dragging' : ''}`}
          style={{ width: table.width + scale.width }}
          onPointerMove={hover.onPointerMove}
          onPointerLeave={hover.onPointerLeave}
          onDoubleClick={onDoubleClick}
        >
          <div
            ref={tree}
            className="yg-tree"
            role="treegrid"
            aria-label={labels.title}
            aria-multiselectable="true"
            aria-rowcount={rows.length + 1}
            style={{ width: table.width }}
            onKeyDown={onKeyDown}
            onClick={onTreeClick}
          >
            <TreeHead columns={columns} labels={labels} />
            <div className="yg-trs" role="rowgroup" style={{ height: bodyHeight }}>
              <i className="yg-hover" />
              {layout.placed.map(({ row, index, override }) => (
                <TreeRow
                  key={row.key}
                  row={row}
                  index={index}
                  columns={columns}
                  labels={labels}
                  barId={barId(index)}
                  isSelected={focus.selected.has(row.key)}
                  isActive={index === activeIndex}
                  start={override?.start ?? row.days.start}
                  end={override?.end ?? row.days.end}
                />
              ))}
            </div>
          </div>
          <Splitter
            width={table.width}
            maximum={Math.max(MIN_TABLE_WIDTH, Math.min(DEFAULT_TABLE_WIDTH * 2, viewport.width - 160))}
            label={labels.splitter}
            onChange={table.setWidth}
          />
          <div className="yg-chart" style={{ width: scale.width }}>
            <TimeHeader
              scale={scale}
              level={level}
              left={viewport.left}
              right={viewport.right}
              calendar={calendar}
              labels={labels}
              today={today}
              planStart={planStart}
              tableWidth={table.width}
            />
            <ChartBody
              body={body}
              layout={layout}
              chart={chart}
              scale={scale}
              level={level}
              viewport={viewport}
              display={display}
              labels={labels}
              pointer={pointer}
              focus={focus}
              activeIndex={activeIndex}
              hover={hover}
              canEdit={canEdit}
              canLink={canEdit && props.onLinkCreate !== undefined}
              barId={barId}
              height={bodyHeight}
              chartWidth={chartWidth}
              onClick={onChartClick}
            />
          </div>
        </div>
        {rows.length === 0 && (
          <div className="yg-empty">
            <div>
              <strong>{labels.empty}</strong>
              <p>{labels.emptyHint}</p>
            </div>
          </div>
        )}
      </div>
      <div className="yg-live" role="status">
        {edits.message}
      </div>
      {(edits.notice ?? picking.prompt) !== null && (
        <div className="yg-notice" aria-hidden="true">
          {edits.notice ?? picking.prompt}
        </div>
      )}
      <DragTip
        tip={pointer.tip}
        edit={pointer.edit}
        draft={pointer.draft}
        conflicts={conflicts}
        calendar={calendar}
        labels={labels}
      />
      {hoverRow && (
        <HoverCard
          row={hoverRow}
          x={hover.card!.x}
          y={hover.card!.y}
          calendar={calendar}
          labels={labels}
          readOnlyReason={readOnlyReason}
          conflictDays={Math.max(
            0,
            ...layout.links
              .filter(({ link }) => link.to === hoverRow.id)
              .map(({ conflictDays }) => conflictDays),
          )}
        />
      )}
      {dialog?.kind === 'keys' && <KeysDialog labels={labels} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'dates' && dialogRow && (
        <DatesDialog
          row={dialogRow}
          suggested={formatDay(today)}
          labels={labels}
          onClose={() => setDialog(null)}
          onSave={(start, end) =>
            edits.commit({ kind: 'draw', rows: [dialogRow], anchor: start, deltaDays: end - start })
          }
        />
      )}
      {dialog?.kind === 'links' && dialogRow?.kind === 'task' && (
        <LinksDialog
          row={dialogRow}
          {...linksOf(props.links, dialogRow)}
          labels={labels}
          onClose={() => setDialog(null)}
          nameOf={(id) => nameOfTask(rowByKey(`t:${id}`), props.tasks, id, labels)}
          onDelete={canEdit && onLinkDelete ? onLinkDelete : null}
          onAdd={
            canEdit && props.onLinkCreate
              ? () => {
                  setDialog(null)
                  picking.start(dialogRow)
                }
              : null
          }
        />
      )}
    </section>
  )
}
