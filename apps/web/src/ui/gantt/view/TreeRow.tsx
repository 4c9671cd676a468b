import { memo } from 'react'
import type { GanttLabels } from '../labels/gantt-labels.ts'
import { ROW_HEIGHT } from '../model/bar-geometry.ts'
import type { Column } from '../model/columns.ts'
import { formatDay, type DayNumber } from '../model/day-number.ts'
import { rowName } from '../model/describe.ts'
import type { GanttRow } from '../model/rows.ts'

interface TreeRowProps {
  row: GanttRow
  index: number
  columns: readonly Column[]
  labels: GanttLabels
  isSelected: boolean
  isActive: boolean
  /** id of the bar's cell in the chart, owned by this row */
  barId: string
  /** dates shown while the row is dragged */
  start: DayNumber | null
  end: DayNumber | null
}

/** One row of the table: name, owner, dates, days. */
export const TreeRow = memo(function TreeRow({
  row,
  index,
  columns,
  labels,
  isSelected,
  isActive,
  barId,
  start,
  end,
}: TreeRowProps) {
  const isPhase = row.kind === 'phase'
  const className = [
    'yg-tr',
    isPhase ? 'is-phase' : '',
    isSelected ? 'is-selected' : '',
    isActive ? 'is-active' : '',
  ].join(' ')
  return (
    <div
      role="row"
      className={className}
      style={{ top: index * ROW_HEIGHT }}
      data-key={row.key}
      tabIndex={isActive ? 0 : -1}
      aria-level={row.level}
      aria-setsize={row.siblings}
      aria-posinset={row.position}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      {...(isPhase ? { 'aria-expanded': !row.isCollapsed } : {})}
      aria-owns={barId}
    >
      {columns.map(({ id, width }) => (
        <div
          key={id}
          role={id === 'name' ? 'rowheader' : 'gridcell'}
          className={`yg-td is-${id}`}
          style={{ width }}
        >
          {id === 'name' ? <NameCell row={row} labels={labels} /> : cellText(id, row, start, end)}
        </div>
      ))}
    </div>
  )
})

function NameCell({ row, labels }: { row: GanttRow; labels: GanttLabels }) {
  const name = rowName(row, labels)
  if (row.kind === 'task') {
    const { status, delayedDays, isMilestone } = row.task
    return (
      <>
        <i
          className={`yg-dot is-${delayedDays ? 'late' : status}${isMilestone ? ' is-milestone' : ''}${row.level === 1 ? ' is-top' : ''}`}
          title={labels.status[status]}
        />
        <span className="yg-name" title={name}>
          {name}
        </span>
      </>
    )
  }
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className="yg-toggle"
        data-toggle={row.id}
        aria-label={row.isCollapsed ? labels.expand(name) : labels.collapse(name)}
      >
        <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
          <path d="M2 3.5 5 7l3-3.5" />
        </svg>
      </button>
      <span className="yg-name" title={name}>
        {name}
      </span>
      <span className="yg-count">{row.taskCount}</span>
    </>
  )
}

function cellText(id: Column['id'], row: GanttRow, start: DayNumber | null, end: DayNumber | null): string {
  switch (id) {
    case 'owner':
      return row.kind === 'task' ? (row.task.owner ?? '—') : ''
    case 'start':
      return start === null || (row.kind === 'task' && row.days.missing === 'start') ? '—' : formatDay(start)
    case 'end':
      return end === null || (row.kind === 'task' && row.days.missing === 'end') ? '—' : formatDay(end)
    case 'days':
      if (row.kind === 'task' && row.task.isMilestone) return ''
      return start === null || end === null ? '—' : String(end - start + 1)
    case 'name':
      return ''
  }
}
