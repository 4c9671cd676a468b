import { describe, expect, test } from 'vitest'
import type { ChartBlock, ReportBlock, TableBlock } from '../review/report-document.ts'
import type { NamedDoubleCount } from '../metrics/double-count-text.ts'
import { boardEvents } from './board-event.ts'
import { blockDays, DEFAULT_BLOCKS, type BoardBlock } from './board-layout.ts'
import { boardMetrics, type BoardValues } from './board-metric.ts'
import { boardReport } from './board-report.ts'
import { channelBoard } from './channel-board.ts'
import type { ReportedBoard } from './reported-board.ts'

const DAYS = { from: '2025-06-02', to: '2025-06-03' }

const values = (impressions: number, clicks: number, conversions: number): BoardValues => ({
  impressions,
  clicks,
  ctr: clicks / impressions,
  conversions,
  cvrClick: conversions / clicks,
})

function board(own: Partial<ReportedBoard> = {}): ReportedBoard {
  const figures = [
    { channel: '抖音', values: values(2000, 40, 4) },
    { channel: '', values: values(1000, 60, 3) },
  ]
  const total = values(3000, 100, 7)
  const computed = channelBoard(figures, total, [], { ...DAYS, today: '2025-06-12' })
  return {
    planName: '春茶上市',
    today: '2025-06-12',
    dimension: 'channel',
    period: DAYS,
    comparedTo: null,
    currency: 'CNY',
    metrics: boardMetrics({ isMoneyShown: false, hasNewCustomers: false }),
    total: { values: total, previous: { ...total, clicks: 80 }, marks: [] },
    channels: computed.channels.map((channel) => ({ ...channel, meanLikes: null })),
    omitted: 0,
    contributionOf: 'conversions',
    funnel: computed.funnel,
    daily: [
      { day: '2025-06-02', values: values(1000, 60, 3) },
      { day: '2025-06-03', values: { impressions: 2000, clicks: null, ctr: null } },
    ],
    events: [],
    setAside: [],
    channelDaily: [{ day: '2025-06-02', channel: '', values: values(1000, 60, 3) }],
    ...own,
  }
}

const report = (
  blocks: readonly BoardBlock[],
  own: Partial<ReportedBoard> = {},
  locale: 'zh-CN' | 'en' = 'zh-CN',
  doubleCounts: readonly NamedDoubleCount[] = [],
) =>
  boardReport(
    blocks.map((block) => ({ block, board: board(own) })),
    { locale, board: board(own), sources: [null, '巨量引擎'], doubleCounts },
  )
const tables = (blocks: readonly ReportBlock[]) =>
  blocks.filter((block): block is TableBlock => block.kind === 'table')
const charts = (blocks: readonly ReportBlock[]) =>
  blocks.filter((block): block is ChartBlock => block.kind === 'chart')
const only = (kind: BoardBlock['kind'], metric: BoardBlock['metric'] = 'ctr') => [
  { ...DEFAULT_BLOCKS[0]!, kind, metric },
]

