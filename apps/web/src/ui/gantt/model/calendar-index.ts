import type { GanttCalendar, GanttDay } from '../gantt-types.ts'
import { formatDay, type DayNumber } from './day-number.ts'

/** Consecutive days off drawn as one shaded band. */
export interface OffRun {
  start: DayNumber
  /** exclusive */
  end: DayNumber
  /** statutory holiday; null for a plain weekend */
  name: string | null
}

/** The calendar by day number, each day asked for once. */
export interface CalendarIndex {
  dayInfo(day: DayNumber): GanttDay
  /** Working days from `start` to `end`, both inclusive; 0 when end < start. */
  workdaysBetween(start: DayNumber, end: DayNumber): number
  offRuns(start: DayNumber, end: DayNumber): OffRun[]
}

export function createCalendarIndex(calendar: GanttCalendar): CalendarIndex {
  const known = new Map<DayNumber, GanttDay>()

  function dayInfo(day: DayNumber): GanttDay {
    let info = known.get(day)
    if (!info) {
      info = calendar(formatDay(day))
      known.set(day, info)
    }
    return info
  }

  function workdaysBetween(start: DayNumber, end: DayNumber): number {
    let count = 0
    for (let day = start; day <= end; day++) if (dayInfo(day).isWorking) count++
    return count
  }

  /** A holiday and the weekend next to it stay two bands: their names and shading differ. */
  function offRuns(start: DayNumber, end: DayNumber): OffRun[] {
    const runs: OffRun[] = []
    for (let day = start; day < end; day++) {
      const info = dayInfo(day)
      if (info.isWorking) continue
      const name = info.name ?? null
      const last = runs.at(-1)
      if (last && last.end === day && last.name === name) last.end = day + 1
      else runs.push({ start: day, end: day + 1, name })
    }
    return runs
  }

  return { dayInfo, workdaysBetween, offRuns }
}
