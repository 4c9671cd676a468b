import { z } from 'zod'
import { Fen, Id, LocalDate, Ratio } from '../common.ts'
import { defineRoute } from '../route.ts'

/** Group totals of tasks; progress is weighted by task weight, cancelled tasks excluded. */
export const TaskGroup = z.object({
  key: z.string().nullable(),
  count: z.number().int(),
  doneCount: z.number().int(),
  budget: Fen.nullable(),
  spent: Fen.nullable(),
  plannedStart: LocalDate.nullable(),
  plannedEnd: LocalDate.nullable(),
  progress: Ratio.nullable(),
})

export const summariseTasks = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/task-groups',
  operationId: 'summariseTasks',
  tag: 'task',
  permission: 'record.read',
  summary: 'Group-by with totals',
  params: z.strictObject({ planId: Id }),
  query: z.strictObject({ by: z.enum(['phaseId', 'owner', 'status', 'strategy', 'plannedMonth']) }),
  response: z.object({ groups: z.array(TaskGroup) }),
})
