import { describe, expect, test } from 'vitest'
import {
  addRange,
  allRanges,
  clampSelection,
  currentRange,
  extendTo,
  isSelected,
  nextInRange,
  selectCell,
} from './selection.ts'

describe('X1 selection', () => {
  test('Shift extends from the anchor in any direction; the active cell stays', () => {
    const selection = extendTo(selectCell({ line: 5, column: 3 }), { line: 2, column: 4 })
    expect(currentRange(selection)).toEqual({ top: 2, bottom: 5, left: 3, right: 4 })
    expect(selection.active).toEqual({ line: 5, column: 3 })
  })

  test('Ctrl+click keeps earlier ranges', () => {
    const selection = addRange(extendTo(selectCell({ line: 0, column: 0 }), { line: 1, column: 1 }), {
      line: 7,
      column: 2,
    })
    expect(allRanges(selection)).toHaveLength(2)
    expect(isSelected(selection, 1, 1)).toBe(true)
    expect(isSelected(selection, 7, 2)).toBe(true)
    expect(isSelected(selection, 7, 1)).toBe(false)
  })

  test('Tab walks a range by rows, Enter by columns, both wrap', () => {
    const range = { top: 1, bottom: 2, left: 1, right: 2 }
    expect(nextInRange(range, { line: 1, column: 2 }, true, 1)).toEqual({ line: 2, column: 1 })
    expect(nextInRange(range, { line: 2, column: 1 }, false, 1)).toEqual({ line: 1, column: 2 })
    expect(nextInRange(range, { line: 2, column: 2 }, true, 1)).toEqual({ line: 1, column: 1 })
    expect(nextInRange(range, { line: 1, column: 1 }, false, -1)).toEqual({ line: 2, column: 2 })
  })

  test('a grid that lost lines keeps what is left of the selection', () => {
    expect(clampSelection(selectCell({ line: 9, column: 2 }), 5, 3)?.active).toEqual({ line: 4, column: 2 })
    expect(clampSelection(selectCell({ line: 0, column: 0 }), 0, 3)).toBeNull()
  })
})
