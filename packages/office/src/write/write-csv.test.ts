import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../read/read-workbook.ts'
import { writeCsv } from './write-csv.ts'

const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

describe('a written csv', () => {
  test('begins with a byte order mark and ends its lines with CRLF', () => {
    expect(
      text(
        writeCsv([
          ['任务', '预算'],
          ['海报', 12000],
        ]),
      ),
    ).toBe('\ufeff任务,预算\r\n海报,12000\r\n')
  })

  test.each([
    ['a formula', '=1+1', `"'=1+1"`],
    ['a plus', '+86 138', `"'+86 138"`],
    ['a minus with text', '-5 元', `"'-5 元"`],
    ['an at sign', '@运营', `"'@运营"`],
    ['a tab', '\tcmd', `"'\tcmd"`],
    ['a command of old programs', "|calc'!A0", `"'|calc'!A0"`],
  ])('%s at the beginning of a text is made harmless', (_what, value, cell) => {
    expect(text(writeCsv([[value]]))).toBe(`\ufeff${cell}\r\n`)
  })

  test('negative numbers stay numbers, and "-" for "none" stays as it is', () => {
    expect(text(writeCsv([[-5, '-', '--']]))).toBe('\ufeff-5,-,--\r\n')
  })

  test('dates, times, truth values and empty cells', () => {
    expect(
      text(writeCsv([[{ date: '2026-06-01' }, { date: '2026-06-01T20:00' }, { time: '20:30' }, true, null]])),
    ).toBe('\ufeff2026-06-01,2026-06-01 20:00,20:30,true,\r\n')
  })

  test('any text comes back as itself, but for the apostrophe that makes it harmless', async () => {
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((one) => one.isWellFormed() && !/[\r\u0000-\u0008\u000e-\u001f]/.test(one))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant('键'), cell, fc.constant('尾')), { minLength: 1, maxLength: 10 }),
        async (rows) => {
          const { sheets } = await readWorkbook(writeCsv(rows), { fileName: 'a.csv' })
          const plain = sheets[0]?.rows.map((row) =>
            row.map((value) => (typeof value === 'string' ? value.replace(/^'(?=[=+\-@\t\n|])/, '') : value)),
          )
          expect(plain).toEqual(rows)
        },
      ),
      { numRuns: 60 },
    )
  }, 20_000)
})
