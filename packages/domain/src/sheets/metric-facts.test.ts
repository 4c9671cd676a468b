import { describe, expect, test } from 'vitest'
import { currencyOfTable } from './metric-columns.ts'
import { metricFactsOf } from './metric-facts.ts'
import { periodOfFileName } from './period-of-file-name.ts'
import { recognizeWorkbook } from './recognize-workbook.ts'
import { sheetOf, workbookOf } from './sheet.fixture.ts'
import type { CellValue } from './workbook.ts'
import type { RecognizeOptions } from './workbook-reading.ts'

type Rows = readonly (readonly CellValue[])[]

function read(rows: Rows, options: RecognizeOptions = {}) {
  const workbook = workbookOf([sheetOf('导出', rows)], 'csv')
  const { tables, problems } = recognizeWorkbook(workbook, options)
  const { facts, ...rest } = metricFactsOf(workbook, tables)
  const list = Array.from(facts.moment, (moment, at) => ({
    ...facts.moments[moment],
    ...facts.keys[facts.key[at] ?? 0],
    values: Object.fromEntries(
      [...facts.values].flatMap(([metric, values]) =>
        Number.isNaN(values[at]) ? [] : [[metric, values[at]] as const],
      ),
    ),
  }))
  return { ...rest, list, table: tables[0], codes: problems.map(({ code }) => code) }
}

