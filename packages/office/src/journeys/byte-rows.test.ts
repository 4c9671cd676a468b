import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { ByteRows } from './byte-rows.ts'
import { bytesInMemory } from './byte-source.ts'
import { JourneyFileError } from './journey-file-error.ts'

function rowsOf(text: string, blockBytes: number, delimiter = ','): { line: number; cells: string[] }[] {
  const source = bytesInMemory(new TextEncoder().encode(text))
  const rows = new ByteRows(source, delimiter.charCodeAt(0), new TextDecoder(), blockBytes)
  const found: { line: number; cells: string[] }[] = []
  while (rows.next())
    found.push({
      line: rows.line,
      cells: Array.from({ length: rows.cellCount }, (_unused, cell) => rows.textOf(cell)),
    })
  return found
}

function mistakeIn(text: string, blockBytes: number): unknown {
  try {
    return rowsOf(text, blockBytes)
  } catch (error) {
    return error instanceof JourneyFileError ? [error.code, error.line, error.column] : error
  }
}

describe('rows of delimited text as ranges of bytes (M8)', () => {
  test.each([
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [' a , b c \n', [['a', 'b c']]],
    ['"a, b" ,"say ""hi"""\n', [['a, b', 'say "hi"']]],
    [
      'a,\n,\n\n  \n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['""', []],
    ['', []],
  ])('%j', (text, cells) => {
    for (const block of [4, 5, 1024]) expect(rowsOf(text, block).map((row) => row.cells)).toEqual(cells)
  })
  test('carry the line they begin on, lines inside quotes counted', () => {
    expect(rowsOf('h\n"a\nb",1\r\n\r\nc', 4).map(({ line }) => line)).toEqual([1, 2, 5])
  })
  test('carry their number, rows without anything in them counted', () => {
    const rows = new ByteRows(
      bytesInMemory(new TextEncoder().encode('h\n"a\nb",1\r\n\r\n , \nc')),
      0x2c,
      new TextDecoder(),
      4,
    )
    const found: number[] = []
    while (rows.next()) found.push(rows.row)
    expect(found).toEqual([1, 2, 5])
  })
  test('are those of another reader, however small the blocks', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '抖', ' ', '"', ',', '\n', '>', '1'), maxLength: 6 })
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 4, max: 40 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, block, newline) => {
          const text = Papa.unparse(rows, { newline })
          const expected = Papa.parse<string[]>(text, { newline, delimiter: ',' })
            .data.map((row) => row.map((one) => one.replaceAll(/^[ \t]+|[ \t]+$/g, '')))
            .filter((row) => row.some((one) => one !== ''))
          expect(rowsOf(text, block).map(({ cells }) => cells)).toEqual(expected)
        },
      ),
      { numRuns: 500 },
    )
  })
  test('are refused where a quote stays open or something follows it', () => {
    for (const block of [4, 1024]) {
      expect(mistakeIn('a,b\n抖音,"c\nd', block)).toEqual(['open_quote', 2, 4])
      expect(mistakeIn('a,b\nc,"d"e\n', block)).toEqual(['bad_quote', 2, 6])
    }
  })
})
