import { z } from 'zod'
import { CurrencyCode, Fen, Id, Instant, LocalDate, LocaleCode, pageOf } from '../common.ts'
import { defineRoute } from '../route.ts'

export const PLAN_STATES = ['draft', 'running', 'finished', 'archived'] as const

const PlanFields = {
  name: z.string().trim().min(1).max(120),
  periodStart: LocalDate.nullable(),
  periodEnd: LocalDate.nullable(),
  state: z.enum(PLAN_STATES),
  currency: CurrencyCode,
  /** Total = distributable + reserve; null: the sum of the task budgets is shown as planned. */
  totalBudget: Fen.nullable(),
  reserve: Fen.nullable(),
}

export const PlanView = z.object({
  id: Id,
  ...PlanFields,
  origin: z.enum(['blank', 'template', 'import', 'sample']),
  version: z.number().int(),
  createdAt: Instant,
  updatedAt: Instant,
  /** Of the plan, for the list: all tasks, those cancelled and those done among them, sums. */
  taskCount: z.number().int(),
  cancelledCount: z.number().int(),
  doneCount: z.number().int(),
  lateCount: z.number().int(),
  budget: Fen.nullable(),
  spent: Fen.nullable(),
  abilities: z.record(z.string(), z.boolean()),
})
export type PlanView = z.infer<typeof PlanView>

const PlanParams = z.strictObject({ planId: Id })

export const listPlans = defineRoute({
  method: 'GET',
  path: '/api/plans',
  operationId: 'listPlans',
  tag: 'plan',
  permission: 'plan.read',
  summary: 'Plans of the workspace, newest first',
  query: z.strictObject({
    q: z.string().max(200).optional(),
    state: z.enum(PLAN_STATES).optional(),
    sort: z
      .enum(['-createdAt', 'createdAt', 'name', '-name', 'periodStart', '-periodStart'])
      .default('-createdAt'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(500).optional(),
  }),
  response: pageOf(PlanView),
})

export const createPlan = defineRoute({
  method: 'POST',
  path: '/api/plans',
  operationId: 'createPlan',
  tag: 'plan',
  permission: 'plan.create',
  summary: 'Create a plan: blank, or from a template',
  status: 201,
  body: z.strictObject({
    name: PlanFields.name,
    periodStart: LocalDate.optional(),
    periodEnd: LocalDate.optional(),
    totalBudget: Fen.min(0).optional(),
    templateId: z.string().max(80).optional(),
    locale: LocaleCode.default('zh-CN'),
  }),
  response: PlanView,
  errors: ['rule_violated'],
})

export const createSamplePlan = defineRoute({
  method: 'POST',
  path: '/api/sample-plans',
  operationId: 'createSamplePlan',
  tag: 'plan',
  permission: 'plan.create',
  summary: 'Create the complete sample plan with a month of daily channel data',
  status: 201,
  body: z.strictObject({ locale: LocaleCode.default('zh-CN') }),
  response: PlanView,
})

export const getPlan = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}',
  operationId: 'getPlan',
  tag: 'plan',
  permission: 'plan.read',
  summary: 'One plan',
  params: PlanParams,
  response: PlanView,
})

export const updatePlan = defineRoute({
  method: 'PATCH',
  path: '/api/plans/{planId}',
  operationId: 'updatePlan',
  tag: 'plan',
  permission: 'plan.update',
  summary: 'Change the plan itself; merges like any record',
  params: PlanParams,
  body: z.strictObject({
    version: z.number().int().min(1),
    isOverwriting: z.boolean().optional(),
    values: z.strictObject({
      name: PlanFields.name.optional(),
      periodStart: PlanFields.periodStart.optional(),
      periodEnd: PlanFields.periodEnd.optional(),
      state: PlanFields.state.optional(),
      totalBudget: Fen.min(0).nullable().optional(),
      reserve: Fen.min(0).nullable().optional(),
    }),
  }),
  response: PlanView,
  errors: ['edit_conflict', 'rule_violated'],
})

export const deletePlan = defineRoute({
  method: 'DELETE',
  path: '/api/plans/{planId}',
  operationId: 'deletePlan',
  tag: 'plan',
  permission: 'plan.delete',
  summary: 'Delete the plan with everything in it',
  params: PlanParams,
})

export const TemplateView = z.object({
  id: z.string(),
  name: z.string(),
  summary: z.string(),
  phases: z.array(z.string()),
  taskCount: z.number().int(),
  durationDays: z.number().int(),
  kpis: z.array(z.string()),
})

export const listTemplates = defineRoute({
  method: 'GET',
  path: '/api/templates',
  operationId: 'listTemplates',
  tag: 'plan',
  permission: 'plan.read',
  summary: 'Templates to start from',
  query: z.strictObject({ locale: LocaleCode.default('zh-CN') }),
  response: z.object({ items: z.array(TemplateView) }),
})
