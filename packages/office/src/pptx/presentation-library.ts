import imported from 'pptxgenjs'

/**
 * The class of a presentation. The library's types say that it is a CommonJS module with the class as
 * a member, its code is an ES module with the class as such: this is the one place that knows.
 */
export const Presentation = imported as unknown as typeof imported.default

export type Deck = imported.default
export type LibrarySlide = imported.default.Slide
export type TextRun = imported.default.TextProps
export type TableCell = imported.default.TableCell
export type TableCellLook = imported.default.TableCellProps
export type ChartLook = imported.default.IChartOpts
export type ChartData = imported.default.OptsChartData
