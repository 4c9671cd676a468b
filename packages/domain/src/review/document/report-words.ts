import type { EffectRevenue } from '../effect-revenue.ts'
import type { StatusPolicy } from '../../objective/status-policy.ts'
import type { CostBase } from '../../metrics/acquisition-cost.ts'
import type { ReportKpiStatus, ReportLocale } from './report-input.ts'
import { ENGLISH } from './report-words-en.ts'
import { CHINESE } from './report-words-zh.ts'

/** Column titles of the report's tables. */
export type ReportColumn =
  | 'source'
  | 'metric'
  | 'target'
  | 'actual'
  | 'attainment'
  | 'status'
  | 'channel'
  | 'content'
  | 'impressions'
  | 'clicks'
  | 'ctr'
  | 'conversions'
  | 'cvr'
  | 'cost'
  | 'cpa'
  | 'sales'
  | 'roas'
  | 'roi'
  | 'advice'
  | 'phase'
  | 'tasks'
  | 'done'
  | 'budget'
  | 'spent'
  | 'share'
  | 'progress'
  | 'trackerSpend'
  | 'effectCost'
  | 'difference'
  | 'task'
  | 'owner'
  | 'plannedEnd'
  | 'daysLate'
  | 'issue'
  | 'solution'
  | 'date'
  | 'event'

/** Everything a report says in one language. Figures arrive formatted. */
export interface ReportWords {
  readonly title: string
  readonly columns: Readonly<Record<ReportColumn, string>>
  readonly status: Readonly<Record<ReportKpiStatus, string>>
  /** Number of a section before its heading: "一、", "1. ". */
  readonly numbered: (index: number, heading: string) => string
  readonly join: (parts: readonly string[]) => string
  readonly listed: (names: readonly string[], rest: number) => string
  readonly table: (number: number, caption: string) => string
  readonly figure: (number: number, caption: string) => string
  readonly days: (count: number) => string
  readonly colon: string
  /** A metric of a task, told apart from the same metric of another. */
  /** A cost whose name leaves open by what it is divided. */
  readonly ofBase: (metric: string, base: CostBase) => string
  readonly ofTask: (task: string, metric: string) => string
  /** A task with its owner. */
  readonly named: (name: string, owner: string) => string
  readonly sentenceEnd: string
  /** Between clauses of a line. */
  readonly clauseEnd: string
  /** Of a target for every unit: the worst of so many. */
  readonly worstOf: (text: string, units: number) => string
  readonly total: string
  readonly pageFooter: string
  readonly facts: {
    readonly plan: string
    readonly period: string
    readonly asOf: string
    readonly state: string
    readonly currency: string
    readonly between: (start: string, end: string) => string
    readonly running: (week: number | null, phase: string | null, daysLeft: number) => string
    readonly ended: string
    readonly notStarted: string
  }
  readonly headings: Readonly<
    Record<
      'conclusion' | 'targets' | 'channels' | 'money' | 'work' | 'contradictions' | 'next' | 'method',
      string
    >
  >
  readonly conclusion: {
    readonly kpisAllMet: string
    readonly kpisMet: (met: number, judged: number) => string
    readonly overBudget: string
    readonly inBudget: string
    readonly ahead: string
    readonly behind: (points: string) => string
    readonly onTime: string
    readonly noData: string
    readonly tasks: (today: string, done: string, all: string, share: string) => string
    readonly expected: (
      progress: string,
      expected: string,
      isBehind: boolean | null,
      points: string,
    ) => string
    readonly money: (spent: string, planned: string, share: string, remaining: string) => string
    readonly spentOnly: (spent: string) => string
    readonly over: (spent: string, planned: string, by: string) => string
    readonly reserve: (reserve: string) => string
    readonly effect: (cost: string, conversions: string, sales: string) => string
    /** @param roi with its name */
    readonly returns: (cpa: string, roas: string, roi: string) => string
    readonly bestAndWorst: (best: string, bestRoas: string, worst: string, worstRoas: string) => string
    readonly kpis: (judged: number, met: number, atRisk: number, missed: number) => string
    readonly kpisOpen: (noData: number, notStarted: number, unclear: number) => string
    readonly missed: (names: string) => string
    readonly late: (count: number, name: string, days: number) => string
    readonly contradictions: (count: number) => string
  }
  readonly figures: {
    readonly tasks: string
    readonly tasksNote: (progress: string) => string
    readonly spent: string
    readonly spentNote: (share: string) => string
    readonly roas: string
    readonly cpa: string
    readonly cpaNote: (conversions: string) => string
    readonly kpis: string
    readonly kpisNote: (missed: number, atRisk: number) => string
  }
  readonly targets: {
    readonly ofPlan: string
    readonly ofTasks: string
    readonly notStarted: (names: string) => string
    readonly note: (policy: StatusPolicy) => string
    readonly more: (count: number) => string
    readonly none: string
  }
  readonly channels: {
    readonly traffic: string
    readonly returns: string
    readonly contents: string
    readonly roasChart: string
    readonly costChart: string
    readonly ctrChart: string
    readonly ratioNote: string
    readonly returnIs: (kind: 'roas' | 'roi' | 'unknown', matches: number, rows: number) => string
    readonly disagreement: (row: string, field: string, stated: string, computed: string) => string
    readonly disagreements: string
    readonly best: (channel: string, roas: string) => string
    readonly peak: (day: string, cost: string) => string
    readonly ctrRange: (low: string, high: string) => string
    readonly none: string
  }
  readonly money: {
    readonly caption: string
    readonly note: (reserve: string | null) => string
    readonly total: (total: string, planned: string, reserve: string) => string
    readonly reconciliation: string
    readonly reconciliationNote: string
    readonly sourcesAgree: (amount: string) => string
    readonly noChannel: string
    readonly none: string
  }
  readonly work: {
    readonly late: string
    readonly lateMore: (shown: number, all: number) => string
    readonly noneLate: string
    readonly issues: string
    readonly noSolution: string
  }
  readonly contradictions: {
    readonly intro: (count: number) => string
    readonly none: string
    readonly sentence: Readonly<Record<string, (params: Readonly<Record<string, string>>) => string>>
    readonly taskStatus: Readonly<Record<string, string>>
  }
  readonly next: {
    readonly late: (names: string) => string
    readonly missed: (names: string) => string
    readonly noData: (names: string) => string
    readonly unclear: (names: string) => string
    readonly noSolution: (names: string) => string
    readonly contradictions: (count: number) => string
    readonly caption: string
    readonly starts: string
    readonly ends: string
    readonly none: string
  }
  readonly method: (revenue: EffectRevenue) => readonly string[]
  /** "ROI 2.17" with the kind of its revenue where that is not the stated one. */
  readonly roiOf: (roi: string, revenue: EffectRevenue) => string
  readonly statedFields: Readonly<Record<string, string>>
}

export const REPORT_WORDS: Readonly<Record<ReportLocale, ReportWords>> = { 'zh-CN': CHINESE, en: ENGLISH }
