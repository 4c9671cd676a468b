import type { ReportBlock, ReportDocument } from '@yingce/domain/review/report-document'
import { describe, expect, test } from 'vitest'
import { extractZipEntry, readZipDirectory } from '../read/zip-directory.ts'
import { columnWidths } from './report-table.ts'
import { SAMPLE_REPORT } from '../report/sample-report.fixture.ts'
import { writeDocx } from './write-docx.ts'

async function partsOf(report: ReportDocument): Promise<Map<string, string>> {
  const bytes = await writeDocx(report)
  return new Map(
    readZipDirectory(bytes, 1000).map((entry) => [
      entry.name,
      new TextDecoder().decode(extractZipEntry(bytes, entry)),
    ]),
  )
}

const parts = await partsOf(SAMPLE_REPORT)
const body = parts.get('word/document.xml') ?? ''

function reportOf(...blocks: ReportBlock[]): ReportDocument {
  return { language: 'en', title: 'Review', facts: [], blocks }
}

/** Text of a document part in reading order, runs joined, one line per paragraph. */
function textOf(xml: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&amp;': '&',
    '&quot;': '"',
    '&apos;': "'",
  }
  return xml
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:lt|gt|amp|quot|apos);/g, (entity) => entities[entity] ?? '')
}

describe('a written report', () => {
  test('holds every text of the document, in its order', () => {
    const text = textOf(body)
    const wanted = [
      '新品上市推广复盘报告',
      '负责人：张敏（市场部）',
      '一、结论',
      '1,124 万次',
      '直播间转化率在 20:00–22:00 时段最高',
      '表 1　各渠道投放效果',
      '11,240,000',
      '来源：各平台后台导出',
      '图 1',
      '四、改进措施',
      '归因窗口为 7 天',
    ]
    let from = 0
    for (const one of wanted) {
      const at = text.indexOf(one, from)
      expect(at, one).toBeGreaterThanOrEqual(0)
      from = at
    }
  })

  test('repeats table titles on every page and keeps rows whole', () => {
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(body.match(/<w:cantSplit\/>/g)?.length).toBe(body.match(/<w:tr>|<w:tr /g)?.length)
  })

  test('a short table stays on one page; of a long one neither the first row nor the total stands alone', async () => {
    const row = (text: string, kind: 'body' | 'total' = 'body') => ({ kind, cells: [{ text }, { text }] })
    const keptOf = async (bodies: number) => {
      const table: ReportBlock = {
        kind: 'table',
        columns: [{ title: 'A' }, { title: 'B' }],
        rows: [...Array.from({ length: bodies }, (_, index) => row(`${index}`)), row('sum', 'total')],
      }
      const xml = (await partsOf(reportOf(table))).get('word/document.xml') ?? ''
      return [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gsu)].map(
        ([one]) => one.match(/<w:keepNext\/>/g)?.length ?? 0,
      )
    }
    // Titles, rows, sum: one mark for each cell.
    expect(await keptOf(3)).toEqual([2, 2, 2, 2, 0])
    const long = await keptOf(40)
    expect(long.flatMap((marks, index) => (marks > 0 ? [index] : []))).toEqual([0, 1, 40])
  })

  test('key figures are as large as the longest of them has room for', async () => {
    const sizesOf = async (value: string) => {
      const figures = ['15/29', value, '3.74', '¥83.22', '19/26'].map((one) => ({
        label: '支出',
        value: one,
      }))
      const xml = (await partsOf(reportOf({ kind: 'keyFigures', figures }))).get('word/document.xml') ?? ''
      return [...xml.matchAll(/<w:sz w:val="(\d+)"\/>/g)]
        .map(([, size]) => Number(size))
        .filter((size) => size > 24)
    }
    const [short, long] = [await sizesOf('¥4'), await sizesOf('¥40.94 万')]
    expect([new Set(short).size, new Set(long).size, long.length]).toEqual([1, 1, 5])
    expect(long[0]).toBeLessThan(short[0] ?? 0)
  })

  test('has native charts with their data, and words for those who cannot see them', () => {
    const charts = [...parts]
      .filter(([name]) => /^word\/charts\/chart\d+\.xml$/.test(name))
      .map(([, xml]) => xml)
    expect(charts).toHaveLength(4)
    expect(charts.some((xml) => xml.includes('<c:v>410000</c:v>') && xml.includes('小红书 KOC'))).toBe(true)
    expect(body).toContain('descr="小红书 KOC 的增量销售额最高，为 41 万元，支出 12 万元。"')
  })

  test('numbers its pages and names both fonts', () => {
    const footer = [...parts].find(([name]) => /^word\/footer\d+\.xml$/.test(name))?.[1] ?? ''
    expect(footer).toContain('<w:tab/>')
    expect(textOf(footer).replaceAll('\n', '')).toMatch(/^内部资料.*第 .*PAGE.* 页，共 .*NUMPAGES.* 页$/)
    expect(parts.get('word/styles.xml')).toContain('w:eastAsia="微软雅黑"')
    expect(parts.get('word/styles.xml')).toContain('w:ascii="Arial"')
  })

  test('is A4', () => {
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"')
  })

  test('lets nothing in a text become markup, a field or a control character', async () => {
    const nasty = '<w:p/> & {PAGE} \u0000\u0008 ]]> "quoted" \ud800'
    const xml =
      (await partsOf(reportOf({ kind: 'paragraph', spans: [{ text: nasty }] }))).get('word/document.xml') ??
      ''
    expect(textOf(xml)).toContain('<w:p/> & {PAGE}  ]]> "quoted" \ufffd')
    expect(xml).not.toContain('instrText')
  })

  test('loads nothing from elsewhere', () => {
    for (const [name, xml] of parts)
      if (name.endsWith('.rels')) expect(xml, name).not.toContain('TargetMode="External"')
  })

  test('starts every ordered list at 1', async () => {
    const list: ReportBlock = { kind: 'list', ordered: true, items: [[{ text: 'a' }]] }
    const xml = (await partsOf(reportOf(list, list))).get('word/document.xml') ?? ''
    const ids = [...xml.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(2)
  })

  test('a wide document turns its pages over', async () => {
    const xml = (await partsOf({ ...reportOf(), orientation: 'landscape' })).get('word/document.xml') ?? ''
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/)
  })

  test('an empty report, an empty table and no key figures are no mistakes', async () => {
    const xml = (
      await partsOf(
        reportOf({ kind: 'table', columns: [{ title: 'A' }], rows: [] }, { kind: 'keyFigures', figures: [] }),
      )
    ).get('word/document.xml')
    expect(xml).toContain('Review')
  })
})

describe('table columns', () => {
  test('always add up to the width of the text', () => {
    const columns = [
      { title: '渠道' },
      { title: 'CTR' },
      { title: '一个非常非常长的列标题，长到不应当占满整页' },
    ]
    expect(columnWidths({ columns, rows: [] }, 9412).reduce((sum, width) => sum + width, 0)).toBe(9412)
  })

  test('share by weight when weights are given', () => {
    const [narrow = 0, wide = 0] = columnWidths(
      {
        columns: [
          { title: 'a', weight: 1 },
          { title: 'b', weight: 3 },
        ],
        rows: [],
      },
      9000,
    )
    expect(wide / narrow).toBeCloseTo(3, 2)
  })
})
