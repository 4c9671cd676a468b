import type { RecordInput } from '@yingce/contracts/record/record-schema'
import type { PlanDraft } from '@yingce/domain/plan/plan-draft'
import { type Entity, ENTITY_NAMES } from '@yingce/domain/records/entities'
import type { FieldValue } from '@yingce/domain/history/field-value'
import type { Scope } from '../db/scope.ts'
import { uuidV7 } from '../uuid-v7.ts'
import { createRecords } from './create-records.ts'
import { entityTable } from './entity-table.ts'

/**
 * Writes the records of a draft into a plan. Keys by which drafts point at each
 * other become ids; entities come in the registry's order, in which whatever is
 * pointed at stands before what points.
 */
export async function storeDraftRecords(
  scope: Scope,
  planId: string,
  records: PlanDraft['records'],
): Promise<void> {
  const idsByKey = new Map<string, string>()
  for (const entity of ENTITY_NAMES) {
    for (const draft of records[entity] ?? []) idsByKey.set(`${entity}/${draft.key}`, uuidV7())
  }
  for (const entity of ENTITY_NAMES) await storeEntity(scope, planId, entity, records, idsByKey)
}

async function storeEntity(
  scope: Scope,
  planId: string,
  entity: Entity,
  records: PlanDraft['records'],
  idsByKey: ReadonlyMap<string, string>,
): Promise<void> {
  const refs = entityTable(entity).columns.filter(({ spec }) => spec.kind === 'ref')
  await createRecords(
    scope,
    planId,
    entity,
    (records[entity] ?? []).map((draft) => {
      const values = { ...draft.values } as Record<string, FieldValue>
      for (const { field, spec } of refs) {
        const key = values[field]
        if (typeof key !== 'string') continue
        const id = idsByKey.get(`${spec.to}/${key}`)
        if (id === undefined)
          throw new Error(`Draft ${entity}/${draft.key} points at ${spec.to}/${key}, which is not in it`)
        values[field] = id
      }
      return { id: idsByKey.get(`${entity}/${draft.key}`), values: values as RecordInput<Entity> }
    }),
  )
}
