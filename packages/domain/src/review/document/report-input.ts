import type { StatusPolicy } from '../../objective/status-policy.ts'
import type { CostBase } from '../../metrics/acquisition-cost.ts'
import type { EffectFacts } from '../effect-analysis.ts'
import type { EffectRevenue } from '../effect-revenue.ts'

/** A figure with the two it was computed from. */
interface Formula {
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number
}

interface TaskRef {
  readonly name: string
  readonly owner: string | null
  readonly phaseName: string | null
}

export type ReportKpiStatus = 'met' | 'at_risk' | 'missed' | 'target_unclear' | 'no_data' | 'not_started'

export interface ReportKpi {
  readonly entity: 'task' | 'target'
  /** The task or target it stands at. */
  readonly source: string
  readonly metric: string
  /** By what a cost is divided where its name leaves it open. */
  readonly costBase: CostBase | null
  readonly targetText: string
  readonly actualText: string | null
  /** Of a target for every unit: how many there are, `actualText` being the worst's; else null. */
  readonly units: number | null
  readonly attainment: number | null
  readonly status: ReportKpiStatus
}

export interface ReportEffectRow extends EffectFacts {
  readonly channel: string
  readonly content: string | null
  readonly advice: string | null
  readonly disagreements: readonly {
    readonly field: string
    readonly stated: number
    readonly computed: number | null
  }[]
}

/** What a report needs of the plan's board; money in fen, ratios 0–1. */
export interface ReportBoard {
  readonly today: string
  readonly period: {
    readonly start: string | null
    readonly end: string | null
    readonly week: number | null
    readonly daysLeft: number | null
    readonly phase: string | null
  }
  readonly phases: readonly {
    readonly name: string
    readonly taskCount: number
    readonly doneCount: number
    readonly progress: number | null
    readonly budget: number | null
    readonly spent: number | null
  }[]
  readonly taskCount: number
  readonly doneCount: number
  readonly progress: {
    readonly byCount: Formula
    readonly byWeight: Formula
    readonly expected: number | null
  }
  readonly money: {
    readonly currency: string
    readonly planned: number | null
    readonly spent: number | null
    readonly remaining: number | null
    readonly reserve: number | null
    readonly total: number | null
  }
  readonly policy: StatusPolicy
  readonly kpis: readonly ReportKpi[]
  readonly kpiCounts: Readonly<Record<ReportKpiStatus, number>>
  readonly late: readonly (TaskRef & { readonly plannedEnd: string; readonly days: number })[]
  readonly lateCount: number
  readonly next: readonly (TaskRef & { readonly date: string; readonly what: 'starts' | 'ends' })[]
  readonly issues: readonly (TaskRef & { readonly text: string; readonly solution: string | null })[]
  readonly contradictions: readonly {
    readonly code: string
    readonly recordName: string
    readonly params: Readonly<Record<string, unknown>>
  }[]
  readonly contradictionCount: number
  readonly effect: {
    /** Absent: as stated. */
    readonly revenueIs?: EffectRevenue
    readonly rows: readonly ReportEffectRow[]
    readonly statedReturnIs: 'roas' | 'roi' | 'unknown' | null
    readonly statedReturnMatches: number
    readonly statedReturnRows: number
  } | null
  readonly reconciliation: {
    readonly trackerSpend: number
    readonly effectCost: number
    readonly difference: number
    readonly channels: readonly {
      readonly channel: string | null
      readonly trackerSpend: number | null
      readonly effectCost: number | null
      readonly difference: number | null
    }[]
  } | null
  readonly daily: readonly {
    readonly day: string
    readonly cost: number | null
    readonly ctr: number | null
  }[]
}

export interface ReportPlan {
  readonly name: string
}

export type ReportLocale = 'zh-CN' | 'en'
