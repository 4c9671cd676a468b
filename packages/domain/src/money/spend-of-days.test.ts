import { describe, expect, test } from 'vitest'
import { spendByDay, spendOfDays, type SpendSources } from './spend-of-days.ts'

/** Monday to Sunday. */
const week = { from: '2025-06-09', to: '2025-06-15' }
const sources = (
  ledger: readonly (readonly [day: string, amount: number])[],
  channels: readonly (readonly [day: string, amount: number])[],
): SpendSources => ({
  ledger: ledger.map(([day, amount]) => ({ day, taskId: 't', amount })),
  channels: new Map(channels),
})
const told = (of: SpendSources, days = week) => {
  const spend = spendOfDays(of, days)
  return [spend.from, ...spendByDay(spend)]
}

describe('X11: one source of spend', () => {
  test('entries of the ledger are summed by day, and no other day is told', () => {
    const ledger = [
      ['2025-06-08', 1],
      ['2025-06-09', 500],
      ['2025-06-09', 700],
      ['2025-06-15', 20],
      ['2025-06-16', 1],
    ] as const
    expect(told(sources(ledger, []))).toEqual(['ledger', ['2025-06-09', 1200], ['2025-06-15', 20]])
  })

  test('what the channels cost stands in where nothing was entered, and is called so', () => {
    const cost = [
      ['2025-06-08', 1],
      ['2025-06-10', 900],
    ] as const
    expect(told(sources([], cost))).toEqual(['channels', ['2025-06-10', 900]])
    expect(spendOfDays(sources([], cost), week).entries).toEqual([
      { day: '2025-06-10', taskId: null, amount: 900 },
    ])
  })

  test('one entry keeps the ledger alone: nothing is added, not even on days without an entry', () => {
    const both = sources(
      [['2025-06-09', 500]],
      [
        ['2025-06-09', 480],
        ['2025-06-10', 900],
      ],
    )
    expect(told(both)).toEqual(['ledger', ['2025-06-09', 500]])
  })

  test('a day takes the source of its week, so that a stand-up agrees with the report', () => {
    const both = sources([['2025-06-12', 500]], [['2025-06-09', 480]])
    expect(told(both, { from: '2025-06-09', to: '2025-06-09' })).toEqual(['ledger'])
    const entered = sources([['2025-06-08', 500]], [['2025-06-09', 480]])
    expect(told(entered, { from: '2025-06-09', to: '2025-06-09' })).toEqual(['channels', ['2025-06-09', 480]])
  })

  test('without either the spend is not known, and nobody is said to have stood in', () => {
    expect(told(sources([], [['2025-06-16', 900]]))).toEqual(['ledger'])
  })

  test('an entry of nothing is an entry: what was corrected to zero is zero', () => {
    expect(told(sources([['2025-06-09', 0]], [['2025-06-09', 480]]))).toEqual(['ledger', ['2025-06-09', 0]])
  })

  test('days that others are held against take the source of those', () => {
    const both = sources(
      [['2025-06-02', 500]],
      [
        ['2025-06-02', 480],
        ['2025-06-09', 900],
      ],
    )
    const before = { from: '2025-06-02', to: '2025-06-08' }
    const { from } = spendOfDays(both, week)
    expect([from, ...spendByDay(spendOfDays(both, before, from))]).toEqual(['channels', ['2025-06-02', 480]])
  })
})
