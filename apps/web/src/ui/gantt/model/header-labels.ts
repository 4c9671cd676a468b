import type { ZoomLevel } from '../gantt-types.ts'
import type { HeaderWords } from '../labels/gantt-labels.ts'
import { civilOf, dayNumberOf, isoWeekOf, planWeekOf, weekdayOf, weekStartOf, type DayNumber } from './day-number.ts'
import { estimateTextWidth } from './text-width.ts'
import { xOf, type TimeScale } from './time-scale.ts'

/** A cell of the time axis. An empty label means: no wording fits, draw the tick only. */
export interface HeaderCell {
  start: DayNumber
  /** exclusive */
  end: DayNumber
  x: number
  width: number
  label: string
}

export interface HeaderRows {
  upper: HeaderCell[]
  lower: HeaderCell[]
}

type Unit = 'year' | 'quarter' | 'month' | 'week' | 'day'

const UNITS: Record<ZoomLevel, { upper: Unit; lower: Unit }> = {
  day: { upper: 'month', lower: 'day' },
  week: { upper: 'month', lower: 'week' },
  month: { upper: 'year', lower: 'month' },
  quarter: { upper: 'year', lower: 'quarter' },
}

const FONT_SIZE = 12
const PADDING = 8

/**
 * Cells of both header rows that touch [from, to).
 *
 * Each cell gets the longest of its wordings that fits its width; when not even
 * the shortest fits, only every n-th cell of the row keeps its label (counted
 * from the calendar, so labels do not jump while scrolling).
 */
export function headerRows(
  scale: TimeScale,
  level: ZoomLevel,
  from: DayNumber,
  to: DayNumber,
  words: HeaderWords,
  planStart: DayNumber | null,
): HeaderRows {
  const { upper, lower } = UNITS[level]
  const cells = (unit: Unit): HeaderCell[] => {
    const found: HeaderCell[] = []
    for (let start = startOfUnit(unit, from); start < to; start = nextUnit(unit, start)) {
      const end = nextUnit(unit, start)
      const x = xOf(scale, start)
      const width = xOf(scale, end) - x
      found.push({ start, end, x, width, label: labelOf(unit, start, width, words, planStart) })
    }
    return found
  }
  return { upper: cells(upper), lower: cells(lower) }
}

function labelOf(unit: Unit, start: DayNumber, width: number, words: HeaderWords, planStart: DayNumber | null): string {
  const wordings = wordingsOf(unit, start, words, planStart)
  const room = width - (unit === 'day' ? 2 : PADDING)
  const fitting = wordings.find((text) => estimateTextWidth(text, FONT_SIZE) <= room)
  if (fitting !== undefined) return fitting
  const shortest = wordings.at(-1)!
  const every = Math.ceil((estimateTextWidth(shortest, FONT_SIZE) + PADDING) / width)
  return ordinalOf(unit, start) % every === 0 ? shortest : ''
}

/** Longest first. */
function wordingsOf(unit: Unit, start: DayNumber, words: HeaderWords, planStart: DayNumber | null): string[] {
  const { year, month, day } = civilOf(start)
  switch (unit) {
    case 'year':
      return [words.year(year), String(year)]
    case 'quarter':
      return [words.quarter((month + 2) / 3), `Q${(month + 2) / 3}`]
    case 'month':
      return [words.monthYear(year, month), words.month(month), String(month)]
    case 'week': {
      const date = `${month}/${day}`
      const week = planStart === null ? words.week(isoWeekOf(start)) : planWeekLabel(start, planStart, words)
      return week === null ? [date] : [`${week} · ${date}`, date]
    }
    case 'day':
      return [String(day)]
  }
}

/** Weeks before the plan have no number. */
function planWeekLabel(start: DayNumber, planStart: DayNumber, words: HeaderWords): string | null {
  const week = planWeekOf(start, planStart)
  return week >= 1 ? words.planWeek(week) : null
}

function startOfUnit(unit: Unit, day: DayNumber): DayNumber {
  const { year, month } = civilOf(day)
  switch (unit) {
    case 'year':
      return dayNumberOf(year, 1, 1)
    case 'quarter':
      return dayNumberOf(year, month - ((month - 1) % 3), 1)
    case 'month':
      return dayNumberOf(year, month, 1)
    case 'week':
      return weekStartOf(day)
    case 'day':
      return day
  }
}

function nextUnit(unit: Unit, start: DayNumber): DayNumber {
  const { year, month } = civilOf(start)
  switch (unit) {
    case 'year':
      return dayNumberOf(year + 1, 1, 1)
    case 'quarter':
      return dayNumberOf(year, month + 3, 1)
    case 'month':
      return dayNumberOf(year, month + 1, 1)
    case 'week':
      return start + 7
    case 'day':
      return start + 1
  }
}

/** Running number of the unit, for keeping every n-th label in place. */
function ordinalOf(unit: Unit, start: DayNumber): number {
  const { year, month } = civilOf(start)
  switch (unit) {
    case 'year':
      return year
    case 'quarter':
      return (month - 1) / 3
    case 'month':
      return month - 1
    case 'week':
      return Math.floor((start - weekdayOf(start) + 3) / 7)
    case 'day':
      return start
  }
}
