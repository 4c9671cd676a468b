import type { Values } from '../history/field-value.ts'
import { type FieldDifference, threeWayDifference } from '../history/three-way-difference.ts'
import type { ImportRecord } from './import-table.ts'
import type { ExistingRecord, RowMatch, RowMatchKind, RowMatching } from './match-rows.ts'
import { derivedStatus } from './status-words.ts'

/** A record at the time of the export. */
export interface ExportedRecord {
  readonly values: Values
  readonly phaseName: string | null
  /** What its row of the export reads as (`exportedReadings`); absent when that is not known. */
  readonly reading?: ImportRecord
}

/** What a returning sheet would do to one row or record. */
export type RowComparison =
  | { readonly state: 'added'; readonly incoming: ImportRecord }
  | {
      readonly state: 'unchanged'
      readonly incoming: ImportRecord
      readonly existing: ExistingRecord
      /** The sheet says something else in the computed cell, which is left as it is. */
      readonly isComputedLeft: boolean
    }
  /** `conflict`: at least one field was changed on both sides to different values. */
  | {
      readonly state: 'changed' | 'conflict'
      readonly incoming: ImportRecord
      readonly existing: ExistingRecord
      readonly by: RowMatchKind
      readonly fields: readonly FieldDifference[]
      readonly isComputedLeft: boolean
    }
  /** In the plan but not in the sheet: kept. */
  | { readonly state: 'missing'; readonly existing: ExistingRecord }

/** The pseudo field under which a changed phase is reported. */
export const PHASE_FIELD = 'phaseName'

function withPhase(values: Values, phaseName: string | null): Values {
  return { ...values, [PHASE_FIELD]: phaseName }
}

/**
 * A sheet without a state column implies the state. It only speaks when it
 * implies another one than the exported values do, so that a state which the
 * sheet cannot say (cancelled) is not undone by bringing the sheet back.
 */
function spokenValues(incoming: ImportRecord, base: Values): Values {
  const values: Record<string, Values[string]> = { ...incoming.values }
  for (const field of incoming.derived) {
    const implied =
      field === 'status' && incoming.entity === 'task' ? derivedStatus(base) : (base[field] ?? null)
    if (field !== 'status' || implied === values[field]) delete values[field]
  }
  return values
}

/**
 * The sheet's values with those that nobody touched since the export put back to
 * what the record held: a cell reads as it did then, and a cell cannot hold
 * every value as it is (a remark "无" reads as nothing).
 */
function untouchedAsExported(
  spoken: Values,
  incoming: ImportRecord,
  reading: ImportRecord,
  base: Values,
): Values {
  const isUntouched = (field: string): boolean =>
    field === PHASE_FIELD
      ? incoming.phaseName === reading.phaseName
      : field in reading.values &&
        (reading.values[field] ?? null) === (incoming.values[field] ?? null) &&
        (reading.unread[field] ?? null) === (incoming.unread[field] ?? null)
  return Object.fromEntries(
    Object.entries(spoken).map(([field, value]) => [
      field,
      isUntouched(field) ? (base[field] ?? null) : value,
    ]),
  )
}

/**
 * Programs other than spreadsheets save a workbook with its formulas but without
 * their results. In a row that we exported such a cell says nothing: the formula
 * is ours, the value behind it is not gone.
 */
function withoutUncomputed(spoken: Values, { unread }: ImportRecord): Values {
  return Object.fromEntries(
    Object.entries(spoken).filter(([field]) => unread[field]?.startsWith('=') !== true),
  )
}

/** Fields whose text was unreadable before and is still the same text. */
function sameUnread(incoming: ImportRecord, existing: ExistingRecord, field: string): boolean {
  const now = incoming.unread[field]
  return now !== undefined && now === existing.unread[field]
}

function compareRow(
  row: RowMatch & { readonly existing: ExistingRecord; readonly by: RowMatchKind },
  exported: ExportedRecord | null,
): RowComparison {
  const { incoming, existing, by } = row
  const ours = withPhase(existing.values, existing.phaseName)
  const base = exported === null ? ours : withPhase(exported.values, exported.phaseName)
  const implied = spokenValues(incoming, base)
  const spoken = by === 'id' ? withoutUncomputed(implied, incoming) : implied
  const said = incoming.phaseName === null ? spoken : withPhase(spoken, incoming.phaseName)
  const reading = exported?.reading
  const theirs = reading === undefined ? said : untouchedAsExported(said, incoming, reading, base)
  const differences = threeWayDifference({ exported: base, theirs, ours }).filter(
    ({ field }) => !sameUnread(incoming, existing, field),
  )
  const ofSheet = differences.filter(({ side }) => side !== 'ours')
  const fields = ofSheet.filter(({ field }) => field !== existing.computed)
  const isComputedLeft = fields.length < ofSheet.length
  if (fields.length === 0) return { state: 'unchanged', incoming, existing, isComputedLeft }
  return {
    state: fields.some(({ side }) => side === 'conflict') ? 'conflict' : 'changed',
    incoming,
    existing,
    by,
    fields,
    isComputedLeft,
  }
}

/**
 * Three-way comparison of a returning sheet with the plan (C2): what the export
 * held, what the sheet says now, what the plan says now. A workbook that was not
 * touched gives only `unchanged`, whatever happened in the plan since.
 *
 * @param exported the record at the time of the export, null when that is not
 *   known; then every difference counts as a change of the sheet
 */
export function compareRows(
  matching: RowMatching,
  exported: (id: string) => ExportedRecord | null,
): readonly RowComparison[] {
  const rows = matching.rows.map((row): RowComparison => {
    const { incoming, existing, by } = row
    return existing === null || by === null
      ? { state: 'added', incoming }
      : compareRow({ incoming, existing, by }, exported(existing.id))
  })
  return [...rows, ...matching.missing.map((existing): RowComparison => ({ state: 'missing', existing }))]
}
