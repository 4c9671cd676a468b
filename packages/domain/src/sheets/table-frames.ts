import { cellText } from './cell-text.ts'
import { findHeader, type HeaderFrame } from './find-header.ts'
import { matchPreset } from './match-metrics.ts'
import { type SheetGrid, sheetGrid } from './sheet-grid.ts'
import type { SheetMapping } from './table-mapping.ts'
import { type TitleFacts, titleFacts } from './title-facts.ts'
import type { SheetTable } from './workbook.ts'

/** A table on a sheet before its rows are read. */
export interface TableFrame {
  readonly sheet: SheetTable
  readonly grid: SheetGrid
  readonly position: number
  /** null: no header anywhere, only figures. */
  readonly header: HeaderFrame | null
  readonly facts: TitleFacts
  /** Last row that may belong to the table. */
  readonly lastRow: number
}

/** Rows of a cover that are looked at. */
const COVER_ROWS = 20

/**
 * Comment lines that head each section of an analytics export: "# Start date: 20230424". They
 * come as text, where nothing is merged: a title over the whole table may begin with a # too.
 */
function isComment(grid: SheetGrid, row: number): boolean {
  const [first, ...others] = grid.filled(row)
  if (first === undefined || others.length > 0 || grid.mergeAt(row, first) !== null) return false
  const cell = grid.cell(row, first)
  return typeof cell === 'string' && /^#(?:\s|-|$)/.test(cell)
}

/** Texts of the rows above a header. */
function titlesOf(grid: SheetGrid, from: number, to: number): string[] {
  const texts: string[] = []
  for (let row = from; row <= to; row++) {
    for (const column of grid.filled(row)) {
      const text = cellText(grid.cell(row, column))
      if (text !== null && !/^#[\s-]*$/.test(text)) texts.push(text)
    }
  }
  return texts
}

/** A file whose tables are parted by comment lines: each run of comments begins one. */
function commentedFrames(sheet: SheetTable, grid: SheetGrid): TableFrame[] {
  const starts: number[] = []
  for (let row = 1; row <= grid.lastRow; row++) {
    const isStart = isComment(grid, row) && (row === 1 || !isComment(grid, row - 1))
    if (isStart) starts.push(row)
  }
  const frames = starts.flatMap((start, index): TableFrame[] => {
    const end = (starts[index + 1] ?? grid.lastRow + 1) - 1
    let first = start
    while (first <= end && (isComment(grid, first) || grid.filled(first).length === 0)) first++
    if (first > end) return []
    const header = findHeader(grid, first, end, sheet.name, { headerRow: first, kind: 'metrics' })
    return [
      {
        sheet,
        grid,
        position: index,
        header,
        facts: titleFacts(titlesOf(grid, start, first - 1)),
        lastRow: end,
      },
    ]
  })
  return ofOnePlatform(frames)
}

/** Sections of one file come from one platform, also those whose own headers do not tell. */
function ofOnePlatform(frames: readonly TableFrame[]): TableFrame[] {
  const known = frames
    .map(({ header }) => header?.recognition ?? null)
    .find((recognition) => recognition?.as === 'metrics')
  return frames.map((frame) => {
    if (known?.as !== 'metrics' || frame.header === null || frame.header.recognition !== null) return frame
    const match = matchPreset(known.match.preset, frame.header.headers)
    return { ...frame, header: { ...frame.header, recognition: { as: 'metrics', match, score: 0 } } }
  })
}

/**
 * The tables of a sheet, in order. A second table is seen when, after an empty
 * row, another row fits a known kind with three columns or more.
 */
export function tableFrames(sheet: SheetTable, mapping: SheetMapping): readonly TableFrame[] {
  const grid = sheetGrid(sheet)
  if (grid.lastRow === 0 || grid.lastColumn === 0) return []
  if (mapping.headerRow === undefined && isComment(grid, 1)) return commentedFrames(sheet, grid)
  const frames: TableFrame[] = []
  let from = 1
  while (from <= grid.lastRow) {
    const isFirst = frames.length === 0
    const header = findHeader(grid, from, grid.lastRow, sheet.name, isFirst ? mapping : {})
    if (header === null && !isFirst) break
    const next = header === null ? null : nextTableStart(grid, header)
    const lastRow = next === null ? grid.lastRow : next - 1
    // A sheet without a header is a cover: its lines are titles.
    const lastTitle = header === null ? Math.min(grid.lastRow, COVER_ROWS) : header.top - 1
    const facts = titleFacts(titlesOf(grid, from, lastTitle), sheet.name)
    frames.push({ sheet, grid, position: frames.length, header, facts, lastRow })
    if (next === null) break
    from = next
  }
  return frames
}

/** Row where the next table's titles begin: the first one after the empty row above its header. */
function nextTableStart(grid: SheetGrid, header: HeaderFrame): number | null {
  for (let row = header.bottom + 2; row < grid.lastRow; row++) {
    if (grid.filled(row - 1).length > 0 || grid.filled(row).length === 0) continue
    let candidate = row
    while (candidate < grid.lastRow && grid.filled(candidate).length === 1 && candidate < row + 3) candidate++
    if (grid.filled(candidate).length < 3) continue
    const found = findHeader(grid, candidate, candidate, grid.name, {})
    const hits =
      found?.recognition === null || found === null
        ? 0
        : found.recognition.as === 'layout'
          ? found.recognition.matches.filter((match) => match !== null).length
          : found.recognition.match.hits
    if (hits >= 3) return row
  }
  return null
}
