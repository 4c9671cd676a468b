import { cellText, isWord } from './cell-text.ts'
import { type HeaderText, type HeaderUnit, headerText, headerUnitOf } from './header-text.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { MergedRange } from './workbook.ts'

export type Headers = readonly (HeaderText | null)[]

/** The headers a row holds, by column; a cell merged with those above it counts. */
export function headersOfRow(grid: SheetGrid, row: number): Headers {
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

/** Headings merged over several columns of a row. */
function groupsOf(grid: SheetGrid, row: number): readonly MergedRange[] {
  return grid.filled(row).flatMap((column) => {
    const merge = grid.mergeAt(row, column)
    return merge !== null && merge.top === row && merge.bottom === row && merge.right > merge.left
      ? [merge]
      : []
  })
}

const covers = (merge: MergedRange, column: number): boolean => merge.left <= column && column <= merge.right

/** Does a group heading lie over several but not all columns, with words below it and nothing below the others? */
export function hasSecondLevel(grid: SheetGrid, row: number): boolean {
  const groups = groupsOf(grid, row)
  const isGrouped = (column: number): boolean => groups.some((merge) => covers(merge, column))
  const below = grid.filled(row + 1)
  return (
    below.length >= 2 &&
    below.every((column) => isGrouped(column) && isWord(grid.cell(row + 1, column))) &&
    grid.filled(row).some((column) => !isGrouped(column))
  )
}

/**
 * Two header rows as one, each word of a group in the way it is best understood:
 * alone (计划开始 under 时间安排), behind its heading (计划 + 开始时间) or before it
 * (实际 + 费用). The unit of the heading holds for the words below it.
 *
 * @param better which of two readings of the whole row is the better one; the second where they are equal
 */
export function twoLevelHeaders(
  grid: SheetGrid,
  row: number,
  better: (one: Headers, other: Headers) => Headers,
): Headers {
  const upper = headersOfRow(grid, row)
  const lower = headersOfRow(grid, row + 1)
  const grouped = groupsOf(grid, row).flatMap((group) => {
    const heading = upper[group.left - 1]
    return lower.flatMap((word, index) =>
      word !== null && heading && covers(group, index + 1) ? [{ index, heading, word }] : [],
    )
  })
  const alone = upper.map((header, index) => {
    const heading = grouped.find((column) => column.index === index)?.heading
    const word = lower[index]
    return word ? withUnit(word, heading?.unit) : header
  })
  return grouped.reduce<Headers>((best, { index, heading, word }) => {
    // 计划时间 over 开始 says 计划开始.
    const short = heading.written.replace(/(?:时间|日期)$/u, '')
    const joined = [`${short}${word.written}`, `${heading.written}${word.written}`]
    const readings: readonly Headers[] = [...joined, `${word.written}${heading.written}`].map((text) =>
      best.with(index, withUnit(headerText(text), word.unit ?? heading.unit)),
    )
    return better(best, readings.toReversed().reduce(better))
  }, alone)
}

function withUnit(header: HeaderText, unit: HeaderUnit | null | undefined): HeaderText {
  return header.unit !== null || unit == null ? header : { ...header, unit }
}

/** A row under the header that holds nothing but units: "(万元)", "(%)". */
export function isUnitRow(grid: SheetGrid, row: number): boolean {
  const filled = grid.filled(row)
  return filled.length > 0 && filled.every((column) => unitOfCell(grid, row, column) !== null)
}

/** The headers with the units that stand in a row of their own below them. */
export function withUnitRow(grid: SheetGrid, row: number, headers: Headers): Headers {
  return headers.map((header, index) =>
    header === null ? null : withUnit(header, unitOfCell(grid, row, index + 1)),
  )
}

function unitOfCell(grid: SheetGrid, row: number, column: number): HeaderUnit | null {
  const cell = grid.cell(row, column)
  return typeof cell === 'string' ? headerUnitOf(cell) : null
}
