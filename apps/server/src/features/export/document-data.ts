import type { DocumentData } from '@yingce/contracts/export/document-text'
import type { DataBlock } from '@yingce/domain/review/document/sections-of'
import { chartSvg, SCREEN_FONTS } from '@yingce/office/chart-svg/chart-svg'

/** Points: the text width of a page, as the PDF draws its charts. */
const CHART_WIDTH = 482
const USUAL_HEIGHT_CM = 7
const POINTS_PER_CM = 72 / 2.54

/** A block of figures as the page shows it beside the sentences of its section. */
export function documentData(block: DataBlock): DocumentData {
  switch (block.kind) {
    case 'keyFigures':
      return {
        kind: 'keyFigures',
        figures: block.figures.map(({ label, value, note = null, tone = 'neutral' }) => ({
          label,
          value,
          note,
          tone,
        })),
      }
    case 'table':
      return {
        kind: 'table',
        caption: block.caption ?? null,
        columns: block.columns.map(({ title, align = 'left' }) => ({ title, align })),
        rows: block.rows.map(({ kind = 'body', cells }) => ({
          kind,
          cells: cells.map(({ text, tone = 'neutral' }) => ({ text, tone })),
        })),
        note: block.note ?? null,
      }
    case 'chart':
      return {
        kind: 'chart',
        caption: block.caption ?? null,
        picture: chartSvg(
          block,
          CHART_WIDTH,
          Math.round((block.heightCm ?? USUAL_HEIGHT_CM) * POINTS_PER_CM),
          SCREEN_FONTS,
        ),
        alternativeText: block.alternativeText,
      }
  }
}
