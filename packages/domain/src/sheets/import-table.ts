import type { FieldValue } from '../history/field-value.ts'
import type { Entity } from '../records/entities.ts'
import type { HeaderMatchKind } from './match-header.ts'
import type { SheetKind } from './sheet-kind.ts'
import type { SheetProblem } from './sheet-problem.ts'
import type { ExclusionReason } from './table-body.ts'

/** One column of a recognised table. */
export interface TableColumn {
  /** From 1, column A = 1. */
  readonly index: number
  /** As written; of two header rows the lower word. */
  readonly header: string
  /** Field it fills; null: not used. */
  readonly field: string | null
  /** `chosen` by the user; null when not recognised. */
  readonly match: HeaderMatchKind | 'chosen' | null
  /** 0–1; 1 = word for word, or chosen. */
  readonly confidence: number
  /** Exact sum of the column's numbers in the file's own unit; null when it is no column of numbers. */
  readonly sum: string | null
  /** Power of ten from the file's figures to plain ones: −6 for millionths, 4 under (万元); 0 where the reading converts or nothing is known. */
  readonly scale: number
  /** Record rows whose cell says something. */
  readonly filled: number
}

/** A row that becomes a record. */
export interface ImportRecord {
  /** Sheet row, from 1. */
  readonly row: number
  readonly entity: Entity
  /**
   * Only the fields the table has a column for (and derived ones): a field that
   * is absent was not in the sheet and must not be emptied by a re-import.
   */
  readonly values: Readonly<Record<string, FieldValue>>
  /** Text of cells that could not be read, by field; the field's value is null. */
  readonly unread: Readonly<Record<string, string>>
  /** Cell of each field, "C5"; for merged cells the top left one. */
  readonly cells: Readonly<Record<string, string>>
  /** Fields that no cell states but the row implies (T1's state, a reserve line). */
  readonly derived: readonly string[]
  /** Phase the row belongs to, by name; null when the table has no phases. */
  readonly phaseName: string | null
  /** Number that other rows refer to, in schedules of planning programs. */
  readonly sourceId: string | null
  /** Hidden id of the record, in a workbook that we exported. */
  readonly recordId: string | null
  /** Version of the record at the export. */
  readonly recordVersion: number | null
}

export interface ImportPeriod {
  readonly from: string
  readonly to: string
}

/** A labelled or recognised row of sums against its rows. */
export interface TotalCheck {
  readonly row: number
  readonly index: number
  readonly stated: string
  readonly computed: string
  readonly agrees: boolean
}

/** One table of a workbook, as the preview shows it. */
export interface ImportTable {
  readonly sheet: string
  /** Several tables of a sheet count from 0. */
  readonly position: number
  readonly isHidden: boolean
  readonly kind: SheetKind
  /** Platform of a metrics export, `paths`/`touches` of journeys; null otherwise. */
  readonly preset: string | null
  /** What its rows become; null when the table is only described (metrics, journeys, unknown). */
  readonly entity: Entity | null
  /** Taken over on confirm unless the user says otherwise: known, visible, with rows. */
  readonly isSelected: boolean
  /** Title above the header, null when there is none. */
  readonly title: string | null
  /** From 1; the upper of two header rows; null when there is no header. */
  readonly headerRow: number | null
  /** Rows between which its data lie, header and later tables excluded; `excluded` and empty rows among them are no data. */
  readonly firstRow: number
  readonly lastRow: number
  /** Key under which a changed mapping of this header is remembered. */
  readonly headerFingerprint: string
  /** Number of rows with data, excluded ones not counted. */
  readonly rows: number
  readonly excluded: readonly { readonly row: number; readonly reason: ExclusionReason | 'hidden_row' }[]
  readonly columns: readonly TableColumn[]
  /** Stated in the title, else from the earliest to the latest date of the rows. */
  readonly period: ImportPeriod | null
  readonly isPeriodStated: boolean
  /** Phase the title names (T2). */
  readonly phaseName: string | null
  /** Sums by field: money as decimals of the main unit ("345000.00"), counts as integers. */
  readonly totals: Readonly<Record<string, string | number>>
  readonly totalChecks: readonly TotalCheck[]
  readonly records: readonly ImportRecord[]
  readonly problems: readonly SheetProblem[]
}
