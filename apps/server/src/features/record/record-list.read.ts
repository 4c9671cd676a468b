import type { ListQuery } from '@yingce/contracts/record/list-query'
import type { RecordView } from '@yingce/contracts/record/record-schema'
import type { Entity } from '@yingce/domain/records/entities'
import type { Scope } from '../../db/scope.ts'
import { decodeRow, type EntityTable, entityTable } from '../../records/entity-table.ts'
import { afterCursor, decodeCursor, encodeCursor, orderBy, type Sort } from '../../records/keyset-cursor.ts'
import { requirePlan } from '../../records/read-records.ts'
import { filterOf } from './list-filter.ts'
import { isIndexed, sortOf } from './list-sort.ts'

export interface RecordPage<E extends Entity> {
  items: RecordView<E>[]
  nextCursor: string | null
  total: number | null
}

/** A page with one row more than asked for, which tells whether there is a next page. */
interface Found {
  /** Each row's sort values, its id last, and then its columns. */
  readonly rows: unknown[][]
  readonly total: number | null
}

/** One page of a plan's records. */
export async function readRecordPage<E extends Entity>(
  scope: Scope,
  planId: string,
  entity: E,
  query: ListQuery,
): Promise<RecordPage<E>> {
  const table = entityTable(entity)
  const sort = sortOf(table, query.sort)
  const find = isIndexed(sort) ? findInOrder : findSorted
  const [{ rows, total }] = await Promise.all([
    find(scope, planId, table, sort, query),
    requirePlan(scope, planId),
  ])
  const page = rows.slice(0, query.limit)
  return {
    items: page.map((row) => decodeRow(table, row, sort.keys.length) as unknown as RecordView<E>),
    nextCursor:
      rows.length > page.length ? encodeCursor(sort, page.at(-1)!.slice(0, sort.keys.length)) : null,
    total,
  }
}

/** The index gives the order, so that the page needs no look at the other rows; counting them is a query of its own. */
async function findInOrder(
  scope: Scope,
  planId: string,
  table: EntityTable,
  sort: Sort,
  query: ListQuery,
): Promise<Found> {
  const { where, values } = matching(scope, planId, table, query)
  const [rows, total] = await Promise.all([
    readPage(),
    query.total ? scope.arrays(`select count(*) from ${table.name} t where ${where}`, values) : null,
  ])
  return { rows, total: total === null ? null : (total[0]![0] as number) }

  function readPage(): Promise<unknown[][]> {
    const given = [...values]
    const bind = (value: unknown): string => `$${given.push(value)}`
    const after =
      query.cursor === undefined
        ? ''
        : ` and ${afterCursor(sort.keys, decodeCursor(sort, query.cursor), bind)}`
    return scope.arrays(
      `select ${sort.keys.map(({ expression }) => expression).join(', ')}, ${table.selectList} from ${table.name} t
       where ${where}${after} order by ${orderBy(sort)} limit ${bind(query.limit + 1)}`,
      given,
    )
  }
}

/**
 * Walks the matching rows once, keeping of each the sort values and the id
 * alone: counted, sorted, and only for those of the page are the columns read.
 * A window over whole rows would carry all of them through the sort. `offset 0`
 * keeps the planner from reading the whole table for the page's rows.
 */
async function findSorted(
  scope: Scope,
  planId: string,
  table: EntityTable,
  sort: Sort,
  query: ListQuery,
): Promise<Found> {
  const { where, values } = matching(scope, planId, table, query)
  const bind = (value: unknown): string => `$${values.push(value)}`
  const keys = sort.keys.map((key, index) => ({ ...key, expression: `h.k${index}` }))
  const id = `p.k${keys.length - 1}`
  const hits = `select ${sort.keys.map(({ expression }, index) => `${expression} as k${index}`).join(', ')} from ${table.name} t where ${where}`
  const after =
    query.cursor === undefined ? '' : ` where ${afterCursor(keys, decodeCursor(sort, query.cursor), bind)}`
  const rows = await scope.arrays(
    `with hit as materialized (${hits}),
     page as materialized (select h.* from hit h${after} order by ${orderBy({ ...sort, keys })} limit ${bind(query.limit + 1)})
     select ${keys.map((_key, index) => `p.k${index}`).join(', ')}, t.*${query.total ? ', (select count(*) from hit)' : ''}
     from page p cross join lateral (
       select ${table.selectList} from ${table.name} t where t.workspace_id = $1 and t.plan_id = $2 and t.id = ${id} offset 0) t
     order by ${orderBy({ ...sort, keys: keys.map((key, index) => ({ ...key, expression: `p.k${index}` })) })}`,
    values,
  )
  if (!query.total) return { rows, total: null }
  if (rows.length > 0) return { rows, total: rows[0]!.at(-1) as number }
  // Nothing on this page; behind a cursor there may still be rows before it.
  const filter = matching(scope, planId, table, query)
  const [counted] = await scope.arrays(
    `select count(*) from ${table.name} t where ${filter.where}`,
    filter.values,
  )
  return { rows, total: counted![0] as number }
}

/** Which rows of the plan the query asks for, whatever the page. */
function matching(
  scope: Scope,
  planId: string,
  table: EntityTable,
  query: ListQuery,
): { where: string; values: unknown[] } {
  const filter = filterOf(table, query, 3)
  return {
    where: `t.workspace_id = $1 and t.plan_id = $2${filter.where}`,
    values: [scope.workspaceId, planId, ...filter.values],
  }
}
