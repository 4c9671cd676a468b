import { describe, expect, test } from 'vitest'
import { moved, tabbed, type Move, type Terrain } from './navigation.ts'

/** Column 0 is filled in lines 1, 2, 4, 5; line 3 is a phase; line 0 and 6.. are empty. */
const terrain: Terrain = {
  lines: 10,
  columns: 4,
  page: 3,
  isFilled: (line, column) => (line === 3 ? null : column === 0 && [1, 2, 4, 5].includes(line)),
}

describe('X1 movement', () => {
  test.each<[string, [number, number], Move, [number, number]]>([
    ['down by one', [0, 0], 'down', [1, 0]],
    ['not above the first line', [0, 0], 'up', [0, 0]],
    ['not past the last column', [0, 3], 'right', [0, 3]],
    ['a page down stops at the last line', [8, 1], 'pageDown', [9, 1]],
    ['Home and End stay in the line', [4, 1], 'rowEnd', [4, 3]],
    ['Ctrl+End is the last cell', [4, 1], 'gridEnd', [9, 3]],
    ['Ctrl+Down from an empty cell stops at the first filled one', [0, 0], 'edgeDown', [1, 0]],
    ['Ctrl+Down in a block stops at its last cell, through a phase line', [1, 0], 'edgeDown', [5, 0]],
    ['Ctrl+Down from the end of the data goes to the edge', [5, 0], 'edgeDown', [9, 0]],
    ['Ctrl+Up from below stops at the block', [9, 0], 'edgeUp', [5, 0]],
    ['Ctrl+Right without data goes to the edge', [0, 1], 'edgeRight', [0, 3]],
  ])('%s', (_, [line, column], move, [toLine, toColumn]) => {
    expect(moved({ line, column }, move, terrain)).toEqual({ line: toLine, column: toColumn })
  })

  test('Tab at the end of a line goes to the next one, and back', () => {
    expect(tabbed({ line: 1, column: 3 }, 1, terrain)).toEqual({ line: 2, column: 0 })
    expect(tabbed({ line: 2, column: 0 }, -1, terrain)).toEqual({ line: 1, column: 3 })
    expect(tabbed({ line: 9, column: 3 }, 1, terrain)).toEqual({ line: 9, column: 3 })
  })
})
