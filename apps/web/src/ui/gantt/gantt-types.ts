import type { LocalDate } from '@yingce/domain/calendar/local-date'
import type { GanttLabels } from './labels/gantt-labels.ts'

export type ZoomLevel = 'day' | 'week' | 'month' | 'quarter'

export type GanttTaskStatus = 'not_started' | 'in_progress' | 'pending_acceptance' | 'done' | 'cancelled'

/** A phase 阶段: drawn as a summary bar. Without own dates it spans its tasks. */
export interface GanttPhase {
  id: string
  name: string
  start: LocalDate | null
  /** last day, inclusive */
  end: LocalDate | null
  /** 0–1; null when no task of it states one */
  progress: number | null
}

/** A task 任务. All ends are the last day, inclusive, as the sheets give them. */
export interface GanttTask {
  id: string
  phaseId: string | null
  name: string
  owner: string | null
  status: GanttTaskStatus
  plannedStart: LocalDate | null
  plannedEnd: LocalDate | null
  actualStart: LocalDate | null
  actualEnd: LocalDate | null
  baselineStart: LocalDate | null
  baselineEnd: LocalDate | null
  /** 0–1 */
  progress: number | null
  isMilestone: boolean
  /** days late, derived by the caller; null or 0 = not late */
  delayedDays: number | null
  /** why it has no dates, in the sheet's own words ("第5周周一" before the plan has a start) */
  unscheduledReason?: string | null
}

/** FS: the successor starts after the predecessor ends; SS, FF, SF likewise. */
export type GanttLinkType = 'FS' | 'SS' | 'FF' | 'SF'

export interface GanttLink {
  id: string
  /** predecessor task */
  from: string
  /** successor task */
  to: string
  type: GanttLinkType
  /** calendar days; negative = lead */
  lagDays: number
}

/** What the calendar knows about a day. */
export interface GanttDay {
  isWorking: boolean
  /** name of the statutory holiday, or of the one a make-up day pays for */
  name?: string | null
  /** a weekend day that is worked (调休上班) */
  isMakeUp?: boolean
  /** false: the year's holidays are not announced yet, weekends only are known */
  isPublished?: boolean
}

export type GanttCalendar = (date: LocalDate) => GanttDay

/** Dates and progress a commit may set; only the changed fields are present. */
export interface GanttValues {
  plannedStart?: LocalDate | null
  plannedEnd?: LocalDate | null
  progress?: number
}

/** One record to write. For a phase, plannedStart/plannedEnd are its own start and end. */
export interface GanttChange {
  kind: 'task' | 'phase'
  id: string
  values: GanttValues
  /** the same fields before, for the undo stack */
  before: GanttValues
}

export type GanttCommitReason = 'move' | 'resize' | 'progress' | 'set-dates'

export interface GanttProps {
  phases: readonly GanttPhase[]
  tasks: readonly GanttTask[]
  links: readonly GanttLink[]
  calendar: GanttCalendar
  today: LocalDate
  /** numbers the weeks from the plan's first week instead of the year's */
  planStart?: LocalDate | null
  zoom: ZoomLevel
  onZoomChange: (zoom: ZoomLevel) => void
  /** ids of collapsed phases */
  collapsed: ReadonlySet<string>
  onCollapsedChange: (collapsed: ReadonlySet<string>) => void
  onCommit: (changes: GanttChange[], reason: GanttCommitReason) => void
  onOpenTask: (id: string) => void
  onLinkCreate?: (link: Omit<GanttLink, 'id'>) => void
  onLinkDelete?: (id: string) => void
  labels: GanttLabels
  /** nothing can be changed; the sentence says why and is shown where an edit is tried */
  readOnlyReason?: string | null
  /** base of exported file names, e.g. the plan's name */
  exportName?: string
  /** optional; otherwise the component keeps its own selection */
  onSelectionChange?: (ids: ReadonlySet<string>) => void
}
