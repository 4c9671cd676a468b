import { describe, expect, test } from 'vitest'
import { doubleCountText, type NamedDoubleCount } from './double-count-text.ts'

const CLICKS: NamedDoubleCount = {
  metric: 'clicks',
  currency: null,
  channels: ['抖音'],
  days: 7,
  firstName: '巨量引擎',
  secondName: '网站统计',
  first: 10_000,
  second: 9200.25,
}

describe('M11: a likely double count as one sentence', () => {
  test('10,000 and 9,200.25 clicks of seven days are said with their sum, in both languages', () => {
    expect(doubleCountText(CLICKS, 'zh-CN')).toBe(
      '点击：巨量引擎（10,000）与 网站统计（9,200.25）都上报了抖音的 7 天，现在相加为 19,200.25，可能重复计算。',
    )
    expect(doubleCountText(CLICKS, 'en')).toBe(
      'Clicks: 巨量引擎 (10,000) and 网站统计 (9,200.25) both report 7 days of 抖音; they are added to 19,200.25, which may count the same thing twice.',
    )
  })

  test('fen are shown in the currency of the sources: 200,000 fen are ¥2,000, and $2,000 of an account in dollars', () => {
    const cost = { ...CLICKS, metric: 'cost', first: 200_000, second: 150_050 } as const
    expect(doubleCountText({ ...cost, currency: 'CNY' }, 'zh-CN')).toContain('现在相加为 ¥3,500.50')
    expect(doubleCountText({ ...cost, currency: 'USD' }, 'en')).toContain('($2,000)')
  })

  test('of five channels three are named, of four as well, and one day is no "days"', () => {
    const of = (channels: string[]) => ({ ...CLICKS, channels })
    expect(doubleCountText(of(['A', 'B', 'C']), 'zh-CN')).toContain('都上报了A、B、C的')
    expect(doubleCountText(of(['A', 'B', 'C', 'D', 'E']), 'zh-CN')).toContain('A、B、C等另 2 个渠道')
    expect(doubleCountText(of(['A', 'B', 'C', 'D']), 'en')).toContain('A, B, C and 1 more channel;')
    expect(doubleCountText(of(['A', 'B', 'C', 'D', 'E']), 'en')).toContain('and 2 more channels;')
    expect(doubleCountText({ ...CLICKS, days: 1 }, 'en')).toContain('report 1 day of')
  })
})
