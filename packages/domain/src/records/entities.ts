import { COMPETITOR_EVENT_FIELDS } from './competitor-event.ts'
import type { FieldRange, FieldSet, FieldValues } from './field.ts'
import { METRIC_FACT_FIELDS } from './metric-fact-fields.ts'

/** Stored state of a task; 延期 (delayed) is never stored, it is derived (spec X3). */
export const TASK_STATUSES = [
  'not_started',
  'in_progress',
  'pending_acceptance',
  'done',
  'cancelled',
] as const
export type TaskStatus = (typeof TASK_STATUSES)[number]

/** 自然日 or 工作日: which days a duration counts. */
export const DAY_BASES = ['calendar', 'working'] as const

/** Budgets, spend so far and totals of a channel: less than nothing is a slip. Refunds and reversals are entries of the ledger. */
const FROM_ZERO = { min: 0, max: null } as const satisfies FieldRange
const WEIGHT = { min: 0, max: 1_000_000 } as const satisfies FieldRange

/** Phase 阶段 of a plan. */
export const PHASE_FIELDS = {
  name: { kind: 'text', required: true },
  goal: { kind: 'longText' },
  startDate: { kind: 'date' },
  endDate: { kind: 'date' },
  weight: { kind: 'number', range: WEIGHT },
} as const satisfies FieldSet

/** Task 任务: one row of the master tracker (T1), the task breakdown (T5), the activity plan (T7) or the Gantt table (T9). */
export const TASK_FIELDS = {
  phaseId: { kind: 'ref', to: 'phase' },
  coreObjective: { kind: 'longText' },
  name: { kind: 'text', required: true },
  owner: { kind: 'person' },
  plannedStart: { kind: 'date' },
  plannedEnd: { kind: 'date' },
  actualStart: { kind: 'date' },
  actualEnd: { kind: 'date' },
  budget: { kind: 'money', range: FROM_ZERO },
  spent: { kind: 'money', range: FROM_ZERO },
  progress: { kind: 'ratio', range: { min: 0, max: 1 } },
  status: { kind: 'choice', choices: TASK_STATUSES, initial: 'not_started' },
  kpi: { kind: 'targets' },
  reached: { kind: 'quantity' },
  issue: { kind: 'longText' },
  solution: { kind: 'longText' },
  remark: { kind: 'longText' },
  strategy: { kind: 'text' },
  description: { kind: 'longText' },
  standard: { kind: 'longText' },
  resources: { kind: 'longText' },
  riskPlan: { kind: 'longText' },
  dependency: { kind: 'text' },
  dayBasis: { kind: 'choice', choices: DAY_BASES, initial: 'calendar' },
  isMilestone: { kind: 'flag', initial: false },
  weight: { kind: 'number', range: WEIGHT, initial: 1 },
  baselineStart: { kind: 'date' },
  baselineEnd: { kind: 'date' },
  /** Meeting that agreed on it. */
  meetingId: { kind: 'ref', to: 'meeting' },
} as const satisfies FieldSet

/** Row of the phase execution detail 阶段执行明细表 (T2). */
export const EXECUTION_STEP_FIELDS = {
  phaseId: { kind: 'ref', to: 'phase' },
  startDate: { kind: 'date' },
  endDate: { kind: 'date' },
  name: { kind: 'text', required: true },
  steps: { kind: 'longText' },
  owner: { kind: 'person' },
  plannedFinish: { kind: 'dateTime' },
  actualFinish: { kind: 'dateTime' },
  status: { kind: 'choice', choices: TASK_STATUSES, initial: 'not_started' },
  statusNote: { kind: 'text' },
  coordination: { kind: 'longText' },
  feedback: { kind: 'longText' },
} as const satisfies FieldSet

/**
 * Row of the effect analysis 推广效果分析表 (T3). The counts and the money are
 * facts; every `stated…` field is what the sheet claims, kept beside what the
 * facts give and never used in a computation.
 */
