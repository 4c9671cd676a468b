import { COST_BASES } from '@yingce/domain/metrics/acquisition-cost'
import { KPI_STATUSES } from '@yingce/domain/objective/kpi-status'
import { z } from 'zod'
import { Fen, Id, LocalDate, Ratio } from '../common.ts'
import { BoardEvent } from '../board/board-event.ts'
import { StatusPolicy } from '../workspace/status-policy.ts'
import { defineRoute } from '../route.ts'

export const KpiStatus = z.enum(KPI_STATUSES)

/** A ratio with what it was computed from, so that the page can show the formula. */
export const Formula = z.object({ value: Ratio.nullable(), numerator: z.number(), denominator: z.number() })

const Progress = z.object({
  /** Finished tasks / tasks. */
  byCount: Formula,
  /** Σ weight × progress / Σ weight. */
  byWeight: Formula,
  /** Σ budget × progress / Σ budget, fen. */
  byBudget: Formula,
  /** Where we should be today (rules of pacing). */
  expected: Ratio.nullable(),
})

const TaskRef = z.object({
  id: Id,
  name: z.string(),
  owner: z.string().nullable(),
  phaseName: z.string().nullable(),
})

/** Metrics of one row of the effect analysis or of its total; each null where a part is missing. */
export const EffectMetrics = z.object({
  impressions: z.number().nullable(),
  clicks: z.number().nullable(),
  conversions: z.number().nullable(),
  cost: Fen.nullable(),
  revenue: Fen.nullable(),
  ctr: Ratio.nullable(),
  cvr: Ratio.nullable(),
  /** Fen per conversion, not rounded. */
  cpa: z.number().nullable(),
  /** revenue / cost. */
  roas: z.number().nullable(),
  /** (revenue − cost) / cost. */
  roi: z.number().nullable(),
})

export const EffectRow = EffectMetrics.extend({
  id: Id,
  channel: z.string(),
  content: z.string().nullable(),
  /** The worst over the targets that name this channel or content; null: none does. */
  status: KpiStatus.nullable(),
  /** Those targets as written, each with its own status. */
  targets: z.array(z.object({ text: z.string(), status: KpiStatus })),
  statedStatus: z.string().nullable(),
  advice: z.string().nullable(),
  /** Stated figures that the arithmetic does not give. */
  disagreements: z.array(
    z.object({ field: z.string(), stated: z.number(), computed: z.number().nullable() }),
  ),
})

export const EffectAnalysis = z.object({
  rows: z.array(EffectRow),
  total: EffectMetrics,
  /** What the sheet's "ROI" column is by its arithmetic; null: the sheet has none. */
  statedReturnIs: z.enum(['roas', 'roi', 'unknown']).nullable(),
  statedReturnMatches: z.number().int(),
  statedReturnRows: z.number().int(),
})

export const Contradiction = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  entity: z.string(),
  recordId: Id,
  recordName: z.string(),
  fields: z.array(z.string()),
  params: z.record(z.string(), z.unknown()),
})

export const BoardKpi = z.object({
  recordId: Id,
  entity: z.enum(['task', 'target']),
  source: z.string(),
  metric: z.string(),
  /** By what a cost is divided where its name (获客成本) leaves it open; else null. */
  costBase: z.enum(COST_BASES).nullable(),
  /** As written. */
  targetText: z.string(),
  /** The figure of this target as written; the whole cell where none could be told. */
  actualText: z.string().nullable(),
  /** Of a target for every unit: how many there are, `actualText` being the worst's; else null. */
  units: z.number().int().nullable(),
  attainment: Ratio.nullable(),
  status: KpiStatus,
  per: z.string().nullable(),
})

export const PlanBoard = z.object({
  today: LocalDate,
  period: z.object({
    start: LocalDate.nullable(),
    end: LocalDate.nullable(),
    week: z.number().int().nullable(),
    daysLeft: z.number().int().nullable(),
    phase: z.string().nullable(),
    elapsed: Ratio.nullable(),
  }),
  phases: z.array(
    z.object({
      id: Id,
      name: z.string(),
      start: LocalDate.nullable(),
      end: LocalDate.nullable(),
      taskCount: z.number().int(),
      doneCount: z.number().int(),
      progress: Ratio.nullable(),
      budget: Fen.nullable(),
      spent: Fen.nullable(),
      state: z.enum(['not_started', 'in_progress', 'done']),
    }),
  ),
  taskCount: z.number().int(),
  doneCount: z.number().int(),
  inProgressCount: z.number().int(),
  progress: Progress,
  money: z.object({
    currency: z.string(),
    planned: Fen.nullable(),
    spent: Fen.nullable(),
    remaining: Fen.nullable(),
    /** Apart from planned, never inside remaining. */
    reserve: Fen.nullable(),
    total: Fen.nullable(),
  }),
  /** What the targets are judged by. */
  policy: StatusPolicy,
  kpis: z.array(BoardKpi),
  kpiCounts: z.object({
    met: z.number().int(),
    at_risk: z.number().int(),
    missed: z.number().int(),
    target_unclear: z.number().int(),
    no_data: z.number().int(),
    not_started: z.number().int(),
  }),
  late: z.array(TaskRef.extend({ plannedEnd: LocalDate, days: z.number().int() })),
  lateCount: z.number().int(),
  next: z.array(TaskRef.extend({ date: LocalDate, what: z.enum(['starts', 'ends']) })),
  issues: z.array(TaskRef.extend({ text: z.string(), solution: z.string().nullable() })),
  contradictions: z.array(Contradiction),
  contradictionCount: z.number().int(),
  effect: EffectAnalysis.nullable(),
  /** Tracker spend against effect-table cost: two sources, never added. */
  reconciliation: z
    .object({
      trackerSpend: Fen,
      effectCost: Fen,
      /** Consumption of the facts assigned to the plan, in its currency; null: there are none. */
      platformCost: Fen.nullable(),
      difference: Fen,
      channels: z.array(
        z.object({
          channel: z.string().nullable(),
          trackerSpend: Fen.nullable(),
          effectCost: Fen.nullable(),
          difference: Fen.nullable(),
        }),
      ),
    })
    .nullable(),
  /** Daily totals over all channels, ascending. */
  daily: z.array(
    z.object({
      day: LocalDate,
      impressions: z.number().nullable(),
      clicks: z.number().nullable(),
      conversions: z.number().nullable(),
      cost: Fen.nullable(),
      revenue: Fen.nullable(),
      ctr: Ratio.nullable(),
      roas: z.number().nullable(),
    }),
  ),
  /** Adjustments and competitor events that touch the days of `daily`. */
  events: z.array(BoardEvent),
})
export type PlanBoard = z.infer<typeof PlanBoard>

export const getPlanBoard = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/board',
  operationId: 'getPlanBoard',
  tag: 'plan',
  permission: 'plan.read',
  summary: 'Everything that the plan board shows, computed from the records',
  params: z.strictObject({ planId: Id }),
  response: PlanBoard,
})
