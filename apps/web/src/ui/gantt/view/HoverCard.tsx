import { useLayoutEffect, useRef } from 'react'
import type { GanttLabels } from '../labels/gantt-labels.ts'
import type { CalendarIndex } from '../model/calendar-index.ts'
import { formatDay, type DayNumber } from '../model/day-number.ts'
import { rowName } from '../model/describe.ts'
import type { GanttRow } from '../model/rows.ts'

interface HoverCardProps {
  row: GanttRow
  x: number
  y: number
  calendar: CalendarIndex
  labels: GanttLabels
  /** worst broken dependency of the task in days */
  conflictDays: number
  readOnlyReason: string | null
}

/** Everything a bar says, shown when the pointer rests on it. Screen readers get the same from the bar's cell. */
export function HoverCard({ row, x, y, calendar, labels, conflictDays, readOnlyReason }: HoverCardProps) {
  const card = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = card.current!
    const left = Math.min(x + 12, window.innerWidth - element.offsetWidth - 8)
    const top = y + 22 + element.offsetHeight > window.innerHeight ? y - element.offsetHeight - 14 : y + 22
    element.style.transform = `translate(${Math.max(8, left)}px, ${Math.max(8, top)}px)`
  }, [x, y])
  const { days } = row
  const task = row.kind === 'task' ? row.task : null
  const progress = task ? task.progress : row.kind === 'phase' ? (row.phase?.progress ?? null) : null
  return (
    <div ref={card} className="yg-card" aria-hidden="true">
      <strong>{rowName(row, labels)}</strong>
      {task && (
        <div className="yg-card-sub">
          {task.owner ?? labels.noOwner} · {labels.status[task.status]}
          {task.delayedDays ? <b> · {labels.delayed(task.delayedDays)}</b> : null}
        </div>
      )}
      <dl>
        <Line
          term={task?.isMilestone ? labels.milestone : labels.planned}
          start={task?.isMilestone ? null : days.start}
          end={days.end}
        />
        {row.kind === 'task' && (row.days.actualStart !== null || row.days.actualEnd !== null) && (
          <Line
            term={labels.actual}
            start={row.days.actualStart}
            end={row.days.actualEnd}
            open={row.days.actualEnd === null ? labels.ongoing : ''}
          />
        )}
        {row.kind === 'task' && row.days.baselineEnd !== null && (
          <Line term={labels.baseline} start={row.days.baselineStart} end={row.days.baselineEnd} />
        )}
        {days.start !== null && days.end !== null && !task?.isMilestone && (
          <div>
            <dt>{labels.columns.days}</dt>
            <dd>
              {labels.days(days.end - days.start + 1)} ·{' '}
              {labels.workdays(calendar.workdaysBetween(days.start, days.end))}
            </dd>
          </div>
        )}
        {progress !== null && (
          <div>
            <dt>{labels.progress}</dt>
            <dd>{Math.round(progress * 100)}%</dd>
          </div>
        )}
      </dl>
      {row.kind === 'task' && row.days.missing && (
        <p>▲ {row.days.missing === 'start' ? labels.missingStart : labels.missingEnd}</p>
      )}
      {row.kind === 'task' && row.days.isInverted && <p>▲ {labels.inverted}</p>}
      {conflictDays > 0 && <p>▲ {labels.conflict(conflictDays)}</p>}
      {readOnlyReason && <p className="is-quiet">{readOnlyReason}</p>}
    </div>
  )
}

function Line({
  term,
  start,
  end,
  open = '',
}: {
  term: string
  start: DayNumber | null
  end: DayNumber | null
  open?: string
}) {
  const text = [start, end].filter((day) => day !== null).map((day) => formatDay(day))
  return (
    <div>
      <dt>{term}</dt>
      <dd>{[...text, open].filter(Boolean).join(' → ')}</dd>
    </div>
  )
}
