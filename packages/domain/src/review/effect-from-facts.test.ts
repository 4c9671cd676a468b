import { describe, expect, test } from 'vitest'
import { changesRow, type EffectRow, effectFromFacts, type FactSums } from './effect-from-facts.ts'

const NONE = { impressions: null, clicks: null, conversions: null, cost: null, revenue: null }
const row = (id: string, channel: string, content: string | null, figures: object = {}): EffectRow => ({
  ...NONE,
  id,
  channel,
  content,
  ...figures,
})
const sums = (channel: string, name: string | null, figures: object): FactSums => ({
  ...NONE,
  channel,
  name,
  ...figures,
})
const read = (...given: Parameters<typeof effectFromFacts>) =>
  effectFromFacts(...given).map(({ row: of, channel, computed }) => [of?.id ?? null, channel, computed.cost])

describe('M12: the effect table from assigned facts', () => {
  test('a row of a whole channel has the sum of the accounts of that channel', () => {
    const facts = {
      channels: [sums('抖音', null, { cost: 100 }), sums('巨量千川', null, { cost: 50 })],
      named: {},
    }
    expect(read([row('a', '抖音信息流', null)], facts)).toEqual([['a', '抖音信息流', 150]])
  })

  test('two rows of a channel are told apart by their creative; a third that nobody knows keeps its figures', () => {
    const rows = [row('a', '抖音', '素材甲'), row('b', '抖音', '素材乙'), row('c', '抖音', '素材丙')]
    const ads = [sums('抖音', '素材甲', { cost: 60 }), sums('抖音', ' 素材乙', { cost: 40 })]
    expect(read(rows, { channels: [sums('抖音', null, { cost: 100 })], named: { ad: ads } })).toEqual([
      ['a', '抖音', 60],
      ['b', '抖音', 40],
    ])
  })

  test('campaigns and their ads hold the same money: one kind of name reads the channel', () => {
    const rows = [row('a', '抖音', '甲'), row('b', '抖音', '乙')]
    const named = {
      campaign: [sums('抖音', '甲', { cost: 100 })],
      ad: [sums('抖音', '甲', { cost: 60 }), sums('抖音', '乙', { cost: 40 })],
    }
    expect(read(rows, { channels: [], named })).toEqual([
      ['a', '抖音', 60],
      ['b', '抖音', 40],
    ])
  })

  test('a channel with several rows is not laid on the one without content', () => {
    const rows = [row('a', '抖音', null), row('b', '抖音', '乙')]
    expect(read(rows, { channels: [sums('抖音', null, { cost: 100 })], named: {} })).toEqual([])
  })

  test('a channel that has no row is offered as a new one', () => {
    expect(
      read([row('a', '线下', null)], { channels: [sums('小红书', null, { cost: 7 })], named: {} }),
    ).toEqual([[null, '小红书', 7]])
  })

  test('figures that the facts do not have change nothing', () => {
    const changes = (figures: object, computed: object) =>
      changesRow({ row: row('a', 'x', null, figures), channel: 'x', computed: { ...NONE, ...computed } })
    expect(changes({ cost: 5, clicks: 3 }, { cost: 5 })).toBe(false)
    expect(changes({ cost: 5 }, { cost: 6 })).toBe(true)
    expect(changes({}, { clicks: 0 })).toBe(true)
  })
})
