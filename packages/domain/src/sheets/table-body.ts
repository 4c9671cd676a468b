import { cellText, isWord } from './cell-text.ts'
import type { HeaderFrame } from './find-header.ts'
import { foldText, isCalendarHeader } from './header-text.ts'
import { figureInColumn } from './number-cell.ts'
import type { SheetGrid } from './sheet-grid.ts'
import { isDoubtfulTotalLabel, isUnlabelledTotal, totalLabel } from './total-row.ts'

/**
 * Why a row below the header is no record. Empty rows are left out without a word.
 * - `total`, `subtotal`: a labelled row of sums, used as a check
 * - `unlabelled_total`: no label, but its figures are the sums of the rows above
 * - `average`: a labelled row of means
 * - `continuation`: more words of the record above, whose name is merged over the row
 * - `note`: remarks beside or below the table
 * - `section`: a heading over the rows that follow
 * - `repeated_header`: the header once more
 * - `header_description`: a row that explains the header
 * - `no_name`: figures or dates without the text that a record needs
 */
export type ExclusionReason =
  | 'total'
  | 'subtotal'
  | 'unlabelled_total'
  | 'average'
  | 'continuation'
  | 'note'
  | 'section'
  | 'repeated_header'
  | 'header_description'
  | 'no_name'

export interface ExcludedRow {
  readonly row: number
  readonly reason: ExclusionReason
}

export interface TableBody {
  /** Rows that become records, ascending, counted from 1. */
  readonly rows: readonly number[]
  readonly excluded: readonly ExcludedRow[]
  /** Heading above each row that stands under one. */
  readonly sections: ReadonlyMap<number, string>
}

/** What the columns of a table are for, as far as the body needs it; columns count from 1. */
export interface BodyColumns {
  /** Column without which a row is no record; null when the kind has none. */
  readonly identity: number | null
  /** Columns whose figures may be added. */
  readonly additive: readonly number[]
  /** Column with the hidden ids of a workbook we exported: a row that has one is a record, whatever it says. */
  readonly recordId?: number | null
  /** Blank cells of these take the cell above: the file format has no merges. */
  readonly fillDown: readonly number[]
}

const NOTE_START =
  /^(?:注|备注|说明|数据说明|填写说明|填表说明|使用说明|填报人|填表人|填表日期|制表|制表人|制表日期|编制|编制人|审核|审核人|审批|审批人|复核|批准|更新时间|更新日期|签字|note|notes|remark|source|数据来源)[\d一二]?\s*[:：.、)）]|^[*※#]|^(?:注|备注|说明)$/iu

/** A heading over the rows that follow, also where its cell is not merged: "一、筹备期", "第二阶段：爆发", "收尾期(6.18-6.23)". */
const HEADING =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．:：]\s*\S|第[一二三四五六七八九十\d]{1,3}(?:阶段|部分|期)|(?:阶段|phase)\s*[一二三四五六七八九十\d])|(?:期|阶段)\s*(?:[（(][^()（）]*[)）])?$/iu
const MAX_HEADING = 30

/**
 * Which rows below the header are records.
 *
 * @param to last row that belongs to the table at most
 */
export function tableBody(grid: SheetGrid, frame: HeaderFrame, to: number, columns: BodyColumns): TableBody {
  const used = frame.headers.flatMap((header, index) => (header === null ? [] : [index + 1]))
  const rows: number[] = []
  const excluded: ExcludedRow[] = []
  const sections = new Map<number, string>()
  const figures = new Map<number, string[]>()
  let section: string | null = null
  let isAfterGap = false
  for (let row = frame.bottom + 1; row <= to; row++) {
    if (grid.filled(row).length === 0) {
      isAfterGap = rows.length > 0
      continue
    }
    const filled = used.filter((column) => cellText(grid.cell(row, column)) !== null)
    const reason = reasonToExclude({
      grid,
      frame,
      row,
      used,
      filled,
      columns,
      isAfterGap,
      above: (column) => figures.get(column) ?? [],
    })
    if (reason !== null) {
      excluded.push({ row, reason })
      if (reason === 'section') section = headingName(cellText(grid.cell(row, filled[0] ?? 1)) ?? '')
      continue
    }
    rows.push(row)
    if (section !== null) sections.set(row, section)
    for (const column of columns.additive) {
      const figure = figureInColumn(grid.cell(row, column), frame.headers[column - 1]?.unit ?? null)
      if (figure === null) continue
      const above = figures.get(column)
      if (above === undefined) figures.set(column, [figure])
      else above.push(figure)
    }
  }
  return { rows, excluded, sections }
}

/** The name in a heading: "二、爆发期（6.1-6.18）" is 爆发期. */
function headingName(text: string): string {
  const name = text
    .replace(/^[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．:：]\s*/u, '')
    .replace(/\s*[（(][^()（）]*\d[^()（）]*[)）]$/u, '')
    .trim()
  return name === '' ? text : name
}

