import { LINK_TYPES } from '@yingce/domain/sheets/resolve-dependencies'
import { z } from 'zod'
import { Id } from '../common.ts'
import { defineRoute } from '../route.ts'

/** Dependency 前置依赖 between two tasks of a plan; lag in days, negative is a lead. */
export const Dependency = z.object({
  id: Id,
  fromTaskId: Id,
  toTaskId: Id,
  type: z.enum(LINK_TYPES),
  lagDays: z.number().int(),
})
export type Dependency = z.infer<typeof Dependency>

const PlanParams = z.strictObject({ planId: Id })

export const listDependencies = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/dependencies',
  operationId: 'listDependencies',
  tag: 'task',
  permission: 'record.read',
  summary: 'All links between tasks of the plan',
  params: PlanParams,
  response: z.object({ items: z.array(Dependency) }),
})

export const createDependency = defineRoute({
  method: 'POST',
  path: '/api/plans/{planId}/dependencies',
  operationId: 'createDependency',
  tag: 'task',
  permission: 'record.update',
  summary: 'Link two tasks; a loop is refused with the loop named',
  status: 201,
  params: PlanParams,
  body: z.strictObject({
    fromTaskId: Id,
    toTaskId: Id,
    type: z.enum(LINK_TYPES).default('FS'),
    lagDays: z.number().int().min(-3650).max(3650).default(0),
  }),
  response: Dependency,
  errors: ['already_exists', 'rule_violated'],
})

export const deleteDependency = defineRoute({
  method: 'DELETE',
  path: '/api/plans/{planId}/dependencies/{dependencyId}',
  operationId: 'deleteDependency',
  tag: 'task',
  permission: 'record.update',
  summary: 'Remove a link',
  params: z.strictObject({ planId: Id, dependencyId: Id }),
})
