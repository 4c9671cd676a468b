import { describe, expect, it } from 'vitest'
import type { Distribution } from './distribution.ts'
import { baseOutcome } from './scenario.ts'
import type { ScenarioChannel } from './scenario.ts'
import { simulateScenario } from './simulate-scenario.ts'
import type { SimulationOptions } from './simulate-scenario.ts'

const fixed = (value: number): Distribution => ({ kind: 'fixed', value })
const CLICKS: ScenarioChannel = {
  name: '小红书',
  spend: fixed(400_000),
  buying: { by: 'cpc', cpc: fixed(2) },
  cvr: fixed(0.02),
  aov: fixed(250),
  margin: fixed(0.5),
}
const VIEWS: ScenarioChannel = {
  name: '抖音',
  spend: fixed(300_000),
  buying: { by: 'cpm', cpm: fixed(40), ctr: fixed(0.02) },
  cvr: fixed(0.01),
  aov: fixed(200),
  margin: fixed(0.4),
}
const OPTIONS: SimulationOptions = { draws: 20_000, seed: 1, outcome: 'revenue', by: null }

describe('Scenario arithmetic (F7)', () => {
  it('400,000 at 2 a click, 2 % CVR and 250 each: 4,000 conversions, CPA 100, ROAS 2.5, ROI 1.5', () => {
    expect(baseOutcome([CLICKS])).toEqual({
      spend: 400_000,
      clicks: 200_000,
      conversions: 4_000,
      revenue: 1_000_000,
      grossProfit: 500_000,
      profit: 100_000,
      cpa: 100,
      roas: 2.5,
      roi: 1.5,
      grossMarginRoi: 0.25,
    })
  })
  it('300,000 at 40 a thousand and 2 % CTR: 150,000 clicks; the whole has ratios of the sums', () => {
    expect(baseOutcome([VIEWS])).toMatchObject({ clicks: 150_000, conversions: 1_500, revenue: 300_000 })
    expect(baseOutcome([CLICKS, VIEWS])).toMatchObject({
      conversions: 5_500,
      cpa: 700_000 / 5_500,
      roas: 13 / 7,
    })
  })
  it('one channel without margin leaves the profit of the whole unknown, not its revenue', () => {
    expect(baseOutcome([CLICKS, { ...VIEWS, margin: null }])).toMatchObject({
      revenue: 1_300_000,
      grossProfit: null,
      profit: null,
      grossMarginRoi: null,
    })
  })
  it('no conversions have no CPA, no spend has no ROAS', () => {
    expect(baseOutcome([{ ...CLICKS, cvr: fixed(0) }])).toMatchObject({
      conversions: 0,
      cpa: null,
      roas: 0,
      roi: -1,
    })
    expect(baseOutcome([{ ...CLICKS, spend: fixed(0) }])).toMatchObject({
      clicks: 0,
      cpa: null,
      roas: null,
      roi: null,
    })
  })
})

describe('Tornado, break-even and ranges (F7)', () => {
  it('inputs from their low to their high end, the widest first, the others at base', () => {
    const channel: ScenarioChannel = {
      ...CLICKS,
      cvr: { kind: 'triangular', low: 0.01, mode: 0.02, high: 0.03 },
      aov: { kind: 'uniform', low: 240, high: 260 },
    }
    expect(simulateScenario([channel], OPTIONS).tornado).toEqual([
      {
        name: '小红书.cvr',
        base: 0.02,
        low: 0.01,
        high: 0.03,
        atLow: 500_000,
        atHigh: 1_500_000,
        range: 1_000_000,
        elasticity: expect.closeTo(1, 6),
      },
      {
        name: '小红书.aov',
        base: 250,
        low: 240,
        high: 260,
        atLow: 960_000,
        atHigh: 1_040_000,
        range: 80_000,
        elasticity: expect.closeTo(1, 6),
      },
    ])
  })
  it('±20 % of every input: the price of a click works against the revenue, with elasticity −1', () => {
    const { tornado } = simulateScenario([CLICKS], { ...OPTIONS, by: 0.2 })
    const price = tornado[0]
    expect(price).toMatchObject({
      name: '小红书.cpc',
      low: 1.6,
      high: 2.4,
      atLow: 1_250_000,
      elasticity: expect.closeTo(-1, 6),
    })
    expect(tornado.map(({ name }) => name)).toEqual(
      ['cpc', 'spend', 'cvr', 'aov', 'margin'].map((name) => `小红书.${name}`),
    )
    expect(tornado.at(-1)).toMatchObject({ range: 0, elasticity: expect.closeTo(0, 9) })
  })
  it('±10 % where no input has a distribution', () => {
    expect(simulateScenario([CLICKS], OPTIONS).tornado[1]).toMatchObject({ low: 360_000, high: 440_000 })
  })
  it('margin 0.5 breaks even at ROAS 2 and a CPA of 125; 20 % fewer conversions would still pay', () => {
    const { breakEven, channels } = simulateScenario([CLICKS], OPTIONS)
    expect(breakEven).toEqual({ roas: 2, cpa: 125, factor: 0.8 })
    expect(channels[0]?.breakEven).toMatchObject({ price: 2.5, cvr: 0.016, aov: 200 })
  })
  it('a linear scenario has the spread √Σ a² sd²: 4,000 and 1,500 orders of uncertain value', () => {
    const normal = (mean: number, sd: number): Distribution => ({ kind: 'normal', mean, sd })
    const channels = [
      { ...CLICKS, aov: normal(250, 10) },
      { ...VIEWS, aov: normal(200, 20) },
    ]
    const { summaries } = simulateScenario(channels, { ...OPTIONS, draws: 100_000 })
    const exact = Math.sqrt((4_000 * 10) ** 2 + (1_500 * 20) ** 2)
    expect(Math.abs((summaries.revenue.mean ?? 0) - 1_300_000)).toBeLessThan((4 * exact) / Math.sqrt(100_000))
    expect(Math.abs((summaries.revenue.sd ?? 0) / exact - 1)).toBeLessThan(4 / Math.sqrt(200_000))
  })
  it('the chance of a loss: an AOV even between 150 and 350 pays from 200 on, so 25 %', () => {
    const channel: ScenarioChannel = { ...CLICKS, aov: { kind: 'uniform', low: 150, high: 350 } }
    const { lossProbability } = simulateScenario([channel], { ...OPTIONS, draws: 100_000 })
    expect(Math.abs((lossProbability ?? 0) - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / 100_000))
    expect(simulateScenario([{ ...channel, margin: null }], OPTIONS).lossProbability).toBe(null)
  })
  it('a normal rate that would fall below 0 is taken as 0, and the draws are named', () => {
    const channel: ScenarioChannel = { ...CLICKS, cvr: { kind: 'normal', mean: 0.01, sd: 0.01 } }
    const { bounded } = simulateScenario([channel], OPTIONS)
    expect(bounded).toEqual([{ input: '小红书.cvr', draws: expect.any(Number) }])
    expect(Math.abs((bounded[0]?.draws ?? 0) / 20_000 - 0.158655)).toBeLessThan(0.011)
  })
})
