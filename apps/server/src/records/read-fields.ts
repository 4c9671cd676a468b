import type { Entity, RecordValues } from '@yingce/domain/records/entities'
import type { Scope } from '../db/scope.ts'
import { columnName, entityTable, quoted } from './entity-table.ts'

/**
 * Some fields of all records of an entity in a plan, in their order: for what is computed from many records,
 * where reading and decoding whole rows would cost more than the computing.
 */
export async function readFields<E extends Entity, F extends keyof RecordValues<E> & string>(
  scope: Scope,
  planId: string,
  entity: E,
  fields: readonly F[],
): Promise<(Pick<RecordValues<E>, F> & { readonly id: string })[]> {
  const columns = ['id', ...fields.map(columnName)].map((name) => `t.${quoted(name)}`)
  const rows = await scope.arrays(
    `select ${columns.join(', ')} from ${entityTable(entity).name} t where t.workspace_id = $1 and t.plan_id = $2 order by t.position, t.id`,
    [scope.workspaceId, planId],
  )
  return rows.map((row) => {
    const record: Record<string, unknown> = { id: row[0] }
    for (let index = 0; index < fields.length; index++) record[fields[index]!] = row[index + 1]
    return record as Pick<RecordValues<E>, F> & { readonly id: string }
  })
}
