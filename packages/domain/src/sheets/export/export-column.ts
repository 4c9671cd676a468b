import { derivedStatus } from '../status-words.ts'
import { ENTITIES } from '../../records/entities.ts'
import type { FieldSpec } from '../../records/field.ts'
import { headerText } from '../header-text.ts'
import type { HeaderUnit } from '../header-text.ts'
import type { LayoutColumn, SheetLayout } from '../layout.ts'
import { type ExportRecord, phaseNameOf, type SheetContext } from './plan-export.ts'

/** A column of an exported sheet. */
export interface ExportColumn {
  readonly column: LayoutColumn
  readonly header: string
  /** Unit of the numbers below, read from the header as the import reads it. */
  readonly unit: HeaderUnit | null
  /** Null for a column that is no single field. */
  readonly spec: FieldSpec | null
  /** In characters. */
  readonly width: number
}

const WIDTHS: Readonly<Record<FieldSpec['kind'], number>> = {
  text: 16,
  longText: 24,
  person: 12,
  date: 12,
  dateTime: 17,
  money: 13,
  ratio: 11,
  count: 12,
  number: 9,
  choice: 11,
  flag: 9,
  targets: 20,
  quantity: 16,
  ref: 12,
}
/** Where the kind alone does not tell how wide a field is. */
const WIDTHS_BY_FIELD: Readonly<Record<string, number>> = {
  name: 26,
  indicator: 20,
  content: 20,
  coreObjective: 16,
  expected: 28,
  steps: 40,
  dependency: 20,
  statedStatus: 11,
}
const PERIOD_WIDTH = 19
const PHASE_WIDTH = 12
const STATUS_WITH_NOTE_WIDTH = 20

/** The header in the plan's own currency: the team sheets name the yuan. */
function headerOf(column: LayoutColumn, { locale, plan }: SheetContext): string {
  const header = locale === 'en' ? column.en : column.zh
  if (plan.currency === 'CNY') return header
  return header.replace(/万元|10k yuan|元|yuan/u, plan.currency)
}

/** Does the record say something here that a sheet without the column would lose? */
function hasValue(column: LayoutColumn, spec: FieldSpec | null, record: ExportRecord, context: SheetContext) {
  const { reads, field } = column
  if (reads?.as === 'phase') return phaseNameOf(record, context) !== null
  if (reads?.as === 'period')
    return [reads.start, reads.end].some((one) => record.values[one] != null || one in record.unread)
  if (reads !== undefined) return false
  const value = record.values[field] ?? null
  if (field === 'status') return value !== derivedStatus(record.values) || field in record.unread
  return (value !== null && value !== spec?.initial) || field in record.unread
}

/**
 * The columns of a sheet: those of the team's own layout, and of the optional
 * ones those in which some record says something.
 *
 * @param always optional fields that are written in any case
 */
export function exportColumns(
  layout: SheetLayout,
  records: readonly ExportRecord[],
  context: SheetContext,
  always: readonly string[] = [],
): readonly ExportColumn[] {
  const fields = ENTITIES[layout.entity] as Readonly<Record<string, FieldSpec>>
  return layout.columns.flatMap((column): ExportColumn[] => {
    const spec = column.reads === undefined ? (fields[column.field] ?? null) : null
    const isWanted =
      column.optional !== true ||
      always.includes(column.field) ||
      records.some((record) => hasValue(column, spec, record, context))
    if (!isWanted || column.reads?.as === 'ignored' || column.importOnly === true) return []
    const header = headerOf(column, context)
    return [{ column, header, unit: headerText(header).unit, spec, width: widthOf(column, spec) }]
  })
}

function widthOf(column: LayoutColumn, spec: FieldSpec | null): number {
  if (column.reads?.as === 'phase') return PHASE_WIDTH
  if (column.reads?.as === 'period') return PERIOD_WIDTH
  // A state with a note of its own: "进行中(截至6.9 10:00,消耗2万)".
  if (column.field === 'status' && column.optional !== true) return STATUS_WITH_NOTE_WIDTH
  return WIDTHS_BY_FIELD[column.field] ?? (spec === null ? PHASE_WIDTH : WIDTHS[spec.kind])
}