export const CHANNEL_EFFECT_FIELDS = {
  channel: { kind: 'text', required: true },
  content: { kind: 'text' },
  impressions: { kind: 'count', range: FROM_ZERO },
  clicks: { kind: 'count', range: FROM_ZERO },
  conversions: { kind: 'count', range: FROM_ZERO },
  cost: { kind: 'money', range: FROM_ZERO },
  revenue: { kind: 'money' },
  statedCtr: { kind: 'ratio' },
  statedCvr: { kind: 'ratio' },
  statedCpa: { kind: 'money' },
  statedReturn: { kind: 'number' },
  statedStatus: { kind: 'text' },
  advice: { kind: 'longText' },
} as const satisfies FieldSet

/** Strategy with its resources 营销资源分配表 (T4). */
export const ALLOCATION_FIELDS = {
  strategy: { kind: 'text', required: true },
  budget: { kind: 'money', range: FROM_ZERO },
  people: { kind: 'text' },
  channel: { kind: 'text' },
  startDate: { kind: 'date' },
  endDate: { kind: 'date' },
  expected: { kind: 'targets' },
} as const satisfies FieldSet

/** Row of the effect review 营销效果复盘表 (T6). */
export const EFFECT_REVIEW_FIELDS = {
  strategy: { kind: 'text', required: true },
  target: { kind: 'targets' },
  actual: { kind: 'quantity' },
  statedAttainment: { kind: 'ratio' },
  gap: { kind: 'longText' },
  improvement: { kind: 'longText' },
  owner: { kind: 'person' },
  reviewDate: { kind: 'date' },
} as const satisfies FieldSet

/** Target of the plan 推广目标设定表 (T8); `actual` is entered or bound later. */
export const TARGET_FIELDS = {
  dimension: { kind: 'text' },
  indicator: { kind: 'text', required: true },
  target: { kind: 'targets' },
  actual: { kind: 'quantity' },
  baseline: { kind: 'quantity' },
  path: { kind: 'longText' },
  owner: { kind: 'person' },
  startDate: { kind: 'date' },
  endDate: { kind: 'date' },
} as const satisfies FieldSet

/** Budget line 预算项 (T10); the reserve 应急储备金 is a line with `isReserve`. */
export const BUDGET_LINE_FIELDS = {
  name: { kind: 'text', required: true },
  category: { kind: 'text' },
  share: { kind: 'ratio' },
  budget: { kind: 'money', range: FROM_ZERO },
  spent: { kind: 'money', range: FROM_ZERO },
  owner: { kind: 'person' },
  approval: { kind: 'text' },
  remark: { kind: 'longText' },
  isReserve: { kind: 'flag', initial: false },
  /** Entries of the ledger beyond the budget are refused instead of warned of. */
  isHardLimit: { kind: 'flag', initial: false },
} as const satisfies FieldSet

/** Risk 风险 with its response 预案 (T11). */
export const RISK_FIELDS = {
  name: { kind: 'text', required: true },
  category: { kind: 'text' },
  likelihood: { kind: 'text' },
  impact: { kind: 'text' },
  trigger: { kind: 'longText' },
  response: { kind: 'longText' },
  owner: { kind: 'person' },
  resources: { kind: 'longText' },
  state: { kind: 'text' },
} as const satisfies FieldSet

/** Row of the effect evaluation 推广效果评估表 (T12). */
export const EFFECT_EVALUATION_FIELDS = {
  metric: { kind: 'text', required: true },
  target: { kind: 'targets' },
  actual: { kind: 'quantity' },
  statedAttainment: { kind: 'ratio' },
  channelReturn: { kind: 'text' },
  analysis: { kind: 'longText' },
  advice: { kind: 'longText' },
} as const satisfies FieldSet

/** How bad an issue is 严重程度: 轻微, 一般, 严重. */
export const SEVERITIES = ['minor', 'normal', 'serious'] as const
export type Severity = (typeof SEVERITIES)[number]

/** State of an issue or of the action against its cause. */
export const ISSUE_STATES = ['open', 'in_progress', 'resolved'] as const

