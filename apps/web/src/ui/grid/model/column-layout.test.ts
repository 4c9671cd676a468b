import { describe, expect, test } from 'vitest'
import type { GridColumn } from '../grid-types.ts'
import { layOutColumns, moveColumn, visibleColumns } from './column-layout.ts'
import { DEFAULT_VIEW } from './grid-view.ts'
import { scrollToShow, visibleLines } from './virtual-window.ts'

const columns: GridColumn[] = ['a', 'b', 'c', 'd'].map((field) => ({
  field,
  title: field,
  kind: 'text',
  width: 100,
}))
const fields = (layout: ReturnType<typeof layOutColumns>): string =>
  layout.columns.map(({ column, left, frozen }) => `${column.field}${frozen ? '*' : ''}${left}`).join(' ')

describe('X1 columns', () => {
  test('frozen columns count from the row numbers, the others from their own pane', () => {
    expect(fields(layOutColumns(columns, { ...DEFAULT_VIEW, frozen: 2 }, 1000))).toBe('a*44 b*144 c0 d100')
  })
  test('hidden columns take no place, the order of the view holds, unnamed columns follow', () => {
    expect(
      fields(layOutColumns(columns, { ...DEFAULT_VIEW, frozen: 0, hidden: ['b'], order: ['d'] }, 1000)),
    ).toBe('d0 a100 c200')
  })
  test('on a narrow screen frozen columns give way until some room is left', () => {
    expect(layOutColumns(columns, { ...DEFAULT_VIEW, frozen: 3 }, 250).frozenCount).toBe(2)
    expect(layOutColumns(columns, { ...DEFAULT_VIEW, frozen: 1 }, 60).frozenWidth).toBe(44)
  })
  test('a width below the least is not taken', () => {
    expect(
      layOutColumns(columns, { ...DEFAULT_VIEW, frozen: 0, widths: { a: 3 } }, 1000).columns[0]?.width,
    ).toBe(48)
  })
  test('only columns that touch the window are drawn', () => {
    const layout = layOutColumns(columns, { ...DEFAULT_VIEW, frozen: 1 }, 1000)
    expect(visibleColumns(layout, 100, 100, 0)).toEqual({ first: 2, last: 2 })
    expect(visibleColumns(layout, 100, 100, 1)).toEqual({ first: 1, last: 3 })
  })
  test('a column moves before another, or to the end', () => {
    expect(moveColumn(columns, [], 'd', 'b')).toEqual(['a', 'd', 'b', 'c'])
    expect(moveColumn(columns, ['d', 'c', 'b', 'a'], 'd', null)).toEqual(['c', 'b', 'a', 'd'])
  })
})

describe('X1 virtual lines', () => {
  test('the lines of the window with their overscan, inside the grid', () => {
    expect(visibleLines(0, 340, 34, 10_000, 6)).toEqual({ first: 0, last: 15 })
    expect(visibleLines(3400, 340, 34, 10_000, 6)).toEqual({ first: 94, last: 115 })
    expect(visibleLines(0, 340, 34, 0, 6)).toEqual({ first: 0, last: -1 })
  })
  test('scrolling moves as little as needed; what is larger than the window shows its start', () => {
    expect(scrollToShow(100, 200, 250, 30)).toBe(100)
    expect(scrollToShow(100, 200, 290, 30)).toBe(120)
    expect(scrollToShow(100, 200, 50, 30)).toBe(50)
    expect(scrollToShow(0, 100, 300, 180)).toBe(300)
  })
})
