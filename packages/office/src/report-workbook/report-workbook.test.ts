import type {
  ReportBlock,
  ReportDocument,
  TableBlock,
  TableCell,
} from '@yingce/domain/review/report-document'
import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { zipTexts } from '../read/zip-text.fixture.ts'
import { readWorkbook } from '../read/read-workbook.ts'
import { SAMPLE_REPORT } from '../report/sample-report.fixture.ts'
import { writeWorkbook } from '../sheet-io/write-workbook.ts'
import { reportWorkbook } from './report-workbook.ts'

function reportOf(...blocks: ReportBlock[]): ReportDocument {
  return { language: 'en', title: 'Review', facts: [], blocks }
}

const money = (value: number | null): TableCell =>
  value === null ? { text: '—' } : { text: `¥${value}`, number: { value, format: '"¥"#,##0' } }
const ratio = (value: number | null): TableCell =>
  value === null ? { text: '—' } : { text: value.toFixed(2), number: { value, format: '0.00' } }

/** Cost, sales, ROAS = 2/1, ROI; the second row has no sales. */
const RETURNS: TableBlock = {
  kind: 'table',
  columns: [
    { title: 'Channel' },
    { title: 'Cost', calculated: { kind: 'sum' } },
    { title: 'Sales', calculated: { kind: 'sum' } },
    { title: 'ROAS', calculated: { kind: 'ratio', of: 2, by: 1 } },
    { title: 'ROI', calculated: { kind: 'ratio', of: 2, by: 1, minusOne: true } },
    { title: 'Gap', calculated: { kind: 'difference', of: 2, minus: 1 } },
  ],
  rows: [
    { cells: [{ text: 'a' }, money(100), money(300), ratio(3), ratio(2), money(200)] },
    { cells: [{ text: 'b' }, money(50), money(null), ratio(null), ratio(null), money(-50)] },
    {
      kind: 'total',
      cells: [{ text: 'Total' }, money(150), money(300), ratio(3), ratio(2), money(150)],
    },
  ],
}

const bytes = await writeWorkbook(reportWorkbook(SAMPLE_REPORT))
const parts = zipTexts(bytes)

describe('R6: a report as XLSX', () => {
  test('has a sheet per section', async () => {
    const { sheets } = await readWorkbook(bytes, { fileName: 'x.xlsx' })
    expect(sheets.map(({ name }) => name)).toEqual([
      '一、结论',
      '二、渠道效果',
      '三、每日走势',
      '四、改进措施',
    ])
  })

  test('charts are native and read the cells below them', () => {
    const charts = [...parts]
      .filter(([name]) => /^xl\/charts\/chart\d+\.xml$/.test(name))
      .map(([, xml]) => xml)
    expect(charts).toHaveLength(4)
    expect(charts[0]).toMatch(/'二、渠道效果'!\$B\$\d+:\$B\$\d+/)
    for (const [name, xml] of parts)
      if (/\.(xml|rels)$/.test(name)) expect(XMLValidator.validate(xml), name).toBe(true)
  })

  test('figures are numbers, ratios are formulas over them, totals are sums: 300 / 100, not 300 / 150', async () => {
    const written = await writeWorkbook(reportWorkbook(reportOf(RETURNS)))
    const sheet = zipTexts(written).get('xl/worksheets/sheet1.xml') ?? ''
    const formulas = [...sheet.matchAll(/<f>(.*?)<\/f>/g)].map(([, formula = '']) =>
      formula.replaceAll('&quot;', '"'),
    )
    // Title, gap, heading, header: the rows of the table are 5 and 6, its total 7.
    expect(formulas).toContain('IF(COUNT(C5,B5)=2,IFERROR(C5/B5,"—"),"—")')
    expect(formulas).toContain('SUM(B5:B6)')
    expect(formulas).toContain(
      'IFERROR(SUMPRODUCT(ISNUMBER(C5:C6)*ISNUMBER(B5:B6),C5:C6)/SUMPRODUCT(ISNUMBER(C5:C6)*ISNUMBER(B5:B6),B5:B6),"—")',
    )
    expect(formulas).toContain('N(C7)-N(B7)')
    const { sheets } = await readWorkbook(written, { fileName: 'x.xlsx' })
    expect(sheets[0]?.rows.slice(4, 7)).toEqual([
      ['a', 100, 300, 3, 2, 200],
      ['b', 50, '—', '—', '—', -50],
      ['Total', 150, 300, 3, 2, 150],
    ])
  })

  test('a text in a calculated column stays a text, and a text that looks like a formula too', async () => {
    const table: TableBlock = {
      kind: 'table',
      columns: [{ title: '=A' }, { title: 'B', calculated: { kind: 'sum' } }],
      rows: [{ kind: 'total', cells: [{ text: '=1+1' }, { text: 'not yet' }] }],
    }
    const { sheets } = await readWorkbook(await writeWorkbook(reportWorkbook(reportOf(table))), {
      fileName: 'x.xlsx',
    })
    expect(sheets[0]?.rows.slice(3, 5)).toEqual([
      ['=A', 'B'],
      ['=1+1', 'not yet'],
    ])
  })

  test('an empty report, an empty chart and sections of one name make a file that opens', async () => {
    const twice: ReportBlock[] = [
      { kind: 'heading', level: 1, text: 'Same [name]' },
      { kind: 'chart', chart: 'line', categories: [], series: [], alternativeText: 'nothing' },
      { kind: 'heading', level: 1, text: 'Same [name]' },
      { kind: 'keyFigures', figures: [] },
    ]
    const { sheets } = await readWorkbook(await writeWorkbook(reportWorkbook(reportOf(...twice))), {
      fileName: 'x.xlsx',
    })
    expect(new Set(sheets.map(({ name }) => name)).size).toBe(2)
    expect(reportWorkbook(reportOf()).sheets).toHaveLength(1)
  })
})
