import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readByteNumber } from './read-byte-number.ts'

function read(text: string): number {
  const bytes = new TextEncoder().encode(`x${text}y`)
  return readByteNumber(bytes, 1, bytes.length - 1)
}

test.each([
  ['0', 0],
  ['007', 7],
  ['0.244', 0.244],
  ['.5', 0.5],
  ['5.', 5],
  ['-3', -3],
  ['1e3', 1000],
  ['1,234,567.5', 1_234_567.5],
  ['12345678901234567890', 1.2345678901234567e19],
])('%s is %d', (text, value) => {
  expect(read(text)).toBe(value)
})

test.each(['', '.', 'abc', '1,23', '1 000', '0x10', 'Infinity', '1.2.3', '十', '--1'])(
  '%j is no number',
  (text) => {
    expect(read(text)).toBe(NaN)
  },
)

test('every double is read to its last digit', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (value) => {
      expect(read(String(value))).toBe(value)
      expect(read(value.toFixed(2))).toBe(Number(value.toFixed(2)))
    }),
    { numRuns: 1000 },
  )
})
