import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TupleIndex } from './tuple-index.ts'

describe('numbers of tuples', () => {
  test('are those of a map by their text, for widths of 0 to 4 and beyond the first 1,024 slots', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.array(fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }), { maxLength: 3000 }),
        (width, rows) => {
          const index = new TupleIndex(width)
          const known = new Map<string, number>()
          for (const row of rows) {
            const tuple = Uint32Array.from(row.slice(0, width))
            const text = tuple.join()
            if (!known.has(text)) known.set(text, known.size)
            expect(index.indexOf(tuple)).toBe(known.get(text))
          }
          expect(index.count).toBe(known.size)
        },
      ),
      { numRuns: 30 },
    )
  })
})
