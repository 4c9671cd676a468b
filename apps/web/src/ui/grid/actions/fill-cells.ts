import type { CellValue } from '../grid-types.ts'
import type { GridStore } from '../grid-store.ts'
import { fill } from '../labels.ts'
import { fillSeries } from '../model/fill-series.ts'
import type { CellWrite } from '../model/paste-plan.ts'
import { currentRange, type CellRange, type GridSelection } from '../model/selection.ts'
import { writeCells } from './write-cells.ts'

const dataLines = (store: GridStore, top: number, bottom: number): readonly number[] => {
  const lines: number[] = []
  for (let line = top; line <= bottom; line += 1) if (store.lines[line]?.kind === 'row') lines.push(line)
  return lines
}

function valueAt(store: GridStore, line: number, index: number): CellValue {
  const shown = store.lines[line]
  const column = store.placed(index)?.column
  return shown?.kind === 'row' && column !== undefined ? (shown.row.values[column.field] ?? null) : null
}

function commitFill(store: GridStore, writes: readonly CellWrite[]): void {
  const n = writes.length
  void writeCells(store, writes, 'fill', fill(store.labels.stepFill, { n }))
  store.say(store.labels.filled, { n })
}

function writeAt(store: GridStore, line: number, index: number, value: CellValue, into: CellWrite[]): void {
  const shown = store.lines[line]
  const column = store.placed(index)?.column
  if (shown?.kind !== 'row' || column === undefined || store.lockReason(column, shown.row) !== null) return
  if (value === null && column.required === true) return
  into.push({ row: shown.row, column, value, unread: null })
}

/** Ctrl+D: the first line of the selection (the line above a single one) into all below it. */
export function fillDown(store: GridStore): void {
  if (store.selection === null) return
  const range = currentRange(store.selection)
  let lines = dataLines(store, range.top, range.bottom)
  if (lines.length === 1) {
    const above = dataLines(store, 0, range.top - 1).at(-1)
    if (above === undefined) return
    lines = [above, ...lines]
  }
  const [source, ...targets] = lines
  if (source === undefined) return
  const writes: CellWrite[] = []
  for (let index = range.left; index <= range.right; index += 1) {
    for (const line of targets) writeAt(store, line, index, valueAt(store, source, index), writes)
  }
  commitFill(store, writes)
}

/** Ctrl+R: the first column of the selection (the one to the left of a single one) into those of the same kind. */
export function fillRight(store: GridStore): void {
  if (store.selection === null) return
  const range = currentRange(store.selection)
  const source = range.left === range.right ? range.left - 1 : range.left
  const kind = store.placed(source)?.column.kind
  const writes: CellWrite[] = []
  for (const line of dataLines(store, range.top, range.bottom)) {
    for (let index = source + 1; index <= range.right; index += 1) {
      if (store.placed(index)?.column.kind === kind)
        writeAt(store, line, index, valueAt(store, line, source), writes)
    }
  }
  commitFill(store, writes)
}

/** The range that dragging the handle of `source` to a cell covers: the longer of the two directions wins. */
export function fillTarget(source: CellRange, line: number, column: number): CellRange | null {
  const down = line > source.bottom ? line - source.bottom : line < source.top ? source.top - line : 0
  const across =
    column > source.right ? column - source.right : column < source.left ? source.left - column : 0
  if (down === 0 && across === 0) return null
  return down >= across
    ? { ...source, top: Math.min(source.top, line), bottom: Math.max(source.bottom, line) }
    : { ...source, left: Math.min(source.left, column), right: Math.max(source.right, column) }
}

/** Drop of the fill handle: go on with the series of `source` over `target` (`copy`: repeat it). */
export function fillFrom(store: GridStore, source: CellRange, target: CellRange, copy: boolean): void {
  const writes: CellWrite[] = []
  if (target.top < source.top || target.bottom > source.bottom) {
    const from = dataLines(store, source.top, source.bottom)
    const backward = target.top < source.top
    const to = backward
      ? dataLines(store, target.top, source.top - 1).toReversed()
      : dataLines(store, source.bottom + 1, target.bottom)
    for (let index = source.left; index <= source.right; index += 1) {
      const kind = store.placed(index)?.column.kind
      if (kind === undefined) continue
      const series = fillSeries(
        from.map((line) => valueAt(store, line, index)),
        kind,
        to.length,
        { backward, copy },
      )
      for (const [offset, line] of to.entries()) writeAt(store, line, index, series[offset] ?? null, writes)
    }
  } else {
    const backward = target.left < source.left
    const kind = store.placed(source.left)?.column.kind
    const columns: number[] = []
    for (let index = target.left; index <= target.right; index += 1) {
      if ((index < source.left || index > source.right) && store.placed(index)?.column.kind === kind)
        columns.push(index)
    }
    if (backward) columns.reverse()
    for (const line of dataLines(store, source.top, source.bottom)) {
      const values = Array.from({ length: source.right - source.left + 1 }, (_, offset) =>
        valueAt(store, line, source.left + offset),
      )
      const series = kind === undefined ? [] : fillSeries(values, kind, columns.length, { backward, copy })
      for (const [offset, index] of columns.entries())
        writeAt(store, line, index, series[offset] ?? null, writes)
    }
  }
  const selection: GridSelection = {
    active: { line: source.top, column: source.left },
    anchor: { line: target.top, column: target.left },
    head: { line: target.bottom, column: target.right },
    others: [],
    tabColumn: null,
  }
  store.select(selection)
  commitFill(store, writes)
}

/** Double-click on the handle: down to the last data line of the group. */
export function fillToGroupEnd(store: GridStore, copy: boolean): void {
  if (store.selection === null) return
  const source = currentRange(store.selection)
  let bottom = source.bottom
  while (store.lines[bottom + 1]?.kind === 'row') bottom += 1
  if (bottom > source.bottom) fillFrom(store, source, { ...source, bottom }, copy)
}
