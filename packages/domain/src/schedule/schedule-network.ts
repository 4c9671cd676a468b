import type { LocalDateTime } from '../calendar/local-date-time.ts'
import type { LinkType } from '../sheets/resolve-dependencies.ts'
import type { ScheduleCalendar } from './schedule-calendar.ts'

export const CONSTRAINT_TYPES = ['SNET', 'SNLT', 'FNET', 'FNLT', 'MSO', 'MFO'] as const
/** Start/finish no earlier/later than, must start/finish on. */
export type DatedConstraintType = (typeof CONSTRAINT_TYPES)[number]

export type TaskConstraint =
  | { readonly type: 'ASAP' | 'ALAP' }
  | { readonly type: DatedConstraintType; readonly at: LocalDateTime }

export interface NetworkTask {
  readonly id: string
  /** Working minutes; 0 = a milestone. Ignored for a task with subtasks. */
  readonly durationMinutes: number
  readonly parent: string | null
  readonly constraint: TaskConstraint
  /** A finish after it is no refusal: it limits the late dates. */
  readonly deadline: LocalDateTime | null
  /** Name of a calendar of the network; null = the project's. */
  readonly calendar: string | null
  readonly actualStart: LocalDateTime | null
  readonly actualFinish: LocalDateTime | null
  /** Part of the duration that is done, 0–1; counts only for a task that has started. */
  readonly progress: number
  /** Dates typed by hand that no link moves; null = scheduled. */
  readonly manual: { readonly start: LocalDateTime; readonly finish: LocalDateTime } | null
}

/** `working` and `elapsed` in minutes, `percent` and `elapsed-percent` as a ratio of the predecessor's duration. */
export interface LinkLag {
  readonly unit: 'working' | 'elapsed' | 'percent' | 'elapsed-percent'
  /** Negative = a lead. */
  readonly amount: number
}

export interface NetworkLink {
  readonly from: string
  readonly to: string
  readonly type: LinkType
  readonly lag: LinkLag
}

export interface ScheduleNetwork {
  readonly projectStart: LocalDateTime
  /** Remaining work lies after it; null = nobody said how far the work is. */
  readonly statusDate: LocalDateTime | null
  readonly calendars: readonly ScheduleCalendar[]
  /** Name of the project's calendar. */
  readonly calendar: string
  readonly tasks: readonly NetworkTask[]
  readonly links: readonly NetworkLink[]
}

/** A task that starts as soon as it may, of the project's calendar and without progress. */
export const PLAIN_TASK: Omit<NetworkTask, 'id' | 'durationMinutes'> = {
  parent: null,
  constraint: { type: 'ASAP' },
  deadline: null,
  calendar: null,
  actualStart: null,
  actualFinish: null,
  progress: 0,
  manual: null,
}

/** What scheduling programs do differently (docs/domain/schedule.md). */
export interface SchedulePolicy {
  /** A lead, FF or SF that points before the project's start: start there, or let it begin earlier. */
  readonly beforeProjectStart: 'clip' | 'allow'
  /** SNLT, FNLT, MSO, MFO against links: the date wins, or the links win and slack turns negative. */
  readonly dateConstraints: 'honour' | 'report'
  /** Whose calendar counts a working lag. */
  readonly lagCalendar: 'successor' | 'predecessor' | 'project'
  /** Late finish of a task nobody waits for. */
  readonly openEnds: 'project-finish' | 'own-finish'
  /** An ALAP task uses its total slack, its successors following, or only the slack that moves nobody. */
  readonly alap: 'total' | 'free'
  /** Rest of a task begun before its predecessors allow: goes on, or waits for them. */
  readonly outOfSequence: 'override' | 'retained'
  /** A task with at most this many working minutes of total slack is critical. */
  readonly criticalSlackMinutes: number
}

export const DEFAULT_SCHEDULE_POLICY: SchedulePolicy = {
  beforeProjectStart: 'clip',
  dateConstraints: 'honour',
  lagCalendar: 'successor',
  openEnds: 'project-finish',
  alap: 'total',
  outOfSequence: 'override',
  criticalSlackMinutes: 0,
}
