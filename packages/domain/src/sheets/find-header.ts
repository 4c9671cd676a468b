import { cellText, isWord } from './cell-text.ts'
import {
  hasSecondLevel,
  type Headers,
  headersOfRow,
  isUnitRow,
  twoLevelHeaders,
  withUnitRow,
} from './header-levels.ts'
import { foldText, headerText, isCalendarHeader } from './header-text.ts'
import { recognizeHeader, type Recognition } from './recognize-header.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { SheetKind } from './sheet-kind.ts'

/** A header row, or two of them one above the other, with the row of units below them. Rows and columns count from 1. */
export interface HeaderFrame {
  readonly top: number
  readonly bottom: number
  /** By column, `headers[0]` = column A. */
  readonly headers: Headers
  /** null: a table, but none of the kinds we know. */
  readonly recognition: Recognition | null
}

/** A header further down than this is not looked for. */
const SEARCHED_ROWS = 100

/** A row that fits at least this share of the best fit is the header of a table of its own above it. */
const GOOD_SHARE = 0.6

function looksLikeHeader(grid: SheetGrid, row: number): boolean {
  const filled = grid.filled(row)
  const words = filled.filter((column) => isWord(grid.cell(row, column))).length
  if (filled.length >= 2 && words >= 0.6 * filled.length) return true
  // A time axis beside the names, as Gantt sheets draw it.
  const axis = filled.filter((column) =>
    isCalendarHeader(headerText(cellText(grid.cell(row, column)) ?? '')),
  ).length
  return words >= 3 && words >= 0.6 * (filled.length - axis)
}

/** Header of a table we do not know: a row of words about as wide as the rows below it. */
function plainHeaderRow(grid: SheetGrid, from: number, to: number): number | null {
  for (let row = from; row <= Math.min(to, from + SEARCHED_ROWS); row++) {
    const filled = grid.filled(row)
    const words = filled.filter((column) => isWord(grid.cell(row, column))).length
    if (filled.length < 2 || words < 0.7 * filled.length) continue
    let widest = 0
    for (let below = row + 1; below <= Math.min(to, row + 10); below++)
      widest = Math.max(widest, grid.filled(below).length)
    if (widest >= 1 && filled.length >= 0.5 * widest) return row
  }
  return null
}

/**
 * Find the header row of the first table between two rows: the row that fits a
 * known kind best, else the first row of words as wide as the rows below it.
 * Title rows above a header do not count as one, because a title fills one cell.
 *
 * @param hint sheet name, for the choice between kinds that fit equally
 * @param chosen what the user said about this sheet, when he said it
 * @returns null when there is no header at all
 */
export function findHeader(
  grid: SheetGrid,
  from: number,
  to: number,
  hint: string,
  chosen: { readonly headerRow?: number; readonly kind?: SheetKind },
): HeaderFrame | null {
  const only = chosen.kind ?? null
  const candidates: HeaderFrame[] = []
  const titles: string[] = [foldText(hint)]
  const first = chosen.headerRow ?? from
  const last = chosen.headerRow ?? Math.min(to, from + SEARCHED_ROWS)
  for (let row = first; row <= last; row++) {
    if (chosen.headerRow === undefined && !looksLikeHeader(grid, row)) {
      const text = grid.filled(row).length === 1 ? cellText(grid.cell(row, grid.filled(row)[0] ?? 1)) : null
      if (text !== null && candidates.length === 0) titles.push(foldText(text))
      continue
    }
    const levels = row < to && hasSecondLevel(grid, row) ? [1, 2] : [1]
    for (const level of levels) {
      const recognize = (read: Headers) => recognizeHeader(read, titles.join('|'), only)
      const better = (one: Headers, other: Headers): Headers =>
        (recognize(other)?.score ?? 0) >= (recognize(one)?.score ?? 1) ? other : one
      const headers = level === 1 ? headersOfRow(grid, row) : twoLevelHeaders(grid, row, better)
      const recognition = recognize(headers)
      if (recognition !== null) candidates.push({ top: row, bottom: row + level - 1, headers, recognition })
    }
  }
  const score = (frame: HeaderFrame): number => frame.recognition?.score ?? 0
  const best = Math.max(...candidates.map(score))
  const found = candidates.find(
    (frame) =>
      score(frame) >= GOOD_SHARE * best &&
      !candidates.some((other) => other.top === frame.top && score(other) > score(frame)),
  )
  if (found !== undefined) return withUnits(grid, found, to)
  const plain = chosen.headerRow ?? plainHeaderRow(grid, from, to)
  if (plain === null) return null
  const level = plain < to && hasSecondLevel(grid, plain) ? 2 : 1
  const headers = level === 2 ? twoLevelHeaders(grid, plain, (lower) => lower) : headersOfRow(grid, plain)
  return withUnits(grid, { top: plain, bottom: plain + level - 1, headers, recognition: null }, to)
}

/** The header with a row of units below it, where there is one. */
function withUnits(grid: SheetGrid, frame: HeaderFrame, to: number): HeaderFrame {
  const row = frame.bottom + 1
  if (row > to || !isUnitRow(grid, row)) return frame
  return { ...frame, bottom: row, headers: withUnitRow(grid, row, frame.headers) }
}
