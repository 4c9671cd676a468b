import type { ListBlock, ReportBlock, TableBlock } from '@yingce/domain/review/report-document'
import {
  bodyRowHeight,
  captionHeight,
  columnInches,
  itemHeight,
  noteHeight,
  rowHeight,
} from './slide-measure.ts'
import { CONTENT } from './slide-style.ts'
import { rowsOfFirstPart } from './table-parts.ts'

/** The part of a block that fits into a height, and the rest; null when the block cannot be divided there. */
export function splitBlock(
  block: ReportBlock,
  width: number,
  room: number,
): readonly [ReportBlock, ReportBlock] | null {
  if (block.kind === 'table') return splitTable(block, width, room)
  if (block.kind === 'list') return splitList(block, width, room)
  return null
}

/** Caption and titles stand over both parts, the note under the last. */
function splitTable(block: TableBlock, width: number, room: number): [TableBlock, TableBlock] | null {
  const widths = columnInches(block, width)
  const titles = block.columns.map(({ title }) => title)
  const measured = {
    rows: block.rows,
    heights: block.rows.map((row) => bodyRowHeight(row, widths)),
    head: captionHeight(block.caption) + rowHeight(titles, widths),
    note: noteHeight(block.note, width),
  }
  const count = rowsOfFirstPart(measured, room, CONTENT.height)
  if (count === null) return null
  const { note: _, ...first } = block
  // Weights keep the columns of both parts where they are.
  const columns = block.columns.map((column, index) => ({ ...column, weight: widths[index] ?? 1 }))
  return [
    { ...first, columns, rows: block.rows.slice(0, count) },
    { ...block, columns, rows: block.rows.slice(count) },
  ]
}

function splitList(block: ListBlock, width: number, room: number): [ListBlock, ListBlock] | null {
  let used = 0
  const count = block.items.findIndex((item) => (used += itemHeight(item, width)) > room)
  if (count <= 0) return null
  return [
    { ...block, items: block.items.slice(0, count) },
    { ...block, items: block.items.slice(count) },
  ]
}
