import { DAY_REASONS } from '@yingce/domain/my-day/day-entry'
import { DAILY_FIELDS, WEEKLY_FIELDS } from '@yingce/domain/my-day/stale-fields'
import { z } from 'zod'
import { Fen, Id, LocalDate, Ratio } from '../common.ts'
import { KpiStatus } from '../plan/board.ts'
import { recordViewSchema } from '../record/record-schema.ts'
import { defineRoute } from '../route.ts'

const FillInField = z.enum([...DAILY_FIELDS, ...WEEKLY_FIELDS])

export const StaleField = z.object({
  field: FillInField,
  /** null: never written. */
  since: LocalDate.nullable(),
  /** Working days of spend and progress, calendar days of reached value and issue. */
  days: z.number().int(),
})

export const DayEntry = z.object({
  planId: Id,
  planName: z.string(),
  currency: z.string(),
  phaseName: z.string().nullable(),
  reason: z.enum(DAY_REASONS),
  /** The whole task, so that the page can write it with its version. */
  task: recordViewSchema('task'),
  /** What this person has to fill in, in order. */
  asks: z.array(FillInField),
  stale: z.array(StaleField),
  /** There is a standard that somebody else accepts against: done means handed in (X3 待验收). */
  handsIn: z.boolean(),
  /** Photos and papers of the task. */
  attachmentCount: z.number().int(),
  /** Yesterday's spend beside what was planned for a day. */
  spend: z.object({
    day: LocalDate,
    spent: Fen.nullable(),
    planned: Fen.nullable(),
    difference: Fen.nullable(),
  }),
  kpis: z.array(
    z.object({
      metric: z.string().nullable(),
      text: z.string(),
      attainment: Ratio.nullable(),
      status: KpiStatus,
    }),
  ),
})
export type DayEntry = z.infer<typeof DayEntry>

export const MyDay = z.object({
  today: LocalDate,
  /** The name that owner cells are searched for. */
  name: z.string(),
  items: z.array(DayEntry),
  /** Tasks of this person that were finished today. */
  doneToday: z.array(z.object({ id: Id, planId: Id, planName: z.string(), name: z.string() })),
  /** Own tasks that lie ahead or are done; so that "nothing today" can be told from "never any task". */
  otherCount: z.number().int(),
})
export type MyDay = z.infer<typeof MyDay>

export const getMyDay = defineRoute({
  method: 'GET',
  path: '/api/my-day',
  operationId: 'getMyDay',
  tag: 'my-day',
  permission: 'record.read',
  summary: 'What the signed-in person has to do and to fill in today, over all running plans',
  response: MyDay,
})

export const listStaleCells = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/stale-cells',
  operationId: 'listStaleCells',
  tag: 'my-day',
  permission: 'record.read',
  summary: 'Cells of running tasks that are older than their rhythm',
  params: z.strictObject({ planId: Id }),
  response: z.object({ items: z.array(z.object({ taskId: Id, fields: z.array(StaleField) })) }),
})