describe('M1: rows of an export become facts', () => {
  test('ids of 19 digits stay text, money is in millionths, ratios stay out', () => {
    const { list, byDay } = read([
      ['时间', '广告计划id', '广告计划', '展示数', '点击数', '点击率(%)', '消耗(元)'],
      ['2025-06-01 00:00:00', '1834567890123456780', 'a', '1,000', '20', '2.00', '¥1,200.50'],
      ['2025-06-01 00:00:00', '1834567890123456781', 'a', '--', '1', '--', '0.05'],
    ])
    expect(list).toEqual([
      {
        day: '2025-06-01',
        until: null,
        hour: null,
        level: 'adGroup',
        texts: { adGroup: 'a', adGroupId: '1834567890123456780' },
        values: { impressions: 1000, clicks: 20, cost: 1_200_500_000 },
      },
      {
        day: '2025-06-01',
        until: null,
        hour: null,
        level: 'adGroup',
        texts: { adGroup: 'a', adGroupId: '1834567890123456781' },
        values: { clicks: 1, cost: 50_000 },
      },
    ])
    expect(byDay).toEqual({ '2025-06-01': { impressions: 1000, clicks: 21, cost: 1200.55 } })
  })

  test('rows of two devices of one campaign and day are summed, their reach is not', () => {
    const { list, unmergeable } = read([
      ['date', 'account_id', 'impressions', 'inline_link_clicks', 'spend', 'reach', 'publisher_platform'],
      ['2020-12-10', '17', '100', '1', '1.10', '90', 'phone'],
      ['2020-12-10', '17', '50', '2', '2.20', '40', 'desktop'],
      ['2020-12-10', '17', '1', '0', '0.00', '1', 'tv'],
    ])
    expect(list.map(({ values }) => values)).toEqual([{ impressions: 151, clicks: 3, cost: 3_300_000 }])
    expect([...unmergeable]).toEqual(['reach'])
  })

  test('hours stay hours and fold to the day they are written in, also with an offset from UTC', () => {
    const { list, byDay } = read([
      ['campaign_id', 'date', 'impressions', 'spend', 'swipes'],
      ['1', '2022-05-29T23:00:00', '250', '60215', '1'],
      ['1', '2022-05-29T22:00:00+08:00', '608', '172732', '2'],
    ])
    expect(list.map(({ day, hour }) => [day, hour])).toEqual([
      ['2022-05-29', 23],
      ['2022-05-29', 22],
    ])
    expect(byDay).toEqual({ '2022-05-29': { impressions: 858, cost: 0.232947, clicks: 3 } })
  })

  test('the same time in every row is the border of a day, not an hour', () => {
    const { list } = read([
      ['campaign_id', 'date', 'billed_charge_local_micro', 'impressions'],
      ['a', '2022-05-13 07:00:00', '38806426', '1661'],
      ['a', '2022-05-15 07:00:00', '59621687', '4251'],
    ])
    expect(list.map(({ day, hour }) => [day, hour])).toEqual([
      ['2022-05-13', null],
      ['2022-05-15', null],
    ])
  })

  test('"Nth day" counts from the stated start; -1 and empty sections are no facts', () => {
    const { list } = read([
      ['# Start date: 20230430'],
      ['# End date: 20230502'],
      ['Nth day', 'New users'],
      ['0000', '3'],
      ['0001', '4'],
      [],
      ['# Start date: 20230430'],
      ['# End date: 20230502'],
      ['Nth day', 'Users'],
      ['0001', '9'],
    ])
    expect(list.map(({ day, values }) => [day, values])).toEqual([
      ['2023-04-30', { newUsers: 3 }],
      ['2023-05-01', { newUsers: 4, users: 9 }],
    ])
  })

  test('a row of several days keeps its span and belongs to no single day', () => {
    const { list, byDay } = read([
      [
        'Reporting starts',
        'Reporting ends',
        'Campaign name',
        'Impressions',
        'Link clicks',
        'Amount spent (USD)',
      ],
      ['2026-03-01', '2026-03-31', 'A', '10', '1', '5'],
      ['2026-03-02', '2026-03-02', 'A', '20', '2', '6'],
    ])
    expect(list.map(({ day, until }) => [day, until])).toEqual([
      ['2026-03-01', '2026-03-31'],
      ['2026-03-02', null],
    ])
    expect(Object.keys(byDay)).toEqual(['2026-03-02'])
  })

  test('rows without a day take the title, then the file name, and the answer before both', () => {
    const header = ['推广计划名称', '曝光量', '点击量', '花费(元)']
    const row = ['品牌', '100', '2', '3.5']
    const dayOf = (rows: Rows, options?: RecognizeOptions) =>
      read(rows, options).list.map(({ day, until }) => [day, until])[0]
    expect(read([header, row])).toMatchObject({ list: [], undatedRows: 1, codes: ['period_missing'] })
    expect(dayOf([['统计日期：2025-06-03'], header, row])).toEqual(['2025-06-03', null])
    expect(dayOf([header, row], { fileName: '广点通_20250601-20250602.csv' })).toEqual([
      '2025-06-01',
      '2025-06-02',
    ])
    expect(
      dayOf([['统计日期：2025-06-03'], header, row], {
        fileName: 'a_2025-06-01.csv',
        answers: { date: '2025-06-09' },
      }),
    ).toEqual(['2025-06-09', null])
  })

  test('results of several kinds are left out, because they do not add up', () => {
    const { table, codes } = read([
      ['Day', 'Campaign name', 'Results', 'Result indicator', 'Reach', 'Impressions'],
      ['2026-03-01', 'A', '5', 'actions:lead', '9', '10'],
      ['2026-03-01', 'B', '7', 'actions:purchase', '9', '10'],
    ])
    expect([table?.totals, codes]).toEqual([{ impressions: 20 }, ['mixed_results']])
  })

  test('a whole stands before its parts: 总转化量 is not added to 网页转化', () => {
    const { table } = read([
      ['日期', '推广计划', '展现', '点击', '消费', '网页转化', '电话转化', '总转化量'],
      ['2025-06-01', 'A', '10', '1', '1', '2', '3', '5'],
    ])
    expect(table?.totals['conversions']).toBe(5)
  })

  test('the row that explains a header is no figure', () => {
    const { table } = read([
      ['Store code', 'Business name', 'Google Search - Mobile', 'Google Maps - Mobile', 'Calls'],
      ['', '', 'People that saw it', 'People that saw it', 'Calls from it'],
      ['s1', 'Shop', '10', '20', '3'],
    ])
    expect(table).toMatchObject({
      rows: 1,
      excluded: [{ row: 2, reason: 'header_description' }],
      totals: { impressions: 30, leads: 3 },
    })
  })

  test.each([
    [['Day', 'Campaign name', 'Link clicks', 'Impressions', 'Amount spent (GBP)'], 'GBP'],
    [['日期', '广告组id', '展示数', '消耗'], 'CNY'],
    [['日期', '渠道', '曝光', '点击', '花费'], 'CNY'],
    [['date', 'campaign_id', 'clicks', 'cost_micros'], null],
  ])('%j is in %s', (header, currency) => {
    const { table } = read([header, header.map((_word, at) => (at === 0 ? '2026-03-01' : '1'))])
    expect(table && currencyOfTable(table)).toBe(currency)
  })

  test.each([
    ['计划报表_20250601-20250618.csv', { from: '2025-06-01', to: '2025-06-18' }],
    ['report 2025-06-01 to 2025-06-18.xlsx', { from: '2025-06-01', to: '2025-06-18' }],
    ['export_2025-06-01.csv', { from: '2025-06-01', to: '2025-06-01' }],
    ['order 1834567890123456780.csv', null],
    ['20251301.csv', null],
  ])('file name %s says %j', (name, period) => {
    expect(periodOfFileName(name)).toEqual(period)
  })
})
