import { isEmptyMark } from '../quantity/plain-width.ts'
import type { FieldKind, FieldSpec } from '../records/field.ts'
import { cellText } from './cell-text.ts'
import type { ImportRecord } from './import-table.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { MappedColumn } from './table-mapping.ts'

/** What stands between the texts of several rows of one record. */
const JOINTS: Readonly<Partial<Record<FieldKind, string>>> = {
  text: '、',
  person: '、',
  longText: '\n',
  targets: '；',
  quantity: '；',
}

function jointOf(fields: Readonly<Record<string, FieldSpec>>, { column }: MappedColumn): string | null {
  if (column.reads !== undefined) return column.reads.as === 'ignored' ? '' : null
  return JOINTS[fields[column.field]?.kind ?? 'ref'] ?? null
}

/**
 * Rows that go on with the record above: the naming cell is merged over them and
 * their own cells only hold more words (one KPI a row under one task). A row with
 * an amount or a date of its own stays a record of its own.
 *
 * @returns the record's row by each of its further rows
 */
export function continuationRows(
  grid: SheetGrid,
  columns: readonly MappedColumn[],
  fields: Readonly<Record<string, FieldSpec>>,
  identity: MappedColumn | undefined,
  rows: readonly number[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  if (identity === undefined || identity.column.groups === true) return found
  const known = new Set(rows)
  for (const row of rows) {
    const merge = grid.mergeAt(row, identity.index)
    if (merge === null || merge.top >= row || !known.has(merge.top)) continue
    const own = columns.filter(({ index }) => cellText(grid.cell(row, index)) !== null)
    if (own.every((column) => jointOf(fields, column) !== null)) found.set(row, merge.top)
  }
  return found
}

/** The record with the words of its further rows added to its own. */
export function withContinuations(
  record: ImportRecord,
  further: readonly number[],
  grid: SheetGrid,
  columns: readonly MappedColumn[],
  fields: Readonly<Record<string, FieldSpec>>,
): ImportRecord {
  if (further.length === 0) return record
  const values = { ...record.values }
  for (const column of columns) {
    const joint = jointOf(fields, column)
    const { field } = column.column
    if (joint === null || joint === '' || !(field in values)) continue
    const texts = further.flatMap((row) => {
      const text = cellText(grid.cell(row, column.index))
      return text === null || isEmptyMark(text) ? [] : [text]
    })
    const all = [...(typeof values[field] === 'string' ? [values[field]] : []), ...texts]
    if (texts.length > 0) values[field] = all.join(joint)
  }
  return { ...record, values }
}
