import type { FillIn } from '../../meeting/fill-ins.ts'
import type { SpendSource } from '../../money/spend-of-days.ts'
import type { MeetingFigures } from '../../meeting/meeting-figures.ts'
import type { MeetingKind, Severity } from '../../records/entities.ts'
import type { EffectFacts } from '../effect-analysis.ts'
import type { WeekTarget } from './week-targets.ts'
import type { ReportBoard, ReportKpi, ReportKpiStatus, ReportPlan } from './report-input.ts'

/** A person's own text for a section, by the section's id; it takes the place of the generated sentences. */
export type SectionOverrides = Readonly<Record<string, string>>

/** What every document is made from. */
export interface DocumentInput {
  readonly board: ReportBoard
  readonly plan: ReportPlan
  readonly overrides?: SectionOverrides
}

export interface DocumentTask {
  readonly name: string
  readonly owner: string | null
  readonly phaseName: string | null
  /** Day of what the list is about: finished on, planned end, starts on. */
  readonly date: string | null
  /** Days late; 0 = in time, null where that is no question. */
  readonly daysLate: number | null
}

/** Entry of the issue log (X6), or what stands in the issue column of a task. */
export interface DocumentIssue {
  readonly name: string
  /** null: nobody has judged it, as in the tracker's column. */
  readonly severity: Severity | null
  readonly state: 'open' | 'in_progress' | 'resolved'
  readonly owner: string | null
  readonly foundOn: string | null
  readonly solution: string | null
  readonly dueDate: string | null
}

/** An alert that fired (M4); texts as a reader is to see them. */
export interface DocumentAlert {
  readonly firedOn: string
  /** "抖音信息流 点击率连续 2 天低于 1.5%" */
  readonly rule: string
  readonly state: 'open' | 'acknowledged' | 'resolved'
  readonly cause: string | null
  readonly action: string | null
}

/** Entry of the strategy adjustment log (X10). */
export interface DocumentAdjustment {
  readonly name: string
  readonly reason: string | null
  readonly changedOn: string | null
  readonly owner: string | null
  readonly expected: string | null
  /** What the metric did after it: "点击率 1.4% → 2.1%". */
  readonly effect: string | null
}

/** A 5-Why chain (M10); the answers that were given, in order. */
export interface DocumentRootCause {
  readonly name: string
  readonly answers: readonly string[]
  readonly cause: string | null
  readonly corrective: string | null
  readonly preventive: string | null
  readonly owner: string | null
  readonly dueDate: string | null
}

export interface WeekDay {
  readonly day: string
  /** Fen; null = nothing planned, nothing entered. */
  readonly planned: number | null
  readonly spent: number | null
  /** On the same weekday of the week before, from the same source; null = nothing entered. */
  readonly spentWeekBefore: number | null
}

/** Sums of facts and their ratios, each over the facts that have both its parts; null = not known. */
export interface WeekFigures extends Omit<EffectFacts, 'clicks'> {
  /** clicks ÷ impressions, 0–1 */
  readonly ctr: number | null
  /** conversions ÷ clicks, 0–1 */
  readonly cvr: number | null
  /** Fen a conversion, not rounded. */
  readonly cpa: number | null
  /** revenue ÷ cost */
  readonly roas: number | null
}

/** A channel's week, and likes a post where they are known. */
export interface WeekChannel extends WeekFigures {
  /** '' = facts that name no channel. */
  readonly channel: string
  readonly meanLikes: number | null
}

export interface WeeklyReportInput extends DocumentInput {
  readonly week: { readonly number: number | null; readonly start: string; readonly end: string }
  readonly days: readonly WeekDay[]
  /** Where the spend is from; two sources are never added. */
  readonly spentFrom: SpendSource
  readonly channels: readonly WeekChannel[]
  /** All channels together; null = no facts. Ratios of it are not those of the sums where facts lack a part. */
  readonly allChannels: WeekFigures | null
  /** Targets that facts measure, with what the week did for each. */
  readonly weekTargets: readonly WeekTarget[]
  /** Targets of the plan, and those of tasks that were worked on in the week. */
  readonly kpis: readonly ReportKpi[]
  readonly done: readonly DocumentTask[]
  readonly late: readonly DocumentTask[]
  readonly next: readonly DocumentTask[]
  readonly alerts?: readonly DocumentAlert[]
  readonly issues?: readonly DocumentIssue[]
  readonly adjustments?: readonly DocumentAdjustment[]
}

export interface RetrospectiveInput extends DocumentInput {
  readonly rootCauses?: readonly DocumentRootCause[]
  readonly issues?: readonly DocumentIssue[]
  readonly adjustments?: readonly DocumentAdjustment[]
  /** Improvements that were agreed in the effect review (T6). */
  readonly improvements?: readonly DocumentAction[]
}

export interface DocumentAction {
  readonly name: string
  readonly owner: string | null
  readonly dueDate: string | null
}

/** Row of the effect review (T6): one target with what was reached. */
export interface EffectReviewRow {
  readonly strategy: string
  readonly targetText: string
  readonly actualText: string | null
  readonly units: number | null
  readonly attainment: number | null
  readonly status: ReportKpiStatus
  readonly gap: string | null
  readonly improvement: string | null
  readonly owner: string | null
  readonly reviewDate: string | null
}

export interface EffectReviewInput extends DocumentInput {
  readonly rows: readonly EffectReviewRow[]
}

/** Status of rows of the effect analysis, in the order of `board.effect.rows`. */
export interface EffectAnalysisInput extends DocumentInput {
  readonly judged?: readonly {
    /** By the target of that channel and content; null = no target. */
    readonly status: ReportKpiStatus | null
    /** As the sheet states it, in its words. */
    readonly statedStatus: string | null
  }[]
}

export interface MeetingMinutesInput extends DocumentInput {
  readonly meeting: {
    readonly name: string
    readonly kind: MeetingKind
    /** `YYYY-MM-DDTHH:mm` */
    readonly startsAt: string | null
    readonly attendees: string | null
    readonly agenda: string | null
    readonly done: string | null
    readonly next: string | null
    readonly blocked: string | null
    readonly decisions: string | null
    readonly minutes: string | null
  }
  /** What the data said at the meeting. */
  readonly figures?: Pick<MeetingFigures, 'back' | 'done' | 'due' | 'late' | 'spend' | 'kpis' | 'blocked'> & {
    readonly filled: readonly FillIn[]
  }
  readonly actions?: readonly DocumentAction[]
}
