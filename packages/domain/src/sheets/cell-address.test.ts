import { describe, expect, test } from 'vitest'
import { cellAddress, columnLetters, rangeAddress } from './cell-address.ts'

describe('cell addresses', () => {
  test.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16384, 'XFD'],
  ])('column %i is %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters)
  })

  test('row 5 of column 3 is C5', () => {
    expect(cellAddress(5, 3)).toBe('C5')
  })

  test('a block names its two corners', () => {
    expect(rangeAddress(2, 1, 9, 28)).toBe('A2:AB9')
  })
})
