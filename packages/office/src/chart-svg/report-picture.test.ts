import type { ReportBlock, ReportDocument } from '@yingce/domain/review/report-document'
import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { reportPicture } from './report-picture.ts'

const REPORT: ReportDocument = {
  language: 'zh-CN',
  title: '渠道看板 <b>',
  subtitle: '春茶 & 夏茶',
  facts: [{ label: '周期', value: '6 月' }],
  runningFooter: '来源：计划数据表',
  blocks: [],
}
const heightOf = (svg: string): number => Number(/ height="(\d+)"/.exec(svg)?.[1])
const withBlocks = (...blocks: ReportBlock[]): string => reportPicture({ ...REPORT, blocks })
const table = (rows: number): ReportBlock => ({
  kind: 'table',
  columns: [{ title: '渠道' }, { title: '曝光', align: 'right' }],
  rows: [
    ...Array.from({ length: rows }, (_, index) => ({ cells: [{ text: `渠道${index}` }, { text: '1' }] })),
    { kind: 'total', cells: [{ text: '合计' }, { text: '99' }] },
  ],
})

describe('a report as a picture', () => {
  test('is well formed whatever is written in it, on white, and ends with its source', () => {
    const svg = withBlocks(
      { kind: 'heading', level: 1, text: '1 < 2 & "3"' },
      { kind: 'keyFigures', figures: [{ label: '点击', value: '12', note: '较上期 +3%' }] },
      {
        kind: 'chart',
        chart: 'line',
        categories: ['1', '2'],
        series: [{ name: 'a', values: [1, null] }],
        alternativeText: 'x',
      },
      table(2),
    )
    expect(XMLValidator.validate(svg)).toBe(true)
    expect(svg).toContain('fill="#FFFFFF"')
    expect(svg.indexOf('来源：计划数据表')).toBeGreaterThan(svg.indexOf('合计'))
  })

  test('is as high as what is in it', () => {
    const empty = heightOf(withBlocks())
    expect(heightOf(withBlocks(table(10)))).toBeGreaterThan(empty + 10 * 26)
  })

  test('of 45 rows 40 are shown with "… + 5", and the total', () => {
    const svg = withBlocks(table(45))
    expect(svg).toContain('渠道39')
    expect(svg).not.toContain('渠道40<')
    for (const shown of ['… + 5', '合计', '99']) expect(svg).toContain(shown)
  })
})
