import { describe, expect, test } from 'vitest'
import type { EffectRow } from './effect-from-facts.ts'
import { effectRevenue } from './effect-revenue.ts'

const row = (id: string, revenue: number | null): EffectRow => ({
  id,
  channel: id,
  content: null,
  impressions: null,
  clicks: null,
  conversions: null,
  cost: null,
  revenue,
})
const told = (...sales: readonly (readonly [own: number | null, ofFacts: number | null])[]) => {
  const rows = sales.map(([own], index) => row(String(index), own))
  return effectRevenue(
    rows,
    rows.map((one, index) => ({
      row: one,
      channel: one.channel,
      computed: { ...one, revenue: sales[index]?.[1] ?? null },
    })),
  )
}

describe('F4: what the sales of an effect table are', () => {
  test('those that are the facts’ to the fen are the platforms’ own; others are as stated', () => {
    expect(told([900, 900], [500, 500])).toBe('attributed')
    expect(told([900, 900], [500, 499], [70, null])).toBe('mixed')
    expect(told([900, 899], [500, null])).toBe('stated')
  })

  test('a row without sales says nothing of their kind', () => {
    expect(told([900, 900], [null, 500], [null, null])).toBe('attributed')
    expect(told([null, null])).toBe('stated')
  })
})
