import type { RefObject } from 'react'
import type { GanttLabels } from '../labels/gantt-labels.ts'
import type { CalendarIndex } from '../model/calendar-index.ts'
import { formatDay, weekdayOf, type DayNumber } from '../model/day-number.ts'
import { rowName } from '../model/describe.ts'
import { overrideOf, type DayEdit } from '../model/drag.ts'
import { linkTypeOf } from '../model/link-type.ts'
import type { LinkDraft } from './use-chart-pointer.ts'

interface DragTipProps {
  tip: RefObject<HTMLDivElement | null>
  edit: DayEdit | null
  draft: LinkDraft | null
  /** dependencies the shown dates would break, and the days of the worst */
  conflicts: { count: number; days: number }
  calendar: CalendarIndex
  labels: GanttLabels
}

/** The consequence of a drag, beside the pointer: new dates, days, working days, how many tasks, what it breaks. */
export function DragTip({ tip, edit, draft, conflicts, calendar, labels }: DragTipProps) {
  if (!edit && !draft) return null
  return (
    <div ref={tip} className="yg-tip" aria-hidden="true">
      {draft ? (
        <LinkText draft={draft} labels={labels} />
      ) : (
        <EditText edit={edit!} calendar={calendar} labels={labels} />
      )}
      {conflicts.count > 0 && <div className="yg-tip-bad">▲ {labels.conflict(conflicts.days)}</div>}
    </div>
  )
}

function LinkText({ draft, labels }: { draft: LinkDraft; labels: GanttLabels }) {
  const { from, fromSide, target } = draft
  return (
    <>
      <strong>
        {from.task.name}
        {target ? ` → ${target.row.task.name}` : ' →'}
      </strong>
      {target && <div>{labels.linkType[linkTypeOf(fromSide, target.side)]}</div>}
    </>
  )
}

function EditText({
  edit,
  calendar,
  labels,
}: {
  edit: DayEdit
  calendar: CalendarIndex
  labels: GanttLabels
}) {
  const row = edit.rows[0]!
  const to = overrideOf(row, edit)
  if (!to) return null
  const name = rowName(row, labels)
  if (edit.kind === 'progress')
    return (
      <>
        <strong>{name}</strong>
        <div className="yg-tip-big">{Math.round((to.progress ?? 0) * 100)}%</div>
      </>
    )
  const { start, end } = to
  const isMilestone = row.kind === 'task' && row.task.isMilestone
  return (
    <>
      <strong>{name}</strong>
      <div className="yg-tip-big">
        {!isMilestone && (
          <>
            <DayText day={start!} changed={start !== row.days.start} labels={labels} />
            <span> → </span>
          </>
        )}
        <DayText day={end!} changed={end !== row.days.end} labels={labels} />
      </div>
      <div>
        {!isMilestone &&
          `${labels.days(end! - start! + 1)} · ${labels.workdays(calendar.workdaysBetween(start!, end!))}`}
        {edit.deltaDays !== 0 && edit.kind !== 'draw' && (
          <b>{edit.deltaDays > 0 ? ` +${edit.deltaDays}` : ` −${-edit.deltaDays}`}</b>
        )}
      </div>
      {edit.rows.length > 1 && (
        <div>{labels.movedMany(edit.rows.filter((one) => one.kind === 'task').length, edit.deltaDays)}</div>
      )}
      <OffNote day={start!} calendar={calendar} labels={labels} />
      {end !== start && <OffNote day={end!} calendar={calendar} labels={labels} />}
    </>
  )
}

function DayText({ day, changed, labels }: { day: DayNumber; changed: boolean; labels: GanttLabels }) {
  return (
    <span className={changed ? 'is-changed' : ''}>
      {formatDay(day)} {labels.weekday(weekdayOf(day))}
    </span>
  )
}

/** Says when an end falls on a statutory day off or on a worked weekend. */
function OffNote({
  day,
  calendar,
  labels,
}: {
  day: DayNumber
  calendar: CalendarIndex
  labels: GanttLabels
}) {
  const info = calendar.dayInfo(day)
  if (!info.name && !info.isMakeUp) return null
  return (
    <div className="yg-tip-note">
      {labels.date(formatDay(day))} {info.name}{' '}
      {info.isMakeUp ? labels.header.makeUpDay : labels.header.dayOff}
    </div>
  )
}
