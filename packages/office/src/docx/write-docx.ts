import type { ReportBlock, ReportDocument, ReportFact } from '@yingce/domain/review/report-document'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Tab,
  TabStopType,
  TextRun,
  type Table,
} from 'docx'
import { xmlText } from '../xml-text.ts'
import { keyFigures } from './key-figures.ts'
import { chartBlock } from './report-chart.ts'
import { ACCENT, INK, LINE, MUTED, TONE_FILL, TONE_TEXT } from '../report/report-colors.ts'
import { FONTS, PAGE, SIZE, textWidthOf } from './report-style.ts'
import { tableBlock } from './report-table.ts'
import { runsOf, spanRuns } from './text-runs.ts'

const APPLICATION = 'Yingce 营策'
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }
const BULLETS = 'bullets'
const NUMBERS = 'numbers'

/**
 * A report as the bytes of a .docx file: A4, 微软雅黑 and Arial, page numbers, native charts that
 * stay editable. Text is only ever text; nothing in it becomes a field or a link.
 */
export async function writeDocx(report: ReportDocument): Promise<Uint8Array> {
  const textWidth = textWidthOf(report.orientation)
  let orderedLists = 0
  const body = report.blocks.flatMap((block) => {
    if (block.kind === 'list' && block.ordered) orderedLists++
    return blockParts(block, orderedLists, textWidth)
  })
  const document = new Document({
    title: xmlText(report.title),
    creator: APPLICATION,
    styles: documentStyles(report.language),
    numbering: {
      config: [listFormat(BULLETS, LevelFormat.BULLET, '•'), listFormat(NUMBERS, LevelFormat.DECIMAL, '%1.')],
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: PAGE.width,
              height: PAGE.height,
              // The library turns the page over by itself.
              ...(report.orientation === undefined ? {} : { orientation: PageOrientation.LANDSCAPE }),
            },
            margin: {
              top: PAGE.top,
              bottom: PAGE.bottom,
              left: PAGE.side,
              right: PAGE.side,
              header: PAGE.header,
              footer: PAGE.footer,
            },
          },
        },
        headers: { default: new Header({ children: [runningHeader(report)] }) },
        footers: { default: new Footer({ children: [runningFooter(report, textWidth)] }) },
        children: [...titleBlock(report), ...body],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function blockParts(block: ReportBlock, listNumber: number, textWidth: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          keepNext: true,
          keepLines: true,
          children: runsOf(block.text),
        }),
      ]
    case 'paragraph':
      return [new Paragraph({ children: spanRuns(block.spans) })]
    case 'list':
      return block.items.map(
        (item, index) =>
          new Paragraph({
            // Each list is its own instance, or the second one would count on.
            numbering: {
              reference: block.ordered ? NUMBERS : BULLETS,
              level: 0,
              instance: block.ordered ? listNumber : 0,
            },
            spacing: { before: 0, after: index === block.items.length - 1 ? 140 : 50, line: 320 },
            children: spanRuns(item),
          }),
      )
    case 'keyFigures':
      return keyFigures(block.figures, textWidth)
    case 'table':
      return tableBlock(block, textWidth)
    case 'chart':
      return chartBlock(block, textWidth)
    case 'callout': {
      // Paragraph shading has no padding of its own: lines in its colour keep the text off its edges.
      const padding = { style: BorderStyle.SINGLE, size: 4, color: TONE_FILL[block.tone], space: 5 }
      const look = {
        shading: { type: ShadingType.CLEAR, color: 'auto', fill: TONE_FILL[block.tone] },
        border: {
          top: padding,
          bottom: padding,
          left: { style: BorderStyle.SINGLE, size: 24, color: TONE_TEXT[block.tone], space: 8 },
        },
        indent: { left: 180, right: 60 },
      }
      const title =
        block.title === undefined
          ? []
          : [...runsOf(block.title, { bold: true, tone: block.tone }), new TextRun({ text: '', break: 1 })]
      return [
        new Paragraph({
          ...look,
          keepLines: true,
          spacing: { before: 140, after: 180, line: 320 },
          children: [...title, ...spanRuns(block.spans)],
        }),
      ]
    }
    case 'pageBreak':
      return [
        new Paragraph({ pageBreakBefore: true, spacing: { before: 0, after: 0, line: 20 }, children: [] }),
      ]
  }
}

function titleBlock(report: ReportDocument): Paragraph[] {
  const parts = [new Paragraph({ style: 'Title', children: runsOf(report.title) })]
  if (report.subtitle !== undefined) {
    parts.push(
      new Paragraph({
        spacing: { before: 0, after: 100 },
        children: runsOf(report.subtitle, { size: SIZE.subtitle, color: MUTED }),
      }),
    )
  }
  parts.push(
    new Paragraph({
      spacing: { before: 60, after: 260, line: 320 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: ACCENT, space: 8 } },
      children: report.facts.flatMap((fact, index) => factRuns(fact, index, report.language)),
    }),
  )
  return parts
}

function factRuns(fact: ReportFact, index: number, language: ReportDocument['language']): TextRun[] {
  const colon = language === 'zh-CN' ? '：' : ': '
  return [
    ...(index === 0 ? [] : [new TextRun({ text: '  ｜  ', color: LINE, size: SIZE.small + 1 })]),
    ...runsOf(`${fact.label}${colon}`, { color: MUTED, size: SIZE.small + 1 }),
    ...runsOf(fact.value, { color: INK, size: SIZE.small + 1 }),
  ]
}

function runningHeader(report: ReportDocument): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: LINE, space: 6 } },
    children: runsOf(report.runningHeader ?? report.title, { color: MUTED, size: SIZE.small }),
  })
}

function runningFooter(report: ReportDocument, textWidth: number): Paragraph {
  const small = { color: MUTED, size: SIZE.small }
  const pages =
    report.language === 'zh-CN'
      ? ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页']
      : ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES]
  return new Paragraph({
    spacing: { before: 0, after: 0 },
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    children: [
      ...runsOf(report.runningFooter ?? '', small),
      new TextRun({ ...small, children: [new Tab(), ...pages] }),
    ],
  })
}

function documentStyles(
  language: ReportDocument['language'],
): NonNullable<ConstructorParameters<typeof Document>[0]['styles']> {
  const heading = (size: number, color: string, before: number, after: number) => ({
    run: { font: FONTS, size, bold: true, color },
    paragraph: { spacing: { before, after, line: 300 }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: {
          font: FONTS,
          size: SIZE.body,
          color: INK,
          language: { value: 'en-US', eastAsia: language === 'zh-CN' ? 'zh-CN' : 'en-US' },
        },
        paragraph: { spacing: { before: 0, after: 120, line: 340 } },
      },
      title: {
        run: { font: FONTS, size: SIZE.title, bold: true, color: INK },
        paragraph: { alignment: AlignmentType.LEFT, spacing: { before: 0, after: 80, line: 300 } },
      },
      heading1: heading(SIZE.heading1, ACCENT, 340, 140),
      heading2: heading(SIZE.heading2, INK, 260, 110),
      heading3: heading(SIZE.heading3, INK, 200, 80),
    },
  }
}

function listFormat(reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  return {
    reference,
    levels: [
      {
        level: 0,
        format,
        text,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 420, hanging: 300 } } },
      },
    ],
  }
}
