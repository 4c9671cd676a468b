import { describe, expect, test } from 'vitest'
import { isCeiling, satisfies } from './aim.ts'
import type { Aim } from './aim.ts'

describe('Rule 3: a value against its aim, unrounded', () => {
  test.each([
    ['gte', [false, true, true]],
    ['gt', [false, false, true]],
    ['lte', [true, true, false]],
    ['lt', [true, false, false]],
    ['eq', [false, true, false]],
  ] as const)('%s 2: of 1.999, 2 and 2.001', (comparator, expected) =>
    expect([1.999, 2, 2.001].map((actual) => satisfies(actual, { comparator, value: 2 }))).toEqual(expected),
  )

  test('a range holds both its ends', () => {
    const aim: Aim = { comparator: 'range', from: 2, to: 3 }
    expect([1.999, 2, 2.5, 3, 3.001].map((actual) => satisfies(actual, aim))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
  })

  test('only "at most" and "less than" are ceilings', () => {
    const ceilings = (['gte', 'gt', 'lte', 'lt', 'eq'] as const).filter((comparator) =>
      isCeiling({ comparator, value: 2 }),
    )
    expect(ceilings).toEqual(['lte', 'lt'])
    expect(isCeiling({ comparator: 'range', from: 2, to: 3 })).toBe(false)
  })
})
