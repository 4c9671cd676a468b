/**
 * One cell as the file holds it, before anybody guesses what it means.
 *
 * - Typed text stays text: "50,000", "7.10", "3%", "12万" and ids of 19 digits arrive as strings.
 * - Text is not trimmed; a cell with only spaces is text, an empty cell is `null`.
 * - Numbers are the stored value: 5 % typed in a spreadsheet is 0.05, see {@link SheetTable.numberFormats}.
 * - `date` is the wall clock the author saw, without a zone: `YYYY-MM-DD`, or `YYYY-MM-DDTHH:mm`
 *   (`…:ss` only when the seconds are not 0) when the cell also holds a time.
 * - `time` is a time of day without a date: `HH:mm` (`HH:mm:ss` when the seconds are not 0).
 * - `error` is the spreadsheet's own error word: `#N/A`, `#DIV/0!`, `#REF!` …
 *
 * A formula cell arrives as its last computed value. Text files only ever give strings and `null`.
 */
export type CellValue =
  | string
  | number
  | boolean
  | null
  | { readonly date: string }
  | { readonly time: string }
  | { readonly error: string }

/** A block of merged cells; rows and columns count from 1, both ends belong to it. Only the top left cell holds a value. */
export interface MergedRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/**
 * One sheet as a plain table.
 *
 * `rows[0]` is always sheet row 1 and `rows[n][0]` always column A, also when the sheet's own data
 * begin further down or to the right: the cell of row `r` and column `c` (both from 1) is
 * `rows[r - 1]?.[c - 1] ?? null`. Rows are ragged: they end at their last filled cell, and the list
 * ends at the last row with a value or a merge.
 */
export interface SheetTable {
  readonly name: string
  /** Hidden in the spreadsheet program, in either of its two ways. Always false for text files. */
  readonly hidden: boolean
  readonly rows: readonly (readonly CellValue[])[]
  /** Empty for text files, and for very large sheets that are read as a flat table (see the notice `read_flat`). */
  readonly merges: readonly MergedRange[]
  /**
   * Number formats of filled number, date and time cells whose format is not "General", by cell
   * address ("C5"): `0.0%`, `¥#,##0.00`, `yyyy"年"m"月"`. Sparse; empty when the file does not tell.
   */
  readonly numberFormats: Readonly<Record<string, string>>
  /** Formula text without the leading "=", by cell address. Sparse; empty when the file does not tell. */
  readonly formulas: Readonly<Record<string, string>>
  /** Hidden rows and columns, counted from 1, ascending. Their cells are in `rows` like all others. */
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
}

/** What the bytes turned out to be; the file name has no say. */
export type SourceFormat = 'xlsx' | 'xls' | 'ods' | 'csv' | 'tsv' | 'html' | 'mspdi' | 'gan'

/** How text bytes were read. A byte order mark is taken off and not told apart. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252'

/** Something worth telling the user about a file that was read all the same. */
export type WorkbookNotice =
  /** The file's ending says one thing and its content another: the content was believed. */
  | { readonly code: 'wrong_extension'; readonly extension: string; readonly format: SourceFormat }
  /** The encoding is a guess that short Western text can get wrong: show a preview with a switch. */
  | { readonly code: 'guessed_encoding'; readonly encoding: TextEncoding }
  /** A very large sheet was read without merges, formulas and number formats. */
  | { readonly code: 'read_flat'; readonly sheet: string }
  /** Column titles etc. were made by us from a schedule file (MS Project XML, GanttProject). */
  | { readonly code: 'schedule_as_table'; readonly format: SourceFormat }
  /** Quotes in a text file do not pair up from this row (from 1) on: what follows may have run together. */
  | { readonly code: 'unpaired_quotes'; readonly row: number }

/** A file that came from outside, as plain tables. JSON-safe. */
export interface SourceWorkbook {
  readonly format: SourceFormat
  /** `null` for formats that carry their own (xlsx, xls, ods, XML). */
  readonly encoding: TextEncoding | null
  /** The character between the cells of a csv/tsv file, else `null`. */
  readonly delimiter: string | null
  /** In the order of the tabs. A text file has one sheet, named after the file without its ending. */
  readonly sheets: readonly SheetTable[]
  readonly notices: readonly WorkbookNotice[]
}
