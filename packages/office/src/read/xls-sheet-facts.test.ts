import { describe, expect, test } from 'vitest'
import { xlsFacts } from './xls-sheet-facts.ts'

function record(kind: number, data: readonly number[]): number[] {
  return [kind & 0xff, kind >> 8, data.length & 0xff, data.length >> 8, ...data]
}

const tab = (state: number, type: number): number[] => record(0x85, [0, 0, 0, 0, state, type, 1, 0, 0x61])
const begin = record(0x809, [0, 6, 5, 0])
const end = record(0x0a, [])

describe('the globals of an .xls', () => {
  test('tell hidden and very hidden tabs, and charts from tables', () => {
    const bytes = Uint8Array.from([...begin, ...tab(0, 0), ...tab(1, 0), ...tab(2, 0), ...tab(0, 2), ...end])
    expect(xlsFacts(bytes)).toEqual({
      isEncrypted: false,
      tabs: [
        { hidden: false, isTable: true },
        { hidden: true, isTable: true },
        { hidden: true, isTable: true },
        { hidden: false, isTable: false },
      ],
    })
  })

  test('tell encryption', () => {
    expect(xlsFacts(Uint8Array.from([...begin, ...record(0x2f, [1, 0]), ...end])).isEncrypted).toBe(true)
  })

  test('end where the record lengths run out of the file', () => {
    expect(xlsFacts(Uint8Array.from([...begin, 0x85, 0, 0xff, 0xff, 1]))).toEqual({
      isEncrypted: false,
      tabs: [],
    })
  })
})
