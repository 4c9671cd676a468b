import type { ReportTone } from '@yingce/domain/review/report-document'

/** Colours as RRGGBB: dark blue for structure, grey for the rest, tones for meaning only. */
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
export const SERIES_COLORS = ['1F4E9E', 'E08A1E', '2E9E8F', '8A63B8', 'C0504D', '7A8794']

/** Word picks by script: Latin letters and digits in Arial, Chinese in 微软雅黑; neither is embedded. */
export const FONTS = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '微软雅黑', cs: 'Arial' }
export const CHART_FONT = '微软雅黑'

/** Sizes in half points. */
export const SIZE = {
  title: 44,
  subtitle: 24,
  heading1: 30,
  heading2: 25,
  heading3: 22,
  body: 21,
  table: 18,
  small: 17,
  figure: 36,
}

/** A4 with margins of 2.2 cm left and right, in twentieths of a point. */
export const PAGE = {
  width: 11906,
  height: 16838,
  top: 1640,
  bottom: 1250,
  side: 1247,
  header: 680,
  footer: 620,
}
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side
