import type { summariseTasks, TaskGroup } from '@yingce/contracts/record/task-summary'
import type { QueryOf } from '@yingce/contracts/route'
import type { z } from 'zod'
import type { Scope } from '../../db/scope.ts'
import { requirePlan } from '../../records/read-records.ts'

type GroupKey = QueryOf<typeof summariseTasks>['by']

const KEYS: Readonly<Record<GroupKey, string>> = {
  phaseId: 't.phase_id',
  owner: 't.owner',
  status: 't.status',
  strategy: 't.strategy',
  plannedMonth: "to_char(t.planned_start, 'YYYY-MM')",
}

interface Row {
  key: string | null
  count: number
  done_count: number
  budget: number | null
  spent: number | null
  planned_start: string | null
  planned_end: string | null
  progress: number | null
}

/**
 * Totals of tasks by one field. Progress is Σ weight × progress / Σ weight over
 * the tasks that are not cancelled; a task without progress counts as 0, a done
 * one as 1. null where nothing has weight.
 */
export async function readTaskGroups(
  scope: Scope,
  planId: string,
  by: GroupKey,
): Promise<z.infer<typeof TaskGroup>[]> {
  const [rows] = await Promise.all([
    scope.rows<Row>(
      `select ${KEYS[by]} as key, count(*) as count, count(*) filter (where t.status = 'done') as done_count,
         sum(t.budget) as budget, sum(t.spent) as spent, min(t.planned_start) as planned_start, max(t.planned_end) as planned_end,
         sum(t.weight * case when t.status = 'done' then 1 else coalesce(t.progress, 0) end) filter (where t.status <> 'cancelled')
           / nullif(sum(t.weight) filter (where t.status <> 'cancelled'), 0) as progress
       from task t where t.workspace_id = $1 and t.plan_id = $2 group by 1 order by min(t.position), 1`,
      [scope.workspaceId, planId],
    ),
    requirePlan(scope, planId),
  ])
  return rows.map((row) => ({
    key: row.key,
    count: row.count,
    doneCount: row.done_count,
    budget: row.budget,
    spent: row.spent,
    plannedStart: row.planned_start,
    plannedEnd: row.planned_end,
    progress: row.progress,
  }))
}
