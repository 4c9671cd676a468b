import type { WorkClock } from './work-clock.ts'
import type { DatedConstraintType, NetworkTask, SchedulePolicy } from './schedule-network.ts'
import type { LinkType } from '../sheets/resolve-dependencies.ts'

/** Tasks between two looks at whether the computation was called off: about a millisecond. */
export const CHECK_EVERY = 4096

/** A task as the passes need it: dates are instants of a `WorkClock`. */
export interface CompiledTask {
  readonly source: NetworkTask
  readonly clock: WorkClock
  /** Working minutes. */
  readonly duration: number
  /** Working minutes not yet done. */
  readonly remaining: number
  readonly constraint: 'ASAP' | 'ALAP' | DatedConstraintType
  readonly constraintAt: number
  readonly deadline: number | null
  readonly actualStart: number | null
  readonly actualFinish: number | null
  readonly manual: { readonly start: number; readonly finish: number } | null
}

/** A link between two tasks without subtasks. */
export interface CompiledLink {
  readonly from: number
  readonly to: number
  readonly type: LinkType
  /** The lag runs through nights and days off. */
  readonly isElapsed: boolean
  /** Minutes; of a share, the ratio of the predecessor's duration. */
  readonly amount: number
  readonly isShare: boolean
  /** Index in the network's links, of which a link of a summary makes several. */
  readonly source: number
}

/** Bits of `LinkColumns.kind`. */
export const LINK_FROM_FINISH = 1
export const LINK_TO_FINISH = 2
/** One clock for both tasks and for the lag: the link is a sum of points. */
export const LINK_IS_PLAIN = 4

/** The links as columns, from which the passes read most of them. */
export interface LinkColumns {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly kind: Uint8Array
  /** Working minutes of a plain link. */
  readonly lag: Float64Array
  /** Index in the network's links. */
  readonly source: Int32Array
}

/** Values of `TaskColumns.state`. */
export const NOT_BEGUN = 0
export const BEGUN = 1
export const FINISHED = 2

/** The tasks as columns: what the passes ask most. */
export interface TaskColumns {
  /** `NOT_BEGUN`, `BEGUN` or `FINISHED`. */
  readonly state: Uint8Array
  /** Working minutes. */
  readonly duration: Float64Array
  /** Working minutes not yet done. */
  readonly remaining: Float64Array
  /** 1 = of the project's calendar, not begun, no milestone, and without dates of its own: links alone move it. */
  readonly isSimple: Uint8Array
}

/** Neighbours by task: those of task i are `items[starts[i]]` up to `items[starts[i + 1]]`. */
export interface LinkIndex {
  readonly starts: Int32Array
  readonly items: Int32Array
}

export interface CompiledNetwork {
  readonly policy: SchedulePolicy
  readonly projectClock: WorkClock
  readonly projectStart: number
  readonly statusDate: number | null
  /** The two as points of the project's clock; without a status date −Infinity. */
  readonly projectStartPoint: number
  readonly statusPoint: number
  readonly tasks: CompiledTask[]
  readonly indexOf: ReadonlyMap<string, number>
  /** Index of the parent, −1 = none. */
  readonly parents: Int32Array
  /** 1 = a task with subtasks. */
  readonly isSummary: Uint8Array
  readonly columns: TaskColumns
  readonly links: readonly CompiledLink[]
  readonly linkColumns: LinkColumns
  readonly incoming: LinkIndex
  readonly outgoing: LinkIndex
  /** Tasks without subtasks, each after its predecessors. */
  readonly order: Int32Array
  readonly hasAlap: boolean
}

/** Why a task starts when it does, where no link is the reason. */
export const DRIVEN_BY = { projectStart: -1, constraint: -2, actual: -3, manual: -4, statusDate: -5 } as const

/** Early and late instants by task; `drivers` holds a link's index or a value of `DRIVEN_BY`. */
export interface PassDates {
  readonly earlyStart: Float64Array
  readonly earlyFinish: Float64Array
  readonly lateStart: Float64Array
  readonly lateFinish: Float64Array
  /** Latest instant at which the remaining work may go on: of a task not begun its late start. */
  readonly lateResume: Float64Array
  readonly drivers: Int32Array
  /** The same as points of the task's own clock. */
  readonly earlyStartPoint: Float64Array
  readonly earlyFinishPoint: Float64Array
  readonly lateResumePoint: Float64Array
  readonly lateFinishPoint: Float64Array
  /** 1 = pulled before the project's start, and kept there. */
  readonly isClipped: Uint8Array
}

export function emptyDates(tasks: number): PassDates {
  return {
    earlyStart: new Float64Array(tasks),
    earlyFinish: new Float64Array(tasks),
    lateStart: new Float64Array(tasks),
    lateFinish: new Float64Array(tasks),
    lateResume: new Float64Array(tasks),
    earlyStartPoint: new Float64Array(tasks),
    earlyFinishPoint: new Float64Array(tasks),
    lateResumePoint: new Float64Array(tasks),
    lateFinishPoint: new Float64Array(tasks),
    drivers: new Int32Array(tasks).fill(DRIVEN_BY.projectStart),
    isClipped: new Uint8Array(tasks),
  }
}
