import type { FieldValue } from '@yingce/domain/history/field-value'
import type { ProblemIssue } from '@yingce/contracts/error'
import type { Scope } from '../db/scope.ts'
import { Refusal } from '../http/refusal.ts'
import { type EntityTable, quoted } from './entity-table.ts'
import { isInRange } from '@yingce/domain/records/field-range'

/** Values about to be written, with the place in the request that they came from. */
export interface Written {
  readonly path: string
  readonly values: Readonly<Record<string, FieldValue>>
}

const MAX_ISSUES = 100

/**
 * Checks what the contract's types cannot: the range of each field, and that a reference points
 * at a record of the same plan.
 *
 * @throws Refusal `rule_violated` naming the places
 */
export async function requireRules(
  scope: Scope,
  planId: string,
  table: EntityTable,
  written: readonly Written[],
): Promise<void> {
  const issues = outOfRange(table, written)
  for (const column of table.columns) {
    if (column.spec.kind !== 'ref') continue
    issues.push(...(await danglingRefs(scope, planId, column.spec.to ?? '', column.field, written)))
  }
  if (issues.length > 0) throw new Refusal('rule_violated', { issues: issues.slice(0, MAX_ISSUES) })
}

/** Dates that contradict each other are shown, not refused. */
function outOfRange(table: EntityTable, written: readonly Written[]): ProblemIssue[] {
  const issues: ProblemIssue[] = []
  for (const { field, spec } of table.columns) {
    if (spec.range === undefined) continue
    const { min, max } = spec.range
    for (const { path, values } of written) {
      const value = values[field]
      if (typeof value !== 'number' || isInRange(value, spec.range)) continue
      issues.push({
        path: `${path}.${field}`,
        code: 'out_of_range',
        message: max === null ? `Must be at least ${min}` : `Must be from ${min} to ${max}`,
        params: max === null ? { min } : { min, max },
      })
    }
  }
  return issues
}

async function danglingRefs(
  scope: Scope,
  planId: string,
  target: string,
  field: string,
  written: readonly Written[],
): Promise<ProblemIssue[]> {
  const wanted = new Set<string>()
  for (const { values } of written) if (typeof values[field] === 'string') wanted.add(values[field])
  if (wanted.size === 0) return []
  const found = await scope.rows<{ id: string }>(
    `select id from ${quoted(target)} where workspace_id = $1 and plan_id = $2 and id = any($3::uuid[]) for key share`,
    [scope.workspaceId, planId, [...wanted]],
  )
  for (const { id } of found) wanted.delete(id)
  return written
    .filter(({ values }) => wanted.has(values[field] as string))
    .map(({ path }) => ({
      path: `${path}.${field}`,
      code: 'ref_missing',
      message: 'No such record in this plan',
      params: { entity: target },
    }))
}
