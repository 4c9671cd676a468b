import { describe, expect, test } from 'vitest'
import { SAMPLE_LINKS, SAMPLE_PHASES, SAMPLE_TASKS } from '../harness/sample.ts'
import { barGeometry } from './bar-geometry.ts'
import { createCalendarIndex } from './calendar-index.ts'
import { parseDay } from './day-number.ts'
import { buildRows, spanOfAll, type TaskRow } from './rows.ts'
import { timeScaleFor, xOf } from './time-scale.ts'
import { drawnLinks, placeLinks, verticalsByRow } from './visible-links.ts'

const today = parseDay('2026-04-22')!
const rows = buildRows(SAMPLE_PHASES, SAMPLE_TASKS, new Set())
const taskRow = (id: string): TaskRow =>
  rows.find((row): row is TaskRow => row.kind === 'task' && row.id === id)!

describe('rows', () => {
  test('tasks stand under their phase; a task of no phase comes last, under a group of its own', () => {
    expect(rows.slice(0, 3).map(({ key }) => key)).toEqual(['p:prep', 't:t1', 't:t2'])
    expect(rows.slice(-2).map(({ key }) => key)).toEqual(['p:', 't:t19'])
  })
  test('a collapsed phase keeps its row and hides its tasks, without changing positions of its siblings', () => {
    const collapsed = buildRows(SAMPLE_PHASES, SAMPLE_TASKS, new Set(['prep']))
    expect(collapsed[0]).toMatchObject({
      key: 'p:prep',
      isCollapsed: true,
      taskCount: 5,
      position: 1,
      siblings: 5,
    })
    expect(collapsed[1]!.key).toBe('p:warm')
  })
  test('without phases the tasks stand at level 1', () => {
    expect(
      buildRows([], SAMPLE_TASKS, new Set()).every(({ level, kind }) => level === 1 && kind === 'task'),
    ).toBe(true)
  })
  test('a phase without dates spans its tasks', () => {
    const tail = rows.find(({ key }) => key === 'p:tail')!
    expect(tail.days).toMatchObject({ start: parseDay('2026-05-13'), end: parseDay('2026-05-20') })
  })
  test('the axis covers planned, actual and baseline dates; without any it is today', () => {
    expect(spanOfAll(SAMPLE_PHASES, SAMPLE_TASKS, today)).toEqual({
      start: parseDay('2026-04-01'),
      end: parseDay('2026-05-20')! + 1,
    })
    expect(spanOfAll([], [], today)).toEqual({ start: today, end: today + 1 })
  })
})

describe('bars', () => {
  const scale = timeScaleFor({ start: parseDay('2026-04-01')!, end: parseDay('2026-06-01')! }, 10, 800)
  const at = (date: string): number => xOf(scale, parseDay(date)!)

  test('the end is inclusive: a bar reaches to the end of its last day', () => {
    expect(barGeometry(taskRow('t2'), scale, today, null).bar).toEqual({
      left: at('2026-04-07'),
      right: at('2026-04-11'),
    })
  })
  test('progress 0.6 fills 60 % of the bar', () => {
    const { bar, progressRight } = barGeometry(taskRow('t6'), scale, today, null)
    expect(progressRight).toBeCloseTo(bar!.left + 0.6 * (bar!.right - bar!.left))
  })
  test('work that has begun and not ended is drawn open, to the end of today', () => {
    expect(barGeometry(taskRow('t6'), scale, today, null).actual).toEqual({
      left: at('2026-04-15'),
      right: at('2026-04-23'),
      isOpen: true,
    })
  })
  test('a milestone stands in the middle of its day', () => {
    const { kind, bar } = barGeometry(taskRow('t5'), scale, today, null)
    expect(kind).toBe('milestone')
    expect((bar!.left + bar!.right) / 2).toBe(at('2026-04-10') + 5)
  })
  test('an end before the start is drawn between the two and marked, never as nothing', () => {
    expect(taskRow('t19').days.isInverted).toBe(true)
    expect(barGeometry(taskRow('t19'), scale, today, null).bar).toEqual({
      left: at('2026-04-30'),
      right: at('2026-05-07'),
    })
  })
  test('a start without an end is one day, marked as missing its end', () => {
    expect(taskRow('t18').days.missing).toBe('end')
    expect(barGeometry(taskRow('t18'), scale, today, null).bar).toEqual({
      left: at('2026-05-18'),
      right: at('2026-05-19'),
    })
  })
  test('a task without dates has no bar', () => {
    expect(barGeometry(taskRow('t17'), scale, today, null)).toMatchObject({ kind: 'none', bar: null })
  })
  test('tasks that reach before their phase are shown as an overrun of the phase', () => {
    const warm = rows.find(({ key }) => key === 'p:warm')!
    expect(barGeometry(warm, scale, today, null).overruns).toEqual([
      { left: at('2026-04-14'), right: at('2026-04-18') },
    ])
  })
  test('at the coarsest zoom a bar of one day is still three pixels wide', () => {
    const coarse = timeScaleFor({ start: 20_000, end: 24_000 }, 0.2, 800)
    const { bar } = barGeometry(taskRow('t2'), coarse, today, null)
    expect(bar!.right - bar!.left).toBeCloseTo(3)
  })
})

