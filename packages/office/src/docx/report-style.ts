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
/** Width of the text on a page, in twentieths of a point. */
export function textWidthOf(orientation: 'landscape' | undefined): number {
  return (orientation === 'landscape' ? PAGE.height : PAGE.width) - 2 * PAGE.side
}
