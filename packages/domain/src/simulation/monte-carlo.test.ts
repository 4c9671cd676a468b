import { describe, expect, it } from 'vitest'
import type { Distribution } from './distribution.ts'
import { monteCarlo } from './monte-carlo.ts'
import type { Model } from './monte-carlo.ts'
import { summarise } from './summarise.ts'

const free = (distribution: Distribution) => ({ distribution, least: -Infinity, most: Infinity })
const sumOf = (factors: readonly number[], inputs: readonly Distribution[]): Model => ({
  inputs: inputs.map(free),
  outputs: 1,
  evaluate(values, [into], size) {
    for (let draw = 0; draw < size; draw++)
      into?.fill(
        factors.reduce((sum, factor, index) => sum + factor * (values[index]?.[draw] ?? 0), 0),
        draw,
        draw + 1,
      )
  },
})
const DRAWS = 200_000
const summaryOf = (model: Model, draws = DRAWS, seed = 1) =>
  summarise(monteCarlo(model, draws, seed).samples[0] ?? new Float64Array())

describe('Monte Carlo (F7)', () => {
  it('Y = Σ a X has the standard deviation √Σ a² sd², and normal percentiles when the X are normal', () => {
    const normal = (mean: number, sd: number): Distribution => ({ kind: 'normal', mean, sd })
    const { mean, sd, p10, p50, p90 } = summaryOf(
      sumOf([1, -2, 3], [normal(10, 1), normal(20, 2), normal(30, 3)]),
    )
    const exact = Math.sqrt(1 + 16 + 81)
    const error = exact / Math.sqrt(DRAWS)
    expect(Math.abs((mean ?? 0) - 60)).toBeLessThan(4 * error)
    expect(Math.abs((sd ?? 0) - exact)).toBeLessThan(4 * (error / Math.SQRT2))
    expect(Math.abs((p50 ?? 0) - 60)).toBeLessThan(4 * 1.253 * error)
    expect(Math.abs((p90 ?? 0) - 60 - 1.2815516 * exact)).toBeLessThan(4 * 1.71 * error)
    expect(Math.abs((p10 ?? 0) - 60 + 1.2815516 * exact)).toBeLessThan(4 * 1.71 * error)
  })
  it.each<[Distribution, number, number, number]>([
    [{ kind: 'uniform', low: 2, high: 8 }, 5, Math.sqrt(3), 2.6],
    [{ kind: 'triangular', low: 0, mode: 2, high: 10 }, 4, Math.sqrt(84 / 18), Math.sqrt(2)],
    [{ kind: 'triangular', low: 0, mode: 0, high: 10 }, 10 / 3, Math.sqrt(100 / 18), 10 - Math.sqrt(90)],
    [{ kind: 'lognormal', mean: 40, sd: 8 }, 40, 8, 30.431206],
    [{ kind: 'fixed', value: 7 }, 7, 0, 7],
  ])('%j has mean %d, deviation %d and P10 %d', (distribution, mean, sd, p10) => {
    const found = summaryOf(sumOf([1], [distribution]))
    expect(Math.abs((found.mean ?? 0) - mean)).toBeLessThanOrEqual((4 * sd) / Math.sqrt(DRAWS))
    expect(Math.abs((found.sd ?? 0) - sd)).toBeLessThanOrEqual(0.01 * sd)
    expect(Math.abs((found.p10 ?? 0) - p10)).toBeLessThanOrEqual(0.01 * p10)
  })
  it('seed 7 gives these very figures, on any machine', () => {
    const inputs: Distribution[] = [
      { kind: 'normal', mean: 0, sd: 1 },
      { kind: 'lognormal', mean: 2, sd: 1 },
      { kind: 'triangular', low: 0, mode: 1, high: 5 },
    ]
    const [sample] = monteCarlo(sumOf([1, 1, 1], inputs), 3, 7).samples
    expect([...(sample ?? [])]).toEqual([7.693483286060978, 3.698744021375024, 4.442719179324829])
  })
  it('an input more leaves the draws of the others as they were', () => {
    const uniform: Distribution = { kind: 'uniform', low: 0, high: 1 }
    const alone = monteCarlo(sumOf([1], [uniform]), 5_000, 3).samples
    const beside = monteCarlo(sumOf([1, 0], [uniform, uniform]), 5_000, 3).samples
    expect(beside).toEqual(alone)
  })
  it('draws outside the bounds are taken as the bound, and counted', () => {
    const model = {
      ...sumOf([1], [{ kind: 'uniform', low: -1, high: 3 }]),
      inputs: [{ distribution: { kind: 'uniform', low: -1, high: 3 }, least: 0, most: 1 }],
    } satisfies Model
    const { samples, bounded } = monteCarlo(model, 10_000, 1)
    const inside = [...(samples[0] ?? [])].filter((value) => value > 0 && value < 1).length
    expect(Math.min(...(samples[0] ?? []))).toBe(0)
    expect(Math.max(...(samples[0] ?? []))).toBe(1)
    expect(bounded).toEqual([10_000 - inside])
    expect(Math.abs(inside - 2_500)).toBeLessThan(4 * Math.sqrt(10_000 * 0.25 * 0.75))
  })
  it('stops when it is called off, and tells how far it is', () => {
    const told: number[] = []
    const signal = { aborted: false }
    const model = sumOf([1], [{ kind: 'fixed', value: 1 }])
    const progress = (done: number): void => {
      told.push(done)
      signal.aborted = told.length === 3
    }
    expect(() => monteCarlo(model, 100_000, 1, { signal, progress })).toThrow('cancelled')
    expect(told).toEqual([0, 0.01024, 0.02048])
  })
})

describe('Summary of a sample (F7)', () => {
  it('percentiles are linear between neighbours: P10, P50 and P90 of 1 … 5 are 1.4, 3 and 4.6', () => {
    const close = (value: number): unknown => expect.closeTo(value, 12)
    expect(summarise(Float64Array.of(5, 3, 1, 2, 4))).toEqual({
      mean: 3,
      sd: Math.sqrt(2.5),
      p10: close(1.4),
      p50: 3,
      p90: close(4.6),
      n: 5,
    })
  })
  it('draws without a figure do not count; of none there is nothing to say', () => {
    expect(summarise(Float64Array.of(NaN, 2, NaN))).toEqual({
      mean: 2,
      sd: null,
      p10: 2,
      p50: 2,
      p90: 2,
      n: 1,
    })
    expect(summarise(Float64Array.of(NaN))).toEqual({
      mean: null,
      sd: null,
      p10: null,
      p50: null,
      p90: null,
      n: 0,
    })
  })
  it('equal to sorting, for 1,001 values of which many are alike', () => {
    const values = Float64Array.from({ length: 1_001 }, (_unused, at) => (at * 7_919) % 97)
    const sorted = values.toSorted()
    expect(summarise(values)).toMatchObject({ p10: sorted[100], p50: sorted[500], p90: sorted[900] })
  })
})
