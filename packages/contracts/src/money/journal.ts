import { EXPENSE_CATEGORIES } from '@yingce/domain/money/expense-category'
import { LEDGER_KINDS } from '@yingce/domain/money/ledger-entry'
import { MONEY_LEVELS } from '@yingce/domain/money/money-table'
import { z } from 'zod'
import { Fen, Id, Instant, LocalDate } from '../common.ts'
import { LedgerSource } from '../record/ledger.ts'
import { defineRoute } from '../route.ts'

const Kind = z.enum(LEDGER_KINDS)
const Category = z.enum(EXPENSE_CATEGORIES)
const Short = z.string().trim().min(1).max(200)

/** One entry of the ledger 支出台账, in the plan's currency; it is never edited. */
export const JournalEntry = z.object({
  id: Id,
  kind: Kind,
  date: LocalDate,
  /** Fen; negative in a reversal, and where a spend was typed lower in the tracker. */
  amount: Fen,
  taskId: Id.nullable(),
  budgetLineId: Id.nullable(),
  category: Category.nullable(),
  payee: z.string().nullable(),
  account: z.string().nullable(),
  note: z.string().nullable(),
  /** Number of the receipt or invoice. */
  receipt: z.string().nullable(),
  /** Of an expense: the contract that it pays. */
  commitmentId: Id.nullable(),
  /** Of a commitment: what is not yet a cost, fen. */
  open: Fen.nullable(),
  reversalOf: Id.nullable(),
  reversedBy: Id.nullable(),
  /** `journal` was posted here; the others come from the tracker and from imports. */
  source: LedgerSource,
  /** The receipt was held against the payment by finance. */
  isReconciled: z.boolean(),
  by: z.string().nullable(),
  createdAt: Instant,
})
export type JournalEntry = z.infer<typeof JournalEntry>

/** What an entry would overspend, or has overspent. */
export const Overspend = z.object({
  level: z.enum([...MONEY_LEVELS, 'account']),
  id: z.string().nullable(),
  name: z.string().nullable(),
  planned: Fen.nullable(),
  before: Fen,
  after: Fen,
  /** A hard limit: posting is refused. */
  isBlocking: z.boolean(),
})

const NewEntry = z.strictObject({
  kind: Kind,
  date: LocalDate,
  amount: Fen,
  taskId: Id.nullish(),
  budgetLineId: Id.nullish(),
  category: Category.nullish(),
  payee: Short.nullish(),
  account: Short.nullish(),
  note: z.string().trim().max(2000).nullish(),
  receipt: Short.nullish(),
  commitmentId: Id.nullish(),
})
export type NewEntry = z.infer<typeof NewEntry>

const PlanParams = z.strictObject({ planId: Id })
const EntryParams = z.strictObject({ planId: Id, entryId: Id })

export const listJournal = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/money/entries',
  operationId: 'listJournal',
  tag: 'money',
  permission: 'budget.read',
  summary: 'Entries of the ledger, newest first, with the sum of all that fit the filter',
  params: PlanParams,
  query: z.strictObject({
    kind: Kind.optional(),
    category: Category.optional(),
    /** Part of the payee’s name. */
    payee: z.string().trim().max(200).optional(),
    account: z.string().trim().max(200).optional(),
    taskId: Id.optional(),
    budgetLineId: Id.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    cursor: z.string().max(200).optional(),
  }),
  response: z.object({
    currency: z.string(),
    items: z.array(JournalEntry),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
    sum: Fen,
  }),
})

export const previewEntry = defineRoute({
  method: 'POST',
  path: '/api/plans/{planId}/money/preview',
  operationId: 'previewEntry',
  tag: 'money',
  permission: 'record.update',
  summary: 'What an entry would overspend; writes nothing',
  status: 200,
  isIdempotencyOff: true,
  params: PlanParams,
  body: NewEntry,
  response: z.object({ overspends: z.array(Overspend) }),
  errors: ['rule_violated'],
})

export const postEntry = defineRoute({
  method: 'POST',
  path: '/api/plans/{planId}/money/entries',
  operationId: 'postEntry',
  tag: 'money',
  permission: 'record.update',
  summary:
    'Posts an entry. Whoever may report spend may post an expense of a task; everything else needs budget.update. Overspend is told, and refused only by a hard limit',
  status: 201,
  params: PlanParams,
  body: NewEntry,
  response: z.object({ id: Id, overspends: z.array(Overspend) }),
  errors: ['rule_violated'],
})

export const reverseEntry = defineRoute({
  method: 'POST',
  path: '/api/plans/{planId}/money/entries/{entryId}/reverse',
  operationId: 'reverseEntry',
  tag: 'money',
  permission: 'budget.update',
  summary: 'Takes an entry back by its counter entry, with a reason; once',
  status: 201,
  params: EntryParams,
  body: z.strictObject({ date: LocalDate, reason: z.string().trim().min(1).max(2000) }),
  response: z.object({ id: Id }),
  errors: ['wrong_state', 'rule_violated'],
})

export const reconcileEntry = defineRoute({
  method: 'PUT',
  path: '/api/plans/{planId}/money/entries/{entryId}/reconciliation',
  operationId: 'reconcileEntry',
  tag: 'money',
  permission: 'budget.update',
  summary:
    'Says that the receipt of an entry was held against it, with the receipt’s number, or takes that back',
  params: EntryParams,
  body: z.strictObject({ isReconciled: z.boolean(), receipt: Short.nullish() }),
  errors: ['rule_violated'],
})
