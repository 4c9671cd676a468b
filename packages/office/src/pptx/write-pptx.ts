import type { ReportDocument } from '@yingce/domain/review/report-document'
import { ACCENT, INK, LINE, MUTED } from '../report/report-colors.ts'
import { xmlText } from '../xml-text.ts'
import { layOutSlides } from './lay-out-slides.ts'
import { mendPresentation } from './mend-presentation.ts'
import { type Deck, Presentation } from './presentation-library.ts'
import { addSlideBlock } from './slide-blocks.ts'
import { CONTENT, FONT, SIZE, SLIDE } from './slide-style.ts'

const APPLICATION = 'Yingce 营策'
const MASTER = 'REPORT'

/**
 * A report as the bytes of a .pptx file: 16:9, a title slide, then slides per section with native
 * tables and charts whose data PowerPoint opens, and notes. Nothing is loaded from elsewhere.
 */
export async function writePptx(report: ReportDocument): Promise<Uint8Array> {
  const deck = new Presentation()
  deck.defineLayout({ name: 'WIDE', width: SLIDE.width, height: SLIDE.height })
  deck.layout = 'WIDE'
  deck.title = xmlText(report.title)
  deck.author = APPLICATION
  deck.company = APPLICATION
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT }
  defineMaster(deck, report)
  addTitleSlide(deck, report)
  for (const { title, continued, placed, notes } of layOutSlides(report)) {
    const slide = deck.addSlide({ masterName: MASTER })
    slide.addText(xmlText(continued === 0 ? title : `${title}${continuation(report, continued)}`), {
      placeholder: 'title',
    })
    for (const one of placed) addSlideBlock(slide, one)
    if (notes.length > 0) slide.addNotes(notes.map(xmlText).join('\n'))
  }
  const bytes = await deck.write({ outputType: 'uint8array' })
  if (!(bytes instanceof Uint8Array)) throw new Error('the presentation library returned no bytes')
  return mendPresentation(bytes)
}

function continuation({ language }: ReportDocument, continued: number): string {
  return language === 'zh-CN' ? `（续 ${continued}）` : ` (continued ${continued})`
}

function defineMaster(deck: Deck, report: ReportDocument): void {
  const foot = { y: 7.02, h: 0.28, fontFace: FONT, fontSize: SIZE.note, color: MUTED, margin: 0 }
  const left = [report.runningHeader ?? report.title, report.runningFooter].filter(
    (text) => text !== undefined,
  )
  deck.defineSlideMaster({
    title: MASTER,
    background: { color: 'FFFFFF' },
    objects: [
      { rect: { x: 0, y: 0.42, w: 0.12, h: 0.55, fill: { color: ACCENT } } },
      { line: { x: CONTENT.left, y: 6.95, w: CONTENT.width, h: 0, line: { color: LINE, width: 0.75 } } },
      { text: { text: xmlText(left.join('  ｜  ')), options: { ...foot, x: CONTENT.left, w: 10 } } },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: CONTENT.left,
            y: 0.35,
            w: CONTENT.width,
            h: 0.7,
            margin: 0,
            fontFace: FONT,
            fontSize: SIZE.title,
            bold: true,
            color: INK,
            align: 'left',
            valign: 'middle',
          },
          text: '',
        },
      },
    ],
    slideNumber: {
      x: 12.23,
      y: 7.02,
      w: 0.5,
      h: 0.28,
      fontFace: FONT,
      fontSize: SIZE.note,
      color: MUTED,
      align: 'right',
    },
  })
}

function addTitleSlide(deck: Deck, report: ReportDocument): void {
  const slide = deck.addSlide()
  slide.background = { color: 'FFFFFF' }
  slide.addShape('rect', {
    x: 0,
    y: 0,
    w: 0.35,
    h: SLIDE.height,
    fill: { color: ACCENT },
    line: { type: 'none' },
  })
  const text = { x: 1.1, w: 11.2, fontFace: FONT, margin: 0 }
  slide.addText(xmlText(report.title), {
    ...text,
    y: 2.0,
    h: 1.1,
    fontSize: 38,
    bold: true,
    color: INK,
    valign: 'bottom',
  })
  if (report.subtitle !== undefined)
    slide.addText(xmlText(report.subtitle), {
      ...text,
      y: 3.25,
      h: 0.6,
      fontSize: 20,
      color: MUTED,
      valign: 'top',
    })
  slide.addShape('line', { x: 1.1, y: 4.1, w: 2.2, h: 0, line: { color: ACCENT, width: 2 } })
  const colon = report.language === 'zh-CN' ? '：' : ': '
  const facts = report.facts.flatMap(({ label, value }) => [
    { text: xmlText(`${label}${colon}`), options: { color: MUTED } },
    { text: xmlText(value), options: { color: INK, breakLine: true } },
  ])
  if (facts.length > 0)
    slide.addText(facts, { ...text, y: 4.4, h: 1.8, fontSize: 14, valign: 'top', paraSpaceAfter: 6 })
  if (report.runningFooter !== undefined)
    slide.addText(xmlText(report.runningFooter), {
      ...text,
      y: 6.9,
      h: 0.3,
      fontSize: SIZE.note,
      color: MUTED,
    })
}
