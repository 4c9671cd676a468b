import { describe, expect, it } from 'vitest'
import { simpleLtv } from './simple-ltv.ts'

describe('Simple LTV = ARPU × margin / churn (F5)', () => {
  it('is 240 for 60 a month at a margin of 40 % and 10 % churn, 65.04 over the first 3 months', () => {
    expect(simpleLtv({ arpu: 60, margin: 0.4, churn: 0.1 })).toEqual({ value: 240, gap: null })
    expect(simpleLtv({ arpu: 60, margin: 0.4, churn: 0.1, horizonPeriods: 3 }).value).toBeCloseTo(65.04, 10)
  })
  it('approaches the whole life as the horizon grows', () => {
    expect(simpleLtv({ arpu: 60, margin: 0.4, churn: 0.1, horizonPeriods: 1e4 }).value).toBeCloseTo(240, 9)
  })
  it('without churn has no whole life, but a value over 12 periods; with a churn of 1 it is one period', () => {
    expect(simpleLtv({ arpu: 60, margin: 0.4, churn: 0 })).toEqual({ value: null, gap: 'no_churn' })
    expect(simpleLtv({ arpu: 60, margin: 0.5, churn: 0, horizonPeriods: 12 }).value).toBe(360)
    expect(simpleLtv({ arpu: 60, margin: 0.5, churn: 1 }).value).toBe(30)
    expect(simpleLtv({ arpu: 60, margin: 0.5, churn: 1, horizonPeriods: 12 }).value).toBe(30)
  })
  it.each([
    [{ arpu: null, margin: 0.4, churn: 0.1 }, 'missing'],
    [{ arpu: 60, margin: 0.4, churn: 1.2 }, 'churn_out_of_range'],
    [{ arpu: 60, margin: 40, churn: 0.1 }, 'margin_out_of_range'],
    [{ arpu: 60, margin: 0.4, churn: 0.1, horizonPeriods: -1 }, 'bad_horizon'],
  ])('%o has none: %s', (input, gap) => {
    expect(simpleLtv(input)).toEqual({ value: null, gap })
  })
})
