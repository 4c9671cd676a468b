import type { ChartBlock } from '@yingce/domain/review/report-document'
import { describe, expect, test } from 'vitest'
import { zipTexts } from '../read/zip-text.fixture.ts'
import { writeWorkbook } from '../sheet-io/write-workbook.ts'
import { eventSeries } from './event-series.ts'
import { reportWorkbook } from './report-workbook.ts'

const TREND: ChartBlock = {
  kind: 'chart',
  chart: 'line',
  categories: ['06-02', '06-03', '06-04', '06-05', '06-06'],
  series: [
    { name: '目标', values: [2, 2, 2, 2, 2], role: 'target' },
    { name: '点击率', values: [1, 3, null, 4, 5] },
  ],
  alternativeText: '点击率按日',
  events: [
    { kind: 'competitor', kindName: '竞品动态', from: 1, to: 3, label: '竞品 · 甲：降价' },
    { kind: 'adjustment', kindName: '策略调整', from: 0, to: null, label: '调整 · 换首图' },
    { kind: 'adjustment', kindName: '策略调整', from: 2, to: null, label: '调整 · 停投' },
  ],
}

describe('M5: events on the native line of a workbook', () => {
  test('stand at the figures of their days, by kind; one of three days on each of them, one on a day without a figure nowhere', () => {
    expect(eventSeries(TREND).map(({ head, mark, values }) => [head, mark, values])).toEqual([
      ['● 策略调整', 'circle', [1, null, null, null, null]],
      ['◆ 竞品动态', 'diamond', [null, 3, null, 4, null]],
    ])
  })

  test('a kind whose days have no figure, a chart without events and one of columns have none', () => {
    const [, , stopped] = TREND.events ?? []
    expect(eventSeries({ ...TREND, events: stopped === undefined ? [] : [stopped] })).toEqual([])
    const { events: _events, ...bare } = TREND
    expect(eventSeries(bare)).toEqual([])
    expect(eventSeries({ ...TREND, chart: 'column' })).toEqual([])
  })

  test('in the file they are series with a circle and a diamond over columns of their own, without figures at the points', async () => {
    const document = { language: 'zh-CN', title: '看板', facts: [], blocks: [TREND] } as const
    const parts = zipTexts(await writeWorkbook(reportWorkbook(document)))
    const [chart = ''] = [...parts].flatMap(([name, text]) =>
      /charts\/chart\d+\.xml$/.test(name) ? [text] : [],
    )
    const series = chart.match(/<c:ser>.*?<\/c:ser>/gs) ?? []
    expect(series).toHaveLength(4)
    expect(series.map((one) => /<c:symbol val="(\w+)"/.exec(one)?.[1])).toEqual([
      'square',
      'square',
      'circle',
      'diamond',
    ])
    expect(series.map((one) => /<c:val>.*?\$([A-Z])\$/s.exec(one)?.[1])).toEqual(['B', 'C', 'D', 'E'])
    for (const one of series.slice(2)) expect(one).not.toContain('<c:showVal val="1"')
    expect([...parts.values()].join('')).toContain('◆ 竞品动态')
  })
})
