/**
 * A report to be written (.docx, .pdf, .pptx, .xlsx), described without any file format: pure data,
 * so that what a report says is tested without opening a word processor.
 *
 * Numbers arrive as finished texts in the reader's language. Charts take numbers, and a table's
 * cell may carry its number beside its text, for a spreadsheet to calculate with.
 */
export interface ReportDocument {
  readonly language: 'zh-CN' | 'en'
  readonly title: string
  readonly subtitle?: string
  /** Small facts under the title: period, owner, date of issue, source of the data. */
  readonly facts: readonly ReportFact[]
  /** Left of the page header from page 1 on, e.g. the workspace. Absent = the title. */
  readonly runningHeader?: string
  /** Left of the page footer, e.g. "内部资料"; "第 n 页 共 N 页" stands on the right by itself. */
  readonly runningFooter?: string
  /** A PDF gives title, facts and contents a page of their own. Absent = a title on the first page. */
  readonly titlePage?: boolean
  /** Of pages, for documents that are one wide table; absent = portrait. Slides are always wide. */
  readonly orientation?: 'landscape'
  readonly blocks: readonly ReportBlock[]
}

export interface ReportFact {
  readonly label: string
  readonly value: string
}

/** Meaning of a colour: the writer chooses the shades, and never relies on colour alone. */
export type ReportTone = 'neutral' | 'good' | 'warning' | 'bad' | 'muted'

export type ReportBlock =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | KeyFiguresBlock
  | TableBlock
  | ChartBlock
  | CalloutBlock
  | PageBreakBlock

/** The writer adds no numbers: write "一、" or "1." into the text. Stays with the block that follows. */
export interface HeadingBlock {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: string
  /** Id of the section that begins here, by which a person's own text replaces the generated one. */
  readonly section?: string
}

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly spans: readonly TextSpan[]
}

export interface TextSpan {
  readonly text: string
  readonly bold?: boolean
  readonly tone?: ReportTone
}

export interface ListBlock {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly items: readonly (readonly TextSpan[])[]
}

/** A row of 2 to 5 large numbers; more are broken into rows of 4. */
export interface KeyFiguresBlock {
  readonly kind: 'keyFigures'
  readonly figures: readonly KeyFigure[]
}

export interface KeyFigure {
  readonly label: string
  /** Already formatted: "¥36.5 万", "112.4%". */
  readonly value: string
  /** Small line below: "目标 ¥40 万 · 达成 91%". */
  readonly note?: string
  readonly tone?: ReportTone
  /** The number that the value shows. */
  readonly number?: CellNumber
}

export interface TableBlock {
  readonly kind: 'table'
  /** Line above the table: "表 1 各渠道效果". */
  readonly caption?: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  /** Small line below: sources, definitions. */
  readonly note?: string
}

export interface TableColumn {
  readonly title: string
  readonly align?: 'left' | 'center' | 'right'
  /** Share of the page width relative to the other columns; absent = fitted to the longest text. */
  readonly weight?: number
  /** What a spreadsheet calculates here, with the cells' numbers as results; elsewhere the texts stand. */
  readonly calculated?: CalculatedColumn
}

/**
 * `sum`: the total row adds up the column. `ratio`: every row divides one column by another (counted
 * from 0), and the total row divides their sums over the rows that have both; `minusOne` = a return.
 * `quotient`: the same, but the total row divides what stands in it, for a share of what was planned.
 * `difference`: every row subtracts.
 */
export type CalculatedColumn =
  | { readonly kind: 'sum' }
  | { readonly kind: 'ratio'; readonly of: number; readonly by: number; readonly minusOne?: boolean }
  | { readonly kind: 'quotient'; readonly of: number; readonly by: number }
  | { readonly kind: 'difference'; readonly of: number; readonly minus: number }

export interface TableRow {
  /** `total` is set off by a line and bold, `group` spans all columns with a tinted background. Absent = `body`. */
  readonly kind?: 'body' | 'total' | 'group'
  /** One per column (for `group` only the first counts); a missing cell is empty. */
  readonly cells: readonly TableCell[]
}

export interface TableCell {
  readonly text: string
  readonly bold?: boolean
  readonly tone?: ReportTone
  /** The number that the text shows; money in whole units of the currency, ratios 0–1. */
  readonly number?: CellNumber
}

export interface CellNumber {
  readonly value: number
  /** Spreadsheet number format: `#,##0`, `0.0%`. */
  readonly format: string
}

/** A chart that stays a chart: editable in Word, PowerPoint and Excel, drawn as vectors in a PDF. */
export interface ChartBlock {
  readonly kind: 'chart'
  readonly caption?: string
  /** `column` stands, `bar` lies (for long names). `pie` takes one series. */
  readonly chart: 'column' | 'bar' | 'line' | 'pie'
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  /** Number format of the value axis: `0%`, `#,##0`. */
  readonly numberFormat?: string
  readonly valueTitle?: string
  /** Height in centimetres; absent = 7. */
  readonly heightCm?: number
  /**
   * What happened on the way. Columns and lines that are drawn as a picture show it at the axis, with words; lines
   * of a workbook as shapes on the line, on days that have a figure. No other chart has it: say it in a table below
   * as well.
   */
  readonly events?: readonly ChartEvent[]
  /** One sentence that says what is to be seen, also for readers who cannot see it. */
  readonly alternativeText: string
}

/** A mark of the category axis: own changes are dotted and end in a circle, those of competitors are solid and end in a diamond. */
export interface ChartEvent {
  readonly kind: 'adjustment' | 'competitor'
  /** Name of the kind, as legends have it. */
  readonly kindName: string
  /** Index of the category that it begins in. */
  readonly from: number
  /** Index of the last one that it lasts to; null: it is of one only. */
  readonly to: number | null
  /** Short; says also which kind it is. Cut, or left out, where there is no room. */
  readonly label: string
}

export interface ChartSeries {
  readonly name: string
  /** As many as categories; `null` = no value, drawn as a gap. */
  readonly values: readonly (number | null)[]
  /** `target` = what was planned: a dashed grey line, also across columns. Not in `bar` and `pie`. */
  readonly role?: 'target'
}

/** A tinted box for the one thing to take away, or a warning. */
export interface CalloutBlock {
  readonly kind: 'callout'
  readonly tone: ReportTone
  readonly title?: string
  readonly spans: readonly TextSpan[]
}

export interface PageBreakBlock {
  readonly kind: 'pageBreak'
}
