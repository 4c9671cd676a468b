import { FILL_IN_FIELDS } from '@yingce/domain/meeting/fill-ins'
import { RHYTHM_KINDS } from '@yingce/domain/meeting/rhythm-day'
import { MEETING_KINDS, SEVERITIES } from '@yingce/domain/records/entities'
import { z } from 'zod'
import { Fen, Id, Instant, LocalDate, Ratio } from '../common.ts'
import { KpiStatus } from '../plan/board.ts'
import { defineRoute } from '../route.ts'

const Span = z.object({ from: LocalDate, to: LocalDate })
/** Spend in fen, progress 0–1, reached value and issue as texts. */
const FillInValue = z.union([z.number(), z.string()]).nullable()
const TaskLine = z.object({
  id: Id,
  name: z.string(),
  owner: z.string().nullable(),
  date: LocalDate.nullable(),
  lateDays: z.number().int().nullable(),
})

export const MeetingFigures = z.object({
  kind: z.enum(MEETING_KINDS),
  day: LocalDate,
  /** The figures of a closed meeting are those of its end. */
  isFrozen: z.boolean(),
  back: Span,
  ahead: Span,
  /** Tasks that the meeting agreed on, also those made after its end. */
  actions: z.array(TaskLine),
  /** What people filled in from the first day looked back on up to now, by task, the newest first. */
  filled: z.array(
    z.object({
      taskId: Id,
      name: z.string(),
      owner: z.string().nullable(),
      by: z.string().nullable(),
      at: Instant,
      fields: z.array(z.object({ field: z.enum(FILL_IN_FIELDS), from: FillInValue, to: FillInValue })),
    }),
  ),
  done: z.array(TaskLine),
  due: z.array(TaskLine),
  late: z.array(TaskLine),
  blocked: z.array(
    z.object({
      id: Id,
      entity: z.enum(['issue', 'task']),
      text: z.string(),
      owner: z.string().nullable(),
      solution: z.string().nullable(),
      dueDate: LocalDate.nullable(),
      severity: z.enum(SEVERITIES).nullable(),
    }),
  ),
  spend: z.object({
    /** What the channels cost stands in only where nothing was entered in the weeks that the days lie in. */
    from: z.enum(['ledger', 'channels']),
    spent: Fen.nullable(),
    planned: Fen.nullable(),
    difference: Fen.nullable(),
    /** Last day with spend; later days and those of `missing` count neither in `spent` nor in `planned`. */
    until: LocalDate.nullable(),
    missing: z.array(LocalDate),
    lines: z.array(
      z.object({
        /** null: entries that belong to no task. */
        taskId: Id.nullable(),
        name: z.string(),
        spent: Fen.nullable(),
        planned: Fen.nullable(),
        difference: Fen.nullable(),
      }),
    ),
  }),
  kpis: z.array(
    z.object({
      source: z.string(),
      metric: z.string(),
      targetText: z.string(),
      actualText: z.string().nullable(),
      /** Of a target for every unit: how many there are, `actualText` being the worst's; else null. */
      units: z.number().int().nullable(),
      attainment: Ratio.nullable(),
      status: KpiStatus,
    }),
  ),
  briefs: z.array(z.object({ name: z.string(), tasks: z.array(TaskLine) })),
})
export type MeetingFigures = z.infer<typeof MeetingFigures>

const MeetingParams = z.strictObject({ planId: Id, meetingId: Id })

export const getMeetingFigures = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/meetings/{meetingId}/figures',
  operationId: 'getMeetingFigures',
  tag: 'meeting',
  permission: 'record.read',
  summary:
    'What the meeting opens with: what was filled in, done, due, late, blocked, spend against plan, targets; frozen once it is closed',
  params: MeetingParams,
  response: MeetingFigures,
})

export const openMeeting = defineRoute({
  method: 'POST',
  path: '/api/plans/{planId}/open-meeting',
  operationId: 'openMeeting',
  tag: 'meeting',
  permission: 'record.create',
  summary: 'The meeting of a kind on a day: the one that is there, else a new one with its agenda',
  status: 200,
  params: z.strictObject({ planId: Id }),
  body: z.strictObject({ kind: z.enum(MEETING_KINDS), day: LocalDate, locale: z.enum(['zh-CN', 'en']) }),
  response: z.object({ id: Id }),
})

export const closeMeeting = defineRoute({
  method: 'POST',
  path: '/api/plans/{planId}/meetings/{meetingId}/close',
  operationId: 'closeMeeting',
  tag: 'meeting',
  permission: 'record.update',
  summary: 'Ends the meeting and keeps the figures as they stand now',
  params: MeetingParams,
  errors: ['wrong_state'],
})

/** Minutes. */
export const MEETING_LENGTH = { min: 5, max: 480 } as const

/** When the plan meets: days of the week 1 (Monday) – 7, days of the month for the monthly one. */
export const MeetingRhythm = z.strictObject({
  kind: z.enum(RHYTHM_KINDS),
  days: z.array(z.number().int().min(1).max(31)).min(1).max(31),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm'),
  minutes: z.number().int().min(MEETING_LENGTH.min).max(MEETING_LENGTH.max),
})
export type MeetingRhythm = z.infer<typeof MeetingRhythm>

export const getMeetingRhythm = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/meeting-rhythm',
  operationId: 'getMeetingRhythm',
  tag: 'meeting',
  permission: 'record.read',
  summary: 'Days and times of the plan’s meetings',
  params: z.strictObject({ planId: Id }),
  response: z.object({ items: z.array(MeetingRhythm) }),
})

export const setMeetingRhythm = defineRoute({
  method: 'PUT',
  path: '/api/plans/{planId}/meeting-rhythm',
  operationId: 'setMeetingRhythm',
  tag: 'meeting',
  permission: 'plan.update',
  summary: 'Sets days and times of the plan’s meetings; a kind that is left out does not meet',
  params: z.strictObject({ planId: Id }),
  body: z.strictObject({ items: z.array(MeetingRhythm).max(3) }),
  response: z.object({ items: z.array(MeetingRhythm) }),
})

export const listBriefConfirmations = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/meetings/{meetingId}/confirmations',
  operationId: 'listBriefConfirmations',
  tag: 'meeting',
  permission: 'record.read',
  summary: 'Who has confirmed the own brief of a kick-off',
  params: MeetingParams,
  response: z.object({ items: z.array(z.object({ memberId: Id, name: z.string(), at: Instant })) }),
})

export const confirmBrief = defineRoute({
  method: 'POST',
  path: '/api/plans/{planId}/meetings/{meetingId}/confirmations',
  operationId: 'confirmBrief',
  tag: 'meeting',
  permission: 'record.read',
  summary: 'The signed-in person confirms the own brief; a second time changes nothing',
  params: MeetingParams,
})
