import { describe, expect, it } from 'vitest'
import { reconcileWithPlatforms } from './platform-reconciliation.ts'
import { returnFigures } from './return-figures.ts'

describe('F4: return figures from totals', () => {
  it('cost 1,000,000 and sales 5,000,000 are ROAS 5 and ROI 4; 2,000 conversions CPA 500, 500 new customers CAC 2,000', () => {
    const figures = returnFigures({
      cost: 1_000_000,
      revenue: 5_000_000,
      conversions: 2_000,
      newCustomers: 500,
      margin: null,
    })
    expect(Object.fromEntries(figures.map(({ key, value }) => [key, value]))).toEqual({
      roas: 5,
      roi: 4,
      cpa: 500,
      cac: 2_000,
    })
    expect(figures[1]).toMatchObject({ numerator: 4_000_000, denominator: 1_000_000 })
  })
  it('a missing part or a cost of 0 gives no figure', () => {
    const values = (cost: number | null, revenue: number | null) =>
      returnFigures({ cost, revenue, conversions: 0, newCustomers: null, margin: null }).map(
        ({ value }) => value,
      )
    expect(values(0, 500)).toEqual([null, null, null, null])
    expect(values(100, null)).toEqual([null, null, null, null])
    expect(values(100, 0)).toEqual([0, -1, null, null])
  })
  it('with a margin of 40 %, revenue 1,005 on cost 268 gives 毛利ROI 0.5 and breaks even at ROAS 2.5', () => {
    const figures = returnFigures({
      cost: 26_800,
      revenue: 100_500,
      conversions: null,
      newCustomers: null,
      margin: 0.4,
    })
    expect(figures.find(({ key }) => key === 'grossMarginRoi')).toEqual({
      key: 'grossMarginRoi',
      value: 0.5,
      numerator: 13_400,
      denominator: 26_800,
    })
    expect(figures.find(({ key }) => key === 'breakEvenRoas')).toMatchObject({ value: 2.5 })
  })
})

describe('X11: tracker, effect table and platforms per channel', () => {
  const task = { id: 't', name: '抖音信息流上线', strategy: null, spent: 268 }
  it('lays a platform’s channel on the effect table’s by its words, and keeps an unknown one apart', () => {
    const lines = reconcileWithPlatforms(
      [task],
      [{ channel: '抖音信息流', cost: 335 }],
      [
        { channel: '抖音', cost: 330 },
        { channel: '百度', cost: 20 },
      ],
    )
    expect(lines).toEqual([
      {
        channel: '抖音信息流',
        taskIds: ['t'],
        trackerSpent: 268,
        effectCost: 335,
        platformCost: 330,
        difference: 67,
      },
      { channel: '百度', taskIds: [], trackerSpent: null, effectCost: null, platformCost: 20, difference: 0 },
    ])
  })
  it('without platforms is the comparison of the two sheets', () => {
    expect(reconcileWithPlatforms([task], [], [])).toEqual([
      {
        channel: null,
        taskIds: ['t'],
        trackerSpent: 268,
        effectCost: null,
        platformCost: null,
        difference: -268,
      },
    ])
  })
})
