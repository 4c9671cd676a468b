import type { GanttLinkType } from '../gantt-types.ts'

type Side = 'start' | 'end'

/** Type of a dependency drawn from one side of the predecessor's bar to a side of the successor's. */
export function linkTypeOf(from: Side, to: Side): GanttLinkType {
  if (from === 'end') return to === 'start' ? 'FS' : 'FF'
  return to === 'start' ? 'SS' : 'SF'
}
