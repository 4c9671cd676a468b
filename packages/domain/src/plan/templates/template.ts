import type { Weekday } from '../../calendar/local-date.ts'

/** A wording in both languages: 中文, English. */
export type Wording = readonly [zh: string, en: string]

/**
 * A day that follows the plan's start: "week 5 Monday", or so many calendar
 * days after the day of the event (D; negative = before it).
 */
export type RelativeDay =
  | { readonly week: number; readonly weekday: Weekday }
  | { readonly fromEvent: number }

export interface TemplatePhase {
  readonly key: string
  readonly name: Wording
  readonly goal: Wording
  /** First and last week, both included. */
  readonly weeks: readonly [from: number, to: number]
}

export interface TemplateTask {
  readonly phase: string
  readonly name: Wording
  readonly owner: OwnerRole
  readonly start: RelativeDay
  /** Length in days of its basis, first and last included. */
  readonly days: number
  /** Publishing, media and events run on every day (`calendar`); research, design, contracts and approvals on working days. */
  readonly basis: 'calendar' | 'working'
  /** Basis points of the distributable budget; all tasks of a template sum to 10,000. */
  readonly budgetBp: number
  /** Budget line the money of the task belongs to; null for tasks that cost nothing. */
  readonly line: string | null
  readonly standard: Wording
  readonly kpi: Wording | null
  /** Names (Chinese) of the tasks that must be finished before. */
  readonly after: readonly string[]
  readonly isMilestone: boolean
}

/**
 * A core KPI. Its figure is fixed, or follows the total budget so that a plan
 * of any size starts with a target of the right order:
 * `timesTotal` = so many times the total; `costEach` = one for so many yuan.
 */
export interface TemplateKpi {
  readonly dimension: Wording
  readonly indicator: Wording
  readonly target:
    | { readonly text: Wording }
    | { readonly timesTotal: number }
    | { readonly costEach: number; readonly unit: Wording }
  readonly path: Wording
  readonly owner: OwnerRole
}

export interface TemplateRisk {
  readonly name: Wording
  readonly category: RiskCategory
  readonly likelihood: Grade
  readonly impact: Grade
  readonly trigger: Wording
  readonly response: Wording
  readonly owner: OwnerRole
}

export interface PlanTemplate {
  readonly id: TemplateId
  readonly name: Wording
  readonly summary: Wording
  /** What the event day D is in this kind of plan. */
  readonly event: {
    readonly name: Wording
    readonly day: { readonly week: number; readonly weekday: Weekday }
  }
  /** Reserve in basis points of the total. */
  readonly reserveBp: number
  readonly lines: Readonly<Record<string, Wording>>
  readonly phases: readonly TemplatePhase[]
  readonly tasks: readonly TemplateTask[]
  readonly kpis: readonly TemplateKpi[]
  readonly risks: readonly TemplateRisk[]
}

export const TEMPLATE_IDS = ['new_product_launch', 'brand_event', 'channel_expansion', 'repurchase'] as const
export type TemplateId = (typeof TEMPLATE_IDS)[number]

/** Roles that own tasks until people are named. */
export const OWNER_ROLES = {
  lead: ['市场经理', 'Marketing manager'],
  planner: ['策划专员', 'Campaign planner'],
  content: ['内容专员', 'Content specialist'],
  design: ['设计专员', 'Designer'],
  media: ['投放专员', 'Media buyer'],
  channel: ['渠道经理', 'Channel manager'],
  data: ['数据专员', 'Data analyst'],
  crm: ['用户运营', 'Customer operations'],
  events: ['活动执行', 'Event crew'],
  legal: ['法务', 'Legal'],
} as const satisfies Record<string, Wording>
export type OwnerRole = keyof typeof OWNER_ROLES

export const RISK_CATEGORIES = {
  people: ['人员', 'People'],
  content: ['内容合规', 'Compliance'],
  effect: ['投放效果', 'Media effect'],
  supply: ['供应', 'Supply'],
  site: ['现场', 'On site'],
  opinion: ['舆情', 'Public opinion'],
} as const satisfies Record<string, Wording>
export type RiskCategory = keyof typeof RISK_CATEGORIES

export const GRADES = {
  low: ['低', 'Low'],
  medium: ['中', 'Medium'],
  high: ['高', 'High'],
} as const satisfies Record<string, Wording>
export type Grade = keyof typeof GRADES

export function week(number: number, weekday: Weekday): RelativeDay {
  return { week: number, weekday }
}

/** Calendar days from the event day: `day(-30)` is D−30. */
export function day(fromEvent: number): RelativeDay {
  return { fromEvent }
}

type When = readonly [start: RelativeDay, days: number, basis: TemplateTask['basis']]
type Money = readonly [line: string, budgetBp: number]
type Extra = Partial<Pick<TemplateTask, 'kpi' | 'after' | 'isMilestone'>> & { readonly money?: Money }

/** One task of a template, in the order in which people say it: where, what, who, when, done when. */
export function task(
  phase: string,
  name: Wording,
  owner: OwnerRole,
  when: When,
  standard: Wording,
  extra: Extra = {},
): TemplateTask {
  const [start, days, basis] = when
  const { money, kpi = null, after = [], isMilestone = false } = extra
  return {
    phase,
    name,
    owner,
    start,
    days,
    basis,
    budgetBp: money?.[1] ?? 0,
    line: money?.[0] ?? null,
    standard,
    kpi,
    after,
    isMilestone,
  }
}
