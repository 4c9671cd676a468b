import type { GridColumn, GridGroup, GridRow } from '../grid-types.ts'
import { filterRows } from './filter-rows.ts'
import type { GridView } from './grid-view.ts'
import { sortRows } from './sort-rows.ts'

/** One line of the grid as shown. */
export type DisplayRow =
  | {
      readonly kind: 'group'
      readonly group: GridGroup
      readonly rows: readonly GridRow[]
      readonly collapsed: boolean
    }
  | { readonly kind: 'row'; readonly row: GridRow; readonly number: number; readonly groupId: string | null }
  | { readonly kind: 'append'; readonly groupId: string | null }

export interface DisplayInput {
  readonly rows: readonly GridRow[]
  readonly groups: readonly GridGroup[]
  readonly columns: ReadonlyMap<string, GridColumn>
  readonly view: GridView
  readonly locale: string
  /** Title of the group of rows that have none. */
  readonly noGroupTitle: string
  readonly canAppend: boolean
  /** Rows that stay visible whatever the filter says. */
  readonly kept: ReadonlySet<string>
  /** Where a row stood before; keeps rows in place while their sort column is edited. */
  readonly previousOrder: ReadonlyMap<string, number> | null
}

export interface DisplayResult {
  readonly lines: readonly DisplayRow[]
  /** Data rows after filter and sort, collapsed ones included. */
  readonly rows: readonly GridRow[]
  readonly order: ReadonlyMap<string, number>
}

/** Rows known before keep their order; new ones stand where the data puts them, behind their predecessor. */
function keepOrder(rows: readonly GridRow[], order: ReadonlyMap<string, number>): readonly GridRow[] {
  let last = -1
  const placed = rows.map((row, index) => {
    const before = order.get(row.id)
    if (before !== undefined) last = before
    return { row, index, rank: before ?? last + 0.5 }
  })
  placed.sort((a, b) => a.rank - b.rank || a.index - b.index)
  return placed.map(({ row }) => row)
}

/**
 * Rows as lines: filter, sort, group (groups in their given order, rows without
 * a group last), collapse, and a line to append at the end.
 */
export function displayRows(input: DisplayInput): DisplayResult {
  const { view, groups } = input
  const filtered = filterRows(input.rows, view.filters, input.columns, input.kept)
  const rows =
    view.sort.length === 0
      ? filtered
      : input.previousOrder === null
        ? sortRows(filtered, view.sort, input.columns, input.locale)
        : keepOrder(filtered, input.previousOrder)
  const order = new Map(rows.map((row, index) => [row.id, index]))
  const lines: DisplayRow[] = []
  let number = 0
  if (!view.grouped || groups.length === 0) {
    for (const row of rows) lines.push({ kind: 'row', row, number: ++number, groupId: row.groupId })
    if (input.canAppend)
      lines.push({ kind: 'append', groupId: rows.at(-1)?.groupId ?? groups.at(-1)?.id ?? null })
    return { lines, rows, order }
  }
  const members = new Map<string | null, GridRow[]>(groups.map((group) => [group.id, []]))
  const loose: GridRow[] = []
  for (const row of rows) (members.get(row.groupId) ?? loose).push(row)
  const collapsed = new Set(view.collapsed)
  const filtering = view.filters.length > 0
  const sections: { group: GridGroup; groupId: string | null; rows: GridRow[] }[] = groups.map((group) => ({
    group,
    groupId: group.id,
    rows: members.get(group.id) ?? [],
  }))
  if (loose.length > 0)
    sections.push({ group: { id: '', title: input.noGroupTitle }, groupId: null, rows: loose })
  const inOrder: GridRow[] = []
  for (const section of sections) {
    // A phase without tasks is worth seeing, unless a filter emptied it.
    if (section.rows.length === 0 && filtering) continue
    const isCollapsed = collapsed.has(section.group.id)
    lines.push({ kind: 'group', group: section.group, rows: section.rows, collapsed: isCollapsed })
    for (const row of section.rows) {
      number += 1
      inOrder.push(row)
      if (!isCollapsed) lines.push({ kind: 'row', row, number, groupId: section.groupId })
    }
  }
  if (input.canAppend)
    lines.push({ kind: 'append', groupId: sections.at(-1)?.groupId ?? groups.at(-1)?.id ?? null })
  return { lines, rows: inOrder, order }
}
