import { memo } from 'react'
import type { GanttLabels } from '../labels/gantt-labels.ts'
import { barGeometry, ROW_HEIGHT, type BarGeometry, type DayOverride } from '../model/bar-geometry.ts'
import type { CalendarIndex } from '../model/calendar-index.ts'
import type { DayNumber } from '../model/day-number.ts'
import { describeBar } from '../model/describe.ts'
import type { GanttRow } from '../model/rows.ts'
import type { TimeScale } from '../model/time-scale.ts'
import { labelParts } from '../model/row-label.ts'

interface TimelineRowProps {
  row: GanttRow
  index: number
  barId: string
  scale: TimeScale
  today: DayNumber
  calendar: CalendarIndex
  labels: GanttLabels
  override: DayOverride | null
  /** false: the bar lies outside the rendered part of the axis */
  isShown: boolean
  isSelected: boolean
  isActive: boolean
  /** the pointer is on its bar: handles are shown */
  isHandled: boolean
  canEdit: boolean
  canLink: boolean
  isLinkTarget: boolean
  labelX: number
  hasBacking: boolean
  showBaseline: boolean
  showActual: boolean
}

/** The chart's part of a row: baseline, actual dates, bar with progress and handles, label. */
export const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { row, index, barId, scale, today, calendar, labels, override, isShown, isSelected, isActive } = props
  const geometry = barGeometry(row, scale, today, override)
  const isUndated = geometry.kind === 'none'
  const className = [
    'yg-row',
    isSelected ? 'is-selected' : '',
    isActive ? 'is-active' : '',
    props.isLinkTarget ? 'is-target' : '',
  ].join(' ')
  return (
    <div
      id={barId}
      role="gridcell"
      className={className}
      style={{ top: index * ROW_HEIGHT, width: scale.width }}
      data-key={row.key}
      {...(isUndated && row.kind === 'task' && props.canEdit ? { 'data-hit': 'draw' } : {})}
    >
      <span className="yg-only-spoken">{describeBar(row, calendar, labels)}</span>
      {isShown && <Drawn {...props} geometry={geometry} />}
      {isUndated && row.kind === 'task' && <Undated {...props} />}
    </div>
  )
})

function Drawn({
  row,
  geometry,
  labels,
  labelX,
  hasBacking,
  showBaseline,
  showActual,
  ...rest
}: TimelineRowProps & { geometry: BarGeometry }) {
  const { kind, bar, progressRight, actual, baseline, overruns } = geometry
  const task = row.kind === 'task' ? row.task : null
  const words = labelParts(row, labels)
  return (
    <>
      {showBaseline && baseline && (
        <i
          className={task?.isMilestone ? 'yg-base is-milestone' : 'yg-base'}
          style={{ left: baseline.left, width: baseline.right - baseline.left }}
        />
      )}
      {overruns.map(({ left, right }) => (
        <i key={left} className="yg-overrun" style={{ left, width: right - left }} title={labels.overrun} />
      ))}
      {showActual && actual && (
        <i
          className={actual.isOpen ? 'yg-actual is-open' : 'yg-actual'}
          style={{ left: actual.left, width: actual.right - actual.left }}
        />
      )}
      {bar && (
        <div
          className={barClass(row, kind, rest.override !== null)}
          data-hit={rest.canEdit ? 'move' : 'none'}
          style={{ left: bar.left, width: bar.right - bar.left }}
        >
          {progressRight !== null && (
            <i className="yg-progress" style={{ width: progressRight - bar.left }} />
          )}
          {rest.isHandled && (
            <Handles
              kind={kind}
              width={bar.right - bar.left}
              progress={progressRight === null ? null : progressRight - bar.left}
              canEdit={rest.canEdit}
              canLink={rest.canLink && row.kind === 'task'}
            />
          )}
        </div>
      )}
      {bar && (
        <span
          aria-hidden="true"
          className={`yg-label${hasBacking ? ' has-backing' : ''}${row.kind === 'phase' ? ' is-phase' : ''}`}
          style={{ left: labelX }}
        >
          {words.name}
          {words.note !== null && <small>{words.note}</small>}
          {words.alarm !== null && <b>{words.alarm}</b>}
        </span>
      )}
    </>
  )
}

function barClass(row: GanttRow, kind: BarGeometry['kind'], isDragged: boolean): string {
  const classes = ['yg-bar', `is-${kind}`]
  if (isDragged) classes.push('is-dragged')
  if (row.kind === 'task') {
    classes.push(`s-${row.task.status}`)
    if (row.task.delayedDays) classes.push('is-late')
    if (row.days.missing) classes.push(`is-open-${row.days.missing}`)
    if (row.days.isInverted) classes.push('is-inverted')
  }
  return classes.join(' ')
}

function Handles({
  kind,
  width,
  progress,
  canEdit,
  canLink,
}: {
  kind: BarGeometry['kind']
  width: number
  progress: number | null
  canEdit: boolean
  canLink: boolean
}) {
  const canResize = canEdit && kind !== 'milestone' && width >= 18
  return (
    <>
      {canResize && <i className="yg-grip is-start" data-hit="resize-start" />}
      {canResize && <i className="yg-grip is-end" data-hit="resize-end" />}
      {canEdit && kind === 'bar' && width >= 18 && (
        <i className="yg-knob" data-hit="progress" style={{ left: progress ?? 0 }} />
      )}
      {canLink && <i className="yg-port is-start" data-hit="link-start" />}
      {canLink && <i className="yg-port is-end" data-hit="link-end" />}
    </>
  )
}

function Undated({ row, labels, canEdit }: TimelineRowProps) {
  const reason = row.kind === 'task' ? row.task.unscheduledReason : null
  return (
    <span className="yg-undated">
      <span aria-hidden="true">{reason ? `${labels.unscheduled}: ${reason}` : labels.unscheduled}</span>
      {canEdit && (
        <button type="button" tabIndex={-1} data-dates={row.key}>
          {labels.setDates}
        </button>
      )}
      {canEdit && <em aria-hidden="true">{labels.drawHint}</em>}
    </span>
  )
}
