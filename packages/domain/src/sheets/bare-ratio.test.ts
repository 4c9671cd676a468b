import { describe, expect, test } from 'vitest'
import { recognizeWorkbook } from './recognize-workbook.ts'
import { sheetOf, workbookOf } from './sheet.fixture.ts'
import type { CellValue } from './workbook.ts'

const HEADER = ['渠道', '推广内容', '曝光量', '点击量', '点击率', '转化量', '成本(元)']

function readRates(header: string, cells: readonly CellValue[], formats: Record<string, string> = {}) {
  const rows = cells.map((cell, index) => [`渠道${index}`, '素材', 1000, 8, cell, 1, 100])
  const sheet = sheetOf('推广效果分析表', [HEADER.with(4, header), ...rows], { numberFormats: formats })
  const { tables, problems } = recognizeWorkbook(workbookOf([sheet]))
  return {
    rates: tables[0]?.records.map(({ values }) => values['statedCtr']),
    said: problems.map(({ code, params }) => [code, params['reading']]),
  }
}

describe('C2: percent or ratio, where the cell does not say', () => {
  test('the facts decide before the size does: 0.8 beside 8 of 1,000 is percent', () => {
    expect(readRates('点击率', [0.8, '0.79'])).toEqual({
      rates: [0.008, 0.0079],
      said: [['percent_assumed', 'percent']],
    })
    expect(readRates('点击率', [0.008])).toEqual({ rates: [0.008], said: [['percent_assumed', 'ratio']] })
  })
  test('a cell shown in percent is a ratio beside bare ones in percent', () => {
    expect(readRates('点击率', [0.8, 0.008], { E3: '0.00%' }).rates).toEqual([0.008, 0.008])
  })
  test('(%) counts in percent; that no number passes 1 is only said where the facts do not bear it out', () => {
    expect(readRates('点击率(%)', [0.8, 0.8])).toEqual({ rates: [0.008, 0.008], said: [] })
    expect(readRates('点击率(%)', [0.008, 0.008]).said).toEqual([['percent_assumed', 'percent']])
  })
})
