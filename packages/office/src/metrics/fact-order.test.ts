import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FactColumns } from '@yingce/domain/sheets/fact-collector'
import { factOrder } from './fact-order.ts'

interface Row {
  readonly day: number
  readonly hour: number | null
  readonly key: number
}

const dayText = (day: number): string => `2026-01-${String(day).padStart(2, '0')}`

/** As a collector gives them: each key and moment once, numbered as they come. */
function columnsOf(rows: readonly Row[], keyCount: number): FactColumns {
  const names = [...new Set(rows.map(({ day, hour }) => `${day}/${hour ?? ''}`))]
  return {
    size: rows.length,
    keys: Array.from({ length: keyCount }, () => ({ level: '', texts: {} })),
    key: Uint32Array.from(rows, ({ key }) => key),
    moments: names.map((name) => {
      const [day = '', hour = ''] = name.split('/')
      return { day: dayText(Number(day)), until: null, hour: hour === '' ? null : Number(hour) }
    }),
    moment: Uint32Array.from(rows, ({ day, hour }) => names.indexOf(`${day}/${hour ?? ''}`)),
    values: new Map(),
  }
}

const IDS = [[9], [3, 200], [3, 7], [0]].map((bytes) => Buffer.alloc(16, Buffer.from(bytes)))

describe('order of facts in the index (M1)', () => {
  test('day before key before hour, the whole day before its hours; keys by the bytes of their ids', () => {
    const rows: Row[] = [
      { day: 2, hour: null, key: 3 },
      { day: 1, hour: 5, key: 1 },
      { day: 1, hour: null, key: 0 },
      { day: 1, hour: null, key: 1 },
      { day: 1, hour: 0, key: 2 },
    ]
    expect([...factOrder(columnsOf(rows, 4), IDS)]).toEqual([4, 3, 1, 2, 0])
  })
  test('no fact at all is no row', () => {
    expect([...factOrder(columnsOf([], 0), [])]).toEqual([])
  })
  test('any rows are each there once, as comparing them would sort them', () => {
    const row = fc.record({
      day: fc.integer({ min: 1, max: 5 }),
      hour: fc.option(fc.integer({ min: 0, max: 23 })),
      key: fc.integer({ min: 0, max: 3 }),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const compared = rows
          .map((one, index) => ({ ...one, index, id: IDS[one.key] ?? Buffer.alloc(16) }))
          .toSorted((a, b) => a.day - b.day || Buffer.compare(a.id, b.id) || (a.hour ?? -1) - (b.hour ?? -1))
        expect([...factOrder(columnsOf(rows, 4), IDS)]).toEqual(compared.map(({ index }) => index))
      }),
    )
  })
})
