import { memo } from 'react'
import type { ZoomLevel } from '../gantt-types.ts'
import type { GanttLabels } from '../labels/gantt-labels.ts'
import type { CalendarIndex } from '../model/calendar-index.ts'
import type { DayNumber } from '../model/day-number.ts'
import { headerRows } from '../model/header-labels.ts'
import { dayAt, xOf, type TimeScale } from '../model/time-scale.ts'
import { estimateTextWidth } from '../model/text-width.ts'

/** below this width of a day the weekends would be a moiré, not information */
const SHADING_FROM = 3

interface BackdropProps {
  scale: TimeScale
  level: ZoomLevel
  left: number
  right: number
  height: number
  calendar: CalendarIndex
  labels: GanttLabels
  today: DayNumber
}

/** Days off and the lines of the axis. It sticks to the top of the chart: scrolling rows never repaints it. */
export const Backdrop = memo(function Backdrop({
  scale,
  level,
  left,
  right,
  height,
  calendar,
  labels,
  today,
}: BackdropProps) {
  const from = Math.max(scale.start, dayAt(scale, left))
  const to = Math.min(scale.end, dayAt(scale, right) + 1)
  const { upper, lower } = headerRows(scale, level, from, to, labels.header, null)
  const runs = scale.dayWidth >= SHADING_FROM ? calendar.offRuns(from, to) : []
  return (
    <div className={`yg-back is-${level}`} aria-hidden="true">
      <div style={{ height }}>
        {runs.map(({ start, end, name }) => {
          const width = (end - start) * scale.dayWidth
          const isNamed = name !== null && estimateTextWidth(name, 11) + 8 <= width
          return (
            <div
              key={start}
              className={name ? 'yg-off is-holiday' : 'yg-off'}
              style={{ left: xOf(scale, start), width }}
            >
              {isNamed && <span>{name}</span>}
            </div>
          )
        })}
        {lower.map(({ start, x }) => (
          <i key={start} className="yg-line" style={{ left: x }} />
        ))}
        {upper.map(({ start, x }) => (
          <i key={start} className="yg-line is-strong" style={{ left: x }} />
        ))}
        {level === 'day' && (
          <div className="yg-today-column" style={{ left: xOf(scale, today), width: scale.dayWidth }} />
        )}
      </div>
    </div>
  )
})
