import type { FieldSpec } from '../records/field.ts'
import type { HeaderFrame } from './find-header.ts'
import type { HeaderUnit } from './header-text.ts'
import type { MappedColumn } from './table-mapping.ts'

/** The header whose amounts without a unit of their own count in the unit that the title gives ("单位:万元"). */
export function withUnitOfTitle(
  header: HeaderFrame,
  columns: readonly MappedColumn[],
  fields: Readonly<Record<string, FieldSpec>>,
  unit: HeaderUnit | null,
): HeaderFrame {
  if (unit === null) return header
  const amounts = new Set(
    columns.filter(({ column }) => fields[column.field]?.kind === 'money').map(({ index }) => index),
  )
  const headers = header.headers.map((text, position) =>
    text !== null && text.unit === null && amounts.has(position + 1) ? { ...text, unit } : text,
  )
  return { ...header, headers }
}
