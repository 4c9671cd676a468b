import type { LocaleCode } from '@yingce/contracts/common'
import type { createPlan as createPlanRoute, PlanView } from '@yingce/contracts/plan/plan'
import type { BodyOf } from '@yingce/contracts/route'
import type { PlanDraft } from '@yingce/domain/plan/plan-draft'
import { samplePlan } from '@yingce/domain/plan/sample/sample-plan'
import { instantiateTemplate } from '@yingce/domain/plan/templates/instantiate-template'
import { PLAN_TEMPLATES } from '@yingce/domain/plan/templates/plan-templates'
import { type TemplateId, TEMPLATE_IDS } from '@yingce/domain/plan/templates/template'
import type { Scope } from '../../db/scope.ts'
import { ruleViolated } from '../../http/refusal.ts'
import { localToday } from '../../identity/local-today.ts'
import type { MemberPrincipal } from '../../identity/principal.ts'
import { insertPlan, type PlanValues } from '../../records/plan-row.ts'
import { storeDraftRecords } from '../../records/store-draft.ts'
import { readPlan } from './plan.read.ts'
import { requirePlanRules } from './plan-rules.ts'

/** A blank plan, or one from a template with its phases, tasks, targets, budget and risks. */
export async function createPlan(
  scope: Scope,
  principal: MemberPrincipal,
  body: BodyOf<typeof createPlanRoute>,
  id: string,
): Promise<PlanView> {
  const values: Partial<PlanValues> & { name: string } = {
    name: body.name,
    periodStart: body.periodStart ?? null,
    periodEnd: body.periodEnd ?? null,
    totalBudget: body.totalBudget ?? null,
  }
  requirePlanRules(
    { periodStart: null, periodEnd: null, totalBudget: null, reserve: null, ...values },
    'body',
  )
  if (body.templateId === undefined) {
    await insertPlan(scope, { id, origin: 'blank', ...values })
    return readPlan(scope, principal, id)
  }
  const templateId = TEMPLATE_IDS.find((known): known is TemplateId => known === body.templateId)
  if (templateId === undefined)
    throw ruleViolated('body.templateId', 'unknown_template', `One of ${TEMPLATE_IDS.join(', ')}`)
  const draft = instantiateTemplate(PLAN_TEMPLATES[templateId], {
    start: body.periodStart ?? localToday(new Date(scope.at), principal.workspace.timeZone),
    totalBudgetFen: body.totalBudget ?? null,
    locale: body.locale,
  })
  scope.comeFrom('template')
  await insertPlan(scope, {
    id,
    origin: 'template',
    name: body.name,
    periodStart: draft.startDate,
    periodEnd: body.periodEnd ?? draft.endDate,
    totalBudget: draft.totalBudget,
    reserve: reserveOf(draft),
  })
  await storeDraftRecords(scope, id, draft.records)
  return readPlan(scope, principal, id)
}

/** The sample, in the middle of its way: the day of the workspace is a day of the plan. */
export async function createSample(
  scope: Scope,
  principal: MemberPrincipal,
  locale: LocaleCode,
  id: string,
): Promise<PlanView> {
  const draft = samplePlan({ today: localToday(new Date(scope.at), principal.workspace.timeZone), locale })
  scope.comeFrom('sample')
  await insertPlan(scope, {
    id,
    origin: 'sample',
    name: draft.name,
    state: 'running',
    periodStart: draft.startDate,
    periodEnd: draft.endDate,
    totalBudget: draft.totalBudget,
    reserve: reserveOf(draft),
  })
  await storeDraftRecords(scope, id, draft.records)
  return readPlan(scope, principal, id)
}

/** The reserve stands as a line of the budget; the plan carries its sum. */
export function reserveOf({ records }: Pick<PlanDraft, 'records'>): number | null {
  const amounts = (records.budget_line ?? [])
    .filter(({ values }) => values.isReserve && values.budget !== null)
    .map(({ values }) => values.budget!)
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0)
}
