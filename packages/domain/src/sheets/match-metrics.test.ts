import { describe, expect, test } from 'vitest'
import { describedRows } from './described-rows.ts'
import { METRIC_PRESETS } from './metric-presets.ts'
import { recognizeWorkbook } from './recognize-workbook.ts'
import { sheetOf, workbookOf } from './sheet.fixture.ts'
import type { CellValue } from './workbook.ts'

const read = (rows: readonly (readonly CellValue[])[]) =>
  recognizeWorkbook(workbookOf([sheetOf('导出', rows)], 'csv')).tables[0]

describe('C2: exports of advertising platforms', () => {
  test('百度: the header stands under its preamble and three conversion columns add up', () => {
    const table = read([
      ['数据生成时间：2025-03-02 09:00'],
      ['1. 时间范围：20250301-20250302'],
      [],
      ['日期', '推广计划', '账户', '展现', '点击', '消费', '点击率', '网页转化', '商桥转化', '电话转化'],
      ['2025-03-01', '品牌', 'A', '1,000', '20', '10.50', '2.00%', '1', '-', '2'],
      ['2025-03-02', '品牌', 'A', '500', '5', '2.25', '1.00%', '-', '1', '-'],
    ])
    expect(table).toMatchObject({
      kind: 'metrics',
      preset: 'baidu',
      headerRow: 4,
      rows: 2,
      period: { from: '2025-03-01', to: '2025-03-02' },
      totals: { impressions: 1500, clicks: 25, cost: '12.75', conversions: 4 },
      problems: [
        { code: 'columns_added', cell: 'H4', params: { headers: '网页转化 + 商桥转化 + 电话转化' } },
      ],
    })
  })

  test('巨量: 转化数(计费时间) is another metric than 转化数', () => {
    const table = read([
      ['时间', '广告计划id', '广告计划', '展示数', '点击数', '消耗(元)', '转化数', '转化数(计费时间)'],
      ['2025-06-01', '7454894532019277223', 'a', '10', '2', '1.10', '1', '5'],
    ])
    expect(table).toMatchObject({ preset: 'oceanengine', totals: { conversions: 1, cost: '1.10' } })
    expect(table?.columns.map(({ field }) => field)).toEqual([
      'day',
      'adGroupId',
      'adGroup',
      'impressions',
      'clicks',
      'cost',
      'conversions',
      'conversionsByBilling',
    ])
    expect(table?.columns[1]?.sum).toBeNull()
  })

  test('Google: totals at the end are left out and checked, the period comes from the title', () => {
    const table = read([
      ['Campaign report'],
      ['March 27, 2026 - April 23, 2026'],
      ['Campaign status', 'Campaign', 'Impr.', 'Clicks', 'Cost', 'Conversions'],
      ['Enabled', 'A', '9,000', '90', '10.10', '1.50'],
      ['Enabled', 'B', '380', '2', '1.06', ' --'],
      ['Total: Campaigns', ' --', '9,380', '92', '11.16', '1.50'],
      ['Total: Account', '', '9,380', '92', '11.17', '1.50'],
    ])
    expect(table).toMatchObject({
      preset: 'google_ads',
      headerRow: 3,
      rows: 2,
      period: { from: '2026-03-27', to: '2026-04-23' },
      excluded: [
        { row: 6, reason: 'total' },
        { row: 7, reason: 'total' },
      ],
    })
    expect(table?.totalChecks.every(({ agrees }) => agrees)).toBe(true)
  })

  test('millionths become the main unit exactly', () => {
    expect(
      read([
        ['date', 'campaign_id', 'impressions', 'clicks', 'cost_micros'],
        ['2021-01-05', '1', '71', '2', '3250000'],
        ['2021-01-06', '1', '43', '2', '1690001'],
      ])?.totals,
    ).toEqual({ impressions: 114, clicks: 4, cost: '4.940001' })
  })

  test('a first row 总计, and one without a label, never double the sum', () => {
    const header = ['日期', '计划名称', '消耗(元)', '展示数', '点击数', '成交金额']
    expect(
      read([
        header,
        ['总计', '--', '30', '300', '3', '9'],
        ['2026-07-01', 'a', '10', '100', '1', '4'],
        ['2026-07-02', 'a', '20', '200', '2', '5'],
      ]),
    ).toMatchObject({ rows: 2, totals: { cost: '30.00' } })
    expect(
      read([
        header,
        ['2026-07-01', 'a', '10', '100', '1', '4'],
        ['2026-07-02', 'a', '20', '200', '2', '5'],
        ['', '', '30', '300', '3', '9'],
      ]),
    ).toMatchObject({ rows: 2, excluded: [{ row: 4, reason: 'unlabelled_total' }] })
  })

  test('people never add up and ratios are not imported', () => {
    const table = read([
      ['统计日期', '商品ID', '商品访客数', '商品浏览量', '支付买家数', '支付金额', '支付转化率'],
      ['2025-06-01', '1', '10', '20', '1', '5.00', '10%'],
      ['2025-06-02', '1', '10', '30', '2', '6.00', '20%'],
    ])
    expect(table).toMatchObject({ preset: 'sycm', totals: { pageviews: 50, revenue: '11.00' } })
    expect(table?.totals).not.toHaveProperty('people')
  })

  test('without any date the period is asked for', () => {
    expect(
      read([
        ['素材ID', '素材名称', '消耗(元)', '展示次数', '点击次数'],
        ['7', 'a', '1', '2', '1'],
      ])?.problems,
    ).toMatchObject([{ code: 'period_missing' }])
  })

  test('a day of one row in three that cannot be read is named by its cell; the table has dates', () => {
    expect(
      read([
        ['日期', '推广计划', '消费', '展现'],
        ['2025-06-01', '品牌', '1', '10'],
        ['2025-13-45', '品牌', '2', '20'],
        ['2025-06-03', '品牌', '3', '30'],
      ]),
    ).toMatchObject({
      period: { from: '2025-06-01', to: '2025-06-03' },
      problems: [{ code: 'unreadable_day', cell: 'A3', params: { text: '2025-13-45' } }],
    })
  })

  test('sections parted by comment lines are tables of their own', () => {
    const { tables } = recognizeWorkbook(
      workbookOf(
        [
          sheetOf('ga', [
            ['# ---'],
            ['# Start date: 20230424'],
            ['# End date: 20230425'],
            ['Nth day', 'Users'],
            ['0000', '3'],
            ['0001', '4'],
            [],
            ['# Start date: 20230424'],
            ['# End date: 20230425'],
            ['Country', 'Users'],
            ['Malta', '1'],
          ]),
        ],
        'csv',
      ),
    )
    expect(
      tables.map(({ kind, preset, headerRow, rows, period }) => [
        kind,
        preset,
        headerRow,
        rows,
        period?.from,
      ]),
    ).toEqual([
      ['metrics', 'ga4', 4, 2, '2023-04-24'],
      ['metrics', 'ga4', 10, 1, '2023-04-24'],
    ])
  })

  test('every preset finds itself by each of its signatures', () => {
    for (const preset of METRIC_PRESETS) {
      for (const signature of preset.signatures) {
        const facts = [
          ...new Set([...signature, ...Object.values(preset.columns).map(([first]) => first ?? '')]),
        ]
        const table = read([facts, facts.map(() => '1')])
        expect(table?.preset, `${preset.id} by ${signature.join(' + ')}`).toBe(preset.id)
      }
    }
  })
})

