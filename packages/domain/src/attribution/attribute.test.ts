import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Cancelled } from '../computation/long-work.ts'
import { attribute, type AttributionOptions } from './attribute.ts'
import {
  ATTRIBUTION_MODELS,
  type Attribution,
  type AttributionModel,
  MARKOV_ORDERS,
} from './attribution-model.ts'
import { AttributionRefusal } from './attribution-refusal.ts'
import { ANY_JOURNEYS, NINE_PATHS, path } from './testing/sample-journeys.ts'
import { journeysOf, type PlainJourney } from './journeys-of.ts'

function credit(
  list: readonly PlainJourney[],
  model: AttributionModel,
  options: Partial<AttributionOptions> = {},
): Record<string, number> {
  const [one] = attribute(journeysOf(list), { ...options, models: [model] })
  return Object.fromEntries((one?.channels ?? []).map(({ channel, conversions }) => [channel, conversions]))
}

function refusalOf(work: () => unknown): unknown {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof AttributionRefusal ? error.code : error
  }
}

describe('credit of nine paths that convert three times each (M8)', () => {
  test.each<[AttributionModel, number, number, number]>([
    ['first', 9, 9, 9],
    ['last', 15, 6, 6],
    ['last-non-direct', 3, 12, 12],
    ['linear', 10.5, 9, 7.5],
    ['linear-unique', 10.5, 9, 7.5],
    ['position', 11.1, 8.4, 7.5],
    ['markov', 10.643153526971, 8.514522821577, 7.842323651452],
    ['shapley', 10.5, 9, 7.5],
    ['shapley-rate', 13.5, 7.5, 6],
  ])('%s gives A %d, B %d, C %d', (model, a, b, c) => {
    const found = credit(NINE_PATHS, model, { direct: ['A'] })
    expect(found['A']).toBeCloseTo(a, 9)
    expect(found['B']).toBeCloseTo(b, 9)
    expect(found['C']).toBeCloseTo(c, 9)
  })
})

describe('credit within one path (M8)', () => {
  it('counts a channel twice in linear and once in linear by unique channel', () => {
    expect(credit([path('a > b > a', 6)], 'linear')).toEqual({ a: 4, b: 2 })
    expect(credit([path('a > b > a', 6)], 'linear-unique')).toEqual({ a: 3, b: 3 })
  })
  it('by position is all for one touch, halves for two, 40/20/40 for three, and adds up for a channel seen twice', () => {
    expect(credit([path('a', 1)], 'position')).toEqual({ a: 1 })
    expect(credit([path('a > b', 1)], 'position')).toEqual({ a: 0.5, b: 0.5 })
    expect(credit([path('a > b > c', 1)], 'position')).toEqual({ a: 0.4, b: 0.2, c: 0.4 })
    expect(credit([path('a > b > c > a', 1)], 'position')).toEqual({ a: 0.8, b: 0.1, c: 0.1 })
  })
  it('passes over direct touches from the end, and takes the last one when all are direct', () => {
    expect(credit([path('a > b > 直接访问 > (direct)', 1)], 'last-non-direct')).toMatchObject({ b: 1 })
    expect(credit([path('direct > direct', 1)], 'last-non-direct')).toEqual({ direct: 1 })
  })
  it('halves by time decay with every seven days, a touch 8 days before getting half of one 1 day before', () => {
    const journey = { ...path('a > b', 3), daysBefore: [8, 1] }
    expect(credit([journey], 'time-decay')['a']).toBeCloseTo(1, 12)
    expect(credit([{ ...journey, daysBefore: [6.9, 0] }], 'time-decay')['a']).toBeCloseTo(
      (3 * 2 ** (-6.9 / 7)) / (1 + 2 ** (-6.9 / 7)),
      12,
    )
    expect(credit([{ ...journey, daysBefore: [2, 1] }], 'time-decay', { halfLifeDays: 1 })['a']).toBeCloseTo(
      1,
      12,
    )
  })
  it('by time decay is still a share when the conversion came 30 years after the touches', () => {
    expect(credit([{ ...path('a > b', 3), daysBefore: [11_007, 11_000] }], 'time-decay')['a']).toBeCloseTo(
      1,
      12,
    )
  })
})

