/**
 * Why a network cannot be scheduled. Closed list.
 *
 * | code | when | what the user can do |
 * |---|---|---|
 * | `loop` | links lead from a task back to itself; `tasks` names the way round | remove one of the links |
 * | `duplicate_task` | two tasks have the same id | give one of them another id |
 * | `unknown_task` | a link or a parent names a task that is not there | correct the id |
 * | `unknown_calendar` | a task or the project names a calendar that is not there | correct the name |
 * | `own_ancestor` | a link joins a summary with its own subtask, or a parent is its own descendant | link the subtasks |
 * | `no_working_time` | a calendar has no working time at all | give it working hours |
 * | `bad_duration` | a duration is negative, or no number | correct it |
 * | `out_of_range` | dates leave the years 1 to 9999, or nothing is worked for centuries | shorten durations and lags |
 */
export type ScheduleRefusalCode =
  | 'loop'
  | 'duplicate_task'
  | 'unknown_task'
  | 'unknown_calendar'
  | 'own_ancestor'
  | 'no_working_time'
  | 'bad_duration'
  | 'out_of_range'

/** A refusal, not a bug: the network is the reason. `message` is English and for developers and logs. */
export class ScheduleRefusal extends Error {
  override readonly name = 'ScheduleRefusal'
  readonly code: ScheduleRefusalCode
  /** Ids concerned: of a loop the way round, its first task again at the end. */
  readonly tasks: readonly string[]

  constructor(code: ScheduleRefusalCode, message: string, tasks: readonly string[] = []) {
    super(message)
    this.code = code
    this.tasks = tasks
  }
}
