import { createDependency, deleteDependency, listDependencies } from '@yingce/contracts/record/dependency'
import { listHistory } from '@yingce/contracts/record/history'
import { listLedger } from '@yingce/contracts/record/ledger'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { summariseTasks } from '@yingce/contracts/record/task-summary'
import { ENTITY_NAMES, type Entity } from '@yingce/domain/records/entities'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import { mountAction } from '../../http/mount-route.ts'
import { readRecord, requirePlan } from '../../records/read-records.ts'
import { withAcceptanceNotices } from './acceptance-notices.ts'
import { createMany, createOne } from './create-record.ts'
import { deleteMany, deleteOne } from './delete-record.ts'
import { linkTasks, readDependencies, unlinkTasks } from './dependencies.ts'
import { readHistory } from './history.read.ts'
import { readLedger } from './ledger.read.ts'
import { readRecordPage } from './record-list.read.ts'
import { readTaskGroups } from './task-groups.read.ts'
import { updateMany, updateOne } from './update-record.ts'

/** The same eight routes for every entity, and what concerns tasks or the whole plan. */
export function mountRecords(app: AppContext): void {
  for (const entity of ENTITY_NAMES) mountEntity(app, entity)
  mountAction(app, listDependencies, async ({ params }, scope) => ({
    items: await readDependencies(scope, params.planId),
  }))
  mountAction(app, createDependency, ({ params, body }, scope) =>
    linkTasks(scope, params.planId, app.ids(), body),
  )
  mountAction(app, deleteDependency, ({ params }, scope) =>
    unlinkTasks(scope, params.planId, params.dependencyId),
  )
  mountAction(app, summariseTasks, async ({ params, query }, scope) => ({
    groups: await readTaskGroups(scope, params.planId, query.by),
  }))
  mountAction(app, listHistory, ({ params, query }, scope) => readHistory(scope, params.planId, query))
  mountAction(app, listLedger, ({ params, query }, scope) => readLedger(scope, params.planId, query))
}

function mountEntity<E extends Entity>(app: AppContext, entity: E): void {
  const routes = recordRoutes(entity)
  // What is filled in by hand is a fact like an imported one, for whoever watches facts.
  const tell = (scope: Scope, planId: string): void => {
    if (entity === 'metric_fact') scope.afterCommit(() => app.factsWritten.tell(scope.workspaceId))
    if (entity === 'phase')
      scope.afterCommit(() => app.datesMoved.tell({ workspaceId: scope.workspaceId, planId }))
  }
  const tellAcceptance = <T>(
    scope: Scope,
    planId: string,
    edits: readonly { readonly id: string; readonly values: object }[],
    work: () => Promise<T>,
  ): Promise<T> => (entity === 'task' ? withAcceptanceNotices(app, scope, planId, edits, work) : work())
  mountAction(app, routes.list, ({ params, query }, scope) =>
    readRecordPage(scope, params.planId, entity, query),
  )
  mountAction(app, routes.get, ({ params }, scope) =>
    readRecord(scope, params.planId, entity, params.recordId),
  )
  mountAction(app, routes.create, ({ principal, params, body }, scope) => {
    tell(scope, params.planId)
    return createOne(principal, scope, params.planId, entity, body)
  })
  mountAction(app, routes.update, ({ principal, params, body }, scope) => {
    tell(scope, params.planId)
    const edits = [{ id: params.recordId, values: body.values }]
    return tellAcceptance(scope, params.planId, edits, () =>
      updateOne(principal, scope, params.planId, entity, params.recordId, body),
    )
  })
  mountAction(app, routes.remove, ({ principal, params }, scope) => {
    tell(scope, params.planId)
    return deleteOne(principal, scope, params.planId, entity, params.recordId)
  })
  mountAction(app, routes.createMany, async ({ principal, params, body }, scope) => {
    tell(scope, params.planId)
    return { items: await createMany(app.db, principal, scope, params.planId, entity, body.items) }
  })
  mountAction(app, routes.updateMany, async ({ principal, params, body }, scope) => {
    tell(scope, params.planId)
    await requirePlan(scope, params.planId)
    return tellAcceptance(scope, params.planId, body.items, () =>
      updateMany(principal, scope, params.planId, entity, body.items),
    )
  })
  mountAction(app, routes.removeMany, async ({ principal, params, body }, scope) => {
    tell(scope, params.planId)
    await requirePlan(scope, params.planId)
    return { count: await deleteMany(principal, scope, params.planId, entity, body.ids) }
  })
}
