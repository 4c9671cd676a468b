import { factCollector } from '@yingce/domain/sheets/fact-collector'
import { levelOf, type MetricColumns } from '@yingce/domain/sheets/metric-columns'
import type { FactKey, FactMetric } from '@yingce/domain/sheets/metric-field'
import { describe, expect, test } from 'vitest'
import { daySums } from './day-sums.ts'

type Row = readonly [
  day: string,
  hour: number | null,
  keys: readonly (string | null)[],
  values: readonly number[],
]

function factsOf(keys: readonly FactKey[], metrics: readonly FactMetric[], rows: readonly Row[]) {
  const collector = factCollector()
  const columns: MetricColumns = {
    day: null,
    dayEnd: null,
    hour: null,
    currency: null,
    keys: keys.map((key, index) => ({ key, index })),
    metrics: metrics.map((metric) => ({ metric, parts: [] })),
    level: levelOf(keys),
  }
  const table = collector.begin(columns, true)
  for (const [day, hour, texts, values] of rows)
    table.add({ day: { day, until: null, hour }, keys: texts, values, currency: null })
  return collector.facts()
}

const all = (size: number): Uint32Array => Uint32Array.from({ length: size }, (_none, row) => row)
const none = Number.NaN

describe('M1: sums of staged facts', () => {
  test('add campaigns and hours of a channel and day up, and say how many facts they were', () => {
    const facts = factsOf(
      ['channel', 'campaign'],
      ['clicks', 'cost'],
      [
        ['2025-06-01', 5, ['抖音', 'a'], [1, 1_500_000]],
        ['2025-06-01', 6, ['抖音', 'a'], [2, none]],
        ['2025-06-01', null, ['抖音', 'b'], [4, 500_000]],
        ['2025-06-01', null, ['小红书', 'b'], [8, none]],
        ['2025-06-02', null, ['抖音', 'b'], [16, none]],
      ],
    )
    const level = facts.keys[0]?.level
    const about = { level, depth: 2 }
    expect(daySums(facts)(all(facts.size))).toEqual([
      { ...about, day: '2025-06-01', channel: '抖音', facts: 3, figures: { clicks: 7, cost: 2_000_000 } },
      { ...about, day: '2025-06-01', channel: '小红书', facts: 1, figures: { clicks: 8 } },
      { ...about, day: '2025-06-02', channel: '抖音', facts: 1, figures: { clicks: 16 } },
    ])
    expect(daySums(facts)(Uint32Array.of(2, 4)).map(({ figures }) => figures)).toEqual([
      { clicks: 4, cost: 500_000 },
      { clicks: 16 },
    ])
  })

  test('leave out people, who are not to be added', () => {
    const facts = factsOf(
      ['campaign'],
      ['reach', 'clicks'],
      [
        ['2025-06-01', null, ['a'], [10, 1]],
        ['2025-06-01', null, ['b'], [20, none]],
      ],
    )
    expect(daySums(facts)(all(2))).toEqual([
      { day: '2025-06-01', level: 'campaign', depth: 1, channel: null, facts: 2, figures: { clicks: 1 } },
    ])
  })

  test('of more money than 2^53 millionths go on in a second sum, so that both are whole', () => {
    const most = Number.MAX_SAFE_INTEGER
    const facts = factsOf(
      ['campaign'],
      ['cost'],
      [
        ['2025-06-01', null, ['a'], [most - 1]],
        ['2025-06-01', null, ['b'], [1]],
        ['2025-06-01', null, ['c'], [3]],
      ],
    )
    expect(daySums(facts)(all(3)).map(({ facts: count, figures }) => [count, figures])).toEqual([
      [3, { cost: 3 }],
      [0, { cost: most }],
    ])
  })
})
