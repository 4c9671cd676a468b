import { describe, expect, test } from 'vitest'
import { doubleCounts, type TwiceReported } from './double-count.ts'

const CLICKS: TwiceReported = {
  metric: 'clicks',
  firstId: 'platform',
  secondId: 'analytics',
  channel: '抖音',
  days: 7,
  first: 10_000,
  second: 9200,
}
const of = (change: Partial<TwiceReported>): TwiceReported => ({ ...CLICKS, ...change })

describe('likely double counts (M11)', () => {
  test('10,000 clicks of the platform and 9,200 of analytics on the same seven days are named, with both channels', () => {
    const search = of({ channel: '搜索', days: 5, first: 400, second: 380 })
    expect(doubleCounts([search, CLICKS], [])).toEqual([
      {
        metric: 'clicks',
        firstId: 'platform',
        secondId: 'analytics',
        channels: ['抖音', '搜索'],
        days: 7,
        first: 10_400,
        second: 9580,
      },
    ])
  })

  test.each([
    ['two days in common are too few', of({ days: 2 }), 0],
    ['three are enough', of({ days: 3 }), 1],
    ['exactly half of the larger still is', of({ second: 5000 }), 1],
    ['less than half is another part of the channel', of({ second: 4999 }), 0],
    ['the smaller may be the first', of({ first: 4599 }), 0],
    ['nothing twice is nothing', of({ first: 0, second: 0 }), 0],
  ])('%s', (_name, line, found) => {
    expect(doubleCounts([line], [])).toHaveLength(found)
  })

  test('a comparison of the two answers it for its metric, whichever of them is the platform', () => {
    const pair = { metric: 'clicks', platformId: 'analytics', otherId: 'platform' }
    const cost = of({ metric: 'cost' })
    expect(doubleCounts([CLICKS, cost], [pair]).map(({ metric }) => metric)).toEqual(['cost'])
    expect(doubleCounts([CLICKS], [{ ...pair, otherId: 'a third' }])).toHaveLength(1)
  })

  test('the pair with the most days in common comes first', () => {
    const more = of({ metric: 'orders', days: 30 })
    expect(doubleCounts([CLICKS, more], []).map(({ metric }) => metric)).toEqual(['orders', 'clicks'])
  })

  test('of as many days the order is the same, however they were found', () => {
    const lines = [
      of({ metric: 'impressions' }),
      of({ secondId: 'shop', first: 20_000, second: 19_000 }),
      CLICKS,
      of({ secondId: 'agency' }),
      of({ metric: 'cost' }),
    ]
    const found = doubleCounts(lines, [])
    expect(found.map(({ metric, secondId }) => [metric, secondId])).toEqual([
      ['impressions', 'analytics'],
      ['clicks', 'shop'],
      ['clicks', 'agency'],
      ['clicks', 'analytics'],
      ['cost', 'analytics'],
    ])
    expect(doubleCounts(lines.toReversed(), [])).toEqual(found)
  })
})
