import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribute } from './attribute.ts'
import { MARKOV_ORDERS, type MarkovOrder } from './attribution-model.ts'
import { ANY_JOURNEYS, path } from './testing/sample-journeys.ts'
import { journeysOf, type PlainJourney } from './journeys-of.ts'

const ANY_ORDER = fc.constantFrom(...MARKOV_ORDERS)

function markov(list: readonly PlainJourney[], order: MarkovOrder) {
  const [one] = attribute(journeysOf(list), { models: ['markov'], orders: [order] })
  if (one === undefined) throw new Error('no answer')
  return one
}

function effects(list: readonly PlainJourney[], order: MarkovOrder): Map<string, number> {
  return new Map(markov(list, order).channels.map((one) => [one.channel, one.removalEffect ?? NaN]))
}

/** States of a path: its windows of `order` touches, or the whole path when it is shorter. */
function windows(channels: readonly string[], order: number): string[] {
  const count = Math.max(1, channels.length - order + 1)
  return Array.from({ length: count }, (_unused, start) => channels.slice(start, start + order).join('>'))
}

/** P(conversion) and expected value when states with `removed` lead to null, from the dense system (I − Q) x = r. */
function denseOutcome(
  list: readonly PlainJourney[],
  order: number,
  removed: string | null,
): [number, number] {
  const names = [...new Set(list.flatMap(({ channels }) => windows(channels, order)))]
  const at = new Map(names.map((name, index) => [name, index + 1]))
  const size = names.length + 1
  const flow = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
  const gains = Array.from({ length: size }, () => [0, 0, 0])
  for (const { channels, conversions, nulls, value } of list) {
    let from = 0
    for (const window of windows(channels, order)) {
      const to = at.get(window) ?? 0
      ;(flow[from] ?? [])[to] = (flow[from]?.[to] ?? 0) + conversions + nulls
      from = to
    }
    for (const [index, amount] of [conversions, value ?? 0, nulls].entries())
      (gains[from] ?? [])[index] = (gains[from]?.[index] ?? 0) + amount
  }
  const isRemoved = (state: number): boolean =>
    removed !== null && state > 0 && (names[state - 1] ?? '').split('>').includes(removed)
  const rows = flow.map((onward, state) => {
    const [converts = 0, brings = 0, lost = 0] = gains[state] ?? []
    const out = onward.reduce((sum, one) => sum + one, 0) + converts + lost
    const isOut = out === 0 || isRemoved(state)
    return [
      ...onward.map((one, to) => (to === state ? 1 : 0) - (isOut ? 0 : one / out)),
      isOut ? 0 : converts / out,
      isOut ? 0 : brings / out,
    ]
  })
  return solveDense(rows)
}

/** First unknown of each right side, by elimination with pivots. */
function solveDense(rows: number[][]): [number, number] {
  const size = rows.length
  for (let column = 0; column < size; column++) {
    const below = rows.slice(column)
    const best = below.reduce(
      (top, row, index) => (Math.abs(row[column] ?? 0) > Math.abs(below[top]?.[column] ?? 0) ? index : top),
      0,
    )
    const pivot = rows[column + best] ?? []
    rows[column + best] = rows[column] ?? []
    rows[column] = pivot
    for (const [index, row] of rows.entries()) {
      if (index === column) continue
      const factor = (row[column] ?? 0) / (pivot[column] ?? NaN)
      if (factor !== 0) rows[index] = row.map((one, place) => one - factor * (pivot[place] ?? 0))
    }
  }
  const [first = []] = rows
  return [(first[size] ?? NaN) / (first[0] ?? NaN), (first[size + 1] ?? NaN) / (first[0] ?? NaN)]
}

describe('Markov removal effects (M8)', () => {
  test('of a > b with 1 in 2 lost and b alone with 1 in 4 lost, by hand', () => {
    // start → a 2/6, b 4/6; a → b; b → conversion (1 + 3) / 6
    const found = effects([path('a > b', 1, 1), path('b', 3, 1)], 1)
    expect(found.get('a')).toBeCloseTo(1 / 3, 12)
    expect(found.get('b')).toBe(1)
  })
  test('are those of the dense solution, of conversions and of value, at every order', () => {
    fc.assert(
      fc.property(ANY_JOURNEYS, ANY_ORDER, (list, order) => {
        const [all, allValue] = denseOutcome(list, order, null)
        const found = markov(list, order)
        expect(found.conversionProbability).toBeCloseTo(all, 12)
        for (const { channel, removalEffect, valueRemovalEffect } of found.channels) {
          const [without, withoutValue] = denseOutcome(list, order, channel)
          expect(removalEffect).toBeCloseTo(1 - without / all, 11)
          if (allValue > 0) expect(valueRemovalEffect).toBeCloseTo(1 - withoutValue / allValue, 11)
        }
      }),
      { numRuns: 300 },
    )
  })
  test('lie between 0 and 1', () => {
    fc.assert(
      fc.property(ANY_JOURNEYS, ANY_ORDER, (list, order) => {
        for (const effect of effects(list, order).values()) {
          expect(effect).toBeGreaterThanOrEqual(0)
          expect(effect).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
  test('are 1 for a channel without which no path is left, and 0 for one that only lost journeys touch last', () => {
    const found = effects([path('a > b', 2, 3), path('a > x', 0, 1)], 1)
    expect([found.get('a'), found.get('b')]).toEqual([1, 1])
    expect(found.get('x')).toBeCloseTo(0, 12)
  })
  test('are not changed by repeated touches at order 1', () => {
    fc.assert(
      fc.property(ANY_JOURNEYS, fc.integer({ min: 2, max: 6 }), (list, times) => {
        const stuttering = list.map((one) => ({
          ...one,
          channels: one.channels.flatMap((name) => Array.from({ length: times }, () => name)),
        }))
        const calm = list.map((one) => ({
          ...one,
          channels: one.channels.filter((name, step) => name !== one.channels[step - 1]),
        }))
        const found = effects(calm, 1)
        for (const [name, effect] of effects(stuttering, 1))
          expect(effect).toBeCloseTo(found.get(name) ?? NaN, 11)
      }),
    )
  })
})

describe('the probability of conversion (M8)', () => {
  test('is conversions / journeys at every order', () => {
    fc.assert(
      fc.property(ANY_JOURNEYS, ANY_ORDER, (list, order) => {
        const conversions = list.reduce((sum, one) => sum + one.conversions, 0)
        const nulls = list.reduce((sum, one) => sum + one.nulls, 0)
        expect(markov(list, order).conversionProbability).toBeCloseTo(conversions / (conversions + nulls), 13)
      }),
      { numRuns: 300 },
    )
  })
  test.each(MARKOV_ORDERS)(
    'is exact on journeys of 3,000 touches that go round and round, at order %i',
    (order) => {
      const long = Array.from(
        { length: 3000 },
        (_unused, step) => 'abcab'[(step * step + (step >> 3)) % 5] ?? 'a',
      )
      const list = [path(long.join(' > '), 1, 2), path('a > b', 1, 1), path('c', 0, 3)]
      const found = markov(list, order)
      expect(found.conversionProbability).toBeCloseTo(0.25, 11)
      for (const { channel, removalEffect } of found.channels)
        expect(removalEffect).toBeCloseTo(1 - denseOutcome(list, order, channel)[0] / 0.25, 9)
    },
  )
})
