import type { CellValue, MergedRange } from './workbook.ts'

/**
 * A workbook to be written, described without any file format: what stands in which cell, how it
 * looks, and how it prints. Pure data, so layouts are tested without opening a spreadsheet.
 *
 * Rows and columns count from 1 everywhere; `rows[0]` is row 1 and `cells[0]` column A.
 */
export interface WorkbookDocument {
  /** Title in the file's properties. */
  readonly title: string
  /** Who made it, in the file's properties; absent = the writer's own name. */
  readonly author?: string
  readonly sheets: readonly DocumentSheet[]
  /** How cells look, by name. {@link DocumentCell.look} refers to them; an unknown name is a bug and throws. */
  readonly looks: Readonly<Record<string, CellLook>>
  /** Names for ranges, usable in formulas of all sheets. Not for print titles: see {@link PrintSetup}. */
  readonly names?: readonly DefinedName[]
  /** Position of the tab the file opens on, from 0; absent = the first. */
  readonly activeSheet?: number
}

export interface DefinedName {
  readonly name: string
  readonly sheet: string
  readonly range: CellRange
}

/** Block of cells, both ends included. */
export type CellRange = MergedRange

export interface DocumentSheet {
  /**
   * At most 31 characters, none of `[ ] : * ? / \`, unique without regard to case. The writer
   * replaces forbidden characters and cuts and numbers what is too long or double.
   */
  readonly name: string
  readonly columns: readonly DocumentColumn[]
  readonly rows: readonly DocumentRow[]
  readonly merges?: readonly CellRange[]
  /** Rows above and columns left of the point stay in view; 0 = none. */
  readonly freeze?: { readonly rows: number; readonly columns: number }
  /** Header row and all rows below it that can be filtered. */
  readonly filter?: CellRange
  readonly choices?: readonly ChoiceList[]
  readonly conditions?: readonly ConditionalLook[]
  readonly charts?: readonly SheetChart[]
  readonly print?: PrintSetup
  /** Hidden tab, for lists and ids that must travel along. */
  readonly hidden?: boolean
  /** Tab colour, `RRGGBB`. */
  readonly tabColor?: string
  /** Absent = shown. */
  readonly gridLines?: boolean
  /** Per cent; absent = 100. */
  readonly zoom?: number
}

export interface DocumentColumn {
  /** Width in characters of the body font; a Chinese character takes 2. */
  readonly width: number
  readonly hidden?: boolean
}

export interface DocumentRow {
  /** `null` = empty cell without a look. May be shorter than the columns. */
  readonly cells: readonly (DocumentCell | null)[]
  /** Height in points; absent = as tall as wrapped text needs, else one line. */
  readonly height?: number
  /** Points that the row has at least; only without `height`. */
  readonly minHeight?: number
  readonly hidden?: boolean
}

/** What can be written into a cell: everything that can be read, except errors. */
export type WritableValue = Exclude<CellValue, { readonly error: string }>

export interface DocumentCell {
  /**
   * The value; for a formula its result, which must always be given: previews on phones and our own
   * import read it instead of calculating. Text is always written as text, also when it begins with "=".
   */
  readonly value: WritableValue
  /** Formula without "="; English function names, "," between arguments. Never from a user's text. */
  readonly formula?: string
  /** Name of a look in {@link WorkbookDocument.looks}. */
  readonly look?: string
  /** Spreadsheet number format (`0.0%`, `#,##0.00`, `yyyy-mm-dd`); wins over the look's. */
  readonly numberFormat?: string
  /** A web address the cell links to; only http and https are written. */
  readonly link?: string
  /** Note shown when hovering. */
  readonly note?: string
}

/** How a cell looks. Colours are `RRGGBB`. */
export interface CellLook {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly fontSize?: number
  readonly fontColor?: string
  readonly fill?: string
  readonly align?: 'left' | 'center' | 'right'
  readonly verticalAlign?: 'top' | 'center' | 'bottom'
  readonly wrap?: boolean
  /** Steps of indentation, about one Chinese character each. */
  readonly indent?: number
  readonly numberFormat?: string
  readonly border?: 'none' | 'hair' | 'thin' | 'topMedium' | 'bottomMedium'
  readonly borderColor?: string
}

/** A drop-down of choices in a range. */
export interface ChoiceList {
  readonly range: CellRange
  /** The writer moves lists over 255 characters, or with commas, to a hidden sheet. */
  readonly choices: readonly string[]
  /** True: other text is accepted with a hint only; false: it is refused. */
  readonly allowOther?: boolean
  readonly promptTitle?: string
  readonly prompt?: string
}

/** A look that depends on the value. */
export type ConditionalLook =
  | {
      readonly range: CellRange
      readonly when: 'equals'
      readonly text: string
      readonly look: ConditionalColors
    }
  /** Formula as for the range's top left cell, `$` where fixed; without "=". */
  | {
      readonly range: CellRange
      readonly when: 'formula'
      readonly formula: string
      readonly look: ConditionalColors
    }
  /** A bar in the cell from 0 to `max` (1 for a ratio). */
  | { readonly range: CellRange; readonly when: 'bar'; readonly max: number; readonly color: string }

export interface ConditionalColors {
  readonly fontColor?: string
  readonly fill?: string
  readonly bold?: boolean
}

/** A native chart over cells of its own sheet. */
export interface SheetChart {
  readonly chart: 'column' | 'bar' | 'line' | 'pie'
  /** Cells that the chart covers. */
  readonly place: CellRange
  /** One cell per category. */
  readonly categories: CellRange
  readonly series: readonly SheetChartSeries[]
  /** Number format of values and axis. */
  readonly numberFormat?: string
  readonly alternativeText: string
  /** Colours of a pie's pieces, `RRGGBB`; elsewhere each series has its own. */
  readonly pieceColors?: readonly string[]
}

export interface SheetChartSeries {
  readonly name: string
  readonly values: CellRange
  /** `RRGGBB` */
  readonly color: string
  /** Of lines: single points with this shape and no figure, on the line of the series whose values they repeat. */
  readonly mark?: 'circle' | 'diamond'
}

/** A4; always fitted to one page width. */
export interface PrintSetup {
  readonly orientation: 'landscape' | 'portrait'
  /** First and last row repeated on top of every page. */
  readonly repeatRows?: { readonly from: number; readonly to: number }
  /** Footer texts; the page number "n / N" stands on the right by itself. */
  readonly footerLeft?: string
  readonly footerCenter?: string
}
