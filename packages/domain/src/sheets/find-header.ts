import { cellText, isWord } from './cell-text.ts'
import { foldText, type HeaderText, headerText } from './header-text.ts'
import { recognizeHeader, type Recognition } from './recognize-header.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { SheetKind } from './sheet-kind.ts'

/** A header row, or two of them one above the other. Rows and columns count from 1. */
export interface HeaderFrame {
  readonly top: number
  readonly bottom: number
  /** By column, `headers[0]` = column A. */
  readonly headers: readonly (HeaderText | null)[]
  /** null: a table, but none of the kinds we know. */
  readonly recognition: Recognition | null
}

/** A header further down than this is not looked for. */
const SEARCHED_ROWS = 100

/** A row that fits at least this share of the best fit is the header of a table of its own above it. */
const GOOD_SHARE = 0.6

function headersOfRow(grid: SheetGrid, row: number): (HeaderText | null)[] {
  return Array.from({ length: grid.lastColumn }, (_unused, index) => {
    const text = cellText(grid.cell(row, index + 1)) ?? cellText(verticalValue(grid, row, index + 1))
    return text === null ? null : headerText(text)
  })
}

/** Value of a cell that is merged with the cells above it, not with those at its side. */
function verticalValue(grid: SheetGrid, row: number, column: number) {
  const merge = grid.mergeAt(row, column)
  return merge !== null && merge.left === column && merge.right === column
    ? grid.cell(merge.top, column)
    : null
}

/** Does a group heading lie over several but not all columns, with words below it and nothing below the others? */
function hasSecondLevel(grid: SheetGrid, row: number): boolean {
  const groups = grid.filled(row).flatMap((column) => {
    const merge = grid.mergeAt(row, column)
    return merge !== null && merge.top === row && merge.bottom === row && merge.right > merge.left
      ? [merge]
      : []
  })
  const isGrouped = (column: number): boolean =>
    groups.some((merge) => merge.left <= column && column <= merge.right)
  const below = grid.filled(row + 1)
  return (
    below.length >= 2 &&
    below.every((column) => isGrouped(column) && isWord(grid.cell(row + 1, column))) &&
    grid.filled(row).some((column) => !isGrouped(column))
  )
}

/** Two header rows as one: the lower word counts, the upper one where nothing stands below. */
function twoLevelHeaders(grid: SheetGrid, row: number): (HeaderText | null)[] {
  const upper = headersOfRow(grid, row)
  const lower = headersOfRow(grid, row + 1)
  return upper.map((header, index) => lower[index] ?? header)
}

function looksLikeHeader(grid: SheetGrid, row: number): boolean {
  const filled = grid.filled(row)
  return (
    filled.length >= 2 &&
    filled.filter((column) => isWord(grid.cell(row, column))).length >= 0.6 * filled.length
  )
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
      const headers = level === 1 ? headersOfRow(grid, row) : twoLevelHeaders(grid, row)
      const recognition = recognizeHeader(headers, titles.join('|'), only)
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
  if (found !== undefined) return found
  const plain = chosen.headerRow ?? plainHeaderRow(grid, from, to)
  if (plain === null) return null
  const level = plain < to && hasSecondLevel(grid, plain) ? 2 : 1
  return {
    top: plain,
    bottom: plain + level - 1,
    headers: level === 2 ? twoLevelHeaders(grid, plain) : headersOfRow(grid, plain),
    recognition: null,
  }
}
