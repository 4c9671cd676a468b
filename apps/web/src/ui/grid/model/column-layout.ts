import type { GridColumn } from '../grid-types.ts'
import type { GridView } from './grid-view.ts'

/** A visible column with its place; `left` counts from the start of its own pane. */
export interface PlacedColumn {
  readonly column: GridColumn
  readonly index: number
  readonly frozen: boolean
  readonly left: number
  readonly width: number
}

export interface ColumnLayout {
  readonly columns: readonly PlacedColumn[]
  readonly frozenCount: number
  /** Width of the frozen pane, row numbers included. */
  readonly frozenWidth: number
  /** Width of the scrolling pane. */
  readonly mainWidth: number
}

export const ROW_NUMBER_WIDTH = 44
export const MIN_COLUMN_WIDTH = 48

/** All columns in the order of the view, hidden ones included. */
export function orderedColumns(
  columns: readonly GridColumn[],
  order: readonly string[],
): readonly GridColumn[] {
  if (order.length === 0) return columns
  const byField = new Map(columns.map((column) => [column.field, column]))
  const named = order.flatMap((field) => byField.get(field) ?? [])
  const seen = new Set(named.map((column) => column.field))
  return [...named, ...columns.filter((column) => !seen.has(column.field))]
}

/**
 * Visible columns with their offsets. Frozen columns shrink to none when they
 * would take more than `maxFrozenWidth` (a phone): a frozen pane as wide as the
 * window would leave nothing to scroll.
 */
export function layOutColumns(
  columns: readonly GridColumn[],
  view: GridView,
  maxFrozenWidth: number,
): ColumnLayout {
  const hidden = new Set(view.hidden)
  const visible = orderedColumns(columns, view.order).filter((column) => !hidden.has(column.field))
  const widthOf = (column: GridColumn): number =>
    Math.max(MIN_COLUMN_WIDTH, view.widths[column.field] ?? column.width)
  let frozenCount = 0
  let frozenWidth = ROW_NUMBER_WIDTH
  for (const column of visible.slice(0, view.frozen)) {
    if (frozenWidth + widthOf(column) > maxFrozenWidth) break
    frozenWidth += widthOf(column)
    frozenCount += 1
  }
  let left = ROW_NUMBER_WIDTH
  const placed = visible.map((column, index): PlacedColumn => {
    if (index === frozenCount) left = 0
    const width = widthOf(column)
    const place = { column, index, frozen: index < frozenCount, left, width }
    left += width
    return place
  })
  const last = placed.at(-1)
  const mainWidth = last === undefined || last.frozen ? 0 : last.left + last.width
  return { columns: placed, frozenCount, frozenWidth, mainWidth }
}

/**
 * Scrolling columns that touch `scrollLeft … scrollLeft + viewWidth` of the main
 * pane, with `overscan` pixels on both sides.
 * @returns indexes first..last, inclusive; last < first when there is none
 */
export function visibleColumns(
  layout: ColumnLayout,
  scrollLeft: number,
  viewWidth: number,
  overscan: number,
): { first: number; last: number } {
  const from = scrollLeft - overscan
  const to = scrollLeft + viewWidth + overscan
  let first = layout.frozenCount
  const { columns } = layout
  while (first < columns.length) {
    const place = columns[first]
    if (place === undefined || place.left + place.width > from) break
    first += 1
  }
  let last = first - 1
  while (last + 1 < columns.length) {
    const place = columns[last + 1]
    if (place === undefined || place.left >= to) break
    last += 1
  }
  return { first, last }
}

/** Move `field` to stand before `beforeField` (null = last) in the full order. */
export function moveColumn(
  columns: readonly GridColumn[],
  order: readonly string[],
  field: string,
  beforeField: string | null,
): readonly string[] {
  const fields = orderedColumns(columns, order)
    .map((column) => column.field)
    .filter((name) => name !== field)
  const at = beforeField === null ? fields.length : fields.indexOf(beforeField)
  return at < 0 ? fields.concat(field) : fields.toSpliced(at, 0, field)
}