/** Entry of the issue log 问题记录 (X6): what went wrong, who solves it, and until when. */
export const ISSUE_FIELDS = {
  name: { kind: 'text', required: true },
  severity: { kind: 'choice', choices: SEVERITIES, initial: 'normal' },
  state: { kind: 'choice', choices: ISSUE_STATES, initial: 'open' },
  owner: { kind: 'person' },
  foundOn: { kind: 'date' },
  solution: { kind: 'longText' },
  solutionOwner: { kind: 'person' },
  dueDate: { kind: 'date' },
  resolvedOn: { kind: 'date' },
  taskId: { kind: 'ref', to: 'task' },
  metric: { kind: 'text' },
  channel: { kind: 'text' },
  alertId: { kind: 'ref', to: 'alert' },
} as const satisfies FieldSet

/**
 * Entry of the strategy adjustment log 策略调整记录 (X10). The metric before and
 * after is computed from the facts around `changedOn`, never typed.
 */
export const ADJUSTMENT_FIELDS = {
  name: { kind: 'text', required: true },
  reason: { kind: 'longText' },
  changedOn: { kind: 'date' },
  owner: { kind: 'person' },
  metric: { kind: 'text' },
  channel: { kind: 'text' },
  expected: { kind: 'longText' },
  taskId: { kind: 'ref', to: 'task' },
  alertId: { kind: 'ref', to: 'alert' },
  remark: { kind: 'longText' },
} as const satisfies FieldSet

/** Where a root cause lies. */
export const CAUSE_CATEGORIES = [
  'people',
  'process',
  'content',
  'channel',
  'product',
  'technology',
  'data',
  'outside',
] as const

/** 5-Why 根因分析 (M10): each answer with its evidence, then the cause and what is done about it. */
export const ROOT_CAUSE_FIELDS = {
  name: { kind: 'text', required: true },
  why1: { kind: 'longText' },
  evidence1: { kind: 'longText' },
  why2: { kind: 'longText' },
  evidence2: { kind: 'longText' },
  why3: { kind: 'longText' },
  evidence3: { kind: 'longText' },
  why4: { kind: 'longText' },
  evidence4: { kind: 'longText' },
  why5: { kind: 'longText' },
  evidence5: { kind: 'longText' },
  cause: { kind: 'longText' },
  category: { kind: 'choice', choices: CAUSE_CATEGORIES, initial: 'process' },
  corrective: { kind: 'longText' },
  preventive: { kind: 'longText' },
  owner: { kind: 'person' },
  dueDate: { kind: 'date' },
  issueId: { kind: 'ref', to: 'issue' },
  alertId: { kind: 'ref', to: 'alert' },
  taskId: { kind: 'ref', to: 'task' },
} as const satisfies FieldSet

/** 启动会, 日站会, 周例会, 月复盘会, the 复盘会 at the end, and any other. */
export const MEETING_KINDS = ['kick_off', 'stand_up', 'weekly', 'monthly', 'retrospective', 'other'] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]
export const MEETING_STATES = ['planned', 'running', 'closed'] as const

/**
 * Meeting of the plan (X5). The texts are typed together, each field merged by
 * itself; `figures` is what the data said when the meeting was closed, as JSON.
 */
export const MEETING_FIELDS = {
  name: { kind: 'text', required: true },
  kind: { kind: 'choice', choices: MEETING_KINDS, initial: 'stand_up' },
  state: { kind: 'choice', choices: MEETING_STATES, initial: 'planned' },
  startsAt: { kind: 'dateTime' },
  attendees: { kind: 'longText' },
  agenda: { kind: 'longText' },
  done: { kind: 'longText' },
  next: { kind: 'longText' },
  blocked: { kind: 'longText' },
  decisions: { kind: 'longText' },
  minutes: { kind: 'longText' },
  figures: { kind: 'longText' },
} as const satisfies FieldSet