interface RowQuestion {
  readonly grid: SheetGrid
  readonly frame: HeaderFrame
  readonly row: number
  readonly used: readonly number[]
  readonly filled: readonly number[]
  readonly columns: BodyColumns
  readonly isAfterGap: boolean
  readonly above: (column: number) => readonly string[]
}

function reasonToExclude(question: RowQuestion): ExclusionReason | null {
  const { grid, frame, row, used, filled, columns, isAfterGap } = question
  if (isPartOfHeader(question) || explainsFigures(question)) return 'header_description'
  if (filled.length === 0) return 'note'
  if (columns.recordId != null && cellText(grid.cell(row, columns.recordId)) !== null) return null
  const firstText = cellText(grid.cell(row, filled[0] ?? 1)) ?? ''
  for (const column of filled.slice(0, 3)) {
    const label = isWord(grid.cell(row, column)) ? totalLabel(cellText(grid.cell(row, column)) ?? '') : null
    if (label !== null) return label
  }
  if (isRepeatedHeader(question)) return 'repeated_header'
  const identity = columns.identity === null ? null : nameOf(question, columns.identity)
  if (filled.every((column) => NOTE_START.test(cellText(grid.cell(row, column)) ?? ''))) return 'note'
  if (filled.length === 1 && isWord(grid.cell(row, filled[0] ?? 1))) {
    const merge = grid.mergeAt(row, filled[0] ?? 1)
    const isWide = merge !== null && merge.right > merge.left
    const mayHead = firstText.length <= MAX_HEADING && !isAfterGap && hasRowBelow(question)
    if (isWide) return mayHead ? 'section' : 'note'
    if (columns.identity !== null && identity === null)
      return mayHead && HEADING.test(firstText) ? 'section' : 'note'
    if (columns.identity === null && isAfterGap && used.length > 2) return 'note'
  }
  const isDoubtful = isWord(grid.cell(row, filled[0] ?? 1)) && isDoubtfulTotalLabel(firstText)
  if (isDoubtful || filled.every((column) => !isWord(grid.cell(row, column)))) {
    const own = new Map(
      columns.additive.flatMap((column) => {
        const figure = figureInColumn(grid.cell(row, column), frame.headers[column - 1]?.unit ?? null)
        return figure === null ? [] : [[column, figure] as const]
      }),
    )
    if ((isDoubtful || isKeyless(question)) && isUnlabelledTotal(own, question.above))
      return isDoubtful ? 'total' : 'unlabelled_total'
  }
  if (columns.identity !== null) return identity === null ? 'no_name' : null
  if (isAfterGap && cellText(grid.merged(row, used[0] ?? 1)) === null && frame.recognition === null)
    return 'note'
  return null
}

/** Is the naming cell merged with the header's, or the row nothing but the lower line of a time axis (weekdays below days)? */
function isPartOfHeader({ grid, frame, row, columns }: RowQuestion): boolean {
  const merge = columns.identity === null ? null : grid.mergeAt(row, columns.identity)
  if (merge !== null && merge.top <= frame.bottom) return true
  const axis = frame.headers.map((header) => header === null || isCalendarHeader(header))
  return (
    row === frame.bottom + 1 &&
    axis.includes(false) &&
    grid.filled(row).every((column) => axis[column - 1] ?? true)
  )
}

/** Does the row right below the header hold words in all its columns of figures, as exports explain their columns? */
function explainsFigures({ grid, frame, row, columns, filled }: RowQuestion): boolean {
  if (row !== frame.bottom + 1 || columns.identity !== null) return false
  const figures = columns.additive.filter((column) => filled.includes(column))
  return figures.length >= 2 && figures.every((column) => isWord(grid.cell(row, column)))
}

/** Text of the naming cell: its own, that of its merge, or in a file without merges that of the cell above. */
function nameOf({ grid, row, columns }: RowQuestion, identity: number): string | null {
  const own = cellText(grid.merged(row, identity))
  if (own !== null || !columns.fillDown.includes(identity)) return own
  return 'above'
}

/** Is the first column of the table empty, or a running number missing, as in a row of sums? */
function isKeyless({ grid, row, used }: RowQuestion): boolean {
  return cellText(grid.merged(row, used[0] ?? 1)) === null
}

function isRepeatedHeader({ grid, frame, row, filled }: RowQuestion): boolean {
  // Headers are words, so a row of figures is none; comparing all its cells would cost more than the rest.
  const words = filled.filter((column) => isWord(grid.cell(row, column))).length
  if (filled.length < 2 || words < 0.6 * filled.length) return false
  const same = filled.filter(
    (column) => foldText(cellText(grid.cell(row, column)) ?? '') === frame.headers[column - 1]?.folded,
  )
  return same.length >= 0.6 * filled.length
}

function hasRowBelow({ grid, row }: RowQuestion): boolean {
  return grid.filled(row + 1).length > 1
}
