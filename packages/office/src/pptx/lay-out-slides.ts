import type { ReportBlock, ReportDocument } from '@yingce/domain/review/report-document'
import { blockHeight, captionHeight } from './slide-measure.ts'
import { slideNotes } from './slide-notes.ts'
import { CONTENT, GAP } from './slide-style.ts'
import { splitBlock } from './split-block.ts'

/** A block with its place on the slide, in inches. */
export interface PlacedBlock {
  readonly block: ReportBlock
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Slide {
  readonly title: string
  /** How many slides of the same title stand before it. */
  readonly continued: number
  readonly placed: readonly PlacedBlock[]
  /** What the speaker reads: texts cut on the slide, what charts show, definitions. */
  readonly notes: readonly string[]
}

const BOTTOM = CONTENT.top + CONTENT.height
const MOST_CHART_HEIGHT = 4.6

/**
 * A report's blocks on slides of 16:9: a slide begins with each section; what does not fit goes on to
 * the next one, tables with their header, lists between items. Two charts in a row stand beside each
 * other.
 */
export function layOutSlides(report: ReportDocument): Slide[] {
  return sectionsOf(report).flatMap(({ title, blocks }) => sectionSlides(title, blocks))
}

interface Section {
  readonly title: string
  readonly blocks: ReportBlock[]
}

function sectionsOf(report: ReportDocument): Section[] {
  const sections: Section[] = []
  for (const block of report.blocks) {
    if (block.kind === 'heading' && block.level === 1) sections.push({ title: block.text, blocks: [] })
    else if (sections.length === 0) sections.push({ title: report.title, blocks: [block] })
    else sections.at(-1)?.blocks.push(block)
  }
  return sections.filter(({ blocks }) => blocks.length > 0)
}

function sectionSlides(title: string, blocks: readonly ReportBlock[]): Slide[] {
  const slides: PlacedBlock[][] = [[]]
  let y = CONTENT.top
  const turn = (): void => {
    if (slides.at(-1)?.length === 0) return
    slides.push([])
    y = CONTENT.top
  }
  const place = (block: ReportBlock, height: number, x = CONTENT.left, width = CONTENT.width): void => {
    slides.at(-1)?.push({ block, x, y, width, height })
  }
  const waiting = [...blocks]
  while (waiting.length > 0) {
    const block = waiting.shift()
    if (block === undefined) break
    const next = waiting[0]
    const room = BOTTOM - y
    if (block.kind === 'pageBreak') {
      turn()
    } else if (block.kind === 'chart' && next?.kind === 'chart') {
      const height = chartHeight(BOTTOM - y)
      if (height < blockHeight(block, CONTENT.width)) {
        turn()
        waiting.unshift(block)
        continue
      }
      const half = (CONTENT.width - GAP) / 2
      place(block, height, CONTENT.left, half)
      place(next, height, CONTENT.left + half + GAP, half)
      waiting.shift()
      y += height + GAP
    } else if (
      block.kind === 'heading' &&
      next !== undefined &&
      !canBegin(next, room - blockHeight(block, CONTENT.width))
    ) {
      turn()
      place(block, blockHeight(block, CONTENT.width))
      y += blockHeight(block, CONTENT.width)
    } else if (blockHeight(block, CONTENT.width) <= room) {
      const height =
        block.kind === 'chart' ? chartHeight(room) : Math.min(room, blockHeight(block, CONTENT.width))
      // A pie is as wide as high, with its legend beside it.
      const isPie = block.kind === 'chart' && block.chart === 'pie'
      place(block, height, CONTENT.left, isPie ? Math.min(CONTENT.width, height * 1.7) : CONTENT.width)
      y += height + (block.kind === 'heading' ? 0 : GAP)
    } else {
      const parts = splitBlock(block, CONTENT.width, room)
      if (parts !== null) {
        place(parts[0], room)
        waiting.unshift(parts[1])
        turn()
      } else if (slides.at(-1)?.length === 0) {
        // Taller than a whole slide and not to be divided: it gets all there is.
        place(block, room)
        turn()
      } else {
        waiting.unshift(block)
        turn()
      }
    }
  }
  return slides
    .filter((placed) => placed.length > 0)
    .map((placed, continued) => ({ title, continued, placed, notes: slideNotes(placed) }))
}

function chartHeight(room: number): number {
  return Math.min(room, MOST_CHART_HEIGHT + captionHeight('x'))
}

/** A heading stays with what follows, or with its first part. */
function canBegin(block: ReportBlock, room: number): boolean {
  return blockHeight(block, CONTENT.width) <= room || splitBlock(block, CONTENT.width, room) !== null
}
