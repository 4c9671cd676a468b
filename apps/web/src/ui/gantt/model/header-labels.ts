import { civilOf } from '@yingce/domain/calendar/local-date'
import type { ZoomLevel } from '../gantt-types.ts'
import type { HeaderWords } from '../labels/gantt-labels.ts'
import { dayNumberOf, isoWeekOf, planWeekOf, weekdayOf, weekStartOf, type DayNumber } from './day-number.ts'
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
  /** second, smaller line: the Monday of a week */
  detail: string
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

/** Days of the shortest cell and the start of the one with the longest wording; decide the wording of a whole row. */
const NOMINAL: Record<Unit, { days: number; widest: DayNumber }> = {
  year: { days: 365, widest: dayNumberOf(2020, 1, 1) },
  quarter: { days: 90, widest: dayNumberOf(2020, 10, 1) },
  month: { days: 28, widest: dayNumberOf(2020, 12, 1) },
  week: { days: 7, widest: dayNumberOf(2020, 12, 21) },
  day: { days: 1, widest: dayNumberOf(2020, 12, 20) },
}

/**
 * Cells of both header rows that touch [from, to).
 *
 * All cells of a row use the same wording, the longest that fits every cell.
 * When not even the shortest fits, only every n-th cell keeps its label, counted
 * from the calendar: labels do not jump while scrolling.
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
    const wording = rowWording(unit, unit === upper, scale.dayWidth, words)
    const found: HeaderCell[] = []
    for (let start = startOfUnit(unit, from); start < to; start = nextUnit(unit, start)) {
      const end = nextUnit(unit, start)
      const x = xOf(scale, start)
      const width = xOf(scale, end) - x
      const isLabelled = ordinalOf(unit, start) % wording.every === 0
      const label = isLabelled ? wordingsOf(unit, unit === upper, start, words, planStart)[wording.rank]! : ''
      found.push({
        start,
        end,
        x,
        width,
        label,
        detail: isLabelled && unit === 'week' ? monthAndDay(start) : '',
      })
    }
    return found
  }
  return { upper: cells(upper), lower: cells(lower) }
}

/** Which wording a row uses, and that every n-th cell shows it. */
function rowWording(
  unit: Unit,
  isUpper: boolean,
  dayWidth: number,
  words: HeaderWords,
): { rank: number; every: number } {
  const { days, widest } = NOMINAL[unit]
  const room = days * dayWidth - (unit === 'day' ? 2 : PADDING)
  const widths = wordingsOf(unit, isUpper, widest, words, widest - 7 * 20).map((text) =>
    estimateTextWidth(text, FONT_SIZE),
  )
  const rank = widths.findIndex((width) => width <= room)
  if (rank >= 0) return { rank, every: 1 }
  return { rank: widths.length - 1, every: Math.ceil((widths.at(-1)! + PADDING) / (days * dayWidth)) }
}

/** Wordings of a cell, longest first; the number of them depends on the unit only. */
function wordingsOf(
  unit: Unit,
  isUpper: boolean,
  start: DayNumber,
  words: HeaderWords,
  planStart: DayNumber | null,
): string[] {
  const { year, month, day } = civilOf(start)
  switch (unit) {
    case 'year':
      return [words.year(year), String(year)]
    case 'quarter':
      return [words.quarter((month + 2) / 3), `Q${(month + 2) / 3}`]
    case 'month':
      return isUpper
        ? [words.monthYear(year, month), words.month(month)]
        : [words.month(month), String(month)]
    case 'week':
      return [planStart === null ? words.week(isoWeekOf(start)) : planWeekLabel(start, planStart, words)]
    case 'day':
      return [String(day)]
  }
}

/** Weeks before the plan have no number. */
function planWeekLabel(start: DayNumber, planStart: DayNumber, words: HeaderWords): string {
  const week = planWeekOf(start, planStart)
  return week >= 1 ? words.planWeek(week) : ''
}

function monthAndDay(start: DayNumber): string {
  const { month, day } = civilOf(start)
  return `${month}/${day}`
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
