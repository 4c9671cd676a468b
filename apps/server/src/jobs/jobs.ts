import type { DailySchedule } from '@yingce/domain/calendar/daily-schedule'
import type { LocalDateTime } from '@yingce/domain/calendar/local-date-time'
import type { Scope } from '../db/scope.ts'

/** Work that is done later, one after the other for each key, again after a crash. */
export interface QueuedWork<T extends object> {
  /** Name for ever: it stands in the database. */
  readonly name: string
  /** May run again after a crash: what it does outside the database has to bear that. */
  run(data: T): Promise<void>
}

export interface WorkQueue<T extends object> {
  /**
   * Asks for the work. Asked again for a key that already waits, nothing is added.
   * Before the jobs run it does nothing; whoever needs certainty sweeps.
   */
  ask(key: string, data: T): Promise<void>
}

/** One run of a job of a workspace. */
export interface WorkspaceRun {
  /** When it should have begun, by the clock of the workspace. */
  readonly dueAt: LocalDateTime
  /** What that clock shows now: later, when the run was missed while the server was down. */
  readonly now: LocalDateTime
  readonly timeZone: string
}

/** A job that each workspace has, at its own time by its own clock. */
export interface WorkspaceJob {
  /** Name for ever: it stands in the database. */
  readonly name: string
  /** Asked again whenever the workspace or its settings change. */
  when(scope: Scope): Promise<DailySchedule>
  /**
   * One transaction together with the mark that this run is done: its effects on
   * the database happen once for each time it is due. Several runs missed while
   * the server was down are made up for by one.
   */
  run(scope: Scope, run: WorkspaceRun): Promise<void>
}

/** The one way of doing something later. */
export interface Jobs {
  queue<T extends object>(work: QueuedWork<T>): WorkQueue<T>
  eachWorkspace(job: WorkspaceJob): void
  /** Once a minute in one of the processes; what a minute missed, the next one finds. */
  everyMinute(name: string, run: () => Promise<void>): void
  /** After a workspace was made, or its time zone or settings changed. */
  reschedule(workspaceId: string): Promise<void>
  start(): Promise<void>
  /** Lets what runs come to its end, for some seconds. */
  stop(): Promise<void>
  /** False while jobs were asked to run and do not: the process then is not ready. */
  isReady(): boolean
}
