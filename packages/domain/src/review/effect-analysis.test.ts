import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseEffects, effectsByChannel } from './effect-analysis.ts'
import { readReturnColumn } from './return-column.ts'
import { revenueKind } from './revenue-kind.ts'
import { statedDisagreements } from './stated-disagreement.ts'
import { TEAM_EFFECTS as ROWS } from './team-effects.fixture.ts'

const percent = (ratio: number | null) => (ratio === null ? null : Number((ratio * 100).toFixed(2)))
const yuan = (fen: number | null) => (fen === null ? null : Number((fen / 100).toFixed(2)))

describe('T3: totals of the effect table', () => {
  const { ratios, totals, rows } = analyseEffects(ROWS)

  it('CTR is 157,000 / 4,300,000 = 3.65%: the offline row has impressions but no clicks and stays out', () => {
    expect([ratios.ctr.numerator, ratios.ctr.denominator, ratios.ctr.rows]).toEqual([157_000, 4_300_000, 4])
    expect(percent(ratios.ctr.value)).toBe(3.65)
    expect(totals.impressions).toBe(4_800_000)
  })
  it('CVR is 2,355 / 157,000 = 1.50%', () => {
    expect([ratios.cvr.numerator, ratios.cvr.denominator]).toEqual([2_355, 157_000])
    expect(percent(ratios.cvr.value)).toBe(1.5)
  })
  it('CPA is 335,000 / 2,655 = 126.18', () => {
    expect([yuan(ratios.cpa.numerator), ratios.cpa.denominator]).toEqual([335_000, 2_655])
    expect(yuan(ratios.cpa.value)).toBe(126.18)
  })
  it('ROAS is 3.17 and ROI is 2.17', () => {
    expect(ratios.roas.value?.toFixed(2)).toBe('3.17')
    expect(ratios.roi.value?.toFixed(2)).toBe('2.17')
  })
  it('the offline row has no CTR and no CVR, and not zero', () => {
    expect([rows[4]?.ratios.ctr.value, rows[4]?.ratios.cvr.value]).toEqual([null, null])
  })
  it('a ratio over zero is null, and a column nobody filled sums to null', () => {
    const only = analyseEffects([{ impressions: 0, clicks: 0, conversions: null, cost: 0, revenue: 5 }])
    expect([only.ratios.ctr.value, only.ratios.roas.value, only.totals.conversions]).toEqual([
      null,
      null,
      null,
    ])
    expect(only.totals.clicks).toBe(0)
  })
  it('channels keep the order of the sheet and have ratios from their own sums', () => {
    const channels = effectsByChannel(ROWS)
    expect(channels.map(({ channel, rows: own }) => [channel, own.length])).toEqual([
      ['小红书KOL', 2],
      ['抖音信息流', 2],
      ['线下体验', 1],
    ])
    expect(percent(channels[1]?.ratios.ctr.value ?? null)).toBe(2.57)
  })
  it('ROI is always ROAS − 1', () => {
    const fact = fc.option(fc.integer({ min: 1, max: 1e9 }), { nil: null })
    const row = fc.record({ impressions: fact, clicks: fact, conversions: fact, cost: fact, revenue: fact })
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { roas, roi } = analyseEffects(rows).ratios
        if (roas.value === null) expect(roi.value).toBeNull()
        else expect(roi.value).toBeCloseTo(roas.value - 1, 6)
      }),
    )
  })
})

describe('T3: the column headed "ROI"', () => {
  it('is ROAS in the team’s sheet: 90,000 / 30,000 = 3.0', () => {
    expect(readReturnColumn(ROWS)).toEqual({
      kind: 'roas',
      testedRows: 5,
      matchingRoas: 5,
      matchingRoi: 0,
      example: { cost: 3_000_000, revenue: 9_000_000, stated: 3 },
    })
  })
  it('is ROI when the same rows state one less', () => {
    const roi = ROWS.map((row) => ({
      ...row,
      statedReturn: Number(((row.statedReturn ?? 0) - 1).toFixed(1)),
    }))
    expect(readReturnColumn(roi).kind).toBe('roi')
  })
  it('stays ROAS when one row of five is wrong, and that row is flagged', () => {
    const rows = ROWS.map((row, i) => (i === 1 ? { ...row, statedReturn: 3.6 } : row))
    expect(readReturnColumn(rows).kind).toBe('roas')
    expect(statedDisagreements(rows)).toEqual([
      { row: rows[1], field: 'statedReturn', stated: 3.6, computed: 2.6 },
    ])
  })
  it('is unknown when no row can be tested, or as many fit one reading as the other', () => {
    expect(readReturnColumn([{ cost: null, revenue: 9, statedReturn: 3 }]).kind).toBe('unknown')
    expect(
      readReturnColumn([
        { cost: 1, revenue: 3, statedReturn: 3 },
        { cost: 1, revenue: 3, statedReturn: 2 },
      ]).kind,
    ).toBe('unknown')
    expect(readReturnColumn([{ cost: 1, revenue: 3, statedReturn: 9 }]).kind).toBe('unknown')
  })
})

describe('T3: stated figures against the arithmetic', () => {
  it('finds nothing wrong in the team’s sheet: 133.33 agrees with 133.3333, 1.5% with 1.5%', () => {
    expect(statedDisagreements(ROWS)).toEqual([])
  })
  it('flags a CPA of 135 where the row gives 133.33', () => {
    const rows = ROWS.map((row, i) => (i === 0 ? { ...row, statedCpa: 13_500 } : row))
    expect(statedDisagreements(rows)).toMatchObject([{ field: 'statedCpa', stated: 13_500 }])
  })
  it('flags 1.6% where the row gives 1.5%, and lets 1.5% pass where it gives 1.52%', () => {
    const one = (clicks: number, conversions: number, statedCvr: number) =>
      statedDisagreements([
        { ...ROWS[0]!, clicks, conversions, statedCvr, statedCtr: null, statedCpa: null },
      ]).map((d) => d.field)
    expect(one(15_000, 225, 0.016)).toEqual(['statedCvr'])
    expect(one(10_000, 152, 0.015)).toEqual([])
  })
  it('lists a stated conversion rate that no clicks support, with nothing computed', () => {
    const rows = ROWS.map((row, i) => (i === 4 ? { ...row, statedCvr: 0.02 } : row))
    expect(statedDisagreements(rows)).toMatchObject([{ field: 'statedCvr', stated: 0.02, computed: null }])
  })
  it('accepts a figure that was cut off instead of rounded', () => {
    const rows = ROWS.map((row, i) => (i === 4 ? { ...row, statedCpa: 16_666 } : row))
    expect(statedDisagreements(rows)).toEqual([])
  })
})

describe('Rule 8: incremental or turnover', () => {
  it.each([
    ['增量销售额(元)', 'incremental'],
    ['新增销售额', 'incremental'],
    ['Incremental sales', 'incremental'],
    ['销售额', 'turnover'],
    ['成交额(元)', 'turnover'],
    [null, 'turnover'],
  ] as const)('%s is %s', (header, kind) => {
    expect(revenueKind(header)).toBe(kind)
  })
})
