import { describe, expect, test } from 'vitest'
import { comparedSpend, type DayOfSpend } from './compared-spend.ts'
import type { SpendSource } from './spend-of-days.ts'

const days = (
  ...figures: readonly (readonly [planned: number | null, spent: number | null])[]
): DayOfSpend[] =>
  figures.map(([planned, spent], index) => ({
    day: `2025-06-${String(9 + index).padStart(2, '0')}`,
    planned,
    spent,
  }))
const told = (of: readonly DayOfSpend[], asOf = '2025-06-15', from: SpendSource = 'channels') => {
  const { differences, ...rest } = comparedSpend(of, asOf, from)
  return { ...rest, differences: [...differences.values()] }
}

describe('spend against the plan of the days that have figures', () => {
  test('the plan of a day whose figures have not come is not owed', () => {
    expect(told(days([100, 90], [100, 120], [100, null]))).toEqual({
      differences: [-10, 20],
      until: '2025-06-10',
      missing: [],
      spent: 210,
      planned: 200,
      difference: 10,
    })
  })

  test('a day in between without spend is left out of both sides and named, where money was planned for it', () => {
    expect(told(days([100, 90], [100, null], [0, null], [null, null], [100, 100]))).toMatchObject({
      until: '2025-06-13',
      missing: ['2025-06-10'],
      spent: 190,
      planned: 200,
      difference: -10,
    })
  })

  test('spend of zero is a figure', () => {
    expect(told(days([100, 0]))).toMatchObject({
      until: '2025-06-09',
      spent: 0,
      planned: 100,
      difference: -100,
    })
  })

  test('money spent where nothing was planned is over by all of it, and the difference is the sum of the days’', () => {
    expect(told(days([100, 90], [null, 30]))).toMatchObject({
      differences: [-10, 30],
      planned: 100,
      difference: 20,
    })
    expect(told(days([null, 90], [null, 30]))).toMatchObject({
      differences: [null, null],
      spent: 120,
      planned: null,
      difference: null,
    })
  })

  test('a day that has not come counts on neither side', () => {
    expect(told(days([100, 90], [100, 50], [100, 7]), '2025-06-10')).toMatchObject({
      until: '2025-06-10',
      spent: 140,
      planned: 200,
    })
  })

  test('without any spend the plan is that of the days that have come, and no difference is known', () => {
    expect(told(days([100, null], [100, null], [100, null]), '2025-06-10')).toEqual({
      differences: [],
      until: null,
      missing: [],
      spent: null,
      planned: 200,
      difference: null,
    })
  })

  test('what is entered on a Friday is held against the days since the entry before it, the weekend against none', () => {
    const week = days([100, 90], [100, null], [100, null], [null, null], [100, 320], [100, null], [100, null])
    expect(told(week, '2025-06-15', 'ledger')).toEqual({
      differences: [-10, null, null, null, 20],
      until: '2025-06-13',
      missing: [],
      spent: 410,
      planned: 400,
      difference: 10,
    })
  })
})
