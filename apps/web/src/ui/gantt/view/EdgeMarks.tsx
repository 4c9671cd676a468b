import { memo } from 'react'
import type { GanttLabels } from '../labels/gantt-labels.ts'
import { ROW_HEIGHT } from '../model/bar-geometry.ts'
import { formatDay } from '../model/day-number.ts'
import { rowName } from '../model/describe.ts'
import type { GanttRow } from '../model/rows.ts'

export interface EdgeMark {
  row: GanttRow
  index: number
  side: 'left' | 'right'
}

interface EdgeMarksProps {
  marks: readonly EdgeMark[]
  width: number
  labels: GanttLabels
}

/** For each row whose bar lies beyond an edge: where it is, and a way there (key S does the same). */
export const EdgeMarks = memo(function EdgeMarks({ marks, width, labels }: EdgeMarksProps) {
  return (
    <div className="yg-edges" style={{ width }} aria-hidden="true">
      {marks.map(({ row, index, side }) => (
        <button
          key={row.key}
          type="button"
          tabIndex={-1}
          className={`yg-edge is-${side}`}
          style={{ top: index * ROW_HEIGHT }}
          data-show={row.key}
          title={labels.goTo(rowName(row, labels))}
        >
          {side === 'left' ? `‹ ${short(row.days.end)}` : `${short(row.days.start)} ›`}
        </button>
      ))}
    </div>
  )
})

function short(day: number | null): string {
  return day === null ? '' : formatDay(day).slice(5)
}
