import type { ListQuery } from '@yingce/contracts/record/list-query'
import type { RecordView } from '@yingce/contracts/record/record-schema'
import type { Entity } from '@yingce/domain/records/entities'
import type { Scope } from '../../db/scope.ts'
import { decodeRow, type EntityTable, entityTable } from '../../records/entity-table.ts'
import { afterCursor, decodeCursor, encodeCursor, orderBy, type Sort } from '../../records/keyset-cursor.ts'
import { requirePlan } from '../../records/read-records.ts'
import { filterOf } from './list-filter.ts'
import { sortOf } from './list-sort.ts'

export interface RecordPage<E extends Entity> {
  items: RecordView<E>[]
  nextCursor: string | null
  total: number | null
}

/**
 * One page of a plan's records. Only the keys are sorted, and the rows are
 * fetched for the page alone; the count is a query of its own, because a window
 * over the rows would carry all of them through the sort.
 */
export async function readRecordPage<E extends Entity>(scope: Scope, planId: string, entity: E, query: ListQuery): Promise<RecordPage<E>> {
  const table = entityTable(entity)
  const sort = sortOf(table, query.sort)
  const [keys, total] = await Promise.all([
    pageKeys(scope, planId, table, sort, query),
    query.total ? count(scope, planId, table, query) : null,
    requirePlan(scope, planId),
  ])
  const page = keys.slice(0, query.limit)
  const ids = page.map((row) => row.at(-1) as string)
  const rows = ids.length === 0 ? [] : await scope.arrays(
    `select ${table.selectList} from ${table.name} t where t.workspace_id = $1 and t.plan_id = $2 and t.id = any($3::uuid[])`, [scope.workspaceId, planId, ids])
  const byId = new Map(rows.map((row) => [row[0] as string, row]))
  return {
    items: ids.flatMap((id) => {
      const row = byId.get(id)
      return row === undefined ? [] : [decodeRow(table, row) as unknown as RecordView<E>]
    }),
    nextCursor: keys.length > page.length ? encodeCursor(sort, page.at(-1)!) : null,
    total,
  }
}

/** Sort values and id of the page's rows, and of one more that tells whether there is a next page. */
async function pageKeys(scope: Scope, planId: string, table: EntityTable, sort: Sort, query: ListQuery): Promise<unknown[][]> {
  const filter = filterOf(table, query, 4)
  const values = [scope.workspaceId, planId, query.limit + 1, ...filter.values]
  const after = query.cursor === undefined ? '' : ` and ${afterCursor(sort.keys, decodeCursor(sort, query.cursor), (value) => `$${values.push(value)}`)}`
  return scope.arrays(
    `select ${sort.keys.map(({ expression }) => expression).join(', ')} from ${table.name} t
     where t.workspace_id = $1 and t.plan_id = $2${filter.where}${after} order by ${orderBy(sort)} limit $3`, values)
}

async function count(scope: Scope, planId: string, table: EntityTable, query: ListQuery): Promise<number> {
  const filter = filterOf(table, query, 3)
  const [row] = await scope.arrays(
    `select count(*) from ${table.name} t where t.workspace_id = $1 and t.plan_id = $2${filter.where}`, [scope.workspaceId, planId, ...filter.values])
  return row![0] as number
}
