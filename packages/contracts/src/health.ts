import { z } from 'zod'
import { defineRoute } from './route.ts'

export const healthz = defineRoute({
  method: 'GET',
  path: '/healthz',
  operationId: 'healthz',
  tag: 'operations',
  permission: 'public',
  summary: 'The process answers',
  response: z.object({ status: z.literal('ok'), version: z.string() }),
})

export const readyz = defineRoute({
  method: 'GET',
  path: '/readyz',
  operationId: 'readyz',
  tag: 'operations',
  permission: 'public',
  summary: 'The database answers and is migrated; 503 otherwise',
  response: z.object({ status: z.literal('ready') }),
  errors: ['unavailable'],
})
