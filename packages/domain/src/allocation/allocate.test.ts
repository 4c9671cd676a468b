import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { responseAt } from '../response/curve.ts'
import type { ResponseCurve } from '../response/curve.ts'
import { anyCurve, concaveCurve } from '../response/curve.fixture.ts'
import type { CurveSeed } from '../response/curve.fixture.ts'
import { allocate } from './allocate.ts'
import type { AllocationChannel, AllocationRequest } from './allocation-request.ts'

const channel = (curve: ResponseCurve, bounds: Partial<AllocationChannel> = {}): AllocationChannel => ({
  name: curve.form,
  curve,
  min: 0,
  max: null,
  locked: null,
  step: null,
  ...bounds,
})
const cents = (budget: number, channels: readonly AllocationChannel[]): AllocationRequest => ({
  budget,
  channels,
  unitsPerOne: 100,
})
const amounts = (request: AllocationRequest): number[] =>
  allocate(request).channels.map(({ amount }) => amount)
const refusal = (request: AllocationRequest): unknown => {
  try {
    return allocate(request)
  } catch (error) {
    return error
  }
}

describe('Closed forms (F6)', () => {
  it('a·√x: each gets B a² / Σa², the sum is √(B Σa²)', () => {
    const found = allocate(
      cents(
        140_000,
        [1, 2, 3].map((a) => channel({ form: 'sqrt', a })),
      ),
    )
    expect(found.channels.map(({ amount }) => amount)).toEqual([10_000, 40_000, 90_000])
    expect(found.response).toBeCloseTo(Math.sqrt(140_000 * 14), 9)
    expect(found.marginal).toBeCloseTo(0.005, 12)
  })
  it('a·ln(1 + x/b): the water level a/λ − b, and nothing for a channel above it', () => {
    // λ = (300 + 200) / (900 + 100 + 100) = 5/11; the third would begin at 10/1000 = 0.01.
    const log = (a: number, b: number) => channel({ form: 'log', a, b })
    expect(amounts(cents(900, [log(300, 100), log(200, 100), log(10, 1000)]))).toEqual([560, 340, 0])
  })
  it('a·x^p: in proportion to a^(1/(1−p))', () => {
    const power = (a: number) => channel({ form: 'power', a, p: 0.75 })
    expect(amounts(cents(17_000, [power(1), power(2)]))).toEqual([1_000, 16_000])
  })
})

describe('Bounds (F6)', () => {
  const [one, two, three] = [1, 2, 3].map((a): ResponseCurve => ({ form: 'sqrt', a })) as [
    ResponseCurve,
    ResponseCurve,
    ResponseCurve,
  ]
  it('a cap, a least amount and a locked channel, each named where it stands', () => {
    const found = allocate(
      cents(100_000, [
        channel(three, { max: 30_000 }),
        channel(one, { min: 20_000 }),
        channel(two),
        channel(two, { locked: 5_000 }),
      ]),
    )
    expect(found.channels.map(({ amount, at }) => [amount, at])).toEqual([
      [30_000, 'max'],
      [20_000, 'min'],
      [45_000, 'interior'],
      [5_000, 'locked'],
    ])
  })
  it('more budget than the caps take stays unspent: 500 of 1,000', () => {
    const found = allocate(cents(1_000, [channel(one, { max: 300 }), channel(two, { max: 200 })]))
    expect([found.spent, found.unspent, found.marginal]).toEqual([500, 500, 0])
  })
  it('a budget of 0 and all at the least amount', () => {
    expect(amounts(cents(0, [channel(one), channel(two)]))).toEqual([0, 0])
    expect(amounts(cents(300, [channel(one, { min: 100 }), channel(two, { min: 200 })]))).toEqual([100, 200])
    expect(amounts(cents(300, [channel(one)]))).toEqual([300])
  })
  it.each<[string, readonly AllocationChannel[], object]>([
    [
      'least amounts above the budget by 100',
      [channel(one, { min: 600 }), channel(two, { min: 500 })],
      { code: 'min_over_budget', channel: null, params: { least: 1_100, budget: 1_000, missing: 100 } },
    ],
    [
      'a locked amount above its cap',
      [channel(one), channel(two, { locked: 300, max: 200 })],
      { code: 'locked_over_max', channel: 1, params: { locked: 300, max: 200 } },
    ],
    [
      'a locked amount below its least',
      [channel(one, { locked: 1, min: 2 })],
      { code: 'locked_under_min', channel: 0 },
    ],
    [
      'a least amount above the largest',
      [channel(one, { min: 3, max: 2 })],
      { code: 'min_over_max', channel: 0 },
    ],
    [
      'no step between',
      [channel(one, { min: 11, max: 19, step: 10 })],
      { code: 'no_step_in_bounds', channel: 0 },
    ],
  ])('%s is refused', (_name, channels, expected) => {
    expect(refusal(cents(1_000, channels))).toMatchObject({ name: 'AllocationRefusal', ...expected })
  })
})

