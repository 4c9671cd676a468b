import type { ScheduleNetwork, SchedulePolicy } from '@yingce/domain/schedule/schedule-network'

/** What a project file says that the network does not hold, and that was left out. */
export type ProjectFileNotice =
  | { readonly code: 'recurring_exception'; readonly calendar: string }
  | { readonly code: 'scheduled_from_finish' }
  | { readonly code: 'unknown_predecessor'; readonly task: string; readonly predecessor: string }

/** A project file as a network: ids are those the file's links use. */
export interface ProjectFile {
  readonly name: string | null
  readonly network: ScheduleNetwork
  readonly policy: SchedulePolicy
  /** Names of the tasks by id. */
  readonly titles: ReadonlyMap<string, string>
  readonly minutesPerDay: number
  readonly notices: readonly ProjectFileNotice[]
}
