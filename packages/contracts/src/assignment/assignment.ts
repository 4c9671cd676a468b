import { LINE_FIELDS, OPERATORS, WHOLE_BPS } from '@yingce/domain/assignment/assignment-rule'
import { z } from 'zod'
import { CurrencyCode, Fen, Id } from '../common.ts'
import { defineRoute } from '../route.ts'

const MAX_RULES = 500
const Name = z.string().trim().min(1).max(120)

/** 1 is the first part of a name, −1 the last. */
export const NAME_PARTS = { min: -20, max: 20 } as const

const ConditionShape = z.strictObject({
  field: z.enum(LINE_FIELDS),
  operator: z.enum(OPERATORS),
  value: z.string().trim().max(400),
  /** Only with `part`. */
  part: z.number().int().min(NAME_PARTS.min).max(NAME_PARTS.max).nullable(),
})

const Target = z.strictObject({
  planId: Id,
  strategy: Name.nullable(),
  creator: Name.nullable(),
  /** Empty: to the plan alone. Else they sum to 10,000 (100 %). */
  shares: z.array(z.strictObject({ taskId: Id, shareBps: z.number().int().min(0).max(WHOLE_BPS) })).max(50),
})

export const RuleBody = z.strictObject({
  /** Of a rule that is there; a new one has none. */
  id: Id.optional(),
  name: Name,
  conditions: z.array(ConditionShape).max(20),
  target: Target,
})
export type RuleBody = z.infer<typeof RuleBody>

const Amount = z.object({ currency: CurrencyCode, costFen: Fen })

/** Where lines are; null stands for the bucket of unassigned ones. */
const Place = z.object({
  planId: Id,
  planName: z.string(),
  strategy: z.string().nullable(),
  creator: z.string().nullable(),
  tasks: z.array(z.object({ taskId: Id, name: z.string(), shareBps: z.number().int() })),
})
export type AssignmentPlace = z.infer<typeof Place>

export const AssignmentOverview = z.object({
  /** To be given back when the rules are saved: somebody else may have changed them meanwhile. */
  version: z.string(),
  /** In the order in which they are tried. */
  rules: z.array(
    RuleBody.extend({
      id: Id,
      place: Place,
      /** Lines and money that it takes, over all time. */
      lines: z.number().int(),
      amounts: z.array(Amount),
    }),
  ),
  unassigned: z.object({
    lines: z.number().int(),
    amounts: z.array(Amount),
    /** The ones with the most money. */
    campaigns: z.array(
      z.object({
        source: z.string(),
        account: z.string().nullable(),
        channel: z.string().nullable(),
        /** Name or, without one, id of the campaign; of ad group, ad or content where no campaign is named. Null: none of these. */
        named: z.object({ field: z.enum(LINE_FIELDS), value: z.string() }).nullable(),
        lines: z.number().int(),
        currency: CurrencyCode,
        costFen: Fen,
      }),
    ),
  }),
})
export type AssignmentOverview = z.infer<typeof AssignmentOverview>

const Rules = z.array(RuleBody).max(MAX_RULES)

export const getAssignment = defineRoute({
  method: 'GET',
  path: '/api/assignment',
  operationId: 'getAssignment',
  tag: 'metrics',
  permission: 'record.read',
  summary:
    'Rules that map imported lines to plans and tasks, with the lines and money each takes, and what is unassigned',
  response: AssignmentOverview,
})

export const previewAssignment = defineRoute({
  method: 'POST',
  path: '/api/assignment/preview',
  operationId: 'previewAssignment',
  tag: 'metrics',
  permission: 'import.run',
  summary: 'What these rules would move, from where to where; nothing is changed',
  isIdempotencyOff: true,
  body: z.strictObject({ rules: Rules }),
  response: z.object({
    moves: z.array(
      z.object({
        from: Place.nullable(),
        to: Place.nullable(),
        lines: z.number().int(),
        facts: z.number().int(),
        currency: CurrencyCode,
        costFen: Fen,
      }),
    ),
  }),
  errors: ['rule_violated'],
})

export const saveAssignment = defineRoute({
  method: 'PUT',
  path: '/api/assignment',
  operationId: 'saveAssignment',
  tag: 'metrics',
  permission: 'import.run',
  summary: 'Put these rules in place of the present ones and assign all history by them',
  body: z.strictObject({ version: z.string().max(100), rules: Rules }),
  response: AssignmentOverview,
  errors: ['rule_violated', 'wrong_state'],
})
