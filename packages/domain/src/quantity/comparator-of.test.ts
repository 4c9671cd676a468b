import { describe, expect, it } from 'vitest'
import { comparatorOf, isAmbiguousChange, satisfies } from './comparator-of.ts'
import { parseQuantity } from './parse-quantity.ts'
import type { Quantity } from './quantity.ts'

const read = (text: string): Quantity => parseQuantity(text) as Quantity

describe('the default comparator of a bare quantity', () => {
  it.each([
    ['2%', false, 'gte', true],
    ['2%', true, 'lte', true],
    ['≥2%', true, 'gte', false],
    ['<1%', false, 'lt', false],
    ['提升至50%', true, 'gte', true],
    ['降低至2%', false, 'lte', true],
    ['降低20%', false, 'gte', true],
    ['5-20万', false, 'range', false],
  ] as const)(
    '%s, lower is better: %s → %s, shown as a default: %s',
    (text, isLowerBetter, comparator, isDefault) => {
      expect(comparatorOf(read(text), isLowerBetter)).toEqual({ comparator, isDefault })
    },
  )
})

describe('boundaries are strict as written', () => {
  it.each([
    ['<1.5%', 0.015, false],
    ['<1.5%', 0.0149, true],
    ['≥2%', 0.02, true],
    ['>2%', 0.02, false],
    ['≤80元', 80, true],
    ['5-20万', 50_000, true],
    ['5-20万', 200_000, true],
    ['5-20万', 200_001, false],
    ['=5', 5, true],
  ])('%s against %d is %s', (text, value, expected) => {
    const quantity = read(text)
    expect(satisfies(value, quantity, comparatorOf(quantity, false).comparator)).toBe(expected)
  })
})

describe('"提升15%" on a rate is ambiguous', () => {
  it.each([
    ['提升15%', true, true],
    ['提升15%', false, false],
    ['提升至15%', true, false],
    ['提升15个百分点', true, false],
    ['从30%提升至50%', true, false],
  ])('%s on a rate (%s): ambiguous %s', (text, isRate, expected) => {
    expect(isAmbiguousChange(read(text), isRate)).toBe(expected)
  })
})
