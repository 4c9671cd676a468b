/** A cell by its line and its place among the visible columns. */
export interface CellPosition {
  readonly line: number
  readonly column: number
}

/** A rectangle of cells, all four bounds inclusive. */
export interface CellRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/**
 * What is selected. `active` is where typing goes; the current range spans from
 * `anchor` to `head`; `others` are earlier ranges added with Ctrl+click.
 * `tabColumn` remembers where a row of Tabs began, so that Enter returns there.
 */
export interface GridSelection {
  readonly active: CellPosition
  readonly anchor: CellPosition
  readonly head: CellPosition
  readonly others: readonly CellRange[]
  readonly tabColumn: number | null
}

export function boxOf(a: CellPosition, b: CellPosition): CellRange {
  return {
    top: Math.min(a.line, b.line),
    bottom: Math.max(a.line, b.line),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  }
}

export function selectCell(position: CellPosition): GridSelection {
  return { active: position, anchor: position, head: position, others: [], tabColumn: null }
}

/** The range being drawn now. */
export const currentRange = (selection: GridSelection): CellRange => boxOf(selection.anchor, selection.head)

/** All ranges, the current one last. */
export const allRanges = (selection: GridSelection): readonly CellRange[] => [
  ...selection.others,
  currentRange(selection),
]

export const rangeHas = (range: CellRange, line: number, column: number): boolean =>
  line >= range.top && line <= range.bottom && column >= range.left && column <= range.right

export const isSingleCell = (range: CellRange): boolean =>
  range.top === range.bottom && range.left === range.right

export function isSelected(selection: GridSelection, line: number, column: number): boolean {
  return (
    rangeHas(currentRange(selection), line, column) ||
    selection.others.some((range) => rangeHas(range, line, column))
  )
}

/** Extend the current range to `head`; the active cell stays. */
export const extendTo = (selection: GridSelection, head: CellPosition): GridSelection => ({
  ...selection,
  head,
  tabColumn: null,
})

/** Ctrl+click: keep what is selected and begin another range. */
export function addRange(selection: GridSelection, position: CellPosition): GridSelection {
  return { active: position, anchor: position, head: position, others: allRanges(selection), tabColumn: null }
}

/**
 * Next cell inside a selected range for Tab (`byRow`) and Enter, wrapping at its
 * ends, like a spreadsheet.
 */
export function nextInRange(
  range: CellRange,
  active: CellPosition,
  byRow: boolean,
  step: 1 | -1,
): CellPosition {
  const width = range.right - range.left + 1
  const height = range.bottom - range.top + 1
  const count = width * height
  const row = active.line - range.top
  const column = active.column - range.left
  const at = byRow ? row * width + column : column * height + row
  const next = (at + step + count) % count
  return byRow
    ? { line: range.top + Math.floor(next / width), column: range.left + (next % width) }
    : { line: range.top + (next % height), column: range.left + Math.floor(next / height) }
}

/** The same selection inside smaller bounds; null when nothing is left. */
export function clampSelection(
  selection: GridSelection,
  lines: number,
  columns: number,
): GridSelection | null {
  if (lines === 0 || columns === 0) return null
  const clamp = ({ line, column }: CellPosition): CellPosition => ({
    line: Math.min(line, lines - 1),
    column: Math.min(column, columns - 1),
  })
  return {
    active: clamp(selection.active),
    anchor: clamp(selection.anchor),
    head: clamp(selection.head),
    others: selection.others.filter((range) => range.bottom < lines && range.right < columns),
    tabColumn: selection.tabColumn,
  }
}
