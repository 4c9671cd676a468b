import type { FieldKind } from '@yingce/domain/records/field'
import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import { dayNumber } from '@yingce/domain/calendar/local-date'
import type { CellValue } from '../grid-types.ts'

/** `YYYY-MM-DD`, or a moment `YYYY-MM-DDTHH:mm` whose time stays, moved by whole days. */
export const movedByDays = (date: string, days: number): string =>
  addDays(date.slice(0, 10), days) + date.slice(10)

/** The common difference of numbers, null when they have none (or fewer than two). */
function constantStep(numbers: readonly number[]): number | null {
  const [first, second] = numbers
  if (first === undefined || second === undefined) return null
  const step = second - first
  const even = numbers.every(
    (value, index) => index === 0 || Math.abs(value - (numbers[index - 1] ?? 0) - step) < 1e-9,
  )
  return even ? step : null
}

/** 笔记1, 第3周, 视频素材 A-07: the last run of digits when at most two characters follow it. */
const NUMBERED = /^(.*?)(\d{1,9})(\D{0,2})$/su

interface Numbered {
  readonly head: string
  readonly value: number
  readonly digits: number
  readonly tail: string
}

function numbered(text: CellValue): Numbered | null {
  if (typeof text !== 'string') return null
  const match = NUMBERED.exec(text)
  const [, head, digits, tail] = match ?? []
  if (head === undefined || digits === undefined || tail === undefined) return null
  // A decimal or a thousands mark before the digits: a quantity, not a counter.
  if (/[\d.,，]$/u.test(head)) return null
  return { head, value: Number(digits), digits: digits.startsWith('0') ? digits.length : 0, tail }
}

function continuedText(source: readonly CellValue[]): ((offset: number) => CellValue) | null {
  const parts = source.map(numbered)
  const first = parts[0]
  if (first === undefined || first === null) return null
  const same = parts.every((part) => part !== null && part.head === first.head && part.tail === first.tail)
  if (!same) return null
  const step = parts.length === 1 ? 1 : constantStep(parts.map((part) => part?.value ?? 0))
  if (step === null) return null
  return (offset) => {
    const value = first.value + step * offset
    return value < 0
      ? (source[0] ?? null)
      : `${first.head}${String(value).padStart(first.digits, '0')}${first.tail}`
  }
}

/**
 * The rule that goes on from `source`, by offset from its first cell (negative
 * before it). Dates go on by a day, or by the step of two (a week); numbers by
 * the step of two or more, one number repeats; text counts its last number on;
 * everything else repeats in its pattern.
 */
function rule(source: readonly CellValue[], kind: FieldKind): (offset: number) => CellValue {
  const repeat = (offset: number): CellValue =>
    source[((offset % source.length) + source.length) % source.length] ?? null
  const first = source[0]
  if (kind === 'date' || kind === 'dateTime') {
    const dates = source.filter((value) => typeof value === 'string')
    if (dates.length !== source.length || typeof first !== 'string') return repeat
    const step = source.length === 1 ? 1 : constantStep(dates.map((date) => dayNumber(date.slice(0, 10))))
    return step === null ? repeat : (offset) => movedByDays(first, step * offset)
  }
  if (kind === 'money' || kind === 'count' || kind === 'number' || kind === 'ratio') {
    const numbers = source.filter((value) => typeof value === 'number')
    const step = numbers.length === source.length ? constantStep(numbers) : null
    if (step === null || typeof first !== 'number') return repeat
    const digits = kind === 'ratio' || kind === 'number' ? 10 : 0
    return (offset) => Number((first + step * offset).toFixed(digits))
  }
  if (kind === 'text' || kind === 'longText') return continuedText(source) ?? repeat
  return repeat
}

/**
 * `count` further values after `source` (or before it, nearest first, when
 * `backward`). `copy` repeats the source instead of going on from it.
 */
export function fillSeries(
  source: readonly CellValue[],
  kind: FieldKind,
  count: number,
  options: { readonly backward?: boolean; readonly copy?: boolean } = {},
): readonly CellValue[] {
  if (source.length === 0) return []
  const next =
    options.copy === true
      ? (offset: number): CellValue =>
          source[((offset % source.length) + source.length) % source.length] ?? null
      : rule(source, kind)
  return Array.from({ length: count }, (_, index) =>
    next(options.backward === true ? -1 - index : source.length + index),
  )
}
