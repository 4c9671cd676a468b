import {
  createPlan,
  createSamplePlan,
  deletePlan,
  getPlan,
  listPlans,
  listTemplates,
  updatePlan,
} from '@yingce/contracts/plan/plan'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import { mountAction } from '../../http/mount-route.ts'
import { removePlan } from '../../records/plan-row.ts'
import { createPlan as create, createSample } from './create-plan.ts'
import { readPlan, readPlanPage } from './plan.read.ts'
import { templateViews } from './templates.read.ts'
import { updatePlan as update } from './update-plan.ts'

export function mountPlans(app: AppContext): void {
  mountAction(app, listPlans, ({ principal, query }, scope) => readPlanPage(scope, principal, query))
  const tellDates = (scope: Scope, planId: string) =>
    scope.afterCommit(() => app.datesMoved.tell({ workspaceId: scope.workspaceId, planId }))
  mountAction(app, createPlan, ({ principal, body }, scope) => {
    const planId = app.ids()
    tellDates(scope, planId)
    return create(scope, principal, body, planId)
  })
  mountAction(app, createSamplePlan, ({ principal, body }, scope) =>
    createSample(scope, principal, body.locale, app.ids()),
  )
  mountAction(app, getPlan, ({ principal, params }, scope) => readPlan(scope, principal, params.planId))
  mountAction(app, updatePlan, ({ principal, params, body }, scope) => {
    tellDates(scope, params.planId)
    return update(scope, principal, params.planId, body)
  })
  mountAction(app, deletePlan, ({ params }, scope) => removePlan(scope, params.planId))
  mountAction(app, listTemplates, async ({ query }) => ({ items: templateViews(query.locale) }))
}