describe('M5: a board as a document', () => {
  test('has a section for each block in its order, and says period, sources and day', () => {
    const { blocks, facts, runningFooter } = report(DEFAULT_BLOCKS)
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    expect(headings).toEqual([
      '总览',
      '渠道对比',
      '每日走势：点击率',
      '渠道 × 日：点击率',
      '转化漏斗：按渠道',
      '渠道分级',
    ])
    expect(facts).toContainEqual({ label: '来源', value: '计划数据表、巨量引擎' })
    expect(runningFooter).toBe(
      '来源：计划数据表、巨量引擎；数据 2025-06-02 至 2025-06-03；由营策于 2025-06-12 导出',
    )
    expect(report(DEFAULT_BLOCKS, {}, 'en').title).toBe('Channel board')
  })

  test('a figure that a calibration leaves out is said below the sections, with both figures', () => {
    const setAside = [
      { metric: 'clicks', trusted: 'GA4', other: 'manual CNY', counted: 9200, setAside: 10_000 },
      { metric: 'cost', trusted: '巨量引擎', other: 'GA4', counted: 1_500_000, setAside: 1_400_050 },
    ]
    const notes = (locale: 'zh-CN' | 'en') =>
      report(only('tiles'), { setAside }, locale)
        .blocks.slice(-2)
        .map((block) => (block.kind === 'paragraph' ? block.spans[0]?.text : null))
    expect(notes('zh-CN')[0]).toBe(
      '点击：两个来源都有数据的日子以GA4为准，计 9,200；计划数据表为 10,000，未计入。',
    )
    expect(notes('zh-CN')[1]).toContain('以巨量引擎为准，计 ¥15,000')
    expect(notes('en')[0]).toContain('GA4 counts with 9,200')
  })

  test('what two sources report and nobody has answered is said as the last line; figures by hand have their name', () => {
    const twice: NamedDoubleCount = {
      metric: 'clicks',
      currency: null,
      channels: ['抖音'],
      days: 4,
      firstName: '巨量引擎',
      secondName: 'manual CNY',
      first: 4000,
      second: 3600,
    }
    const last = (locale: 'zh-CN' | 'en') =>
      JSON.stringify(report(only('tiles'), {}, locale, [twice]).blocks.at(-1))
    expect(last('zh-CN')).toContain(
      '点击：巨量引擎（4,000）与 计划数据表（3,600）都上报了抖音的 4 天，现在相加为 7,600',
    )
    expect(last('en')).toContain('巨量引擎 (4,000) and data sheet of the plan (3,600) both report 4 days')
  })

  test('clicks of 100 after 80 are +25 %; without a figure before nothing is said', () => {
    const [figures] = report(only('tiles')).blocks.flatMap((block) =>
      block.kind === 'keyFigures' ? [block.figures] : [],
    )
    expect(figures?.map(({ note }) => note)).toContain('较上期 +25.0%')
    const bare = report(only('tiles'), { total: { ...board().total, previous: null } })
    expect(JSON.stringify(bare.blocks)).not.toContain('note')
  })

  test('of 20,000,000 impressions 8,571,428.57 are due and said as 8,571,429; a CTR of 2 % stays 2 %', () => {
    const mark = { recordId: 'a', attainment: 0.1, status: 'missed' } as const
    const marks = [
      { ...mark, metric: 'impressions', text: '≥2000万', due: 60_000_000 / 7 },
      { ...mark, metric: 'ctr', text: '≥2%', due: 0.02 },
    ] as const
    const { blocks } = report(only('tiles'), { total: { ...board().total, previous: null, marks } })
    const notes = blocks.flatMap((block) =>
      block.kind === 'keyFigures' ? block.figures.flatMap(({ note }) => note ?? []) : [],
    )
    expect(notes).toEqual(['目标 ≥2,000万，本期应达 8,571,429，未达标', '目标 ≥2%，本期应达 2.00%，未达标'])
  })

  test('targets stand in the units of the reader, in figures, tables and trends, as on the page', () => {
    const mark = { recordId: 'a', attainment: 0.1, status: 'missed' } as const
    const marks = [
      { ...mark, metric: 'impressions', text: '≥2000万', due: 20_000_000 },
      { ...mark, metric: 'ctr', text: '2%以上', due: 0.02 },
    ] as const
    const own = { total: { ...board().total, previous: null, marks } }
    const blocks = [...only('tiles'), ...only('groups'), ...only('trend')]
    const said = (locale: 'zh-CN' | 'en') => {
      const all = report(blocks, own, locale).blocks
      const notes = all.flatMap((block) =>
        block.kind === 'keyFigures' ? block.figures.flatMap(({ note }) => note ?? []) : [],
      )
      return [...notes, tables(all)[0]?.rows.at(-1)?.cells.at(-1)?.text, charts(all).at(-1)?.series[1]?.name]
    }
    expect(said('en')).toEqual([
      'Target ≥ 20,000,000, 20,000,000 in this period: Missed',
      'Target ≥ 2%, 2.00% in this period: Missed',
      'Impressions ≥ 20,000,000 Missed; CTR ≥ 2% Missed',
      'Target ≥ 2%',
    ])
    expect(said('zh-CN')[2]).toBe('曝光 ≥2,000万 未达标；点击率 ≥2% 未达标')
  })

  test('a table that lists everything is calculated: sums, and CTR as clicks by impressions', () => {
    const [table] = tables(report(only('groups')).blocks)
    expect(table?.columns.map(({ calculated }) => calculated)).toEqual([
      undefined,
      { kind: 'sum' },
      { kind: 'sum' },
      { kind: 'ratio', of: 2, by: 1 },
      { kind: 'sum' },
      { kind: 'ratio', of: 4, by: 2 },
      undefined,
    ])
    expect(table?.rows[1]?.cells[0]?.text).toBe('未标明')
  })

  test('a column without any figure is not added up to 0; the chart is of what two groups have', () => {
    const own = { metrics: ['clicks', 'revenue'] as const }
    const { blocks } = report(only('groups'), own)
    const [table] = tables(blocks)
    expect(table?.columns.map(({ calculated }) => calculated?.kind)).toEqual([
      undefined,
      'sum',
      undefined,
      undefined,
    ])
    expect(table?.rows.at(-1)?.cells[2]?.text).toBe('—')
    expect(charts(blocks).map(({ caption }) => caption)).toEqual(['转化'])
  })

  test('where the total has more than the rows, nothing is calculated and a note says so', () => {
    const total = { ...board().total, values: values(9000, 100, 7) }
    const [table] = tables(report(only('groups'), { total }).blocks)
    expect(table?.columns.every(({ calculated }) => calculated === undefined)).toBe(true)
    expect(table?.note).toContain('未标明渠道的不在各行中')
    expect(tables(report(only('groups'), { total, omitted: 3 }).blocks)[0]?.note).toContain('另有 3 项')
  })

  test('a day without clicks is a gap of the trend, never 0', () => {
    const [chart] = charts(report(only('trend')).blocks)
    expect(chart?.series[0]?.values).toEqual([0.06, null])
    const [heat] = tables(report(only('heat', 'clicks')).blocks)
    expect(heat?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['2025-06-02', '—', '60', '60'],
      ['2025-06-03', '—', '—', '—'],
    ])
  })

  test('below a trend stand what was changed and what competitors did; three days of a period are three points', () => {
    const period = { from: '2025-06-02', to: '2025-06-04' }
    const events = boardEvents(
      [{ changedOn: '2025-06-03', name: '换首图', channel: '抖音' }],
      [
        {
          competitor: '甲',
          name: '降价',
          startDate: '2025-06-02',
          endDate: '2025-06-04',
          channel: null,
          source: 'https://example.com/a',
        },
      ],
      period,
    )
    const { blocks } = report(only('trend'), { period, events })
    expect(charts(blocks)[0]?.categories).toEqual(['2025-06-02', '2025-06-03', '2025-06-04'])
    expect(charts(blocks)[0]?.events).toEqual([
      { kind: 'competitor', kindName: '竞品动态', from: 0, to: 2, label: '竞品 · 甲：降价' },
      { kind: 'adjustment', kindName: '策略调整', from: 1, to: null, label: '调整 · 换首图' },
    ])
    expect(tables(blocks)[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['2025-06-02', '2025-06-04', '竞品动态', '甲', '降价', '—', 'https://example.com/a'],
      ['2025-06-03', '—', '策略调整', '—', '换首图', '抖音', '—'],
    ])
  })

  test('a mark of the axis begins and ends with it, whatever lasted longer', () => {
    const period = { from: '2025-06-02', to: '2025-06-04' }
    const competitor = { competitor: null, channel: null, source: null }
    const events = boardEvents(
      [],
      [
        { ...competitor, name: '大促', startDate: '2025-05-20', endDate: '2025-06-03' },
        { ...competitor, name: '新品', startDate: '2025-06-04', endDate: '2025-07-01' },
      ],
      period,
    )
    const [chart] = charts(report(only('trend'), { period, events }).blocks)
    expect(chart?.events?.map(({ from, to, label }) => [from, to, label])).toEqual([
      [0, 1, '竞品 · 大促'],
      [2, 2, '竞品 · 新品'],
    ])
  })

  test('a block of money is left out of a board that shows none', () => {
    expect(report(only('trend', 'cost')).blocks).toEqual([])
  })

  test('a block of another period says which', () => {
    const week = board({ period: { from: '2025-05-26', to: '2025-06-01' } })
    const { blocks } = boardReport([{ block: only('groups')[0]!, board: week }], {
      locale: 'zh-CN',
      board: board(),
      sources: [],
      doubleCounts: [],
    })
    expect(JSON.stringify(blocks[1])).toContain('2025-05-26 至 2025-06-01')
  })
})

describe('M5: periods of a block', () => {
  test.each([
    ['board', null],
    ['this_week', { from: '2025-06-09', to: '2025-06-15' }],
    ['last_week', { from: '2025-06-02', to: '2025-06-08' }],
    ['this_month', { from: '2025-06-01', to: '2025-06-30' }],
    ['last_30_days', { from: '2025-05-14', to: '2025-06-12' }],
  ] as const)('%s on Thursday 12 June is %j', (period, days) => {
    expect(blockDays(period, '2025-06-12')).toEqual(days)
  })
})
