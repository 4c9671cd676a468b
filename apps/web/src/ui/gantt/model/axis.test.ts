import { describe, expect, test } from 'vitest'
import { ganttLabelsEn } from '../labels/labels-en.ts'
import { ganttLabelsZh } from '../labels/labels-zh.ts'
import { dayNumberOf, formatDay } from './day-number.ts'
import { headerRows } from './header-labels.ts'
import { estimateTextWidth } from './text-width.ts'
import { dayAt, dayWidthToFit, initialDayWidth, levelOfDayWidth, timeScaleFor, xOf } from './time-scale.ts'

const APRIL = dayNumberOf(2026, 4, 1)
const span = { start: APRIL, end: APRIL + 50 }
const words = ganttLabelsZh.header

describe('time scale', () => {
  test('the day under a pixel is the day whose extent holds it', () => {
    const scale = timeScaleFor(span, 13, 900)
    for (let day = scale.start; day < scale.end; day++) {
      expect(dayAt(scale, xOf(scale, day))).toBe(day)
      expect(dayAt(scale, xOf(scale, day + 1) - 0.01)).toBe(day)
    }
  })
  test('the axis fills the viewport and leaves at least a week of air on both sides', () => {
    for (const dayWidth of [0.3, 1.25, 4, 13, 32, 60]) {
      const scale = timeScaleFor(span, dayWidth, 1000)
      expect(scale.width).toBeGreaterThanOrEqual(1000)
      expect(span.start - scale.start).toBeGreaterThanOrEqual(7)
      expect(scale.end - span.end).toBeGreaterThanOrEqual(7)
    }
  })
  test.each(['day', 'week', 'month', 'quarter'] as const)(
    'the initial width of %s belongs to that level',
    (level) => {
      expect(levelOfDayWidth(initialDayWidth(level))).toBe(level)
    },
  )
  test('a plan of 50 days fits a chart of 1000 pixels at 18 pixels a day', () => {
    expect(dayWidthToFit(span, 1000)).toBeCloseTo(904 / 50)
  })
})

describe('labels of the axis', () => {
  const rows = (
    dayWidth: number,
    level: Parameters<typeof headerRows>[1],
    planStart: number | null = null,
  ) => {
    const scale = timeScaleFor(span, dayWidth, 1000)
    return headerRows(scale, level, APRIL, APRIL + 60, words, planStart)
  }
  test('day zoom: months over days', () => {
    const { upper, lower } = rows(32, 'day')
    expect(upper.map(({ label }) => label)).toEqual(['2026年4月', '2026年5月'])
    expect(lower.slice(0, 3).map(({ label }) => label)).toEqual(['1', '2', '3'])
  })
  test('week zoom: weeks of the plan with their Monday; weeks before the plan have no number', () => {
    const { lower } = rows(13, 'week', APRIL + 7)
    expect(lower.slice(0, 3).map(({ label, detail }) => [label, detail])).toEqual([
      ['', '3/30'],
      ['第1周', '4/6'],
      ['第2周', '4/13'],
    ])
  })
  test('without a plan start the weeks are those of the year', () => {
    expect(rows(13, 'week').lower[0]!.label).toBe('14周')
  })
  test('quarter zoom: years over quarters, from the first day of the quarter', () => {
    const { upper, lower } = rows(1.25, 'quarter')
    expect(upper.map(({ label }) => label)).toEqual(['2026年'])
    expect(lower.map(({ start, label }) => [formatDay(start), label])).toEqual([['2026-04-01', '2季度']])
  })
  test.each([
    ['day', 20],
    ['day', 32],
    ['week', 7],
    ['week', 13],
    ['month', 2],
    ['month', 4],
    ['quarter', 0.2],
    ['quarter', 0.5],
    ['quarter', 1.9],
  ] as const)(
    'at %s zoom and %d pixels a day no label reaches into the next one, in both languages',
    (level, dayWidth) => {
      const scale = timeScaleFor({ start: APRIL - 900, end: APRIL + 900 }, dayWidth, 1000)
      for (const labels of [ganttLabelsZh, ganttLabelsEn]) {
        const { upper, lower } = headerRows(scale, level, scale.start, scale.end, labels.header, APRIL)
        for (const cells of [upper, lower]) {
          const labelled = cells.filter(({ label }) => label !== '')
          labelled.slice(1).forEach((cell, index) => {
            expect(cell.x - labelled[index]!.x).toBeGreaterThanOrEqual(
              estimateTextWidth(labelled[index]!.label, 12),
            )
          })
        }
      }
    },
  )
  test('all cells of a row use one wording: April and December are shortened together', () => {
    const { lower } = rows(2, 'month')
    expect(lower.map(({ label }) => label)).toEqual(['4月', '5月'])
  })
})
