import type { ChartBlock, ChartEvent } from '@yingce/domain/review/report-document'
import { XMLValidator } from 'fast-xml-parser'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textWidth } from '../report/text-width.ts'
import { chartSvg } from './chart-svg.ts'
import { EVENT_MARK, EVENT_SIZE, EVENT_TEXT, placeEvents } from './event-layout.ts'

const EDGES = { left: 28, right: 466 }
const DAYS = 60
const xOf = (index: number): number => 30 + index * ((EDGES.right - 30) / DAYS)
const event = (from: number, label: string, kind: ChartEvent['kind'] = 'adjustment'): ChartEvent => ({
  kind,
  kindName: kind,
  from,
  to: null,
  label,
})
const spanOf = (x: number, side: 'left' | 'right', long: number) =>
  side === 'right' ? { from: x - EVENT_MARK, to: x + long } : { from: x - long, to: x + EVENT_MARK }
const rowsOf = (events: readonly ChartEvent[]) => placeEvents(events, xOf, EDGES).map(({ row }) => row)

describe('M5: events above a drawn trend', () => {
  test('one alone stands next to the plot with its whole label', () => {
    expect(placeEvents([event(10, '调整 · 换首图')], xOf, EDGES)).toMatchObject([
      { row: 0, text: '调整 · 换首图' },
    ])
  })

  test('of two near each other the earlier one stands above, far apart both stand next to the plot', () => {
    expect(rowsOf([event(10, '调整 · 换首图'), event(13, '竞品 · 甲：降价')])).toEqual([1, 0])
    expect(rowsOf([event(10, '调整 · 换首图'), event(40, '竞品 · 甲：降价')])).toEqual([0, 0])
  })

  test('three of one day stand above each other on one line', () => {
    const same = [event(10, '一'), event(10, '二'), event(10, '三')]
    expect(rowsOf(same).toSorted((a, b) => Number(a) - Number(b))).toEqual([0, 1, 2])
  })

  test('one on the last day has its words on the left', () => {
    expect(placeEvents([event(DAYS - 1, '调整 · 收尾')], xOf, EDGES)).toMatchObject([
      { row: 0, side: 'left', text: '调整 · 收尾' },
    ])
  })

  test('of ten days in a row with long labels those without room keep their shape', () => {
    const all = Array.from({ length: 10 }, (_, day) => event(20 + day, '竞品 · 绿山：全线降价并且送赠品'))
    const placed = placeEvents(all, xOf, EDGES)
    expect(placed).toHaveLength(10)
    const said = placed.filter(({ row }) => row !== null)
    expect(said.map(({ event: { from }, side }) => `${from} ${side}`)).toEqual([
      '25 left',
      '26 right',
      '27 right',
      '28 right',
      '29 right',
    ])
  })

  test('no text lies on another, over the edge, or under a line, for any 40 events', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: DAYS - 1 }),
            fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
          ),
          { maxLength: 40 },
        ),
        (all) => {
          const placed = placeEvents(
            all.map(([from, label]) => event(from, label)),
            xOf,
            EDGES,
          )
          expect(placed).toHaveLength(all.length)
          const texts = placed.flatMap(({ x, row, side, text }) =>
            row === null ? [] : [{ x, row, ...spanOf(x, side, EVENT_TEXT + textWidth(text, EVENT_SIZE)) }],
          )
          for (const [index, one] of texts.entries()) {
            expect(one.to).toBeLessThanOrEqual(EDGES.right + 0.01)
            expect(one.from).toBeGreaterThanOrEqual(EDGES.left - EVENT_MARK)
            for (const other of texts.slice(index + 1)) {
              if (one.row === other.row) expect(one.to <= other.from || other.to <= one.from).toBe(true)
            }
            for (const { x, row } of texts) {
              if (row > one.row && x !== one.x) expect(x < one.from || x > one.to).toBe(true)
            }
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('M5: events in the drawn chart', () => {
  const block: ChartBlock = {
    kind: 'chart',
    chart: 'line',
    categories: ['1', '2', '3', '4', '5', '6'],
    series: [{ name: 'a', values: [1, 2, 3, 2, 1, 2] }],
    events: [
      event(1, '调整 · <换首图>'),
      { kind: 'competitor', kindName: '竞品动态', from: 3, to: 5, label: '竞品 · 甲：降价' },
    ],
    alternativeText: 'x',
  }
  const svg = chartSvg(block, 500, 200)

  test('own changes are dotted with a circle, those of competitors solid with a diamond and a band while they last', () => {
    expect(svg).toContain('>调整 · &lt;换首图&gt;</text>')
    expect(svg).toContain('>竞品 · 甲：降价</text>')
    expect(svg.match(/<line [^>]*stroke-dasharray="1 2.4"/g)).toHaveLength(1)
    expect(svg.match(/<path d="M/g)).toHaveLength(1)
    expect(svg.match(/fill-opacity="0.07"/g)).toHaveLength(1)
    expect(XMLValidator.validate(svg)).toBe(true)
  })

  test('an event of a category that is not there is left out, and lying bars know none', () => {
    const strange = { ...block, events: [event(6, '以后'), event(-1, '以前')] }
    expect(chartSvg(strange, 500, 200)).toBe(chartSvg({ ...block, events: [] }, 500, 200))
    expect(chartSvg({ ...block, chart: 'bar' }, 500, 200)).not.toContain('降价')
  })
})
