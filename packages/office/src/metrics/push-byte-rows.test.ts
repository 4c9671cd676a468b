import { TextDecoder } from 'node:util'
import { metricStream } from '@yingce/domain/sheets/metric-stream'
import { recognizeWorkbook } from '@yingce/domain/sheets/recognize-workbook'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ByteRows } from '../journeys/byte-rows.ts'
import { bytesInMemory } from '../journeys/byte-source.ts'
import { readDelimited } from '../read/read-delimited.ts'
import { DEFAULT_READ_LIMITS } from '../read/read-limits.ts'
import { factParts } from './fact-parts.ts'
import { pushByteRows } from './push-byte-rows.ts'

const HEADER = '日期,渠道,计划ID,计划名称,展示数,点击数,消耗(元),转化数,触达人数'
const FIRST_ROWS = [
  '2025-06-01,抖音,1001,新客,1000,20,10.50,2,90',
  '2025-06-02,小红书,1002,老客,500,10,5.25,1,80',
]

const cell = {
  day: fc.constantFrom('2025-06-01', '2025-06-02', '2025/6/3', '2025-06-01~2025-06-03', '', '不详'),
  channel: fc.constantFrom('抖音', '小红书', ' 抖音 ', '合计', '', '渠道'),
  id: fc.constantFrom('1001', '1002', '1003', ''),
  name: fc.constantFrom('新客', '老客', '小计', '"A, ""B"""', ''),
  figure: fc.oneof(
    fc.integer({ min: -5, max: 99_999 }).map(String),
    fc.tuple(fc.nat(99_999), fc.nat(999_999)).map(([whole, part]) => `${whole}.${part}`),
    fc.constantFrom(
      '',
      '-',
      '--',
      '---',
      '0',
      '007',
      '0.10',
      '"1,234.50"',
      '¥3.5',
      '5%',
      '3万',
      '12.',
      '.5',
      'abc',
      '1234567890123456.7',
      '123.65000000000009',
      '-0.000001',
    ),
  ),
}

const row = fc.oneof(
  {
    arbitrary: fc
      .tuple(
        cell.day,
        cell.channel,
        cell.id,
        cell.name,
        cell.figure,
        cell.figure,
        cell.figure,
        cell.figure,
        cell.figure,
      )
      .map((cells) => cells.join()),
    weight: 8,
  },
  { arbitrary: fc.constantFrom('', ',,,', HEADER, '合计,,,,10,20,30,40,50', '备注'), weight: 1 },
)

/** The stream that both ways fill, as the head of the file gives it. */
function opened(text: string) {
  const { sheet } = readDelimited(text, '计划', DEFAULT_READ_LIMITS)
  const { tables } = recognizeWorkbook(
    { format: 'csv', encoding: null, delimiter: ',', sheets: [sheet], notices: [] },
    {},
  )
  const [table] = tables
  if (table?.kind !== 'metrics') throw new Error('the sample is no table of metrics')
  return { stream: metricStream(table, sheet.rows.slice(1)), rows: sheet.rows }
}

describe('M1: rows read from their bytes', () => {
  test('give the same facts, sums, days and left-out rows as their cells do', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.constantFrom('\n', '\r\n'), (rows, newline) => {
        const text = [HEADER, ...FIRST_ROWS, ...rows, ''].join(newline)
        const head = `${[HEADER, ...FIRST_ROWS].join(newline)}${newline}`
        const whole = opened(head)
        const { sheet } = readDelimited(text, '计划', DEFAULT_READ_LIMITS)
        for (let at = 1; at < sheet.rows.length; at++) whole.stream.push(sheet.rows[at] ?? [], at + 1)
        const byBytes = opened(head).stream
        const decoder = new TextDecoder()
        const source = bytesInMemory(new TextEncoder().encode(text))
        pushByteRows(new ByteRows(source, 0x2c, decoder, 64), byBytes, 2, decoder, () => {})
        expect(byBytes.finish()).toEqual(whole.stream.finish())
      }),
      { numRuns: 300 },
    )
  })

  test('of a plain export become facts without a cell being made', () => {
    const { stream } = opened([HEADER, ...FIRST_ROWS].join('\n'))
    const pushed: number[] = []
    const counting = {
      ...stream,
      push: (cells: Parameters<typeof stream.push>[0], at: number) => {
        pushed.push(at)
        stream.push(cells, at)
      },
    }
    const decoder = new TextDecoder()
    const text = [
      HEADER,
      ...FIRST_ROWS,
      '2025-06-03,抖音,1001,新客,"1,000",--,¥1.5,3,7',
      '合计,,,,1,1,1,1,1',
    ].join('\n')
    const source = bytesInMemory(new TextEncoder().encode(text))
    pushByteRows(new ByteRows(source, 0x2c, decoder), counting, 2, decoder, () => {})
    expect(pushed).toEqual([5])
    const { metrics, table } = stream.finish()
    expect([metrics.facts.size, table.rows, table.excluded]).toEqual([3, 3, [{ row: 5, reason: 'total' }]])
    expect(metrics.byDay['2025-06-03']).toEqual({ impressions: 1000, cost: 1.5, conversions: 3 })
    expect([...factParts(metrics.facts)].map(({ size, days, keys }) => [size, days, keys.length])).toEqual([
      [3, ['2025-06-01', '2025-06-02', '2025-06-03'], 2],
    ])
  })
})