describe('attribution as a whole (M8)', () => {
  it('credits value like conversions, and none where the journeys state none', () => {
    const [known] = attribute(journeysOf([path('a > b', 2, 1, 30), path('b', 1, 0, 5)]), {
      models: ['linear'],
    })
    expect(known?.value).toBe(35)
    expect(known?.channels.map(({ value }) => value)).toEqual([15, 20])
    const [unknown] = attribute(journeysOf([path('a > b', 2, 1, 30), path('b', 1)]), { models: ['linear'] })
    expect(unknown?.value).toBe(null)
    expect(unknown?.channels[0]?.value).toBe(null)
  })
  it('answers for each model and order in the order asked for', () => {
    const found = attribute(journeysOf(NINE_PATHS), { models: ['last', 'markov', 'first'], orders: [3, 1] })
    expect(found.map(({ model, order }) => [model, order])).toEqual([
      ['last', null],
      ['markov', 3],
      ['markov', 1],
      ['first', null],
    ])
  })
  it('warns of what the figures do not say', () => {
    const warned = (list: readonly PlainJourney[], model: AttributionModel) =>
      attribute(journeysOf(list), { models: [model] })[0]?.warnings
    expect(warned(NINE_PATHS, 'markov')).toEqual(['no_null_paths'])
    expect(warned([path('a', 1, 1)], 'markov')).toEqual([])
    expect(warned([path('a', 0, 1)], 'markov')).toEqual(['no_conversions'])
    expect(warned([path('a', 1, 1)], 'last-non-direct')).toEqual(['no_direct_channel'])
    expect(warned([path('a', 1, 1)], 'shapley')).toEqual(['same_as_linear_unique'])
    expect(warned([path('a', 9, 1), path('a > b', 1, 9)], 'shapley-rate')).toEqual(['negative_credit'])
  })
  it('of nothing but null paths is 0 everywhere, without removal effects', () => {
    const [one] = attribute(journeysOf([path('a > b', 0, 4)]), { models: ['markov'] })
    expect(one).toMatchObject({ conversions: 0, conversionProbability: 0 })
    expect(one?.channels[0]).toMatchObject({ conversions: 0, removalEffect: null })
  })
  it('refuses no journeys, time decay without times, a half life of 0, and 32 channels for Shapley of rates', () => {
    const one = journeysOf([path('a', 1)])
    const many = journeysOf(Array.from({ length: 32 }, (_unused, index) => path(`c${index}`, 1)))
    const long = journeysOf([
      path(Array.from({ length: 16 }, (_unused, index) => `c${index}`).join(' > '), 1),
    ])
    const timed = journeysOf([{ ...path('a', 1), daysBefore: [0] }])
    expect(refusalOf(() => attribute(journeysOf([]), { models: ['first'] }))).toBe('no_journeys')
    expect(refusalOf(() => attribute(one, { models: ['time-decay'] }))).toBe('needs_times')
    expect(refusalOf(() => attribute(timed, { models: ['time-decay'], halfLifeDays: 0 }))).toBe(
      'bad_half_life',
    )
    expect(refusalOf(() => attribute(many, { models: ['shapley-rate'] }))).toBe('too_many_channels')
    expect(refusalOf(() => attribute(long, { models: ['shapley-rate'] }))).toBe('too_many_channels')
    expect(refusalOf(() => journeysOf([path('a', 1), path('a', -1)]))).toBe('bad_journey')
    expect(refusalOf(() => journeysOf([{ ...path('a', 1), channels: [] }]))).toBe('bad_journey')
  })
  it('refuses a Markov window that no exact number holds: 10,000 channels at order 4, not at order 2', () => {
    const many = journeysOf(Array.from({ length: 10_000 }, (_unused, index) => path(`c${index}`, 1)))
    expect(refusalOf(() => attribute(many, { models: ['markov'], orders: [4] }))).toBe('too_many_channels')
  })
  it('ends when it is called off, and tells how far it is, never falling', () => {
    const told: number[] = []
    const options = { models: ATTRIBUTION_MODELS.filter((model) => model !== 'time-decay') }
    attribute(journeysOf(NINE_PATHS), options, { progress: (done) => told.push(done) })
    expect(told.length).toBeGreaterThan(8)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(Math.max(...told)).toBeLessThanOrEqual(1)
    expect(() => attribute(journeysOf(NINE_PATHS), options, { signal: { aborted: true } })).toThrow(Cancelled)
  })
})

describe('whatever the journeys (M8)', () => {
  const everything: AttributionOptions = {
    models: ATTRIBUTION_MODELS,
    orders: MARKOV_ORDERS,
    direct: ['a'],
  }
  /** With distances from the conversion, so that all models can be asked. */
  const timed = ANY_JOURNEYS.map((list) =>
    list.map((journey) => ({
      ...journey,
      daysBefore: journey.channels.map((_unused, step) => 20 - 2.5 * step),
    })),
  )
  const byName = (found: readonly Attribution[]) =>
    found.map(({ model, order, channels }) => ({
      name: `${model} ${order ?? ''}`,
      channels: new Map(channels.map((one) => [one.channel, one])),
    }))

  test('credits sum to all conversions and all value within 1e-9', () => {
    fc.assert(
      fc.property(timed, (list) => {
        for (const { conversions, value, channels } of attribute(journeysOf(list), everything)) {
          expect(channels.reduce((sum, one) => sum + one.conversions, 0)).toBeCloseTo(conversions, 9)
          expect(channels.reduce((sum, one) => sum + (one.value ?? NaN), 0)).toBeCloseTo(value ?? NaN, 9)
        }
      }),
      { numRuns: 60 },
    )
  })
  test('the order of the rows changes nothing, nor does a row cut in two', () => {
    fc.assert(
      fc.property(timed, (list) => {
        const halves = list.flatMap((one) => {
          const half = { conversions: one.conversions / 2, nulls: one.nulls / 2, value: (one.value ?? 0) / 2 }
          return [
            { ...one, ...half },
            { ...one, ...half },
          ]
        })
        const found = byName(attribute(journeysOf(list), everything))
        for (const other of [list.toReversed(), halves])
          for (const [index, { channels }] of byName(attribute(journeysOf(other), everything)).entries())
            for (const [name, one] of channels)
              expect(one.conversions).toBeCloseTo(found[index]?.channels.get(name)?.conversions ?? NaN, 9)
      }),
      { numRuns: 40 },
    )
  })
  test('other names of the channels change nothing but the names', () => {
    fc.assert(
      fc.property(timed, (list) => {
        const renamed = list.map((one) => ({ ...one, channels: one.channels.map((name) => `渠道 ${name}`) }))
        const found = attribute(journeysOf(list), everything)
        const other = attribute(journeysOf(renamed), { ...everything, direct: ['渠道 a'] })
        for (const [index, { channels }] of other.entries())
          for (const [place, one] of channels.entries()) {
            const before = found[index]?.channels[place]
            expect(one).toEqual({ ...before, channel: `渠道 ${before?.channel}` })
          }
      }),
      { numRuns: 40 },
    )
  })
})
