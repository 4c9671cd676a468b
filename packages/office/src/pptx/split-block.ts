import type { ListBlock, ReportBlock, TableBlock } from '@yingce/domain/review/report-document'
import { bodyRowHeight, captionHeight, columnInches, itemHeight, rowHeight } from './slide-measure.ts'

/** Fewer rows under a repeated header say nothing. */
const LEAST_ROWS = 3

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

/** The note stands under the last part. A group's line never ends a part. */
function splitTable(block: TableBlock, width: number, room: number): [TableBlock, TableBlock] | null {
  const widths = columnInches(block, width)
  const titles = block.columns.map(({ title }) => title)
  let used = captionHeight(block.caption) + rowHeight(titles, widths)
  let count = 0
  for (const row of block.rows) {
    used += bodyRowHeight(row, widths)
    if (used > room) break
    count++
  }
  while (count > 0 && block.rows[count - 1]?.kind === 'group') count--
  // A total is not left alone on the next slide.
  if (block.rows[count]?.kind === 'total') count--
  if (count < Math.min(LEAST_ROWS, block.rows.length)) return null
  const { note, ...first } = block
  // Weights keep the columns of both parts where they are.
  const columns = block.columns.map((column, index) => ({ ...column, weight: widths[index] ?? 1 }))
  const rest = { ...first, ...(note === undefined ? {} : { note }) }
  return [
    { ...first, columns, rows: block.rows.slice(0, count) },
    { ...rest, columns, rows: block.rows.slice(count) },
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
