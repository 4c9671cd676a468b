import type { MouseEvent, RefObject } from 'react'
import type { ZoomLevel } from '../gantt-types.ts'
import type { GanttLabels } from '../labels/gantt-labels.ts'
import { barGeometry, ROW_HEIGHT } from '../model/bar-geometry.ts'
import { formatDay } from '../model/day-number.ts'
import { xOf, type TimeScale } from '../model/time-scale.ts'
import { Backdrop } from './Backdrop.tsx'
import { EdgeMarks } from './EdgeMarks.tsx'
import type { ChartDisplay } from './GanttToolbar.tsx'
import { LinkLayer } from './LinkLayer.tsx'
import { TimelineRow } from './TimelineRow.tsx'
import type { ChartHover } from './use-chart-hover.ts'
import type { ChartLayout } from './use-chart-layout.ts'
import type { ChartPointer, LinkDraft } from './use-chart-pointer.ts'
import type { RowFocus } from './use-row-focus.ts'
import type { ChartRows } from './use-rows.ts'
import { HEADER_HEIGHT, type Viewport } from './use-viewport.ts'

interface ChartBodyProps {
  body: RefObject<HTMLDivElement | null>
  layout: ChartLayout
  chart: ChartRows
  scale: TimeScale
  level: ZoomLevel
  viewport: Viewport
  display: ChartDisplay
  labels: GanttLabels
  pointer: ChartPointer
  focus: RowFocus
  activeIndex: number
  hover: ChartHover
  canEdit: boolean
  canLink: boolean
  barId: (index: number) => string
  height: number
  chartWidth: number
  onClick: (event: MouseEvent) => void
}

/** Everything under the time axis: shading, dependencies, bars, today. */
export function ChartBody(props: ChartBodyProps) {
  const { layout, chart, scale, level, viewport, display, labels, pointer, focus, activeIndex, hover } = props
  const { calendar, today } = chart
  const visibleHeight = Math.max(0, viewport.height - HEADER_HEIGHT)
  const top = viewport.firstRow * ROW_HEIGHT
  const linksHeight = Math.max(
    0,
    (Math.min(viewport.endRow, chart.rows.length) - viewport.firstRow) * ROW_HEIGHT,
  )
  const activeTask = chart.rows[activeIndex]
  const className = `yg-body${hover.linkId === null ? '' : ' is-on-link'}`
  return (
    <div
      ref={props.body}
      className={className}
      style={{ height: props.height, minHeight: visibleHeight }}
      onPointerDown={pointer.onPointerDown}
      onClick={props.onClick}
    >
      <Backdrop
        scale={scale}
        level={level}
        left={viewport.left}
        right={viewport.right}
        height={visibleHeight}
        calendar={calendar}
        labels={labels}
        today={today}
      />
      <i className="yg-hover" />
      <LinkLayer
        links={layout.links}
        pickedLink={hover.linkId}
        activeTask={
          hover.barKey?.startsWith('t:')
            ? hover.barKey.slice(2)
            : activeTask?.kind === 'task' && focus.selected.has(activeTask.key)
              ? activeTask.id
              : null
        }
        left={viewport.left}
        top={top}
        width={viewport.right - viewport.left}
        height={linksHeight}
      />
      {layout.placed.map(({ row, index, override, isShown, labelX, hasBacking }) => (
        <TimelineRow
          key={row.key}
          row={row}
          index={index}
          barId={props.barId(index)}
          scale={scale}
          today={today}
          calendar={calendar}
          labels={labels}
          override={override}
          isShown={isShown}
          labelX={labelX}
          hasBacking={hasBacking}
          isSelected={focus.selected.has(row.key)}
          isActive={index === activeIndex}
          isHandled={hover.barKey === row.key}
          canEdit={props.canEdit}
          canLink={props.canLink}
          isLinkTarget={pointer.draft?.target?.row.key === row.key}
          showBaseline={display.baseline}
          showActual={display.actual}
        />
      ))}
      {pointer.draft && <DraftLine draft={pointer.draft} scale={scale} today={today} chart={chart} />}
      <EdgeMarks marks={layout.marks} width={props.chartWidth} labels={labels} />
      <div className="yg-front" aria-hidden="true">
        <div className="yg-today" style={{ left: xOf(scale, today + 0.5), height: visibleHeight }}>
          {level !== 'day' && (
            <span>
              {labels.toolbar.today} {formatDay(today).slice(5)}
            </span>
          )}
        </div>
      </div>
    </div>
  )
}

/** The line from a bar's end to the pointer while a dependency is drawn. */
function DraftLine({
  draft,
  scale,
  today,
  chart,
}: {
  draft: LinkDraft
  scale: TimeScale
  today: number
  chart: ChartRows
}) {
  const { bar } = barGeometry(draft.from, scale, today, null)
  if (!bar) return null
  const x = draft.fromSide === 'end' ? bar.right : bar.left
  const y = chart.indexOf.get(draft.from.key)! * ROW_HEIGHT + ROW_HEIGHT / 2
  const left = Math.min(x, draft.x)
  const top = Math.min(y, draft.y)
  const width = Math.abs(x - draft.x) + 1
  const height = Math.abs(y - draft.y) + 1
  return (
    <svg
      className="yg-draft"
      style={{ left, top, width, height }}
      viewBox={`${left} ${top} ${width} ${height}`}
      aria-hidden="true"
    >
      <path d={`M${x} ${y}L${draft.x} ${draft.y}`} className={draft.target ? 'has-target' : ''} />
      <circle cx={draft.x} cy={draft.y} r="3" />
    </svg>
  )
}
