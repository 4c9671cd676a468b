import type { FieldKind, FieldRange } from '@yingce/domain/records/field'

/** Plain value of one cell: money in fen, ratios 0–1, dates `YYYY-MM-DD`; null is empty. */
export type CellValue = string | number | boolean | null

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'bad'

export interface GridChoice {
  readonly value: string
  readonly label: string
  /** Colour of the tag; the shape makes the state readable without colour. */
  readonly tone?: Tone
  readonly shape?: string
}

/** A remark on one cell, drawn as a corner with `text` as its explanation. */
export interface CellMark {
  readonly kind: 'stale' | 'conflict' | 'problem' | 'computed'
  readonly text: string
  /** A computed cell may be locked until it is unbound. */
  readonly locked?: boolean
}

/** Text to show in place of the plain formatting, with a tone of its own (a delayed day count in red). */
export interface CellFace {
  readonly text: string
  readonly tone?: Tone
}

export interface GridRow {
  readonly id: string
  /** Group the row stands under; null = no group. */
  readonly groupId: string | null
  readonly values: Readonly<Record<string, CellValue>>
  /** By field: text of a cell that could not be read (the value is then null). */
  readonly unread?: Readonly<Record<string, string>>
  readonly version: number
  readonly marks?: Readonly<Record<string, CellMark>>
  /** Why the whole row may not be changed. */
  readonly readOnly?: string
}

/** How a group row and the footer sum a column up. */
export type ColumnTotal = 'sum' | 'min' | 'max' | ((rows: readonly GridRow[]) => CellValue)

export interface GridColumn {
  readonly field: string
  readonly title: string
  readonly kind: FieldKind
  readonly width: number
  readonly align?: 'left' | 'right' | 'center'
  /** Said once in the header: 元, 天. */
  readonly unit?: string
  readonly required?: boolean
  /** Of a number: what may stand here. */
  readonly range?: FieldRange
  /** Of kind `choice` and `ref`. */
  readonly choices?: readonly GridChoice[]
  /** Of kind `person` and `text`: what to offer while typing; free text stays allowed. */
  readonly suggestions?: readonly string[]
  /** Why nobody may type here; derived columns are read-only by themselves. */
  readonly readOnly?: string
  /** `progress` draws a bar, `person` an avatar, `status` a tag (the default of kinds `choice` and `person`). */
  readonly look?: 'plain' | 'progress' | 'person' | 'status'
  /** Value computed from the row instead of stored (延期天数). */
  readonly derive?: (row: GridRow) => CellValue
  /** Text and tone instead of the plain formatting; null = plain. */
  readonly face?: (value: CellValue, row: GridRow) => CellFace | null
  readonly total?: ColumnTotal
  /** Number or text to sort by where the value itself sorts wrongly (quantities as written). */
  readonly sortKey?: (value: CellValue, row: GridRow) => string | number | null
  /** Explanation shown over the header. */
  readonly hint?: string
}

export interface GridGroup {
  readonly id: string
  readonly title: string
  readonly subtitle?: string
}

/** One changed cell. `previous…` is what the person saw; the server merges by it. */
export interface GridChange {
  readonly rowId: string
  readonly field: string
  readonly value: CellValue
  readonly previous: CellValue
  /** Text kept because it could not be read (value is then null); null = none. */
  readonly unread: string | null
  readonly previousUnread: string | null
  /** Version of the row the change was made on. */
  readonly version: number
}

export type CommitReason = 'edit' | 'paste' | 'fill' | 'cut' | 'clear' | 'undo' | 'redo'

/**
 * A row to be created: behind `afterRowId`, else before `beforeRowId`, else (both
 * null) at the end of its group. Rows with the same place keep their order.
 */
export interface NewGridRow {
  readonly groupId: string | null
  readonly afterRowId: string | null
  readonly beforeRowId: string | null
  readonly values: Readonly<Record<string, CellValue>>
  readonly unread: Readonly<Record<string, string>>
}

/** Somebody else's cursor. */
export interface GridPresence {
  readonly rowId: string
  readonly field: string
  readonly name: string
  readonly color: string
}

/** What a date of the working calendar is, for the month panel. */
export interface GridDayInfo {
  readonly off: boolean
  readonly label?: string
}
