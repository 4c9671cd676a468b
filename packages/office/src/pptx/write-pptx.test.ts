import type { ReportBlock, ReportDocument } from '@yingce/domain/review/report-document'
import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { zipTexts } from '../read/zip-text.fixture.ts'
import { SAMPLE_REPORT } from '../report/sample-report.fixture.ts'
import { writePptx } from './write-pptx.ts'

const parts = zipTexts(await writePptx(SAMPLE_REPORT))

const slidesOf = (all: ReadonlyMap<string, string>): string[] =>
  [...all].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).map(([, xml]) => xml)

/** Text of a part, runs joined, one line per paragraph. */
function textOf(xml: string): string {
  return xml
    .replaceAll('</a:p>', '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

function reportOf(...blocks: ReportBlock[]): ReportDocument {
  return { language: 'en', title: 'Review', facts: [], blocks }
}

describe('R6: a report as PPTX', () => {
  test('begins with a title slide and has a slide per section, in 16:9', () => {
    const slides = slidesOf(parts).map(textOf)
    expect(slides[0]).toContain('新品上市推广复盘报告')
    expect(slides[0]).toContain('负责人：张敏（市场部）')
    for (const title of ['一、结论', '二、渠道效果', '三、每日走势', '四、改进措施'])
      expect(
        slides.filter((slide) => slide.trimStart().startsWith(`${title}\n`)),
        title,
      ).toHaveLength(1)
    expect(parts.get('ppt/presentation.xml')).toMatch(/<p:sldSz cx="1219\d{4}" cy="6858000"/)
  })

  test('its charts are native, each with its data in a sheet and a description', () => {
    const charts = [...parts.keys()].filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
    expect(charts).toHaveLength(4)
    expect([...parts.keys()].filter((name) => name.startsWith('ppt/embeddings/'))).toHaveLength(4)
    expect(slidesOf(parts).join('')).toContain('descr="素材审核慢是最常见的原因，共 6 次。"')
  })

  test('a value that is not there is left out of a chart, not written as an empty number', () => {
    const charts = [...parts].filter(([name]) => name.startsWith('ppt/charts/chart')).map(([, xml]) => xml)
    expect(charts.join('')).not.toMatch(/<c:v><\/c:v>/)
    // 20 days of which one has no value.
    const line = charts.find((xml) => xml.includes('<c:lineChart>')) ?? ''
    const values = /<c:val>.*?<\/c:val>/s.exec(line)?.[0] ?? ''
    expect(values.match(/<c:pt /g)).toHaveLength(19)
  })

  test('a table of 20 rows and a total goes on with its titles, eleven rows and ten', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => ({ cells: [{ text: `row ${index + 1}.` }] }))
    const total = { kind: 'total' as const, cells: [{ text: 'Sum' }] }
    const table: ReportBlock = { kind: 'table', columns: [{ title: 'Channel' }], rows: [...rows, total] }
    const [, ...slides] = slidesOf(zipTexts(await writePptx(reportOf(table))))
    const shown = slides.map((xml) =>
      [...xml.matchAll(/<a:tr .*?<\/a:tr>/gs)].map(([one]) => textOf(one).trim()),
    )
    expect(shown.map((all) => all.length - 1)).toEqual([11, 10])
    expect(shown.map(([title]) => title)).toEqual(['Channel', 'Channel'])
    expect(shown[1]?.slice(-2)).toEqual(['row 20.', 'Sum'])
  })

  test('a target is a dashed grey line of the same chart', async () => {
    const chart: ReportBlock = {
      kind: 'chart',
      chart: 'column',
      categories: ['a', 'b'],
      series: [
        { name: 'Spent', values: [1, 2] },
        { name: 'Plan', values: [2, 2], role: 'target' },
      ],
      alternativeText: 'x',
    }
    const made = zipTexts(await writePptx(reportOf(chart)))
    const xml = [...made].find(([name]) => name.startsWith('ppt/charts/chart'))?.[1] ?? ''
    expect(xml).toContain('<c:barChart>')
    const line = /<c:lineChart>.*<\/c:lineChart>/s.exec(xml)?.[0] ?? ''
    expect(line).toContain('8A94A3')
    expect(line).toContain('<a:prstDash val="dash"/>')
    expect(xml.replace(line, '')).toContain('1F4E9E')
  })

  test('a long table goes on over slides with its header on each, and its note under the last', async () => {
    const table: ReportBlock = {
      kind: 'table',
      columns: [{ title: 'Header' }, { title: 'B' }],
      rows: Array.from({ length: 60 }, (_, index) => ({ cells: [{ text: `row ${index}` }, { text: 'b' }] })),
      note: 'the note',
    }
    const slides = slidesOf(zipTexts(await writePptx(reportOf(table))))
      .map(textOf)
      .slice(1)
    expect(slides.length).toBeGreaterThan(3)
    expect(slides.every((slide) => slide.includes('Header'))).toBe(true)
    expect(slides.map((slide) => slide.includes('the note')).lastIndexOf(true)).toBe(slides.length - 1)
    const rows = slides.flatMap((slide) => slide.match(/row \d+/g) ?? [])
    expect(rows).toEqual(Array.from({ length: 60 }, (_, index) => `row ${index}`))
  })

  test('what is cut on a slide stands whole in its notes, with what the charts show', async () => {
    const long = 'word '.repeat(400).trim()
    const table: ReportBlock = {
      kind: 'table',
      columns: [{ title: 'A' }, { title: 'B' }],
      rows: [{ cells: [{ text: long }, { text: 'b' }] }],
    }
    const made = zipTexts(await writePptx(reportOf(table)))
    expect(textOf(made.get('ppt/slides/slide2.xml') ?? '')).toContain('…')
    expect(textOf(made.get('ppt/notesSlides/notesSlide2.xml') ?? '')).toContain(long)
    const notes = [...parts].filter(([name]) => name.startsWith('ppt/notesSlides/')).map(([, xml]) => xml)
    expect(textOf(notes.join(''))).toContain('抖音信息流占支出的 44%。')
  })

  test('every part is well-formed, paragraphs have one list of properties, and nothing is loaded from elsewhere', async () => {
    const nasty = `<a:p> & "q" 'x' ]]> \u0000\u0008 \ud800 😀 {} $ #\nline`
    const made = zipTexts(
      await writePptx({
        ...reportOf(
          { kind: 'heading', level: 1, text: nasty },
          { kind: 'list', ordered: true, items: [[{ text: nasty }, { text: nasty, bold: true }]] },
          { kind: 'callout', tone: 'bad', title: nasty, spans: [{ text: nasty }, { text: nasty }] },
          { kind: 'table', columns: [{ title: nasty }], rows: [{ cells: [{ text: nasty }] }], note: nasty },
          { kind: 'keyFigures', figures: [{ label: nasty, value: nasty, note: nasty }] },
          {
            kind: 'chart',
            chart: 'column',
            categories: [nasty, 'b'],
            series: [{ name: nasty, values: [1, null] }],
            alternativeText: nasty,
            caption: nasty,
          },
        ),
        title: nasty,
        facts: [{ label: nasty, value: nasty }],
        runningFooter: nasty,
      }),
    )
    for (const all of [made, parts])
      for (const [name, xml] of all) {
        if (/\.(xml|rels)$/.test(name)) expect(XMLValidator.validate(xml), name).toBe(true)
        if (name.endsWith('.rels')) expect(xml, name).not.toContain('TargetMode="External"')
        for (const paragraph of xml.split('<a:p>').slice(1))
          expect((paragraph.split('</a:p>')[0] ?? '').split('<a:pPr').length, name).toBeLessThanOrEqual(2)
      }
    expect(slidesOf(made).map(textOf).join('')).toContain(`<a:p> & "q" 'x' ]]>`)
  })

  test('an empty report is its title slide', async () => {
    expect(slidesOf(zipTexts(await writePptx(reportOf())))).toHaveLength(1)
  })
})
