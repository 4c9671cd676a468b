import type { LocalDate } from '@yingce/domain/calendar/local-date'
import type { GanttChange, GanttCommitReason, GanttValues } from '../gantt-types.ts'
import type { DayOverride } from './bar-geometry.ts'
import { formatDay, parseDay, type DayNumber } from './day-number.ts'
import type { GanttRow, PhaseRow, TaskRow } from './rows.ts'

export type DragKind = 'move' | 'resize-start' | 'resize-end' | 'progress' | 'draw'

/** An edit in progress: what the pointer or the keyboard asks for, before it is committed. */
export interface DayEdit {
  kind: DragKind
  /** rows that change together; the first is the one under the pointer */
  rows: readonly GanttRow[]
  /** days moved; for 'draw' the second day of the range */
  deltaDays: number
  /** 'progress' only: new value 0–1 */
  progress?: number
  /** 'draw' only: where the pointer went down */
  anchor?: DayNumber
}

/** Rows a drag of `row` takes along: the selection it belongs to, or the phase's tasks. */
export function rowsDragged(
  kind: DragKind,
  row: GanttRow,
  selected: readonly GanttRow[],
  tasksOf: (phase: PhaseRow) => TaskRow[],
): GanttRow[] {
  if (kind === 'progress' || kind === 'draw') return [row]
  if (row.kind === 'phase') return kind === 'move' ? [row, ...tasksOf(row).filter(hasDates)] : [row]
  const together = selected.some(({ key }) => key === row.key) ? selected : []
  return [
    row,
    ...together.filter((other) => other.key !== row.key && other.kind === 'task' && hasDates(other)),
  ]
}

function hasDates(row: GanttRow): boolean {
  return row.days.start !== null
}

/** The dates a row shows while the edit is going on; null = unchanged. Ends never cross: the shortest bar is one day. */
export function overrideOf(row: GanttRow, edit: DayEdit): DayOverride | null {
  const { start, end } = row.days
  const delta = edit.deltaDays
  switch (edit.kind) {
    case 'draw': {
      const anchor = edit.anchor!
      return {
        start: Math.min(anchor, anchor + delta),
        end: Math.max(anchor, anchor + delta),
        progress: null,
      }
    }
    case 'progress':
      return { start, end, progress: edit.progress ?? null }
    case 'move':
      if (start === null || end === null) return null
      return { start: start + delta, end: end + delta, progress: null }
    case 'resize-start':
      if (start === null || end === null) return null
      return { start: Math.min(start + delta, end), end, progress: null }
    case 'resize-end':
      if (start === null || end === null) return null
      return { start, end: Math.max(end + delta, start), progress: null }
  }
}

/**
 * The records an edit writes; empty when nothing changes.
 *
 * Only the dates that exist are moved: a task with an end but no start gets no
 * invented start. An inverted pair is moved as it is; a resize puts it in order.
 */
export function changesOf(edit: DayEdit): GanttChange[] {
  return edit.rows.flatMap((row) => {
    if (row.kind === 'phase' && row.phase === null) return []
    const to = overrideOf(row, edit)
    if (!to) return []
    const before = valuesOf(row)
    const values = edit.kind === 'progress' ? { progress: to.progress ?? 0 } : datesOf(row, edit, to)
    const changed = Object.keys(values).filter(
      (field) => values[field as keyof GanttValues] !== before[field as keyof GanttValues],
    )
    if (changed.length === 0) return []
    const pick = (from: GanttValues): GanttValues =>
      Object.fromEntries(changed.map((field) => [field, from[field as keyof GanttValues] ?? null]))
    return [{ kind: row.kind, id: row.id, values: pick(values), before: pick(before) }]
  })
}

function datesOf(row: GanttRow, edit: DayEdit, to: DayOverride): GanttValues {
  if (edit.kind !== 'move') return { plannedStart: formatDay(to.start!), plannedEnd: formatDay(to.end!) }
  const { plannedStart, plannedEnd } = valuesOf(row)
  const moved = (date: LocalDate | null | undefined): LocalDate | null => {
    const day = parseDay(date)
    return day === null ? (date ?? null) : formatDay(day + edit.deltaDays)
  }
  return { plannedStart: moved(plannedStart), plannedEnd: moved(plannedEnd) }
}

function valuesOf(row: GanttRow): GanttValues {
  if (row.kind === 'phase')
    return { plannedStart: row.phase?.start ?? null, plannedEnd: row.phase?.end ?? null }
  const { plannedStart, plannedEnd, progress } = row.task
  return { plannedStart, plannedEnd, ...(progress === null ? {} : { progress }) }
}

export function reasonOf(kind: DragKind): GanttCommitReason {
  if (kind === 'move' || kind === 'progress') return kind
  return kind === 'draw' ? 'set-dates' : 'resize'
}

/** Progress under the pointer, in steps of 5 %. */
export function progressAt(x: number, left: number, right: number): number {
  const share = Math.min(1, Math.max(0, (x - left) / (right - left)))
  return Math.round(share * 20) / 20
}
