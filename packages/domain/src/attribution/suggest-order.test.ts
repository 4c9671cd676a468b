import { describe, expect, test } from 'vitest'
import { path } from './testing/sample-journeys.ts'
import { journeysOf, type PlainJourney } from './journeys-of.ts'
import { suggestOrder } from './suggest-order.ts'

/** Journeys that end after any touch with the same chance; the next touch depends on those before as `next` says. */
function walks(next: (before: readonly string[], chance: number) => string): readonly PlainJourney[] {
  let seed = 7
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  return Array.from({ length: 1500 }, () => {
    const touches = [random() < 0.5 ? 'a' : 'b']
    while (random() < 0.9) touches.push(next(touches, random()))
    return path(touches.join(' > '), random() < 0.3 ? 1 : 0, 1)
  })
}

describe('the suggested order of a Markov chain (M8)', () => {
  test('is 1 where only the last touch matters', () => {
    const list = walks((before, chance) => (chance < (before.at(-1) === 'a' ? 0.8 : 0.3) ? 'a' : 'b'))
    expect(suggestOrder(journeysOf(list), {}).order).toBe(1)
  })
  test('is 2 where the one before the last decides', () => {
    const list = walks((before, chance) => (chance < (before.at(-2) === 'a' ? 0.85 : 0.1) ? 'a' : 'b'))
    const { order, criteria } = suggestOrder(journeysOf(list), {})
    expect(order).toBe(2)
    expect(criteria.map((one) => one.order)).toEqual([1, 2, 3, 4])
  })
  test('of two paths counts 1 free frequency at the start and 1 at b: ln L by hand', () => {
    const [first] = suggestOrder(journeysOf([path('a > b', 1, 1), path('b', 3, 1)]), {}).criteria
    const likelihood = 2 * Math.log(2 / 6) + 4 * Math.log(4 / 6) + 4 * Math.log(4 / 6) + 2 * Math.log(2 / 6)
    expect(first).toMatchObject({ order: 1, parameters: 2 })
    // 2 journeys of 2 touches and 4 of 1, each with its end
    expect(first?.bic).toBeCloseTo(-2 * likelihood + 2 * Math.log(14), 10)
  })
})
