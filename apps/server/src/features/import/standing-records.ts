import { ENTITY_NAMES, type Entity } from '@yingce/domain/records/entities'
import type { Scope } from '../../db/scope.ts'
import { type AnyRecord, entityTable } from '../../records/entity-table.ts'
import { readRecords } from '../../records/read-records.ts'
import type { ImportBatch } from './import.store.ts'

interface TouchedRow {
  readonly entity: Entity
  readonly id: string
  readonly action: 'create' | 'update'
  readonly version: number
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>>
}

/** A record as the import left it, beside what it is now. */
export interface Standing extends TouchedRow {
  readonly current: AnyRecord
  /** What the import wrote and somebody wrote over since; empty: as the import left it. */
  readonly changes: readonly {
    readonly field: string
    readonly imported: unknown
    readonly current: unknown
  }[]
}

/**
 * Records of the import that are still there, in the order of their plan;
 * deleted ones need no undoing. Of a record that the import only changed, other
 * fields than its own do not count.
 */
export async function readStanding(scope: Scope, batch: ImportBatch): Promise<Standing[]> {
  if (batch.planId === null) return []
  const rows = await scope.rows<TouchedRow>(
    'select entity, record_id as id, action, version, before, after from import_record where workspace_id = $1 and import_id = $2',
    [scope.workspaceId, batch.id],
  )
  const byEntity = Map.groupBy(rows, ({ entity }) => entity)
  const standing: Standing[] = []
  for (const entity of ENTITY_NAMES) {
    const own = new Map((byEntity.get(entity) ?? []).map((row) => [row.id, row]))
    if (own.size === 0) continue
    const records = await readRecords(scope, batch.planId, entity, [...own.keys()])
    for (const record of records as unknown as AnyRecord[]) {
      const row = own.get(record.id)
      if (row !== undefined) standing.push({ ...row, current: record, changes: changesOf(row, record) })
    }
  }
  return standing
}

function changesOf(row: TouchedRow, { version, values }: AnyRecord): Standing['changes'] {
  if (version === row.version) return []
  return entityTable(row.entity).columns.flatMap(({ field, initial }) => {
    if (row.action === 'update' && !(field in row.after)) return []
    const imported = row.after[field] ?? initial
    const current = values[field] ?? null
    return imported === current ? [] : [{ field, imported, current }]
  })
}

/** The plan goes too when the import made it, nobody changed it since, and nothing in it stays. */
export async function wouldEmptyPlan(scope: Scope, batch: ImportBatch, goingCount: number): Promise<boolean> {
  if (!batch.hasCreatedPlan || batch.planId === null) return false
  const [plan] = await scope.rows<{ version: number }>(
    'select version from plan where workspace_id = $1 and id = $2',
    [scope.workspaceId, batch.planId],
  )
  if (plan === undefined || plan.version > 1) return false
  const counts = ENTITY_NAMES.map(
    (entity) => `(select count(*) from ${entityTable(entity).name} where workspace_id = $1 and plan_id = $2)`,
  )
  const [row] = await scope.rows<{ count: number }>(`select ${counts.join(' + ')} as count`, [
    scope.workspaceId,
    batch.planId,
  ])
  return row?.count === goingCount
}

/** Records that hold on to a phase: it stays while one of them does. */
export async function readPhaseHolders(
  scope: Scope,
  planId: string,
): Promise<{ id: string; phaseId: string }[]> {
  return scope.rows<{ id: string; phaseId: string }>(
    `select id, phase_id as "phaseId" from task where workspace_id = $1 and plan_id = $2 and phase_id is not null
     union all select id, phase_id from execution_step where workspace_id = $1 and plan_id = $2 and phase_id is not null`,
    [scope.workspaceId, planId],
  )
}
