import { memo } from 'react'
import type { GanttLabels } from '../labels/gantt-labels.ts'
import type { Column } from '../model/columns.ts'

/** Column heads of the table; the last one names the bars' column for screen readers. */
export const TreeHead = memo(function TreeHead({
  columns,
  labels,
}: {
  columns: readonly Column[]
  labels: GanttLabels
}) {
  return (
    <div className="yg-corner" role="rowgroup">
      <div className="yg-th-row" role="row" aria-rowindex={1}>
        {columns.map(({ id, width }) => (
          <div key={id} role="columnheader" className={`yg-th is-${id}`} style={{ width }}>
            {labels.columns[id]}
          </div>
        ))}
        <div role="columnheader" className="yg-only-spoken">
          {labels.columns.timeline}
        </div>
      </div>
    </div>
  )
})
