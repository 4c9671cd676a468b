import { describe, expect, it } from 'vitest'
import { summarizePurchases } from './summarize-purchases.ts'

describe('Purchases summed up per customer (F5)', () => {
  it('count repeats, weeks from the first to the last and to the end, and the mean of the repeats', () => {
    expect(
      summarizePurchases(
        [
          { customer: '乙', date: '2026-01-15', amount: 50 },
          { customer: '甲', date: '2026-01-22', amount: 30 },
          { customer: '甲', date: '2026-01-01', amount: 999 },
          { customer: '甲', date: '2026-01-08', amount: 20 },
        ],
        '2026-02-05',
      ),
    ).toEqual([
      { customer: '乙', frequency: 0, recency: 0, age: 3, meanValue: null },
      { customer: '甲', frequency: 2, recency: 3, age: 5, meanValue: 25 },
    ])
  })
  it('take purchases of one day as one of their sum, and leave later ones out', () => {
    expect(
      summarizePurchases(
        [
          { customer: 'a', date: '2026-01-01', amount: 10 },
          { customer: 'a', date: '2026-01-01', amount: 10 },
          { customer: 'a', date: '2026-01-02', amount: 3 },
          { customer: 'a', date: '2026-01-02', amount: 4 },
          { customer: 'a', date: '2026-03-01', amount: 5 },
          { customer: 'b', date: '2026-03-01', amount: 5 },
        ],
        '2026-01-08',
      ),
    ).toEqual([{ customer: 'a', frequency: 1, recency: 1 / 7, age: 1, meanValue: 7 }])
  })
  it('have no mean where an amount of a repeat is not known', () => {
    const [one] = summarizePurchases(
      [
        { customer: 'a', date: '2026-01-01', amount: null },
        { customer: 'a', date: '2026-01-02', amount: 3 },
        { customer: 'a', date: '2026-01-03', amount: null },
      ],
      '2026-01-08',
    )
    expect(one).toMatchObject({ frequency: 2, meanValue: null })
  })
})
