import type { KeyFigure, TextSpan } from '@yingce/domain/review/report-document'
import { textUnits } from '../report/column-shares.ts'
import { ACCENT, GROUP_FILL, INK, MUTED, TONE_FILL, TONE_TEXT } from '../report/report-colors.ts'
import { xmlText } from '../xml-text.ts'
import type { PlacedBlock } from './lay-out-slides.ts'
import type { LibrarySlide, TextRun } from './presentation-library.ts'
import { addSlideChart } from './slide-chart.ts'
import { captionHeight, figureRows, noteHeight } from './slide-measure.ts'
import { CALLOUT_PADDING, FONT, GAP, SIZE } from './slide-style.ts'
import { addSlideTable } from './slide-table.ts'

/** Text boxes without the padding that PowerPoint gives by itself: places are computed without it. */
const PLAIN = { margin: 0, fontFace: FONT, color: INK, valign: 'top', fit: 'none' } as const

/** Puts a block where it was laid out. */
export function addSlideBlock(slide: LibrarySlide, { block, x, y, width, height }: PlacedBlock): void {
  const box = { x, y, w: width, h: height }
  switch (block.kind) {
    case 'heading':
      slide.addText(xmlText(block.text), { ...PLAIN, ...box, fontSize: SIZE.body, bold: true })
      return
    case 'paragraph':
      slide.addText(runs(block.spans), { ...PLAIN, ...box, fontSize: SIZE.body })
      return
    case 'list':
      slide.addText(
        block.items.flatMap((item) => listItem(item, block.ordered)),
        { ...PLAIN, ...box, fontSize: SIZE.body, paraSpaceAfter: 5 },
      )
      return
    case 'keyFigures':
      addFigures(slide, block.figures, box)
      return
    case 'callout': {
      const tone = TONE_TEXT[block.tone]
      slide.addShape('rect', { ...box, fill: { color: TONE_FILL[block.tone] }, line: { type: 'none' } })
      slide.addShape('rect', { ...box, w: 0.06, fill: { color: tone }, line: { type: 'none' } })
      const title =
        block.title === undefined
          ? []
          : [{ text: xmlText(block.title), options: { bold: true, color: tone, breakLine: true } }]
      slide.addText([...title, ...runs(block.spans)], {
        ...PLAIN,
        x: x + CALLOUT_PADDING.x,
        y: y + CALLOUT_PADDING.y,
        w: width - 2 * CALLOUT_PADDING.x,
        h: height - 2 * CALLOUT_PADDING.y,
        fontSize: SIZE.body,
      })
      return
    }
    case 'table': {
      const below = y + captionHeight(block.caption)
      addCaption(slide, block.caption, box)
      const used = addSlideTable(slide, block, { x, y: below, w: width })
      const room = noteHeight(block.note, width)
      if (room > 0)
        slide.addText(xmlText(block.note ?? ''), {
          ...PLAIN,
          x,
          y: below + used + 0.06,
          w: width,
          h: room,
          fontSize: SIZE.note,
          color: MUTED,
        })
      return
    }
    case 'chart': {
      const caption = captionHeight(block.caption)
      addCaption(slide, block.caption, box)
      addSlideChart(slide, block, { x, y: y + caption, w: width, h: height - caption })
      return
    }
    case 'pageBreak':
  }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

function addCaption(slide: LibrarySlide, caption: string | undefined, { x, y, w }: Box): void {
  if (caption === undefined) return
  const box = { x, y, w, h: captionHeight(caption) }
  slide.addText(xmlText(caption), { ...PLAIN, ...box, fontSize: SIZE.caption, bold: true })
}

function addFigures(slide: LibrarySlide, figures: readonly KeyFigure[], { x, y, w, h }: Box): void {
  const { perRow, rows } = figureRows(figures.length)
  const width = (w - GAP * (perRow - 1)) / perRow
  const height = h / rows - 0.12
  const longest = figures.reduce((most, { value }) => Math.max(most, textUnits(value)), 0)
  const fontSize = Math.max(12, Math.min(SIZE.figure, ((width - 0.3) * 72) / (longest * 0.52)))
  figures.forEach(({ label, value, note, tone }, index) => {
    const left = x + (index % perRow) * (width + GAP)
    const top = y + Math.floor(index / perRow) * (h / rows)
    const color = tone === undefined ? ACCENT : TONE_TEXT[tone]
    const box = { x: left, y: top, w: width, h: height }
    slide.addShape('rect', { ...box, fill: { color: GROUP_FILL }, line: { type: 'none' } })
    slide.addShape('rect', { ...box, h: 0.04, fill: { color }, line: { type: 'none' } })
    slide.addText(
      [
        { text: xmlText(label), options: { fontSize: SIZE.label, color: MUTED, breakLine: true } },
        { text: xmlText(value), options: { fontSize, color, bold: true, breakLine: true } },
        { text: xmlText(note ?? ''), options: { fontSize: SIZE.label - 1, color: MUTED } },
      ],
      { ...PLAIN, x: left + 0.15, y: top + 0.1, w: width - 0.25, h: height - 0.15 },
    )
  })
}

function runs(spans: readonly TextSpan[]): TextRun[] {
  return spans.map(({ text, bold, tone }) => ({
    text: xmlText(text),
    options: {
      ...(bold === true ? { bold } : {}),
      ...(tone === undefined ? {} : { color: TONE_TEXT[tone] }),
    },
  }))
}

/** The mark belongs to the paragraph, so it stands with the first run, and the break with the last. */
function listItem(item: readonly TextSpan[], ordered: boolean): TextRun[] {
  const shown = item.length === 0 ? [{ text: '' }] : item
  const bullet = ordered ? { type: 'number' as const, indent: 18 } : { indent: 14 }
  return runs(shown).map((run, index) => ({
    ...run,
    options: {
      ...run.options,
      ...(index === 0 ? { bullet } : {}),
      breakLine: index === shown.length - 1,
    },
  }))
}
