import { ENTITIES, type Entity } from '@yingce/domain/records/entities'
import type { FieldSpec } from '@yingce/domain/records/field'
import i18next from 'i18next'
import { formatFen, formatNumber, formatRatio, MISSING } from '../../ui/format.ts'

/** null: no field of a record. */
export function specOf(entity: string | null, field: string): FieldSpec | null {
  if (entity === null || !(entity in ENTITIES)) return null
  return (ENTITIES[entity as Entity] as Record<string, FieldSpec>)[field] ?? null
}

/** A field's value as words, for previews, history and differences. */
export function valueText(entity: string | null, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return MISSING
  const kind = specOf(entity, field)?.kind
  if (typeof value === 'number') {
    if (kind === 'money') return formatFen(value)
    if (kind === 'ratio') return formatRatio(value, 2)
    return formatNumber(value, 4)
  }
  if (typeof value === 'boolean') return i18next.t(`fields:flag.${value}`)
  if (typeof value !== 'string') return JSON.stringify(value)
  if (kind === 'choice') return i18next.t(`fields:choice.${value}`, { defaultValue: value })
  return kind === 'dateTime' ? value.replace('T', ' ') : value
}
