import { describe, expect, it } from 'vitest'
import { breakEvenRoas, grossMarginRoi, ltvCorrectedRoi, roas, roi } from './return.ts'

describe('Rule 8: return', () => {
  it('cost 1,000,000 and incremental sales 5,000,000 are ROI 4 and ROAS 5', () => {
    expect([roi(5_000_000, 1_000_000), roas(5_000_000, 1_000_000)]).toEqual([4, 5])
  })
  it('cost 30,000 and sales 90,000 are ROAS 3.0 and ROI 2.0', () => {
    expect([roas(90_000, 30_000), roi(90_000, 30_000)]).toEqual([3, 2])
  })
  it('a margin of 40% turns ROAS 5 into a gross-margin ROI of 1, and breaks even at ROAS 2.5', () => {
    expect(grossMarginRoi(500, 0.4, 100)).toBe(1)
    expect(breakEvenRoas(0.4)).toBe(2.5)
  })
  it('LTV counts 100 new customers of 30 margin against a cost of 2,000 as 0.5', () => {
    expect(ltvCorrectedRoi(100, 30, 2_000)).toBe(0.5)
  })
  it('is null over a cost of zero, a missing part or a margin of zero', () => {
    expect([
      roas(5, 0),
      roi(5, 0),
      roas(null, 5),
      roi(5, null),
      grossMarginRoi(5, null, 5),
      breakEvenRoas(0),
    ]).toEqual([null, null, null, null, null, null])
  })
  it('revenue of zero on a real cost is a ROAS of 0 and an ROI of −1, not a missing figure', () => {
    expect([roas(0, 5), roi(0, 5)]).toEqual([0, -1])
  })
})
