import type { WorkClock } from './work-clock.ts'
import type { DatedConstraintType, NetworkTask, SchedulePolicy } from './schedule-network.ts'
import type { LinkType } from '../sheets/resolve-dependencies.ts'

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
  readonly tasks: CompiledTask[]
  readonly indexOf: ReadonlyMap<string, number>
  /** Index of the parent, −1 = none. */
  readonly parents: Int32Array
  /** 1 = a task with subtasks. */
  readonly isSummary: Uint8Array
  readonly links: readonly CompiledLink[]
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
