import { describe, expect, test } from 'vitest'
import { calibrationNotice } from './calibration-notice.ts'
import { compareSources, type SourceFigure } from './compare-sources.ts'

const of = (day: number, channel: string | null, value: number | null): SourceFigure => ({
  day: `2025-06-0${day}`,
  channel,
  value,
})

describe('M11: two sources of one metric', () => {
  test('10,000 clicks against 9,200 are 8.0 % apart, over a tolerance of 5 % and within one of 8 %', () => {
    const figures = [[of(1, '抖音', 10_000)], [of(1, '抖音', 9200)]] as const
    const { total, overCount } = compareSources(...figures, 0.05)
    expect(total).toMatchObject({
      platform: 10_000,
      other: 9200,
      calibration: { difference: 800, gap: 0.08 },
    })
    expect([total.calibration?.isOverTolerance, overCount]).toEqual([true, 1])
    expect(compareSources(...figures, 0.08).overCount).toBe(0)
  })

  test('a day that one source lacks is listed without a gap, and not in the totals', () => {
    const { lines, total } = compareSources([of(1, null, 100), of(2, null, 900)], [of(1, null, 100)], 0.05)
    expect(lines).toMatchObject([
      { day: '2025-06-01', platform: 100, other: 100, calibration: { gap: 0 } },
      { day: '2025-06-02', platform: 900, other: null, calibration: null },
    ])
    expect(total).toMatchObject({ platform: 100, other: 100 })
  })

  test('sources that share a channel are compared by channel, one that only one knows stands alone', () => {
    const { isByChannel, channels, total } = compareSources(
      [of(1, '抖音', 100), of(1, '小红书', 50)],
      [of(1, '抖音', 90), of(1, null, 30)],
      0.05,
    )
    expect(isByChannel).toBe(true)
    expect(channels.map(({ channel, calibration }) => [channel, calibration?.gap ?? null])).toEqual([
      [null, null],
      ['小红书', null],
      ['抖音', 0.1],
    ])
    expect(total).toMatchObject({ platform: 100, other: 90 })
  })

  test('sources that share no channel are compared by whole days: 100 and 50 against 120 are 20 % apart', () => {
    const { isByChannel, lines, channels } = compareSources(
      [of(1, '抖音', 100), of(1, '小红书', 50)],
      [of(1, '官网', 120)],
      0.05,
    )
    expect([isByChannel, channels]).toEqual([false, []])
    expect(lines).toMatchObject([{ channel: null, platform: 150, other: 120, calibration: { gap: 0.2 } }])
  })

  test('figures that are missing make no line and no zero; without any there is no total', () => {
    const { lines, total } = compareSources([of(1, null, null)], [], 0.05)
    expect([lines, total]).toEqual([[], { platform: null, other: null, calibration: null }])
  })
})

describe('M11: the notice', () => {
  test('says metric, both figures, gap, tolerance and which source is trusted', () => {
    const { total } = compareSources([of(1, null, 10_000)], [of(1, null, 9200)], 0.05)
    const { title, body } = calibrationNotice(
      {
        metric: { zh: '点击', en: 'Clicks', unit: 'count' },
        platform: '巨量',
        other: 'GA4',
        tolerance: 0.05,
        trusted: 'other',
      },
      total,
      { from: '2025-06-01', to: '2025-06-07' },
    )
    expect(title).toEqual({
      zh: '数据校准：点击相差 8.0%，超过容差 5.0%',
      en: 'Sources differ: Clicks by 8.0%, over the tolerance of 5.0%',
    })
    expect(body.zh).toBe('2025-06-01 至 2025-06-07：巨量 10,000，GA4 9,200\n以 GA4 为准')
    expect(body.en).toBe('2025-06-01 to 2025-06-07: 巨量 10,000, GA4 9,200\nTrusted: GA4')
  })
})
