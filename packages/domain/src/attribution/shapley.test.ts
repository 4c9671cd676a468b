import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribute } from './attribute.ts'
import { ANY_JOURNEYS, path } from './testing/sample-journeys.ts'
import { journeysOf, type PlainJourney } from './journeys-of.ts'
import { shapleyValues } from './shapley-values.ts'

describe('Shapley values (M8)', () => {
  test('of a game worth 7, 6, 4 alone, 15, 7, 9 in pairs and 19 together are 7.666667, 8.166667, 3.166667', () => {
    // bit 0 is O, bit 1 F, bit 2 D
    const worth = [0, 7, 6, 15, 4, 7, 9, 19]
    const values = shapleyValues(3, (set) => worth[set] ?? 0)
    expect([...values].map((value) => value.toFixed(6))).toEqual(['7.666667', '8.166667', '3.166667'])
  })
  test('sum to what all players are worth together', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.nat(100), { minLength: 64, maxLength: 64 }),
        (players, worth) => {
          const values = shapleyValues(players, (set) => worth[set] ?? 0)
          expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(
            worth[2 ** players - 1] ?? NaN,
            10,
          )
        },
      ),
    )
  })
})

/** The definition word for word: v(S) = conversions of the paths whose channels all lie in S. */
function worthOfConversions(list: readonly PlainJourney[], names: readonly string[]) {
  return (set: number): number =>
    list
      .filter(({ channels }) => channels.every((name) => (set >>> names.indexOf(name)) & 1))
      .reduce((sum, { conversions }) => sum + conversions, 0)
}

describe('Shapley attribution (M8)', () => {
  test('over the conversions inside a set is the same as linear by unique channel', () => {
    fc.assert(
      fc.property(ANY_JOURNEYS, (list) => {
        const journeys = journeysOf(list)
        const values = shapleyValues(journeys.channels.length, worthOfConversions(list, journeys.channels))
        const [shapley, linear] = attribute(journeys, { models: ['shapley', 'linear-unique'] })
        expect(shapley?.channels).toEqual(linear?.channels)
        for (const [index, one] of (shapley?.channels ?? []).entries())
          expect(one.conversions).toBeCloseTo(values[index] ?? NaN, 9)
      }),
    )
  })
  test('of rates gives a pair that converts 8 in 10, where one alone does 6 and the other 2, shares of 6 to 2', () => {
    const [one] = attribute(journeysOf([path('a', 6, 4), path('b', 2, 8), path('b > a', 80, 20)]), {
      models: ['shapley-rate'],
    })
    // a: (0.6 + (0.8 − 0.2)) / 2 = 0.6, b: (0.2 + (0.8 − 0.6)) / 2 = 0.2
    expect(one?.channels.map(({ conversions }) => conversions)).toEqual([
      expect.closeTo(6 + 60, 9),
      expect.closeTo(2 + 20, 9),
    ])
  })
})