describe('C2: rows of an export as plain values', () => {
  const rows = [
    ['date', 'campaign_id', 'impression_1', 'impression_2', 'spend_in_micro_dollar', 'note'],
    ['2023-06-01 00:00:00', '62674644000000001', '15,000', '5', '2250000', 'x'],
    ['2023-06-02', '1', '--', '', '', ''],
  ]
  test('parts add up, millionths become the main unit, missing stays missing, ids stay text', () => {
    const sheet = sheetOf('导出', rows)
    const [table] = recognizeWorkbook(workbookOf([sheet], 'csv')).tables
    expect(table === undefined ? [] : describedRows(sheet, table)).toEqual([
      {
        row: 2,
        values: {
          day: '2023-06-01',
          campaignId: '62674644000000001',
          impressions: 15_005,
          cost: '2.25',
          note: 'x',
        },
      },
      { row: 3, values: { day: '2023-06-02', campaignId: '1', impressions: null, cost: null, note: null } },
    ])
  })
})

describe('C2: units in the headers of a daily report', () => {
  const rows = [
    ['日期', '渠道', '曝光量(万)', '点击量', '消耗(万元)', '成交额(元)'],
    ['2025-06-01', '抖音', '10', '3,000', '1.5', '2万'],
    ['2025-06-02', '抖音', '12', '3100', '8000元', '5000'],
    ['合计', '', '22', '6100', '2.3', '25000'],
  ]
  test('totals and rows are plain figures; the sum of the column keeps the unit of the file', () => {
    const sheet = sheetOf('日报', rows)
    const { tables, problems } = recognizeWorkbook(workbookOf([sheet], 'csv'))
    const [table] = tables
    expect(problems).toEqual([])
    expect(table?.totals).toEqual({
      impressions: 220_000,
      clicks: 6_100,
      cost: '23000.00',
      revenue: '25000.00',
    })
    expect(table?.columns[4]).toMatchObject({ sum: '2.3', scale: 4 })
    expect(
      (table === undefined ? [] : describedRows(sheet, table)).map(({ values }) => values['cost']),
    ).toEqual(['15000.00', '8000.00'])
  })
})

describe('C2: path data', () => {
  test('whole paths and single touches are told apart', () => {
    expect(
      read([
        ['path', 'total_conversions', 'total_null'],
        ['a > b', '1', '3'],
      ]),
    ).toMatchObject({ kind: 'journeys', preset: 'paths', rows: 1 })
    expect(
      read([
        ['用户ID', '时间', '渠道', '是否转化'],
        ['u1', '2025-06-01', '抖音', '0'],
      ]),
    ).toMatchObject({ kind: 'journeys', preset: 'touches', rows: 1 })
  })
})
