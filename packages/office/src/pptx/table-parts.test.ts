import { describe, expect, test } from 'vitest'
import { type MeasuredTable, rowsOfFirstPart } from './table-parts.ts'

/** b: a row, g: a group's line, t: a total; each one inch high under titles of one inch. */
function table(kinds: string, { note = 0 } = {}): MeasuredTable {
  const rows = [...kinds].map((kind) => ({
    kind: kind === 'g' ? ('group' as const) : kind === 't' ? ('total' as const) : ('body' as const),
  }))
  return { rows, heights: rows.map(() => 1), head: 1, note }
}

/** Rows on each slide: the first has `first` inches left, the others are `slide` inches high. */
function parts(of: MeasuredTable, slide: number, first = slide): (number | null)[] {
  const counts: (number | null)[] = []
  let { rows, heights } = of
  while (rows.length > 0) {
    const room = counts.length === 0 ? first : slide
    if (of.head + rows.length + of.note <= room) return [...counts, rows.length]
    const count = rowsOfFirstPart({ ...of, rows, heights }, room, slide)
    counts.push(count)
    if (count === null) return counts
    rows = rows.slice(count)
    heights = heights.slice(count)
  }
  return counts
}
const body = (count: number) => 'b'.repeat(count)

describe('a long table over slides', () => {
  test.each([
    [14, [7, 7]],
    [13, [7, 6]],
    [25, [9, 8, 8]],
    [36, [12, 12, 12]],
  ])('%i rows with room for 12 are %j', (rows, counts) => {
    expect(parts(table(body(rows)), 13)).toEqual(counts)
  })

  test('where the first slide has room for 5 only, it takes 5 and the others share the rest', () => {
    expect(parts(table(body(25)), 13, 6)).toEqual([5, 10, 10])
  })

  test('a total has a row before it on its slide, and no group’s line ends one', () => {
    expect(parts(table(`${body(3)}t`), 4)).toEqual([2, 2])
    expect(parts(table(`${body(6)}g${body(7)}`), 13)).toEqual([8, 6])
  })

  test('what cannot be divided so that both parts have three rows begins on the next slide', () => {
    expect(parts(table(body(5)), 13, 5)).toEqual([null])
    expect(parts(table(body(6)), 13, 5)).toEqual([3, 3])
  })

  test('rows that fit without their note, but not with it, are divided: a note has rows over it', () => {
    expect(parts(table(body(12), { note: 1 }), 13)).toEqual([6, 6])
  })

  test('evenness costs no slide: high rows at the end stay on as few as they need', () => {
    const high = { ...table(body(6)), heights: [1, 1, 1, 1, 5, 5] }
    // Three and three would be even, but 1 + 5 + 5 and the titles are more than the eleven inches of a slide.
    expect(rowsOfFirstPart(high, 11, 11)).toBe(4)
  })
})
