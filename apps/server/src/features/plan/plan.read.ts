import type { listPlans, PlanView } from '@yingce/contracts/plan/plan'
import type { QueryOf } from '@yingce/contracts/route'
import { ACTIONS } from '@yingce/domain/access/actions'
import { can } from '@yingce/domain/access/can'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { localToday } from '../../identity/local-today.ts'
import type { MemberPrincipal } from '../../identity/principal.ts'
import {
  afterCursor,
  decodeCursor,
  encodeCursor,
  orderBy,
  type Sort,
  type SortKey,
} from '../../records/keyset-cursor.ts'

interface Row {
  id: string
  name: string
  period_start: string | null
  period_end: string | null
  state: PlanView['state']
  currency: string
  total_budget: number | null
  reserve: number | null
  origin: PlanView['origin']
  version: number
  created_at: string
  updated_at: string
  task_count: number
  cancelled_count: number
  done_count: number
  late_count: number
  budget: number | null
  spent: number | null
  sort_value: unknown
}

/** `$1` workspace, `$2` today in it. */
function select(sortExpression: string, where: string): string {
  return `select p.*, ${sortExpression} as sort_value, s.* from plan p cross join lateral (
    select count(*) as task_count, count(*) filter (where t.status = 'cancelled') as cancelled_count, count(*) filter (where t.status = 'done') as done_count,
      count(*) filter (where t.planned_end < $2::date and t.status not in ('done', 'cancelled')) as late_count,
      sum(t.budget) as budget, sum(t.spent) as spent
    from task t where t.workspace_id = p.workspace_id and t.plan_id = p.id) s
  where p.workspace_id = $1${where}`
}

/** @throws Refusal `not_found` */
export async function readPlan(scope: Scope, principal: MemberPrincipal, planId: string): Promise<PlanView> {
  const [row] = await scope.rows<Row>(select('null', ' and p.id = $3'), [
    scope.workspaceId,
    localToday(new Date(scope.at), principal.workspace.timeZone),
    planId,
  ])
  if (row === undefined) throw new Refusal('not_found')
  return viewOf(row, principal)
}

const SORTS: Readonly<Record<string, Pick<SortKey, 'expression' | 'isNullable'>>> = {
  createdAt: { expression: 'p.created_at', isNullable: false },
  name: { expression: 'p.name collate "zh-x-icu"', isNullable: false },
  periodStart: { expression: 'p.period_start', isNullable: true },
}

/** A page of plans with their task counts and sums, in one query. */
export async function readPlanPage(
  scope: Scope,
  principal: MemberPrincipal,
  query: QueryOf<typeof listPlans>,
): Promise<{ items: PlanView[]; nextCursor: string | null; total: number }> {
  const isDescending = query.sort.startsWith('-')
  const key = SORTS[isDescending ? query.sort.slice(1) : query.sort]!
  const sort: Sort = {
    name: query.sort,
    keys: [
      { ...key, isDescending },
      { expression: 'p.id', isDescending, isNullable: false },
    ],
  }
  const values: unknown[] = [scope.workspaceId, localToday(new Date(scope.at), principal.workspace.timeZone)]
  const bind = (value: unknown) => `$${values.push(value)}`
  const filter = [
    query.state === undefined ? '' : ` and p.state = ${bind(query.state)}`,
    query.q === undefined || query.q === ''
      ? ''
      : ` and p.name ilike ${bind(`%${query.q.replaceAll(/[\\%_]/g, '\\$&')}%`)}`,
  ].join('')
  const counted = scope.rows<{ count: number }>(
    `select count(*) as count from plan p where p.workspace_id = $1 and $2::text is not null${filter}`,
    [...values],
  )
  const after =
    query.cursor === undefined ? '' : ` and ${afterCursor(sort.keys, decodeCursor(sort, query.cursor), bind)}`
  const listed = scope.rows<Row>(
    `${select(key.expression, filter + after)} order by ${orderBy(sort)} limit ${bind(query.limit + 1)}`,
    values,
  )
  const [[total], rows] = await Promise.all([counted, listed])
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => viewOf(row, principal)),
    nextCursor:
      rows.length > page.length && last !== undefined ? encodeCursor(sort, [last.sort_value, last.id]) : null,
    total: total!.count,
  }
}

function viewOf(row: Row, principal: MemberPrincipal): PlanView {
  return {
    id: row.id,
    name: row.name,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    state: row.state,
    currency: row.currency,
    totalBudget: row.total_budget,
    reserve: row.reserve,
    origin: row.origin,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    taskCount: row.task_count,
    cancelledCount: row.cancelled_count,
    doneCount: row.done_count,
    lateCount: row.late_count,
    budget: row.budget,
    spent: row.spent,
    abilities: abilitiesInPlan(principal),
  }
}

function abilitiesInPlan({ member }: MemberPrincipal): Record<string, boolean> {
  const actor = { role: member.role, memberId: member.id }
  return Object.fromEntries(
    ACTIONS.map((action) => [action, can(actor, action, { ownerMemberId: member.id }).allowed]),
  )
}
