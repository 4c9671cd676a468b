import { movePoint } from '../quantity/decimal.ts'
import { ENTITIES, type Entity } from '../records/entities.ts'
import type { FieldSpec } from '../records/field.ts'
import { sumDecimals } from './decimal-sum.ts'
import type { ImportRecord } from './import-table.ts'
import { isMoneyMetric, SUMMED_METRICS } from './metric-field.ts'

/** Fields that state what the facts give: shown, never added. */
function isFact(field: string): boolean {
  return !field.startsWith('stated')
}

/** Decimal text with at least two decimals: "3000.5" is "3000.50"; more are kept. */
export function moneyDecimal(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return `${whole}.${fraction.padEnd(2, '0')}`
}

/** "50000.00" of 5,000,000 fen. */
export function fenDecimal(fen: number): string {
  return moneyDecimal(movePoint(String(fen), -2))
}

/** Sums over the records of a table: money in the main unit as decimal text, counts as integers; fields without any value are left out. */
export function recordTotals(
  entity: Entity,
  records: readonly ImportRecord[],
): Readonly<Record<string, string | number>> {
  const totals: Record<string, string | number> = {}
  for (const [field, spec] of Object.entries<FieldSpec>(ENTITIES[entity])) {
    if ((spec.kind !== 'money' && spec.kind !== 'count') || !isFact(field)) continue
    const numbers = records.flatMap(({ values }) =>
      typeof values[field] === 'number' ? [values[field]] : [],
    )
    if (numbers.length === 0) continue
    const sum = numbers.reduce((a, b) => a + b, 0)
    totals[field] = spec.kind === 'money' ? fenDecimal(sum) : sum
  }
  return totals
}

/** Sums of the facts of a metrics table from the sums of its columns in the file's unit. */
export function metricTotals(
  columns: readonly {
    readonly field: string | null
    readonly sum: string | null
    readonly scale: number
  }[],
): Readonly<Record<string, string | number>> {
  const totals: Record<string, string | number> = {}
  for (const metric of SUMMED_METRICS) {
    const sum = sumDecimals(
      columns.flatMap((column) =>
        column.field === metric && column.sum !== null ? [movePoint(column.sum, column.scale)] : [],
      ),
    )
    if (sum !== null) totals[metric] = isMoneyMetric(metric) ? moneyDecimal(sum) : Number(sum)
  }
  return totals
}
