import { readFileSync } from 'node:fs'
import type { ReportBlock, ReportDocument } from '@yingce/domain/review/report-document'
import { describe, expect, test } from 'vitest'
import { SAMPLE_REPORT } from '../report/sample-report.fixture.ts'
import { pdfFontFiles } from './pdf-fonts.ts'
import { readPdf } from './pdf-text.fixture.ts'
import { writePdf } from './write-pdf.ts'

const sample = readPdf(await writePdf(SAMPLE_REPORT))

function reportOf(...blocks: ReportBlock[]): ReportDocument {
  return { language: 'en', title: 'Review', facts: [], blocks }
}

const paragraphOf = (text: string): ReportBlock => ({ kind: 'paragraph', spans: [{ text }] })

describe('R6: a report as PDF', () => {
  test('holds the texts of the document, those of its charts included', () => {
    // The typesetter sets small spaces between Chinese and Latin by moving, and drops some of ours.
    const text = sample.text.replaceAll(' ', '')
    for (const said of [
      '新品上市推广复盘报告',
      '张敏（市场部）',
      '一、结论',
      '1,124万次',
      '11,240,000',
      '归因窗口为7天',
      '素材审核慢',
      '410,000',
    ])
      expect(text).toContain(said)
  })

  test('says on every page which of how many it is', () => {
    const text = sample.text.replaceAll(' ', '')
    for (let page = 1; page <= sample.pageCount; page++)
      expect(text).toContain(`第${page}页，共${sample.pageCount}页`)
  })

  test('is tagged, and embeds Noto Sans SC Regular and Bold and nothing else', () => {
    expect(sample.isTagged).toBe(true)
    expect(sample.fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, '')).toSorted()).toEqual([
      'NotoSansSC-Bold',
      'NotoSansSC-Regular',
    ])
    expect(sample.fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)
  })

  test('a title page takes a page of its own and lists the sections', async () => {
    const withPage = readPdf(await writePdf({ ...SAMPLE_REPORT, titlePage: true }))
    expect(withPage.text.split('四、改进措施')).toHaveLength(3)
    expect(sample.text.split('四、改进措施')).toHaveLength(2)
  })

  test('is the same bytes for the same report', async () => {
    const report = reportOf(paragraphOf('x'))
    expect(await writePdf(report)).toEqual(await writePdf(report))
  })
})

describe('texts of a PDF', () => {
  test.each([
    ['a command', '#panic("no") #read("/etc/passwd")'],
    ['mathematics', '$x^2$'],
    ['a reference', '@label'],
    ['emphasis and raw text', '*bold* _italic_ `raw` = heading'],
    ['markup of charts', '<script>&amp;</text>'],
    ['quotes and a backslash', `"double" 'single' \\ "`],
    ['comments and an address', 'a // b /* c */ https://x.example'],
    ['a package', '#import "@preview/cetz:0.2.0"'],
  ])('%s is printed as it is, in paragraphs, tables, titles and charts', async (_what, text) => {
    const report: ReportDocument = {
      language: 'en',
      title: text,
      subtitle: text,
      facts: [{ label: text, value: text }],
      runningHeader: text,
      runningFooter: text,
      blocks: [
        { kind: 'heading', level: 2, text },
        { kind: 'paragraph', spans: [{ text, bold: true, tone: 'bad' }] },
        { kind: 'list', ordered: true, items: [[{ text }]] },
        { kind: 'keyFigures', figures: [{ label: text, value: text, note: text }] },
        { kind: 'callout', tone: 'warning', title: text, spans: [{ text }] },
        {
          kind: 'table',
          caption: text,
          columns: [{ title: text }],
          rows: [{ cells: [{ text }] }],
          note: text,
        },
        {
          kind: 'chart',
          chart: 'pie',
          caption: text,
          categories: ['a'],
          series: [{ name: text, values: [1] }],
          alternativeText: text,
        },
      ],
    }
    const printed = readPdf(await writePdf(report)).text.replaceAll(/[\s\u200b\u00ad]/g, '')
    const wanted = text.replaceAll(/\s/g, '')
    expect(printed.split(wanted).length - 1).toBeGreaterThanOrEqual(17)
  })

  test('line breaks, emoji, rare characters, control characters and half characters break nothing', async () => {
    const { text } = readPdf(
      await writePdf(reportOf(paragraphOf('first\nsecond 😀 𠮷 龘 \u0000\u0008\ud800 last'))),
    )
    for (const said of ['first', 'second', '龘', 'last']) expect(text).toContain(said)
  })

  test('a word wider than its column is broken instead of running over the next one', async () => {
    const word = 'https://shop.example/'.padEnd(200, 'a')
    const table: ReportBlock = {
      kind: 'table',
      columns: [{ title: 'A' }, { title: 'B' }],
      rows: [{ cells: [{ text: word }, { text: 'b' }] }],
    }
    const { text } = readPdf(await writePdf(reportOf(table)))
    expect(text.replaceAll('\u200b', '')).toContain(word)
  })

  test('1,000 rows repeat the titles of the table on every page', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => ({ cells: [{ text: `row ${index}` }] }))
    const read = readPdf(await writePdf(reportOf({ kind: 'table', columns: [{ title: 'Repeated' }], rows })))
    expect(read.pageCount).toBeGreaterThan(15)
    expect(read.text.split('Repeated').length - 1).toBe(read.pageCount)
  })

  test('an empty report, an empty table, no figures and headings with gaps are no mistakes', async () => {
    const empty = reportOf(
      { kind: 'heading', level: 3, text: 'Deep' },
      { kind: 'table', columns: [{ title: 'A' }], rows: [] },
      { kind: 'keyFigures', figures: [] },
      { kind: 'chart', chart: 'column', categories: [], series: [], alternativeText: 'nothing' },
      { kind: 'pageBreak' },
      { kind: 'list', ordered: false, items: [] },
    )
    expect(readPdf(await writePdf(empty)).text).toContain('Deep')
  })
})

describe('the template of a PDF', () => {
  test('loads no package, no file and evaluates no text', () => {
    const template = readFileSync(new URL('./report.typ', import.meta.url), 'utf8')
    expect(template).not.toMatch(/@preview|@local|#?(?:import|include|eval|read)\b(?!ing)\s*[("]/)
  })
})

describe('the fonts of a PDF', () => {
  test('are refused with what to do when they are not there', () => {
    expect(() => pdfFontFiles('/nowhere')).toThrow(/copy-fonts\.ts/)
  })
})
