import { parseReached, parseTargets } from '@yingce/domain/quantity/parse-targets'
import { parseQuantity } from '@yingce/domain/quantity/parse-quantity'
import { ENTITIES } from '@yingce/domain/records/entities'
import type { FieldSpec } from '@yingce/domain/records/field'
import type { ImportRecord } from '@yingce/domain/sheets/import-table'
import { fenDecimal } from '@yingce/domain/sheets/record-totals'
import { quantityJson, targetJson, unreadQuantityJson } from '../quantity-json.ts'

type FieldValue = ImportRecord['values'][string]

/** Targets as quantities with their metric; pieces without a readable figure keep their text. */
function targetsJson(text: string): unknown {
  const { targets, unread } = parseTargets(text)
  return [
    ...targets.map(targetJson),
    ...unread.map((piece) => ({ metric: null, ...unreadQuantityJson(piece) })),
  ]
}

/** A reached value: one quantity, or a list when the cell names several. */
function reachedJson(text: string): unknown {
  const quantity = parseQuantity(text)
  if (quantity !== null) return quantityJson(quantity)
  const { values, unread } = parseReached(text)
  return values.length === 0
    ? unreadQuantityJson(text)
    : [...values.map(targetJson), ...unread.map((piece) => ({ metric: null, ...unreadQuantityJson(piece) }))]
}

function valueJson(value: FieldValue | undefined, spec: FieldSpec | undefined): unknown {
  if (value === undefined) return null
  if (spec?.kind === 'money' && typeof value === 'number') return fenDecimal(value)
  if (spec?.kind === 'targets' && typeof value === 'string') return targetsJson(value)
  if (spec?.kind === 'quantity' && typeof value === 'string') return reachedJson(value)
  return value
}

/**
 * A record as programs get it: its sheet row, its phase, then field by field.
 * Money is decimal text in the main unit, ratios are 0–1, quantities are taken
 * apart. Cells that could not be read stand in `unread` with their text.
 */
export function recordJson(record: ImportRecord): Record<string, unknown> {
  const fields = ENTITIES[record.entity] as Readonly<Record<string, FieldSpec>>
  const values = Object.fromEntries(
    Object.keys(fields)
      .filter((field) => field in record.values)
      .map((field) => [field, valueJson(record.values[field], fields[field])]),
  )
  return {
    row: record.row,
    ...(record.phaseName === null ? {} : { phase: record.phaseName }),
    ...values,
    ...(record.recordId === null ? {} : { recordId: record.recordId }),
    ...(Object.keys(record.unread).length === 0 ? {} : { unread: record.unread }),
  }
}
