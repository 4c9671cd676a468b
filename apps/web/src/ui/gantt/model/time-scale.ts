import type { ZoomLevel } from '../gantt-types.ts'
import type { DayNumber } from './day-number.ts'

/** Named zooms from fine to coarse; `from` is the smallest width of a day in pixels at which the level's header reads well. */
const LEVELS: readonly { level: ZoomLevel; from: number; initial: number }[] = [
  { level: 'day', from: 20, initial: 32 },
  { level: 'week', from: 7, initial: 13 },
  { level: 'month', from: 2, initial: 4 },
  { level: 'quarter', from: 0, initial: 1.25 },
]

const MIN_DAY_WIDTH = 0.2
const MAX_DAY_WIDTH = 64

/** Linear map between days and pixels. `start` is drawn at x = 0; a day covers [xOf(day), xOf(day + 1)). */
export interface TimeScale {
  readonly start: DayNumber
  /** exclusive */
  readonly end: DayNumber
  /** pixels per day */
  readonly dayWidth: number
  readonly width: number
}

export interface DaySpan {
  start: DayNumber
  /** exclusive */
  end: DayNumber
}

export function levelOfDayWidth(dayWidth: number): ZoomLevel {
  return LEVELS.find(({ from }) => dayWidth >= from)!.level
}

export function initialDayWidth(level: ZoomLevel): number {
  return LEVELS.find((entry) => entry.level === level)!.initial
}

export function clampDayWidth(dayWidth: number): number {
  return Math.min(MAX_DAY_WIDTH, Math.max(MIN_DAY_WIDTH, dayWidth))
}

/**
 * Scale over the given days with air on both sides, at least as wide as the viewport.
 *
 * The air (a fifth of the viewport, at least a week) lets a bar be dragged past
 * the first and last date without the chart ending under the pointer.
 */
export function timeScaleFor(span: DaySpan, dayWidth: number, viewportWidth: number): TimeScale {
  const air = Math.max(7, Math.ceil(viewportWidth / 5 / dayWidth))
  const start = span.start - air
  const days = Math.max(span.end + air - start, Math.ceil(viewportWidth / dayWidth))
  return { start, end: start + days, dayWidth, width: Math.round(days * dayWidth) }
}

/** Width of a day at which the span fills the viewport with a small margin. */
export function dayWidthToFit(span: DaySpan, viewportWidth: number): number {
  const days = Math.max(1, span.end - span.start)
  return clampDayWidth(Math.max(40, viewportWidth - 96) / days)
}

/** Left edge of a day in pixels; fractions are allowed (day + 0.5 is noon). */
export function xOf(scale: TimeScale, day: number): number {
  return (day - scale.start) * scale.dayWidth
}

/** The day under a pixel. */
export function dayAt(scale: TimeScale, x: number): DayNumber {
  return Math.floor(x / scale.dayWidth) + scale.start
}
