import { describe, expect, it } from 'vitest'
import type { AllocationChannel } from './allocation-request.ts'
import { leastBudgetFor } from './least-budget.ts'

const sqrt = (a: number, bounds: Partial<AllocationChannel> = {}): AllocationChannel => ({
  name: `√ ${a}`,
  curve: { form: 'sqrt', a },
  min: 0,
  max: null,
  locked: null,
  step: null,
  ...bounds,
})
const least = (
  target: number,
  channels: readonly AllocationChannel[],
  budget: number | null = null,
): unknown => {
  try {
    const { channels: found, spent } = leastBudgetFor(target, { budget, channels, unitsPerOne: 100 })
    return [spent, ...found.map(({ amount }) => amount)]
  } catch (error) {
    return error
  }
}

describe('Least budget for a target (F6)', () => {
  it('Σ a·√x reaches 140 with 140² / Σa² = 1,400', () => {
    expect(least(140, [sqrt(1), sqrt(2), sqrt(3)])).toEqual([1400, 100, 400, 900])
  })
  it('a target that the locked amounts reach already needs no more', () => {
    expect(least(5, [sqrt(1, { locked: 25 }), sqrt(1)])).toEqual([25, 25, 0])
  })
  it('a target of exactly what the caps bring is reached, one above is refused with the most possible', () => {
    const capped = [sqrt(1, { max: 100 }), sqrt(2, { max: 100 })]
    expect(least(30, capped)).toEqual([200, 100, 100])
    expect(least(30.1, capped)).toMatchObject({ code: 'target_out_of_reach', params: { most: 30 } })
  })
  it('a Hill curve never reaches its limit', () => {
    const hill = {
      ...sqrt(1),
      curve: { form: 'hill' as const, coef: 100, alpha: 1, inflexion: 50, carryover: 0 },
    }
    expect(least(50, [hill])).toEqual([50, 50])
    expect(least(100, [hill])).toMatchObject({ code: 'target_out_of_reach', params: { most: 100 } })
  })
  it('a budget below the need is refused with the need', () => {
    expect(least(140, [sqrt(1), sqrt(2), sqrt(3)], 1_000)).toMatchObject({
      code: 'target_over_budget',
      params: { needed: 1400, budget: 1000 },
    })
  })
})
