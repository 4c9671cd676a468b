import { describe, expect, test } from 'vitest'
import { normal, seeded } from './ad-series.fixture.ts'
import { createTailModel, learnTail, tailSurprise } from './tail-model.ts'
import type { TailModel } from './tail-model.ts'

/** −ln of the 2.5 % that lie beyond the line. */
const AT_LINE = 3.688_879_454
const model = (more: Partial<TailModel> = {}): TailModel => ({ ...createTailModel(), ...more })
function learnt(value: number, more: Partial<TailModel> = {}): TailModel {
  const known = model(more)
  learnTail(known, value)
  return known
}

describe('the tail of a stream (M4)', () => {
  test('is first taken for a normal distribution’s: 2.5 % beyond 1.6, by 0.6 on average, worth 20 values', () =>
    expect(createTailModel()).toEqual({ line: 1.6, excess: 0.6, exceedances: 20, seen: 0 }))

  test('beyond the line each mean excess makes a value e times rarer; up to the line nothing is known', () => {
    expect([0, 1.6].map((value) => tailSurprise(model(), value))).toEqual([0, 0])
    expect(tailSurprise(model(), 1.6 + 1e-9)).toBeCloseTo(AT_LINE, 6)
    expect(tailSurprise(model(), 2.2)).toBeCloseTo(AT_LINE + 1, 9)
    expect(tailSurprise(model({ line: 1, excess: 2 }), 9)).toBeCloseTo(AT_LINE + 4, 9)
  })

  test('a value up to the line lowers it by 2.5 % of a step, one beyond lifts it by 97.5 %', () => {
    for (const value of [-5, 1.6])
      expect(learnt(value)).toMatchObject({ line: expect.closeTo(1.596_25, 12), seen: 1, exceedances: 20 })
    expect(learnt(1.7).line).toBeCloseTo(1.6 + 0.15 * 0.975, 12)
  })

  test('steps shrink with the root of what was seen, from 0.15 down to 0.01 at 225 values', () => {
    const step = (seen: number) => (1.6 - learnt(0, { seen }).line) / 0.025
    expect(step(3)).toBeCloseTo(0.075, 9)
    expect(step(223)).toBeCloseTo(0.15 / Math.sqrt(224), 9)
    for (const seen of [224, 225, 10_000]) expect(step(seen)).toBeCloseTo(0.01, 9)
  })

  test('the mean excess takes in what lies beyond, of the last hundred values', () => {
    expect(learnt(3).exceedances).toBe(21)
    expect(learnt(3).excess).toBeCloseTo(0.6 + (1.4 - 0.6) / 21, 12)
    expect(learnt(3, { exceedances: 98 }).excess).toBeCloseTo(0.6 + 0.8 / 99, 12)
    for (const exceedances of [99, 100, 5_000])
      expect(learnt(3, { exceedances }).excess).toBeCloseTo(0.608, 12)
  })

  test('a giant teaches no more than eight usual ones', () => {
    expect(learnt(1_000).excess).toBeCloseTo(0.6 + (8 * 0.6 - 0.6) / 21, 12)
    expect(learnt(1.6 + 4.8).excess).toBeCloseTo(learnt(1_000).excess, 12)
  })

  test('a stream without noise keeps a line of 1 and an excess of 0.25', () => {
    expect(learnt(0, { line: 1 }).line).toBe(1)
    expect(learnt(0, { line: 1.001 }).line).toBe(1)
    expect(learnt(1.61, { excess: 0.25 }).excess).toBe(0.25)
  })

  test('of 50,000 normal numbers it learns that 2.5 % lie beyond 1.96, by about 0.38', () => {
    const random = seeded(3)
    const known = createTailModel()
    for (let index = 0; index < 50_000; index++) learnTail(known, normal(random))
    expect(known.line).toBeGreaterThan(1.85)
    expect(known.line).toBeLessThan(2.07)
    expect(known.excess).toBeGreaterThan(0.28)
    expect(known.excess).toBeLessThan(0.48)
  })
})
