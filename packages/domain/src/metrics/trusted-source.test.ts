import { describe, expect, test } from 'vitest'
import { circleOfTrust, tiedSources, trustedPair } from './trusted-source.ts'

const over = (trustedId: string, otherId: string, metric = 'clicks') => ({ metric, trustedId, otherId })

describe('M11: which source counts', () => {
  test('"other" trusts the second source and sets the platform aside', () => {
    const setting = { metric: 'clicks', platformId: 'ads', otherId: 'ga4' }
    expect(trustedPair({ ...setting, trusted: 'other' })).toEqual(over('ga4', 'ads'))
    expect(trustedPair({ ...setting, trusted: 'platform' })).toEqual(over('ads', 'ga4'))
  })

  test.each([
    ['A over B, B over A', [over('a', 'b'), over('b', 'a')], 1],
    ['A over B, B over C, C over A', [over('a', 'b'), over('b', 'c'), over('c', 'a')], 2],
    ['A over B, A over C, B over C', [over('a', 'b'), over('a', 'c'), over('b', 'c')], null],
    ['A over B for clicks, B over A for orders', [over('a', 'b'), over('b', 'a', 'orders')], null],
    ['A over A', [over('a', 'a')], 0],
    ['nothing', [], null],
  ])('%s', (_name, pairs, at) => {
    expect(circleOfTrust(pairs)).toBe(at)
  })

  test('three sources over two pairs of clicks are one group; a pair of orders ties nothing in a ratio of clicks', () => {
    const pairs = [over('a', 'b'), over('d', 'e'), over('b', 'd'), over('x', 'y', 'orders')]
    const tied = tiedSources(pairs, ['clicks', 'cost'])
    expect([...tied.keys()].toSorted()).toEqual(['a', 'b', 'd', 'e'])
    expect(new Set(tied.values()).size).toBe(1)
    expect(tiedSources(pairs, ['cost']).size).toBe(0)
  })
})