/** Levels of the KPI tree: 结果指标, 过程指标, 基础指标. */
export const KPI_LEVELS = ['result', 'process', 'base'] as const
export type KpiLevel = (typeof KPI_LEVELS)[number]

/** Where the actual value of a node comes from: facts of the plan, or what somebody enters. */
export const KPI_BINDINGS = ['facts', 'entered'] as const
export type KpiBinding = (typeof KPI_BINDINGS)[number]

/**
 * Node of the KPI tree 指标树 (M3). `metric` is a key of the metric dictionary;
 * `actual` counts only where the binding is `entered`.
 */
export const KPI_NODE_FIELDS = {
  parentId: { kind: 'ref', to: 'kpi_node' },
  level: { kind: 'choice', choices: KPI_LEVELS, initial: 'process' },
  name: { kind: 'text', required: true },
  metric: { kind: 'text' },
  target: { kind: 'targets' },
  binding: { kind: 'choice', choices: KPI_BINDINGS, initial: 'facts' },
  actual: { kind: 'quantity' },
  baseline: { kind: 'quantity' },
  channel: { kind: 'text' },
  startDate: { kind: 'date' },
  endDate: { kind: 'date' },
  weight: { kind: 'number', range: WEIGHT, initial: 1 },
  benchmark: { kind: 'quantity' },
  benchmarkSource: { kind: 'text' },
  benchmarkDate: { kind: 'date' },
  owner: { kind: 'person' },
  remark: { kind: 'longText' },
} as const satisfies FieldSet

/**
 * Every kind of record that lies in a plan, by its entity name. `task` and its
 * siblings share one write path (field merge, change log, undo) on the server
 * and one grid on the page.
 */
export const ENTITIES = {
  phase: PHASE_FIELDS,
  meeting: MEETING_FIELDS,
  task: TASK_FIELDS,
  execution_step: EXECUTION_STEP_FIELDS,
  channel_effect: CHANNEL_EFFECT_FIELDS,
  allocation: ALLOCATION_FIELDS,
  effect_review: EFFECT_REVIEW_FIELDS,
  target: TARGET_FIELDS,
  budget_line: BUDGET_LINE_FIELDS,
  risk: RISK_FIELDS,
  effect_evaluation: EFFECT_EVALUATION_FIELDS,
  metric_fact: METRIC_FACT_FIELDS,
  issue: ISSUE_FIELDS,
  adjustment: ADJUSTMENT_FIELDS,
  competitor_event: COMPETITOR_EVENT_FIELDS,
  root_cause: ROOT_CAUSE_FIELDS,
  kpi_node: KPI_NODE_FIELDS,
} as const satisfies Record<string, FieldSet>

export type Entity = keyof typeof ENTITIES
export const ENTITY_NAMES = Object.keys(ENTITIES) as readonly Entity[]

/** Plain field values of one record of an entity. */
export type RecordValues<E extends Entity> = FieldValues<(typeof ENTITIES)[E]>

/**
 * What every record carries beside its fields. `unread` keeps, by field name,
 * the text of a cell that could not be read: the field itself is then null, and
 * the text is shown with a flag until somebody enters a value.
 */
export interface RecordHeader {
  id: string
  planId: string
  /** Order within the plan, ascending; a record may be put between two others. */
  position: number
  /** 1 on create, +1 on every accepted write. */
  version: number
  unread: Readonly<Record<string, string>>
  createdAt: string
  updatedAt: string
}

export type TaskValues = RecordValues<'task'>
export type PhaseValues = RecordValues<'phase'>
export type ChannelEffectValues = RecordValues<'channel_effect'>
export type TargetValues = RecordValues<'target'>
export type ExecutionStepValues = RecordValues<'execution_step'>
export type AllocationValues = RecordValues<'allocation'>
export type BudgetLineValues = RecordValues<'budget_line'>
export type RiskValues = RecordValues<'risk'>
export type MetricFactValues = RecordValues<'metric_fact'>
export type KpiNodeValues = RecordValues<'kpi_node'>
