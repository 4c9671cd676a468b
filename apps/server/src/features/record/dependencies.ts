import type { createDependency as createRoute, Dependency } from '@yingce/contracts/record/dependency'
import type { BodyOf } from '@yingce/contracts/route'
import type { Scope } from '../../db/scope.ts'
import { Refusal, ruleViolated } from '../../http/refusal.ts'
import {
  DEPENDENCY_COLUMNS,
  dependencyOf,
  type DependencyRow,
  noteRemovedLink,
} from '../../records/dependency-rows.ts'
import { requirePlan } from '../../records/read-records.ts'
import { findWay } from './find-way.ts'

export async function readDependencies(scope: Scope, planId: string): Promise<Dependency[]> {
  const [rows] = await Promise.all([
    scope.rows<DependencyRow>(
      `select ${DEPENDENCY_COLUMNS} from dependency where workspace_id = $1 and plan_id = $2 order by id`,
      [scope.workspaceId, planId],
    ),
    requirePlan(scope, planId),
  ])
  return rows.map(dependencyOf)
}

/**
 * Links two tasks of a plan. Writes of links take turns per plan, so that two
 * links made at once cannot close a loop together.
 *
 * @throws Refusal `not_found`, `already_exists`, `rule_violated` with the loop's names in order
 */
export async function linkTasks(
  scope: Scope,
  planId: string,
  id: string,
  body: BodyOf<typeof createRoute>,
): Promise<Dependency> {
  const locked = await scope.rows('select from plan where workspace_id = $1 and id = $2 for no key update', [
    scope.workspaceId,
    planId,
  ])
  if (locked.length === 0) throw new Refusal('not_found')
  const from = body.fromTaskId.toLowerCase()
  const to = body.toTaskId.toLowerCase()
  const names = await taskNames(scope, planId, [from, to])
  for (const [path, task] of [
    ['body.fromTaskId', from],
    ['body.toTaskId', to],
  ] as const) {
    if (!names.has(task))
      throw ruleViolated(path, 'ref_missing', 'No such task in this plan', { entity: 'task' })
  }
  await refuseLoop(scope, planId, from, to)
  const made = await scope.run(
    `insert into dependency (workspace_id, plan_id, id, from_task_id, to_task_id, type, lag_days, created_by, created_at, import_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (workspace_id, plan_id, from_task_id, to_task_id) do nothing`,
    [
      scope.workspaceId,
      planId,
      id,
      from,
      to,
      body.type,
      body.lagDays,
      scope.memberId,
      scope.at,
      scope.importId,
    ],
  )
  if (made === 0) throw new Refusal('already_exists', { params: { what: 'dependency' } })
  const link: Dependency = { id, fromTaskId: from, toTaskId: to, type: body.type, lagDays: body.lagDays }
  scope.note({
    planId,
    entity: 'dependency',
    entityId: id,
    version: 1,
    action: 'create',
    changes: {
      fromTaskId: [null, from],
      toTaskId: [null, to],
      type: [null, body.type],
      lagDays: [null, body.lagDays],
    },
  })
  return link
}

export async function unlinkTasks(scope: Scope, planId: string, id: string): Promise<void> {
  const [row] = await scope.rows<DependencyRow>(
    `delete from dependency where workspace_id = $1 and plan_id = $2 and id = $3 returning ${DEPENDENCY_COLUMNS}`,
    [scope.workspaceId, planId, id],
  )
  if (row === undefined) throw new Refusal('not_found')
  noteRemovedLink(scope, planId, row)
}

async function refuseLoop(scope: Scope, planId: string, from: string, to: string): Promise<void> {
  const links = await scope.rows<{ from: string; to: string }>(
    'select from_task_id as from, to_task_id as to from dependency where workspace_id = $1 and plan_id = $2',
    [scope.workspaceId, planId],
  )
  // The new link from → to closes a loop when a way leads back from "to" to "from".
  const back = findWay(links, to, from)
  if (back === null) return
  const names = await taskNames(scope, planId, back)
  const loop = [from, ...back].map((task) => names.get(task) ?? '')
  throw ruleViolated('body.toTaskId', 'loop', `The link closes a loop: ${loop.join(' → ')}`, { loop })
}

async function taskNames(
  scope: Scope,
  planId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await scope.rows<{ id: string; name: string }>(
    'select id, name from task where workspace_id = $1 and plan_id = $2 and id = any($3::uuid[]) for key share',
    [scope.workspaceId, planId, ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
