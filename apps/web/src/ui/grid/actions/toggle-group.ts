import type { GridStore } from '../grid-store.ts'
import { fill } from '../labels.ts'

/** Collapse or expand the group on a line; other lines are left alone. */
export function toggleGroup(store: GridStore, index: number): void {
  const line = store.lines[index]
  if (line?.kind !== 'group') return
  const { view } = store.props
  const collapsed = line.collapsed
    ? view.collapsed.filter((id) => id !== line.group.id)
    : [...view.collapsed, line.group.id]
  store.props.onViewChange({ ...view, collapsed })
  store.announce(
    fill(line.collapsed ? store.labels.expand : store.labels.collapse, { title: line.group.title }),
  )
}
