import { z } from 'zod'
import { Fen, Id, Instant, LocalDate } from '../common.ts'
import { defineRoute } from '../route.ts'

/** Where an entry came from; `journal`: posted with its payee, account and receipt (contracts/money). */
export const LedgerSource = z.enum(['tracker', 'opening', 'reversal', 'sample', 'journal'])

/**
 * Ledger entry 支出: append-only. A spend typed cumulatively in the tracker posts
 * the difference (`tracker`), an imported one is the opening entry (`opening`),
 * taking an import or a task back posts the reverse (`reversal`). The cost of a task
 * that was posted with payee and receipt is in it too (`journal`).
 */
export const LedgerEntry = z.object({
  id: Id,
  taskId: Id,
  date: LocalDate,
  amount: Fen,
  source: LedgerSource,
  note: z.string().nullable(),
  createdAt: Instant,
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

export const listLedger = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/ledger',
  operationId: 'listLedger',
  tag: 'budget',
  permission: 'record.read',
  summary: 'Spend of the plan’s tasks, newest first, with its sum',
  params: z.strictObject({ planId: Id }),
  query: z.strictObject({
    taskId: Id.optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
    cursor: z.string().max(200).optional(),
  }),
  response: z.object({ items: z.array(LedgerEntry), nextCursor: z.string().nullable(), sum: Fen }),
})
