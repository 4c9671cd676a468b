import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GanttLinkType } from '../gantt-types.ts'
import { createIntervalIndex } from './interval-index.ts'
import { placeLabel } from './label-placement.ts'
import { conflictDays } from './link-conflict.ts'
import { loopClosedBy } from './link-loop.ts'
import { arrowPath, clipRoute, distanceTo, linePath, routeLink } from './link-routing.ts'
import { linkTypeOf } from './link-type.ts'

const TYPES: GanttLinkType[] = ['FS', 'SS', 'FF', 'SF']

describe('interval index', () => {
  test('finds exactly the intervals that touch the window', () => {
    const interval = fc.tuple(fc.nat(200), fc.nat(60)).map(([from, length]) => ({ from, to: from + length }))
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 80 }), fc.nat(260), fc.nat(40), (items, low, length) => {
        const high = low + length
        const expected = items.filter(({ from, to }) => from <= high && to >= low)
        const found = createIntervalIndex(items, (item) => item).overlapping(low, high)
        expect(found).toHaveLength(expected.length)
        expect(new Set(found)).toEqual(new Set(expected))
      }),
    )
  })
})

describe('routes', () => {
  const end = fc
    .record({
      left: fc.integer({ min: 0, max: 900 }),
      width: fc.integer({ min: 3, max: 300 }),
      row: fc.nat(20),
    })
    .map(({ left, width, row }) => ({ bar: { left, right: left + width }, row }))

  test('every run is horizontal or vertical, begins at the predecessor and ends at the successor', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TYPES), end, end, (type, from, to) => {
        fc.pre(from.row !== to.row)
        const { points } = routeLink(type, from, to)
        points
          .slice(1)
          .forEach((point, index) =>
            expect(point.x === points[index]!.x || point.y === points[index]!.y).toBe(true),
          )
        expect(points[0]!.x).toBe(type === 'FS' || type === 'FF' ? from.bar.right : from.bar.left)
        expect(points.at(-1)!.x).toBeGreaterThanOrEqual(to.bar.left)
        expect(points.at(-1)!.x).toBeLessThanOrEqual(to.bar.right)
        expect(linePath({ points, heading: 'right' })).not.toContain('NaN')
      }),
    )
  })
  test('no run follows the predecessor’s row further than 22 pixels: its label stays free', () => {
    fc.assert(
      fc.property(fc.constantFrom<GanttLinkType>('FS', 'SS'), end, end, (type, from, to) => {
        fc.pre(from.row !== to.row)
        const { points } = routeLink(type, from, to)
        const y = points[0]!.y
        const onRow = points.filter((point) => point.y === y).map(({ x }) => Math.abs(x - points[0]!.x))
        expect(Math.max(...onRow)).toBeLessThanOrEqual(type === 'FS' ? 22 : 1300)
      }),
    )
  })
  test('a successor that begins the next day is entered from above', () => {
    const route = routeLink(
      'FS',
      { bar: { left: 0, right: 100 }, row: 0 },
      { bar: { left: 100, right: 200 }, row: 1 },
    )
    expect(route.heading).toBe('down')
    expect(route.points).toHaveLength(3)
    expect(arrowPath(route)).toMatch(/^M106 /)
  })
  test('a successor that begins earlier is reached around through the gap between the rows', () => {
    const { points } = routeLink(
      'FS',
      { bar: { left: 100, right: 200 }, row: 0 },
      { bar: { left: 50, right: 90 }, row: 3 },
    )
    expect(points).toHaveLength(6)
    expect(points[2]!.y).toBe(3 * 34)
  })
  test('a line of a million pixels is cut to the window, and left out where it only passes beside it', () => {
    const route = routeLink(
      'FS',
      { bar: { left: 0, right: 100 }, row: 0 },
      { bar: { left: 300, right: 400 }, row: 100_000 },
    )
    const box = { left: 0, right: 1000, top: 34_000, bottom: 35_000 }
    const clipped = clipRoute(route, box)!
    expect(clipped.points.every(({ y }) => y >= 33_960 && y <= 35_040)).toBe(true)
    expect(clipped.points[1]!.x).toBe(route.points[1]!.x)
    expect(clipRoute(route, { ...box, left: 150 })).toBeNull()
  })
  test('distance is measured to the nearest run', () => {
    const route = {
      points: [
        { x: 0, y: 0 },
        { x: 10, y: 0 },
        { x: 10, y: 20 },
      ],
      heading: 'right' as const,
    }
    expect(distanceTo(route, 5, 3)).toBe(3)
    expect(distanceTo(route, 14, 10)).toBe(4)
  })
})

