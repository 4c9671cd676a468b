import {
  bindKpi,
  listKpiBindings,
  unbindKpi,
  type KpiBinding,
} from '@yingce/contracts/assignment/kpi-binding'
import { BOUND_FIELDS, type BoundEntity } from '@yingce/domain/assignment/bound-field'
import type { AppContext } from '../../../app-context.ts'
import type { Scope } from '../../../db/scope.ts'
import { mountAction } from '../../../http/mount-route.ts'
import { requireCan } from '../../../http/permission.ts'
import { Refusal, ruleViolated } from '../../../http/refusal.ts'
import type { MemberPrincipal } from '../../../identity/principal.ts'
import { readRecord, requirePlan } from '../../../records/read-records.ts'
import { type Binding, boundEntity, deleteBinding, putBinding, readBindings } from './kpi-binding.store.ts'
import { readDictionary } from '../dictionary/metric-dictionary.read.ts'
import { refreshAfterFacts, refreshBindings, refreshEveryMorning } from './refresh-bindings.ts'

async function readItems(scope: Scope, planId: string): Promise<KpiBinding[]> {
  await requirePlan(scope, planId)
  return (await readBindings(scope, planId)).map(
    ({ recordId, entity, metric, channel, strategy, from, to, standing }) => ({
      recordId,
      entity,
      metric,
      channel,
      strategy,
      from,
      to,
      text: standing,
    }),
  )
}

/** @throws Refusal `not_found`; `rule_violated` for an unknown metric or a period that ends before it starts */
async function bind(scope: Scope, planId: string, recordId: string, binding: Binding): Promise<KpiBinding> {
  await readRecord(scope, planId, binding.entity, recordId)
  if (!(await readDictionary(scope)).has(binding.metric))
    throw ruleViolated('body.metric', 'unknown_metric', `There is no metric "${binding.metric}"`)
  if (binding.from !== null && binding.to !== null && binding.from > binding.to)
    throw ruleViolated('body.to', 'end_before_start', 'The period ends before it starts')
  await putBinding(scope, planId, recordId, binding)
  // The value is the computation's, not the person's who bound it.
  scope.comeFrom('job')
  await refreshBindings(scope, planId)
  const bound = (await readItems(scope, planId)).find((one) => one.recordId === recordId.toLowerCase())
  if (bound === undefined) throw new Error('a binding that was just made is not there')
  return bound
}

/** Who may type the value may bind it. */
function requireMayType(principal: MemberPrincipal, entity: BoundEntity): void {
  requireCan(principal, 'record.update', { entity, fields: [BOUND_FIELDS[entity]] })
}

export function mountKpiBindings(app: AppContext): void {
  mountAction(app, listKpiBindings, async ({ params }, scope) => ({
    items: await readItems(scope, params.planId),
  }))
  mountAction(app, bindKpi, ({ principal, params, body }, scope) => {
    requireMayType(principal, body.entity)
    return bind(scope, params.planId, params.boundId, body)
  })
  mountAction(app, unbindKpi, async ({ principal, params }, scope) => {
    const entity = await boundEntity(scope, params.planId, params.boundId)
    if (entity === null) throw new Refusal('not_found')
    requireMayType(principal, entity)
    await deleteBinding(scope, params.planId, params.boundId)
  })
  app.jobs.eachWorkspace(refreshEveryMorning())
  const afterFacts = app.jobs.queue(refreshAfterFacts(app))
  app.factsWritten.listen((workspaceId) => void afterFacts.ask(workspaceId, { workspaceId }))
}
