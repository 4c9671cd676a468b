import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { responseAt } from './curve.ts'
import type { ResponseCurve } from './curve.ts'
import { fitCurve, isExtrapolated } from './fit-curve.ts'
import type { CurveFit, SpendResult } from './fit-curve.ts'

const SPENDS = [12, 18, 25, 31, 40, 52, 60, 75, 90, 110]
const RESULTS = [31, 44, 50, 63, 70, 84, 85, 101, 104, 118]
/** Nine whole weeks and three days. */
const WEEKS: readonly SpendResult[] = SPENDS.map((spend, index) => ({
  spend,
  result: RESULTS[index] ?? 0,
  weight: index === 9 ? 3 : 7,
}))
const along = (curve: ResponseCurve): SpendResult[] =>
  SPENDS.map((spend) => ({ spend, result: responseAt(curve, spend), weight: 1 }))
const fitted = (points: readonly SpendResult[], form: ResponseCurve['form']): CurveFit => {
  const outcome = fitCurve(points, form)
  if (outcome.kind === 'refused') throw new Error(outcome.reason)
  return outcome.fit
}

describe('Fitted response curves (F6)', () => {
  // Expected: scipy.optimize.least_squares 1.17 on the same residuals √w (y − f(x)).
  it.each<[ResponseCurve['form'], Record<string, number>, number]>([
    ['log', { a: 56.368688, b: 15.981439 }, 0.9921151064],
    ['power', { a: 8.879231, p: 0.555015 }, 0.9851912259],
    ['sqrt', { a: 11.092934 }, 0.9771282864],
    ['hill', { coef: 209.2934, alpha: 0.875043, inflexion: 86.29725 }, 0.9920707228],
  ])('%s through ten weighted weeks is %j with R² %d', (form, expected, r2) => {
    const fit = fitted(WEEKS, form)
    for (const [name, value] of Object.entries(expected))
      expect(Math.abs(Number(fit.curve[name as keyof ResponseCurve]) / value - 1)).toBeLessThan(1e-6)
    expect(fit.r2).toBeCloseTo(r2, 9)
    expect(fit).toMatchObject({ n: 10, spendFrom: 12, spendTo: 110, isAtEdge: false })
  })
  it('finds a curve again from points on it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 0.95, noNaN: true }),
        fc.double({ min: 1, max: 500, noNaN: true }),
        (p, b) => {
          expect(fitted(along({ form: 'power', a: 3, p }), 'power').curve).toMatchObject({
            p: expect.closeTo(p, 5),
          })
          expect(fitted(along({ form: 'log', a: 3, b }), 'log').r2).toBeCloseTo(1, 9)
        },
      ),
      { numRuns: 50 },
    )
  })
  it('seven periods are refused, eight are not', () => {
    expect(fitCurve(WEEKS.slice(0, 7), 'log')).toEqual({ kind: 'refused', reason: 'few_points', n: 7 })
    expect(fitCurve(WEEKS.slice(0, 8), 'log').kind).toBe('fitted')
  })
  it('periods that all spent the same, or brought nothing, are refused', () => {
    expect(
      fitCurve(
        WEEKS.map((week) => ({ ...week, spend: 50 })),
        'log',
      ),
    ).toMatchObject({ reason: 'one_spend' })
    expect(
      fitCurve(
        WEEKS.map((week) => ({ ...week, result: 0 })),
        'log',
      ),
    ).toMatchObject({ reason: 'no_response' })
  })
  it('results in proportion to the spend show no saturation, and it is said', () => {
    const straight = SPENDS.map((spend) => ({ spend, result: 2 * spend, weight: 1 }))
    expect(fitted(straight, 'power')).toMatchObject({ curve: { p: expect.closeTo(1, 6) }, isAtEdge: true })
    expect(fitted(straight, 'log').isAtEdge).toBe(true)
  })
  it('12 to 110 were observed: 11.99 and 110.01 are extrapolated', () => {
    const fit = fitted(WEEKS, 'log')
    expect([11.99, 12, 110, 110.01].map((amount) => isExtrapolated(fit, amount))).toEqual([
      true,
      false,
      false,
      true,
    ])
  })
})
