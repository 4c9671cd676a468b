import { endOfMonth } from './date-arithmetic.ts'
import { daysInMonth } from './local-date.ts'

/** A stretch of months or of days of one month; the year may be missing. */
export interface WrittenPeriod {
  readonly year: number | null
  readonly fromMonth: number
  readonly fromDay: number
  readonly toMonth: number
  /** null: the last day of the month. */
  readonly toDay: number | null
}

/** Four other digits behind a word are no year: Q20256 is not the second quarter of 256. */
const YEAR = '(?:((?:19|20)\\d{2})\\s*年?\\s*[-.]?\\s*)?'
const QUARTER = new RegExp(`^${YEAR}(?:q([1-4])|第?([1-4])季度)$`, 'i')
const QUARTER_FIRST = /^q([1-4])\s*[-/ ]?\s*((?:19|20)\d{2})$/i
const HALF = new RegExp(`^${YEAR}(?:h([12])|(上|下)半年)$`, 'i')
const WHOLE_YEAR = /^((?:19|20)\d{2})\s*年(?:全年|度)?$/
const THIRD = new RegExp(`^${YEAR}(\\d{1,2})月份?(上|中|下)旬$`)
const MONTHS = new RegExp(`^${YEAR}(\\d{1,2})\\s*(?:-|~|至|到)\\s*(\\d{1,2})月份?$`)

/** 2025Q2, 第二季度, 2025上半年, 2025年, 6月上旬 (days 1–10), 6-8月. Null for anything else. */
export function readPeriodWord(text: string): WrittenPeriod | null {
  const quarter = QUARTER.exec(text)
  if (quarter !== null) return months(quarter[1], (Number(quarter[2] ?? quarter[3]) - 1) * 3 + 1, 3)
  const quarterFirst = QUARTER_FIRST.exec(text)
  if (quarterFirst !== null) return months(quarterFirst[2], (Number(quarterFirst[1]) - 1) * 3 + 1, 3)
  const half = HALF.exec(text)
  if (half !== null) return months(half[1], half[2] === '1' || half[3] === '上' ? 1 : 7, 6)
  const year = WHOLE_YEAR.exec(text)
  if (year !== null) return months(year[1], 1, 12)
  const third = THIRD.exec(text)
  if (third !== null) return thirdOfMonth(third[1], Number(third[2]), third[3] as string)
  const range = MONTHS.exec(text)
  if (range === null) return null
  const [from, to] = [Number(range[2]), Number(range[3])]
  return from >= 1 && from < to && to <= 12 ? months(range[1], from, to - from + 1) : null
}

/** The last day of a period's end month; 29 for February of an unknown year. */
export function lastDayOf(year: number | null, month: number): number {
  return year === null
    ? daysInMonth(2024, month)
    : Number(endOfMonth(`${year}-${String(month).padStart(2, '0')}-01`).slice(8))
}

function months(year: string | undefined, from: number, count: number): WrittenPeriod {
  return { year: yearOf(year), fromMonth: from, fromDay: 1, toMonth: from + count - 1, toDay: null }
}

function thirdOfMonth(year: string | undefined, month: number, word: string): WrittenPeriod | null {
  if (month < 1 || month > 12) return null
  const fromDay = word === '上' ? 1 : word === '中' ? 11 : 21
  return {
    year: yearOf(year),
    fromMonth: month,
    fromDay,
    toMonth: month,
    toDay: word === '下' ? null : fromDay + 9,
  }
}

function yearOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text)
}
