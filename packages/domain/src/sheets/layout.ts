import type { Entity } from '../records/entities.ts'
import type { SheetKind } from './sheet-kind.ts'

/** How a column fills the record when it is not simply one field of it. */
export type ColumnReading =
  /** "6.2-6.5" fills two date fields; a single date fills both. */
  | { readonly as: 'period'; readonly start: string; readonly end: string }
  /** Name of the phase the row belongs to; phases become records of their own. */
  | { readonly as: 'phase' }
  /** A stated duration: compared with the dates, never stored (docs/domain/sheets.md, durations). */
  | { readonly as: 'duration' }
  /** Number of the row that other rows refer to (schedules of planning programs). */
  | { readonly as: 'sourceId' }
  /** Hidden id of the record in a workbook that we exported. */
  | { readonly as: 'recordId' }
  /** Version of the record at the time of the export. */
  | { readonly as: 'recordVersion' }
  /** Known and of no use: running numbers and the like. */
  | { readonly as: 'ignored' }

/**
 * One column of a team sheet. The same entry names the column on export and
 * recognises it on import, in both languages.
 */
export interface LayoutColumn {
  /** Field of the layout's entity, or a name of its own when `reads` is given. */
  readonly field: string
  readonly reads?: ColumnReading
  /** Header written on export; a unit in brackets is the unit of the numbers below. */
  readonly zh: string
  readonly en: string
  /** Other headers seen for the same column, in either language, without units. */
  readonly synonyms: readonly string[]
  /** Fields whose quotient the column states: tells percent from ratio where the header does not. */
  readonly quotient?: readonly [part: string, whole: string]
  /** Cells that are merged over several rows in the team's sheets; text files lose the merge, then blanks take the cell above. */
  readonly groups?: true
  /** Not in the team's own sheet: recognised on import, written on export only when some record has a value. */
  readonly optional?: true
  /** Recognised on import, never written: another way to fill fields that have columns of their own. */
  readonly importOnly?: true
}

/** One kind of team sheet, as data. */
export interface SheetLayout {
  readonly kind: SheetKind
  readonly entity: Entity
  /** Sheet name and title on export. */
  readonly zh: string
  readonly en: string
  /** Words in a sheet name or title that speak for this kind. */
  readonly nameHints: readonly string[]
  /** Field without which a row is no record and a table is not of this kind. */
  readonly identity: string
  readonly columns: readonly LayoutColumn[]
}
