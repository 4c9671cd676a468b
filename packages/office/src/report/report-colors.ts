import type { ReportTone } from '@yingce/domain/review/report-document'

/** Colours of all written reports as RRGGBB: dark blue for structure, grey for the rest, tones for meaning only. */
export const INK = '1F2A37'
export const MUTED = '6B7280'
export const ACCENT = '1F4E9E'
export const LINE = 'D5DAE1'
export const HEADER_FILL = 'EAF0F8'
export const GROUP_FILL = 'F5F7FA'

/** Readable on white; the fills carry dark text. */
export const TONE_TEXT: Record<ReportTone, string> = {
  neutral: INK,
  good: '1B7A43',
  warning: '9A5B00',
  bad: 'B42318',
  muted: MUTED,
}

export const TONE_FILL: Record<ReportTone, string> = {
  neutral: 'F2F6FC',
  good: 'EAF6EE',
  warning: 'FDF4E3',
  bad: 'FCECEA',
  muted: 'F5F6F8',
}

/** Series colours, told apart also in grey print and by most colour-blind readers. */
const SERIES_COLORS = ['1F4E9E', 'E08A1E', '2E9E8F', '8A63B8', 'C0504D', '7A8794']
/** What was aimed at stands behind what was reached. */
const TARGET_COLOR = '8A94A3'

/** Colour of the n-th series of a chart, from 0; a target series is grey in every chart. */
export function seriesColor(index: number, role?: 'target'): string {
  return role === 'target' ? TARGET_COLOR : (SERIES_COLORS[index % SERIES_COLORS.length] ?? INK)
}
