import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { delimitedRows } from './delimited-rows.ts'
import { readDelimited } from './read-delimited.ts'
import { DEFAULT_READ_LIMITS } from './read-limits.ts'

function rows(text: string): string[][] {
  return [...delimitedRows(text, ',')]
}

describe('rows of a csv text one by one', () => {
  test.each([
    [
      'a,b\r\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a,,\n\n,b', [['a', '', ''], [''], ['', 'b']]],
    ['"a,b",c\n"d\ne","f ""g"""\nh', [['a,b', 'c'], ['d\ne', 'f "g"'], ['h']]],
    ['x "y",z', [['x "y"', 'z']]],
    ['"never closed,\nto the end', [['never closed,\nto the end']]],
    ['', []],
  ])('%j', (text, expected) => expect(rows(text)).toEqual(expected))

  test('are those of readDelimited for whatever cells', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'a', '1.5', 'x y'),
      fc.string({ unit: fc.constantFrom('"', ',', '\n', 'q') }),
    )
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, (cells) => {
        const text = cells
          .map((row) =>
            row.map((one) => (/[",\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(','),
          )
          .join('\n')
        expect(rows(text)).toEqual(cells)
        const read = readDelimited(text, 'a', DEFAULT_READ_LIMITS)
        if (read.delimiter !== ',') return
        for (const [index, row] of read.sheet.rows.entries())
          expect(
            rows(text)
              [index]?.slice(0, row.length)
              .map((one) => (one === '' ? null : one)),
          ).toEqual(row)
      }),
    )
  })
})
