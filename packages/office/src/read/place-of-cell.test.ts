import { describe, expect, it } from 'vitest'
import { placeOfCell } from './place-of-cell.ts'

const TEXT = 'ID,"a ""b"", c",x\n\n1,"two\r\nlines",3\r\n客户,,"é"\n'

describe('the place of a csv cell', () => {
  it.each([
    ['the first', 0, 0, 1, 1],
    ['one in quotes', 0, 1, 1, 4],
    ['one behind doubled quotes and a delimiter in quotes', 0, 2, 1, 17],
    ['the first behind an empty line', 2, 0, 3, 1],
    ['one behind a line break in quotes', 2, 2, 4, 8],
    ['one in the row behind it', 3, 1, 5, 4],
    ['one behind an empty cell', 3, 2, 5, 5],
    ['one that the row has not: its end', 1, 2, 2, 1],
    ['a row that the text has not: its end', 9, 0, 6, 1],
  ])('%s', (_what, row, cell, line, column) => {
    expect(placeOfCell(TEXT, ',', row, cell)).toEqual({ line, column })
  })
  it('with an open quote the text ends in that cell', () => {
    expect(placeOfCell('a,"b\nc,d', ',', 1, 1)).toEqual({ line: 2, column: 4 })
  })
})
