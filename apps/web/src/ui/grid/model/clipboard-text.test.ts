import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTsv, squared, writeTsv } from './clipboard-text.ts'

describe('X1 tab-separated clipboard', () => {
  test.each<[string, string, string[][]]>([
    [
      'the newline at the end of an Excel copy makes no row',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['an empty row in the middle stays', 'a\n\nb', [['a'], [''], ['b']]],
    ['an empty last cell stays', 'a\t\r\n', [['a', '']]],
    [
      'a quoted line break and tab stay in their cell',
      '"第一行\n第二\t行"\tb\n',
      [['第一行\n第二\t行', 'b']],
    ],
    ['doubled quotes are one quote', '"他说""好"""\tb', [['他说"好"', 'b']]],
    ['a quote that never closes is text', '"双11\tb\nc', [['"双11', 'b'], ['c']]],
    ['a quote closed before more text is text', '"双11" 预热\tb', [['"双11" 预热', 'b']]],
    ['a quote inside a cell is text', '5" 屏\tb', [['5" 屏', 'b']]],
    ['Windows line breaks inside quotes become plain ones', '"a\r\nb"', [['a\nb']]],
    ['old Mac line ends separate rows', 'a\rb', [['a'], ['b']]],
    ['one cell', 'a', [['a']]],
  ])('%s', (_, text, table) => {
    expect(readTsv(text)).toEqual(table)
  })

  test('what is written is read back, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '预', ' ', ',') })
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
          ),
        (table) => {
          // A last row that is one empty cell is what a trailing newline looks like.
          fc.pre(!(table.length > 1 && table.at(-1)?.join('') === '' && table.at(-1)?.length === 1))
          expect(readTsv(writeTsv(table))).toEqual(table)
        },
      ),
    )
  })

  test('short rows are filled with empty cells', () => {
    expect(squared([['a'], ['b', 'c']])).toEqual([
      ['a', ''],
      ['b', 'c'],
    ])
  })
})
