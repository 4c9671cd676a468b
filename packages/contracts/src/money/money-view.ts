import { COST_BASES } from '@yingce/domain/money/cost-basis'
import { MONEY_LEVELS } from '@yingce/domain/money/money-table'
import { REVENUE_KINDS } from '@yingce/domain/review/return-figures'
import { z } from 'zod'
import { Fen, Id, LocalDate } from '../common.ts'
import { defineRoute } from '../route.ts'

/** One row of planned, committed, actual, remaining; fen of the plan’s currency. */
export const MoneyRow = z.object({
  level: z.enum(MONEY_LEVELS),
  /** Record or category; null: what names none of the level. */
  id: z.string().nullable(),
  name: z.string().nullable(),
  planned: Fen.nullable(),
  committed: Fen.nullable(),
  /** Of the committed: not yet a cost. */
  open: Fen.nullable(),
  actual: Fen.nullable(),
  remaining: Fen.nullable(),
  isHardLimit: z.boolean(),
})

export const getMoney = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/money',
  operationId: 'getMoney',
  tag: 'money',
  permission: 'budget.read',
  summary:
    'Planned, committed, actual and remaining at every level; accounts; spend held against its other sources',
  params: z.strictObject({ planId: Id }),
  response: z.object({
    currency: z.string(),
    /** The plan, its phases, budget lines, categories, then tasks with money (the first 500). */
    rows: z.array(MoneyRow),
    taskRowCount: z.number().int(),
    accounts: z.array(
      z.object({
        account: z.string(),
        toppedUp: Fen,
        bonusCredit: Fen,
        consumed: Fen,
        rebate: Fen,
        balance: Fen,
        bonusUsed: Fen,
      }),
    ),
    /** Tracker spend, effect-table cost and platform consumption per channel: compared, never added. */
    reconciliation: z.array(
      z.object({
        channel: z.string().nullable(),
        trackerSpent: Fen.nullable(),
        effectCost: Fen.nullable(),
        platformCost: Fen.nullable(),
        /** effectCost − trackerSpent. */
        difference: Fen,
      }),
    ),
    /** Contracts that expenses may still be paid on. */
    openContracts: z.array(z.object({ id: Id, payee: z.string().nullable(), open: Fen })),
  }),
})

const Source = z.enum(['ledger', 'effect_table', 'facts', 'assumption', 'baseline']).nullable()

/** What would have come anyway, and how that was estimated (rule 8). */
export const RevenueBaseline = z.object({
  method: z.literal('same_weekdays_of_four_weeks'),
  from: LocalDate,
  to: LocalDate,
  /** Channels whose whole revenue is compared with what they brought before. */
  channels: z.array(z.string()),
  actual: Fen,
  /** null: some days have nothing to be compared with, `missing` tells how many. */
  amount: Fen.nullable(),
  missing: z.number().int(),
})
export type RevenueBaseline = z.infer<typeof RevenueBaseline>

export const getReturn = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/money/return',
  operationId: 'getReturn',
  tag: 'money',
  permission: 'budget.read',
  summary: 'ROAS, ROI, CPA and CAC of the plan from totals, with the cost basis and what the revenue is',
  params: z.strictObject({ planId: Id }),
  query: z.strictObject({
    basis: z.enum(COST_BASES).default('consumption'),
    revenue: z.enum(REVENUE_KINDS).default('attributed'),
    /** Average order value in fen, for estimated revenue. */
    aov: z.coerce.number().int().min(1).max(1e12).optional(),
    /** Gross margin, 0–1: adds 毛利ROI and the break-even ROAS. */
    margin: z.coerce.number().gt(0).max(1).optional(),
  }),
  response: z.object({
    currency: z.string(),
    basis: z.enum(COST_BASES),
    revenueKind: z.enum(REVENUE_KINDS),
    /** What the cost is made of: cost − rebate − bonus credit used is the cash basis. */
    costs: z.object({ cost: Fen.nullable(), rebate: Fen, bonusUsed: Fen, onBasis: Fen.nullable() }),
    revenue: z.object({
      amount: Fen.nullable(),
      source: Source,
      /** Of incremental revenue that nobody recorded: actual less what came before. */
      baseline: RevenueBaseline.nullable(),
    }),
    conversions: z.object({ count: z.number().nullable(), source: Source }),
    newCustomers: z.object({ count: z.number().nullable(), source: Source }),
    figures: z.array(
      z.object({
        key: z.enum(['roas', 'roi', 'grossMarginRoi', 'breakEvenRoas', 'cpa', 'cac']),
        value: z.number().nullable(),
        numerator: z.number().nullable(),
        denominator: z.number().nullable(),
      }),
    ),
  }),
})
