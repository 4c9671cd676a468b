import type { EditConflict } from '@yingce/contracts/error'
import type { CellMark, CellValue, GridChange, GridRow } from '../../ui/grid/grid-types.ts'
import type { AnyRecord, LocalEdit } from './store/local-edit.ts'

/** Remarks on the cells of one record, by field. */
export type CellMarks = Readonly<Record<string, CellMark>>

interface KnownRow {
  readonly conflict: EditConflict | undefined
  readonly noted: CellMarks | undefined
  readonly row: GridRow
}
const known = new WeakMap<AnyRecord, KnownRow>()

/** The record as a row of the grid; the same object for the same record, so that unchanged rows are not drawn again. */
export function gridRow(
  record: AnyRecord,
  conflict: EditConflict | undefined,
  conflictText: string,
  noted: CellMarks | undefined,
): GridRow {
  const found = known.get(record)
  if (found !== undefined && found.conflict === conflict && found.noted === noted) return found.row
  const marks =
    conflict === undefined
      ? noted
      : {
          ...noted,
          ...Object.fromEntries(
            conflict.fields.map((field): [string, CellMark] => [
              field.field,
              { kind: 'conflict', text: conflictText },
            ]),
          ),
        }
  const row: GridRow = {
    id: record.id,
    groupId: typeof record.values['phaseId'] === 'string' ? record.values['phaseId'] : null,
    values: record.values as Record<string, CellValue>,
    unread: record.unread,
    version: record.version,
    ...(marks === undefined ? {} : { marks }),
  }
  known.set(record, { conflict, noted, row })
  return row
}

/** Changed cells of the grid as edits, one for each record. */
export function editsOf(changes: readonly GridChange[]): LocalEdit[] {
  const byRow = new Map<string, LocalEdit>()
  for (const change of changes) {
    let edit = byRow.get(change.rowId)
    if (edit === undefined)
      byRow.set(
        change.rowId,
        (edit = {
          id: change.rowId,
          values: {},
          unread: {},
          baseVersion: change.version,
          isOverwriting: false,
        }),
      )
    edit.values[change.field] = change.value
    if (change.unread !== null || change.previousUnread !== null) edit.unread[change.field] = change.unread
  }
  return [...byRow.values()]
}
