/** Columns of the table beside the chart, in their order on screen. */
export type ColumnId = 'name' | 'owner' | 'start' | 'end' | 'days'

export interface Column {
  id: ColumnId
  width: number
}

const NAME_MIN = 176
const OPTIONAL: readonly { id: ColumnId; width: number; rank: number }[] = [
  { id: 'owner', width: 76, rank: 2 },
  { id: 'start', width: 84, rank: 0 },
  { id: 'end', width: 84, rank: 1 },
  { id: 'days', width: 52, rank: 3 },
]

export const MIN_TABLE_WIDTH = 104
export const DEFAULT_TABLE_WIDTH = NAME_MIN + 76 + 84 + 84 + 52 + 32

/** Columns that fit a table width: the name always, then start, end, owner, days; the name takes what is left. */
export function columnsFor(tableWidth: number): Column[] {
  let left = tableWidth - NAME_MIN
  const fitting = new Set<ColumnId>()
  for (const { id, width } of OPTIONAL.toSorted((a, b) => a.rank - b.rank)) {
    if (width > left) break
    left -= width
    fitting.add(id)
  }
  const others = OPTIONAL.filter(({ id }) => fitting.has(id)).map(({ id, width }) => ({ id, width }))
  const taken = others.reduce((sum, { width }) => sum + width, 0)
  return [{ id: 'name', width: tableWidth - taken }, ...others]
}
