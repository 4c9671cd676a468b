import type { ChangedSince, previewUndo } from '@yingce/contracts/import/import'
import type { AnswerOf } from '@yingce/contracts/route'
import { ENTITY_NAMES, type Entity } from '@yingce/domain/records/entities'
import type { z } from 'zod'
import type { Scope } from '../../db/scope.ts'
import { arrayLiteral } from '../../db/array-literal.ts'
import { readChangesSince } from '../../records/changes-since.ts'
import { type AnyRecord, entityTable } from '../../records/entity-table.ts'
import { removePlan } from '../../records/plan-row.ts'
import { readRecords } from '../../records/read-records.ts'
import { removeRecords } from '../../records/remove-records.ts'
import { updateRecords } from '../../records/update-records.ts'
import { nameIn } from './compare-with-plan.ts'
import { type ImportBatch, lockImportBatch, markUndone } from './import.store.ts'

interface TouchedRow {
  entity: Entity
  id: string
  action: 'create' | 'update'
  version: number
  before: Record<string, unknown> | null
  after: Record<string, unknown>
}

/** A record as the import left it, beside what it is now. */
interface Standing extends TouchedRow {
  readonly current: AnyRecord
  readonly isChanged: boolean
}

/** Records of the import that are still there; deleted ones need no undoing. */
async function readStanding(scope: Scope, batch: ImportBatch): Promise<Standing[]> {
  if (batch.planId === null) return []
  const rows = await scope.rows<TouchedRow>(
    'select entity, record_id as id, action, version, before, after from import_record where workspace_id = $1 and import_id = $2', [scope.workspaceId, batch.id])
  const standing: Standing[] = []
  for (const entity of ENTITY_NAMES) {
    const own = rows.filter((row) => row.entity === entity)
    if (own.length === 0) continue
    const current = new Map((await readRecords(scope, batch.planId, entity, own.map(({ id }) => id))).map((record) => [record.id, record as unknown as AnyRecord]))
    for (const row of own) {
      const record = current.get(row.id)
      if (record !== undefined) standing.push({ ...row, current: record, isChanged: record.version > row.version })
    }
  }
  return standing
}

/** The plan goes too when the import made it, nobody changed it since, and nothing in it stays. */
async function wouldEmptyPlan(scope: Scope, batch: ImportBatch, goingCount: number): Promise<boolean> {
  if (!batch.hasCreatedPlan || batch.planId === null) return false
  const [plan] = await scope.rows<{ version: number }>('select version from plan where workspace_id = $1 and id = $2', [scope.workspaceId, batch.planId])
  if (plan === undefined || plan.version > 1) return false
  const counts = ENTITY_NAMES.map((entity) => `(select count(*) from ${entityTable(entity).name} where workspace_id = $1 and plan_id = $2)`)
  const [row] = await scope.rows<{ count: number }>(`select ${counts.join(' + ')} as count`, [scope.workspaceId, batch.planId])
  return row?.count === goingCount
}

/** What taking the import back would do. */
export async function previewUndoOf(scope: Scope, importId: string): Promise<AnswerOf<typeof previewUndo>> {
  const batch = await lockImportBatch(scope, importId, 'confirmed')
  const standing = await readStanding(scope, batch)
  const untouched = standing.filter(({ isChanged }) => !isChanged)
  const created = untouched.filter(({ action }) => action === 'create')
  return {
    removeCount: created.length,
    revertCount: untouched.length - created.length,
    changedSince: await changedSince(scope, batch, standing.filter(({ isChanged }) => isChanged)),
    removesPlan: await wouldEmptyPlan(scope, batch, created.length),
  }
}

async function changedSince(scope: Scope, batch: ImportBatch, changed: readonly Standing[]): Promise<z.infer<typeof ChangedSince>[]> {
  if (batch.planId === null || changed.length === 0) return []
  const since = await readChangesSince(scope, batch.planId, changed.map(({ id, version }) => ({ id, version })))
  return changed.map(({ entity, id, current }) => {
    const base = since.get(id)?.base ?? {}
    const fields = Object.keys(base)
    const last = since.get(id)?.lastOf(fields)
    return {
      entity, recordId: id, name: nameIn(current.values), by: last?.by ?? null, at: last?.at ?? current.updatedAt,
      changes: fields.filter((field) => field in current.values && (base[field] ?? null) !== (current.values[field] ?? null))
        .map((field) => ({ field, imported: base[field] ?? null, current: current.values[field] ?? null })),
    }
  })
}

/**
 * Takes an import back: what it created goes, what it changed returns to what it
 * was. A record that somebody changed since stays as it is, unless it is named.
 * A phase stays while a kept record lies in it.
 */
export async function undoImport(scope: Scope, importId: string, takeBack: readonly string[]): Promise<void> {
  const batch = await lockImportBatch(scope, importId, 'confirmed')
  const named = new Set(takeBack.map((id) => id.toLowerCase()))
  const standing = await readStanding(scope, batch)
  const going = standing.filter(({ id, isChanged }) => !isChanged || named.has(id))
  scope.comeFrom('undo', importId)
  if (batch.planId !== null) {
    const created = going.filter(({ action }) => action === 'create')
    if (await wouldEmptyPlan(scope, batch, created.length)) await removePlan(scope, batch.planId)
    else await takeBackRecords(scope, batch.planId, going)
  }
  await markUndone(scope, importId)
}

async function takeBackRecords(scope: Scope, planId: string, going: readonly Standing[]): Promise<void> {
  for (const entity of ENTITY_NAMES.toReversed()) {
    const own = going.filter((row) => row.entity === entity)
    const updates = own.filter(({ action }) => action === 'update')
    if (updates.length > 0) {
      await updateRecords(scope, planId, entity, updates.map(({ id, current, before }) => ({ id, version: current.version, isOverwriting: true, values: (before ?? {}) as never })))
    }
    const created = own.filter(({ action }) => action === 'create').map(({ id }) => id)
    const removable = entity === 'phase' ? await emptyPhases(scope, planId, created) : created
    if (removable.length > 0) await removeRecords(scope, planId, entity, removable)
  }
}

async function emptyPhases(scope: Scope, planId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await scope.rows<{ id: string }>(
    `select p.id from phase p where p.workspace_id = $1 and p.plan_id = $2 and p.id = any($3::uuid[])
       and not exists (select from task t where t.workspace_id = $1 and t.plan_id = $2 and t.phase_id = p.id)
       and not exists (select from execution_step s where s.workspace_id = $1 and s.plan_id = $2 and s.phase_id = p.id)`,
    [scope.workspaceId, planId, arrayLiteral(ids)])
  return rows.map(({ id }) => id)
}

