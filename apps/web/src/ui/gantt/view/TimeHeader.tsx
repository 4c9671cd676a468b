import { memo } from 'react'
import type { ZoomLevel } from '../gantt-types.ts'
import type { GanttLabels } from '../labels/gantt-labels.ts'
import type { CalendarIndex } from '../model/calendar-index.ts'
import { formatDay, weekdayOf, type DayNumber } from '../model/day-number.ts'
import { headerRows, type HeaderCell } from '../model/header-labels.ts'
import { dayAt, type TimeScale } from '../model/time-scale.ts'

interface TimeHeaderProps {
  scale: TimeScale
  level: ZoomLevel
  left: number
  right: number
  calendar: CalendarIndex
  labels: GanttLabels
  today: DayNumber
  planStart: DayNumber | null
  tableWidth: number
}

/** Both rows of the time axis; the rows' bars carry the dates for screen readers, so this is drawn only. */
export const TimeHeader = memo(function TimeHeader(props: TimeHeaderProps) {
  const { scale, level, left, right, labels, planStart, tableWidth } = props
  const from = Math.max(scale.start, dayAt(scale, left))
  const to = Math.min(scale.end, dayAt(scale, right) + 1)
  const { upper, lower } = headerRows(scale, level, from, to, labels.header, planStart)
  return (
    <div className="yg-axis" style={{ width: scale.width }} aria-hidden="true">
      {upper.map((cell) => (
        <div key={cell.start} className="yg-axis-upper" style={{ left: cell.x, width: cell.width }}>
          <span style={{ left: tableWidth + 8 }}>{cell.label}</span>
        </div>
      ))}
      {lower.map((cell) =>
        level === 'day' ? (
          <DayCell key={cell.start} cell={cell} {...props} />
        ) : (
          <PlainCell key={cell.start} cell={cell} today={props.today} />
        ),
      )}
    </div>
  )
})

function PlainCell({ cell, today }: { cell: HeaderCell; today: DayNumber }) {
  const isNow = today >= cell.start && today < cell.end
  const className = `yg-axis-lower${cell.detail ? ' is-double' : ''}${isNow ? ' is-now' : ''}`
  return (
    <div className={className} style={{ left: cell.x, width: cell.width }} title={formatDay(cell.start)}>
      {cell.detail ? (
        <>
          <b>{cell.label}</b>
          <span>{cell.detail}</span>
        </>
      ) : (
        cell.label
      )}
    </div>
  )
}

/** Day of the month over its weekday; a statutory day off says 休, a worked weekend 班. */
function DayCell({ cell, calendar, labels, today }: { cell: HeaderCell } & TimeHeaderProps) {
  const info = calendar.dayInfo(cell.start)
  const mark = info.isMakeUp
    ? labels.header.makeUpDay
    : !info.isWorking && info.name
      ? labels.header.dayOff
      : null
  const weekday = weekdayOf(cell.start)
  const title = [
    labels.date(formatDay(cell.start)),
    labels.weekday(weekday),
    info.name,
    mark,
    info.isPublished === false ? labels.header.notPublished : null,
  ]
    .filter(Boolean)
    .join(' · ')
  const state = [
    'yg-axis-lower is-double is-day',
    info.isWorking ? '' : 'is-off',
    info.isMakeUp ? 'is-makeup' : '',
    cell.start === today ? 'is-today' : '',
  ].join(' ')
  return (
    <div className={state} style={{ left: cell.x, width: cell.width }} title={title}>
      <b>{cell.label}</b>
      <span>{mark ?? labels.header.weekdays[weekday]}</span>
    </div>
  )
}