describe('dependencies in the window', () => {
  const scale = timeScaleFor(spanOfAll(SAMPLE_PHASES, SAMPLE_TASKS, today), 13, 900)
  const indexOf = new Map(rows.map((row, index) => [row.key, index]))
  const everything = { firstRow: 0, lastRow: rows.length - 1, left: 0, right: scale.width }

  test('all dependencies between rows are drawn, those into a collapsed phase are not', () => {
    expect(
      drawnLinks(placeLinks(SAMPLE_LINKS, indexOf), rows, everything, scale, today, () => null),
    ).toHaveLength(SAMPLE_LINKS.length)
    const folded = buildRows(SAMPLE_PHASES, SAMPLE_TASKS, new Set(['burst']))
    const links = placeLinks(SAMPLE_LINKS, new Map(folded.map((row, index) => [row.key, index])))
    expect(
      drawnLinks(links, folded, { ...everything, lastRow: folded.length - 1 }, scale, today, () => null),
    ).toHaveLength(7)
  })
  test('a drag that makes the successor start too early shows the conflict while it lasts', () => {
    const links = placeLinks(SAMPLE_LINKS, indexOf)
    const t7 = taskRow('t7')
    const early = drawnLinks(links, rows, everything, scale, today, (row) =>
      row === t7 ? { start: t7.days.start! - 3, end: t7.days.end! - 3, progress: null } : null,
    )
    const conflict = (drawn: typeof early): number => drawn.find(({ link }) => link.id === 'l5')!.conflictDays
    expect(conflict(drawnLinks(links, rows, everything, scale, today, () => null))).toBe(0)
    expect(conflict(early)).toBe(3)
  })
  test('every vertical run is known to each row it passes', () => {
    const drawn = drawnLinks(placeLinks(SAMPLE_LINKS, indexOf), rows, everything, scale, today, () => null)
    const verticals = verticalsByRow(drawn, everything, 34)
    const passing = drawn.find(({ link }) => link.id === 'l6')!
    for (let row = passing.fromRow + 1; row < passing.toRow; row++)
      expect(verticals.get(row)).toContain(passing.route.points[1]!.x)
  })
})

describe('calendar', () => {
  const index = createCalendarIndex((date) => ({
    isWorking: !['2026-05-01', '2026-05-02', '2026-05-03'].includes(date),
    name: date === '2026-05-03' ? null : '劳动节',
  }))
  test('working days count both ends', () => {
    expect(index.workdaysBetween(parseDay('2026-04-30')!, parseDay('2026-05-04')!)).toBe(2)
    expect(index.workdaysBetween(5, 4)).toBe(0)
  })
  test('a holiday and the unnamed day off after it are two bands', () => {
    const may = parseDay('2026-05-01')!
    expect(index.offRuns(may - 2, may + 5)).toEqual([
      { start: may, end: may + 2, name: '劳动节' },
      { start: may + 2, end: may + 3, name: null },
    ])
  })
})