describe('conflicts with the dates as given', () => {
  const from = { start: 10, end: 14 }
  test.each([
    ['FS: the next day keeps it', 'FS', 0, { start: 15, end: 16 }, 0],
    ['FS: the same day breaks it by one', 'FS', 0, { start: 14, end: 16 }, 1],
    ['FS with 2 days of lag: the next day breaks it by two', 'FS', 2, { start: 15, end: 16 }, 2],
    ['FS with a lead of 2 days: two days of overlap keep it', 'FS', -2, { start: 13, end: 16 }, 0],
    ['SS: a start on the same day keeps it', 'SS', 0, { start: 10, end: 11 }, 0],
    ['SS: a start a day before breaks it', 'SS', 0, { start: 9, end: 11 }, 1],
    ['FF: an end a day before breaks it', 'FF', 0, { start: 9, end: 13 }, 1],
    ['SF: an end on the predecessor’s first day keeps it', 'SF', 0, { start: 5, end: 10 }, 0],
  ] as const)('%s', (_, type, lagDays, to, days) => {
    expect(conflictDays({ type, lagDays }, from, to)).toBe(days)
  })
})

describe('loops', () => {
  const link = (from: string, to: string) => ({ id: from + to, from, to, type: 'FS' as const, lagDays: 0 })
  test('a dependency back to a predecessor is a loop and names its tasks in order', () => {
    expect(loopClosedBy([link('a', 'b'), link('b', 'c')], 'c', 'a')).toEqual(['c', 'a', 'b', 'c'])
  })
  test('a task cannot depend on itself', () => {
    expect(loopClosedBy([], 'a', 'a')).toEqual(['a', 'a'])
  })
  test('a second way to the same successor is no loop', () => {
    expect(loopClosedBy([link('a', 'b'), link('b', 'c')], 'a', 'c')).toBeNull()
  })
  test('a loop that exists elsewhere does not hang the search', () => {
    expect(loopClosedBy([link('x', 'y'), link('y', 'x'), link('b', 'x')], 'a', 'b')).toBeNull()
  })
})

test.each([
  ['end', 'start', 'FS'],
  ['start', 'start', 'SS'],
  ['end', 'end', 'FF'],
  ['start', 'end', 'SF'],
] as const)('a line from a bar’s %s to the other’s %s is %s', (from, to, type) =>
  expect(linkTypeOf(from, to)).toBe(type),
)

describe('labels', () => {
  const bar = { left: 200, right: 300 }
  const none = { onRight: false, onLeft: false }
  test('stand right of the bar', () => {
    expect(placeLabel(bar, 80, [], none)).toEqual({ side: 'right', x: 307, needsBacking: false })
  })
  test('leave room for the stub of a link', () => {
    expect(placeLabel(bar, 80, [], { onRight: true, onLeft: false }).x).toBe(314)
  })
  test('step behind a line that runs close by', () => {
    expect(placeLabel(bar, 80, [320], none)).toEqual({ side: 'right', x: 326, needsBacking: false })
  })
  test('go left when lines run through on the right', () => {
    expect(placeLabel(bar, 80, [330, 360, 400], none)).toEqual({ side: 'left', x: 113, needsBacking: false })
  })
  test('stay right on a backing when neither side is free', () => {
    expect(placeLabel(bar, 80, [150, 330, 360, 400], none)).toEqual({
      side: 'right',
      x: 307,
      needsBacking: true,
    })
  })
})
