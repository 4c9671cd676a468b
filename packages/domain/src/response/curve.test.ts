import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountAtMarginal, concaveFrom, marginalAt, responseAt } from './curve.ts'
import type { ResponseCurve } from './curve.ts'
import { anyCurve } from './curve.fixture.ts'

const PART = fc.double({ min: 0, max: 1, noNaN: true })
const SEED = fc.tuple(PART, PART, PART, PART)
const HILL: ResponseCurve = { form: 'hill', coef: 100, alpha: 2, inflexion: 50, carryover: 0 }

describe('Response curves (F6)', () => {
  it.each<[ResponseCurve, number, number, number]>([
    [{ form: 'sqrt', a: 2 }, 25, 10, 0.2],
    [{ form: 'log', a: 10, b: 5 }, 5, 10 * Math.LN2, 1],
    [{ form: 'power', a: 3, p: 0.5 }, 4, 6, 0.75],
    [{ form: 'power', a: 3, p: 1 }, 4, 12, 3],
    [HILL, 50, 50, 1],
    [{ ...HILL, carryover: 50 }, 0, 50, 1],
    [{ ...HILL, alpha: 1 }, 0, 0, 2],
  ])('%j at %d brings %d, the next unit %d', (curve, amount, response, marginal) => {
    expect(responseAt(curve, amount)).toBeCloseTo(response, 12)
    expect(marginalAt(curve, amount)).toBeCloseTo(marginal, 12)
  })
  it('√x and x^0.5 begin infinitely steep, a Hill curve of alpha 2 begins flat', () => {
    expect(marginalAt({ form: 'sqrt', a: 1 }, 0)).toBe(Infinity)
    expect(marginalAt({ form: 'power', a: 1, p: 0.5 }, 0)).toBe(Infinity)
    expect([responseAt(HILL, 0), marginalAt(HILL, 0)]).toEqual([0, 0])
  })
  it('a Hill curve of alpha 2 turns concave at inflexion / √3, less what is carried over', () => {
    expect(concaveFrom(HILL)).toBeCloseTo(50 / Math.sqrt(3), 12)
    expect(concaveFrom({ ...HILL, carryover: 20 })).toBeCloseTo(50 / Math.sqrt(3) - 20, 12)
    expect(concaveFrom({ ...HILL, carryover: 40 })).toBe(0)
    expect(concaveFrom({ form: 'power', a: 1, p: 1.2 })).toBe(Infinity)
  })
  it('the slope is the derivative, and its inverse leads back to the amount', () => {
    fc.assert(
      fc.property(SEED.map(anyCurve), fc.double({ min: 1, max: 2_000, noNaN: true }), (curve, amount) => {
        const width = amount * 1e-4
        const slope = (responseAt(curve, amount + width) - responseAt(curve, amount - width)) / (2 * width)
        const marginal = marginalAt(curve, amount)
        const noise = (responseAt(curve, amount) * 1e-14) / width
        expect(Math.abs(slope - marginal)).toBeLessThanOrEqual(marginal * 1e-6 + noise)
        if (amount < concaveFrom(curve) * 1.001) return
        expect(amountAtMarginal(curve, marginal)).toBeCloseTo(amount, 4)
      }),
      { numRuns: 500 },
    )
  })
})