describe('Steps (F6)', () => {
  const sqrt = (a: number, step: number | null) => channel({ form: 'sqrt', a }, { step })
  it('amounts are whole steps, and a channel without step takes the rest to the cent', () => {
    expect(amounts(cents(140_000.37, [sqrt(1, 3_000), sqrt(2, 7_000), sqrt(3, null)]))).toEqual([
      9_000, 42_000, 89_000.37,
    ])
  })
  it('a budget that is no sum of steps leaves the smallest rest that pays', () => {
    const found = allocate(cents(1_050, [sqrt(1, 100), sqrt(1, 100)]))
    expect([found.channels.map(({ amount }) => amount), found.unspent]).toEqual([[500, 500], 50])
  })
})

describe('Optimality (F6)', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  const bounded = (curveOf: (seed: CurveSeed) => ResponseCurve) =>
    fc
      .record({
        curve: fc.tuple(part, part, part, part).map(curveOf),
        min: fc.nat(40),
        room: fc.option(fc.integer({ min: 1, max: 600 })),
      })
      .map(({ curve: own, min, room }) => channel(own, { min, max: room === null ? null : min + room }))

  it('concave: interior channels have equal marginal returns, those at a bound no reason to leave it', () => {
    fc.assert(
      fc.property(
        fc.array(bounded(concaveCurve), { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 500, max: 5_000 }),
        (channels, budget) => {
          const found = allocate({ budget, channels, unitsPerOne: 1e6 })
          const spent = found.channels.reduce((sum, { amount }) => sum + Math.round(amount * 1e6), 0)
          expect(spent).toBe(Math.round((budget - found.unspent) * 1e6))
          if (found.unspent > 0) {
            expect(found.channels.map(({ at }) => at)).toEqual(channels.map(() => 'max'))
            return
          }
          const interior = found.channels
            .filter(({ at }) => at === 'interior')
            .map(({ marginal }) => marginal)
          const level = interior[0] ?? found.marginal
          for (const marginal of interior) expect(Math.abs(marginal / level - 1)).toBeLessThan(1e-4)
          for (const { at, marginal } of found.channels) {
            if (at === 'min') expect(marginal).toBeLessThanOrEqual(level * (1 + 1e-4))
            if (at === 'max') expect(marginal).toBeGreaterThanOrEqual(level * (1 - 1e-4))
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('S-shaped: no distribution on a grid of 250 brings more, with 2 to 4 channels', () => {
    fc.assert(
      fc.property(fc.array(bounded(anyCurve), { minLength: 2, maxLength: 4 }), (channels) => {
        const found = allocate(cents(1_000, channels))
        expect(found.possibleGain).toBe(0)
        expect(found.response).toBeGreaterThanOrEqual(bestOnGrid(channels, 1_000, 250) * (1 - 1e-9))
      }),
      { numRuns: 150 },
    )
  })

  it('steps: no distribution of whole steps brings more, with 2 to 3 channels of mixed steps', () => {
    const stepped = fc
      .tuple(bounded(anyCurve), fc.constantFrom(20, 30, 50))
      .map(([own, step]) => ({ ...own, max: own.max === null ? null : own.max + step, step }))
    fc.assert(
      fc.property(fc.array(stepped, { minLength: 2, maxLength: 3 }), (channels) => {
        const found = allocate(cents(700, channels))
        for (const [index, { amount }] of found.channels.entries())
          expect(amount % (channels[index]?.step ?? 1)).toBe(0)
        expect(found.response).toBeCloseTo(bestOnGrid(channels, 700, 70), 9)
      }),
      { numRuns: 100 },
    )
  })

  it('five equal S-shaped channels with money for three: two get nothing', () => {
    const hill: ResponseCurve = { form: 'hill', coef: 100, alpha: 4, inflexion: 100, carryover: 0 }
    const found = amounts(
      cents(
        400,
        Array.from({ length: 5 }, () => channel(hill)),
      ),
    )
    expect(found.toSorted((a, b) => b - a)).toEqual([133.34, 133.33, 133.33, 0, 0])
  })
})

/** Best response over all distributions in `parts` equal parts of the budget that keep bounds and steps. */
function bestOnGrid(channels: readonly AllocationChannel[], budget: number, parts: number): number {
  const width = budget / parts
  let best = Array.from({ length: parts + 1 }, () => 0)
  for (const { curve, min, max, step } of channels) {
    const gains = best.map((_unused, part) => {
      const amount = part * width
      const isAllowed = amount >= min && amount <= (max ?? budget) && (step === null || amount % step === 0)
      return isAllowed ? responseAt(curve, amount) : -Infinity
    })
    best = best.map((_unused, total) =>
      Math.max(...gains.slice(0, total + 1).map((gain, part) => gain + (best[total - part] ?? 0))),
    )
  }
  return best[parts] ?? 0
}
