import { useCallback, useMemo, useState } from 'react'
import type { GanttLabels } from '../labels/gantt-labels.ts'
import type { GanttRow, TaskRow } from '../model/rows.ts'
import type { Edits } from './use-edits.ts'

export interface LinkPicking {
  /** shown while a successor is being picked */
  prompt: string | null
  start: (from: TaskRow) => void
  /** True when the row was taken as the successor. */
  pick: (row: GanttRow) => boolean
  /** True when there was something to cancel. */
  cancel: () => boolean
}

/** Creating a dependency without dragging: choose the predecessor, then open or click the successor. */
export function useLinkPicking({ createLink, announce }: Edits, labels: GanttLabels): LinkPicking {
  const [from, setFrom] = useState<TaskRow | null>(null)
  const start = useCallback(
    (row: TaskRow) => {
      setFrom(row)
      announce(labels.linkPick(row.task.name))
    },
    [announce, labels],
  )
  const pick = useCallback(
    (row: GanttRow) => {
      if (!from || row.kind !== 'task') return false
      setFrom(null)
      if (row.key === from.key) announce(labels.linkCancelled)
      else createLink(from, 'end', row, 'start')
      return true
    },
    [from, createLink, announce, labels],
  )
  const cancel = useCallback(() => {
    if (!from) return false
    setFrom(null)
    announce(labels.linkCancelled)
    return true
  }, [from, announce, labels])
  return useMemo(
    () => ({ prompt: from ? labels.linkPick(from.task.name) : null, start, pick, cancel }),
    [from, labels, start, pick, cancel],
  )
}
