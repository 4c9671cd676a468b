import type { previewUndo } from '@yingce/contracts/import/import'
import type { AnswerOf } from '@yingce/contracts/route'
import { ENTITY_NAMES } from '@yingce/domain/records/entities'
import type { Scope } from '../../db/scope.ts'
import { readChangesSince } from '../../records/changes-since.ts'
import { DEPENDENCY_COLUMNS, type DependencyRow, noteRemovedLink } from '../../records/dependency-rows.ts'
import { entityTable } from '../../records/entity-table.ts'
import { removePlan } from '../../records/plan-row.ts'
import { readRecords } from '../../records/read-records.ts'
import { readComputedFields } from '../../records/require-unbound.ts'
import { removeRecords } from '../../records/remove-records.ts'
import { updateRecords } from '../../records/update-records.ts'
import { nameIn } from './comparison-view.ts'
import { type ImportBatch, lockImportBatch, markUndone, requireImportBatch } from './import.store.ts'
import { clearPlanPeriod } from './plan-period.ts'
import { readPhaseHolders, readStanding, type Standing, wouldEmptyPlan } from './standing-records.ts'

interface Undoing {
  /** Records to remove, phases that are still in use left out. */
  readonly removed: readonly Standing[]
  readonly reverted: readonly Standing[]
  readonly changed: readonly Standing[]
  readonly removesPlan: boolean
}

/** What nobody changed since goes, and what is named; the rest stays. */
async function planUndo(scope: Scope, batch: ImportBatch, named: ReadonlySet<string>): Promise<Undoing> {
  const standing = await readStanding(scope, batch)
  const going = standing.filter(({ id, changes }) => changes.length === 0 || named.has(id))
  const created = going.filter(({ action }) => action === 'create')
  const reverted = going.filter(({ action }) => action === 'update')
  const removed = await withoutHeldPhases(scope, batch, created, reverted)
  return {
    removed,
    reverted,
    changed: standing.filter(({ changes }) => changes.length > 0),
    removesPlan: await wouldEmptyPlan(scope, batch, removed.length),
  }
}

async function withoutHeldPhases(
  scope: Scope,
  batch: ImportBatch,
  created: readonly Standing[],
  reverted: readonly Standing[],
): Promise<readonly Standing[]> {
  if (batch.planId === null || !created.some(({ entity }) => entity === 'phase')) return created
  const going = new Set(created.map(({ id }) => id))
  const goingBack = new Map(
    reverted.flatMap(({ id, before }) =>
      before !== null && 'phaseId' in before ? [[id, before['phaseId']]] : [],
    ),
  )
  const staying = (await readPhaseHolders(scope, batch.planId)).filter(({ id }) => !going.has(id))
  const held = new Set(staying.map(({ id, phaseId }) => (goingBack.has(id) ? goingBack.get(id) : phaseId)))
  return created.filter(({ entity, id }) => entity !== 'phase' || !held.has(id))
}

/** What taking the import back would do. */
export async function previewUndoOf(scope: Scope, importId: string): Promise<AnswerOf<typeof previewUndo>> {
  const batch = await requireImportBatch(scope, importId, 'confirmed')
  const { removed, reverted, changed, removesPlan } = await planUndo(scope, batch, new Set())
  const since =
    batch.planId === null || changed.length === 0
      ? new Map()
      : await readChangesSince(
          scope,
          batch.planId,
          changed.map(({ id, version }) => ({ id, version })),
        )
  return {
    removeCount: removed.length,
    revertCount: reverted.length,
    removesPlan,
    changedSince: changed.map(({ entity, id, current, changes }) => {
      const last = since.get(id)?.lastOf(changes.map(({ field }) => field))
      return {
        entity,
        recordId: id,
        name: nameIn(current.values),
        by: last?.by ?? null,
        at: last?.at ?? current.updatedAt,
        changes: changes.map((change) => ({ ...change })),
      }
    }),
  }
}

/**
 * Takes an import back: what it created goes, what it changed returns to what it
 * was. A record that somebody changed since stays as it is, unless it is named.
 * A phase stays while a kept record lies in it, and the plan while anything is
 * left in it.
 */
export async function undoImport(scope: Scope, importId: string, takeBack: readonly string[]): Promise<void> {
  const batch = await lockImportBatch(scope, importId, 'confirmed')
  await lockTouched(scope, batch)
  const undoing = await planUndo(scope, batch, new Set(takeBack.map((id) => id.toLowerCase())))
  scope.comeFrom('undo', importId)
  if (batch.planId !== null) {
    await revertRecords(scope, batch.planId, undoing.reverted)
    await removeLinksOfImport(scope, batch.planId, importId)
    const byEntity = Map.groupBy(undoing.removed, ({ entity }) => entity)
    for (const entity of ENTITY_NAMES.toReversed()) {
      const ids = byEntity.get(entity)?.map(({ id }) => id) ?? []
      if (ids.length > 0) await removeRecords(scope, batch.planId, entity, ids)
    }
    if (undoing.removesPlan) await removePlan(scope, batch.planId)
    else await clearPlanPeriod(scope, batch.planId, importId)
  }
  await markUndone(scope, importId)
}

/** An edit that is under way is waited for and then counts as one since; none comes between looking and taking back. */
async function lockTouched(scope: Scope, { id, planId }: ImportBatch): Promise<void> {
  for (const entity of ENTITY_NAMES.toSorted()) {
    await scope.run(
      `select from ${entityTable(entity).name} where workspace_id = $1 and plan_id = $2
       and id in (select record_id from import_record where workspace_id = $1 and import_id = $3 and entity = $4) order by id for update`,
      [scope.workspaceId, planId, id, entity],
    )
  }
}

async function revertRecords(scope: Scope, planId: string, reverted: readonly Standing[]): Promise<void> {
  if (reverted.length === 0) return
  const phases = new Set((await readRecords(scope, planId, 'phase')).map(({ id }) => id))
  for (const [entity, own] of Map.groupBy(reverted, (row) => row.entity)) {
    const ids = own.map(({ id }) => id)
    const computed = await readComputedFields(scope, planId, entity, ids)
    await updateRecords(
      scope,
      planId,
      entity,
      own.map(({ id, current, before }) => {
        const values: Record<string, unknown> = {}
        const unread: Record<string, string | null> = {}
        for (const [key, value] of Object.entries(before ?? {})) {
          // What a metric computes by now is not taken back to what was typed before.
          if (key === computed.get(id)) continue
          if (key.startsWith('unread.')) unread[key.slice('unread.'.length)] = value as string | null
          // The phase that it came from may have been deleted meanwhile.
          else values[key] = key === 'phaseId' && !phases.has(String(value)) ? null : value
        }
        return { id, version: current.version, isOverwriting: true, values: values as never, unread }
      }),
    )
  }
}

/** Links that the import made between tasks that stay. */
async function removeLinksOfImport(scope: Scope, planId: string, importId: string): Promise<void> {
  const rows = await scope.rows<DependencyRow>(
    `delete from dependency where workspace_id = $1 and plan_id = $2 and import_id = $3 returning ${DEPENDENCY_COLUMNS}`,
    [scope.workspaceId, planId, importId],
  )
  for (const row of rows) noteRemovedLink(scope, planId, row)
}
