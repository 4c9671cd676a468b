import type { TableRow } from '@yingce/domain/review/report-document'

/** A table with its heights in inches. */
export interface MeasuredTable {
  readonly rows: readonly Pick<TableRow, 'kind'>[]
  readonly heights: readonly number[]
  /** Caption and titles, which stand over every part. */
  readonly head: number
  /** Stands under the last part. */
  readonly note: number
}

/** Fewer rows at the foot of a slide, or at the head of the next, say nothing. */
const LEAST_ROWS = 3

/**
 * How many rows of a table stand on this slide, divided evenly over as few slides as it needs: 14 with room for 12
 * are 7 and 7. A group's line ends no part, and a total does not begin one. null: the table begins better on the
 * next slide.
 *
 * @param room height that is left on this slide
 * @param slide height of a whole slide
 */
export function rowsOfFirstPart(table: MeasuredTable, room: number, slide: number): number | null {
  const all = table.rows.length
  const least = room < slide ? LEAST_ROWS : 1
  const places = Array.from({ length: rowsThatFit(table, 0, room) }, (_, index) => index + 1).filter(
    (count) => count >= least && all - count >= least && isPlace(table, count),
  )
  const last = places.at(-1)
  if (last === undefined) return null
  const rest = partsFrom(table, last, slide)
  const even = Math.ceil(all / (rest + 1))
  return places
    .filter((count) => partsFrom(table, count, slide) === rest)
    .reduce((best, count) => (Math.abs(count - even) <= Math.abs(best - even) ? count : best))
}

/** How many slides the rows from one on need. */
function partsFrom(table: MeasuredTable, start: number, slide: number): number {
  let parts = 0
  for (let from = start; from < table.rows.length; parts++) {
    const fit = from + rowsThatFit(table, from, slide)
    let until = fit
    while (until > from && until < table.rows.length && !isPlace(table, until)) until--
    // Rows that cannot be parted, or one that is higher than a slide, get all there is.
    from = Math.max(until === from ? fit : until, from + 1)
  }
  return parts
}

/** Of the rows from one on; the last only with the note. */
function rowsThatFit({ heights, head, note }: MeasuredTable, from: number, room: number): number {
  let used = head
  for (let index = from; index < heights.length; index++) {
    used += (heights[index] ?? 0) + (index === heights.length - 1 ? note : 0)
    if (used > room) return index - from
  }
  return heights.length - from
}

/** Whether a table may be divided after so many of its rows. */
function isPlace({ rows }: MeasuredTable, count: number): boolean {
  const next = rows[count]
  return next !== undefined && next.kind !== 'total' && rows[count - 1]?.kind !== 'group'
}
