import type { ReportTone } from '@yingce/domain/review/report-document'
import type { CellLook } from '@yingce/domain/sheets/workbook-document'
import {
  ACCENT,
  GROUP_FILL,
  HEADER_FILL,
  INK,
  LINE,
  MUTED,
  TONE_FILL,
  TONE_TEXT,
} from '../report/report-colors.ts'

const TONES = Object.keys(TONE_TEXT) as ReportTone[]
const ALIGNMENTS = ['left', 'center', 'right'] as const
type Alignment = (typeof ALIGNMENTS)[number]

/** Name of the look of a table's cell. */
export function cellLook(
  align: Alignment,
  tone: ReportTone | undefined,
  isBold: boolean,
  isTotal: boolean,
): string {
  return `cell-${align}-${tone ?? 'plain'}-${isBold ? 'bold' : 'regular'}-${isTotal ? 'total' : 'body'}`
}

function cellLooks(): Record<string, CellLook> {
  const looks: Record<string, CellLook> = {}
  for (const align of ALIGNMENTS)
    for (const tone of [undefined, ...TONES])
      for (const isBold of [false, true])
        for (const isTotal of [false, true]) {
          const hasFill = tone !== undefined && tone !== 'neutral' && tone !== 'muted'
          looks[cellLook(align, tone, isBold, isTotal)] = {
            align,
            wrap: true,
            bold: isBold,
            fontColor: tone === undefined ? INK : TONE_TEXT[tone],
            ...(hasFill ? { fill: TONE_FILL[tone] } : {}),
            border: isTotal ? 'topMedium' : 'hair',
            borderColor: isTotal ? ACCENT : LINE,
          }
        }
  return looks
}

/** How a report's sheets look: the same colours as its other formats. */
export const REPORT_LOOKS: Readonly<Record<string, CellLook>> = {
  title: { bold: true, fontSize: 18, fontColor: INK },
  subtitle: { fontSize: 12, fontColor: MUTED },
  facts: { fontSize: 9, fontColor: MUTED, wrap: true },
  heading: { bold: true, fontSize: 14, fontColor: ACCENT },
  subheading: { bold: true, fontSize: 11, fontColor: INK },
  text: { wrap: true, verticalAlign: 'top', fontColor: INK },
  caption: { bold: true, fontColor: INK },
  note: { wrap: true, verticalAlign: 'top', fontSize: 9, fontColor: MUTED },
  header: {
    bold: true,
    wrap: true,
    align: 'center',
    fontColor: ACCENT,
    fill: HEADER_FILL,
    border: 'thin',
    borderColor: LINE,
  },
  group: { bold: true, fontColor: INK, fill: GROUP_FILL, border: 'hair', borderColor: LINE },
  ...Object.fromEntries(
    TONES.flatMap((tone): [string, CellLook][] => [
      [
        `figure-${tone}`,
        {
          bold: true,
          fontSize: 16,
          align: 'left',
          fontColor: tone === 'neutral' ? ACCENT : TONE_TEXT[tone],
          fill: GROUP_FILL,
        },
      ],
      [`callout-${tone}`, { wrap: true, verticalAlign: 'top', fontColor: INK, fill: TONE_FILL[tone] }],
      [
        `callout-title-${tone}`,
        { bold: true, wrap: true, fontColor: TONE_TEXT[tone], fill: TONE_FILL[tone] },
      ],
    ]),
  ),
  figureLabel: { fontSize: 9, fontColor: MUTED, fill: GROUP_FILL, border: 'topMedium', borderColor: ACCENT },
  figureNote: { fontSize: 9, fontColor: MUTED, fill: GROUP_FILL, wrap: true, verticalAlign: 'top' },
  ...cellLooks(),
}
