import type { ChartBlock } from '@yingce/domain/review/report-document'
import { XMLValidator } from 'fast-xml-parser'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chartSvg } from './chart-svg.ts'

const COLUMNS: ChartBlock = {
  kind: 'chart',
  chart: 'column',
  categories: ['甲', '乙', '丙'],
  series: [
    { name: '支出', values: [10, null, 20] },
    { name: '计划', values: [15, 15, 15], role: 'target' },
  ],
  alternativeText: 'x',
}

const count = (svg: string, element: string): number => svg.split(`<${element} `).length - 1

describe('a chart drawn as SVG', () => {
  test('a missing value draws no column, and a zero one without height', () => {
    const columns = (values: readonly (number | null)[]) =>
      count(chartSvg({ ...COLUMNS, series: [{ name: 'a', values }] }, 400, 200), 'rect')
    expect(columns([10, null, 20])).toBe(2)
    expect(columns([10, 0, 20])).toBe(3)
  })

  test('a target is a dashed line over the columns, and named in the legend', () => {
    const svg = chartSvg(COLUMNS, 400, 200)
    expect(svg).toMatch(/<polyline [^>]*stroke-dasharray/)
    expect(count(svg.split('<polyline')[0] ?? '', 'rect')).toBe(2)
    expect(svg).toContain('>计划</text>')
  })

  test('a line is broken at a missing value; a value alone is a dot', () => {
    const line = { ...COLUMNS, chart: 'line' as const, categories: ['1', '2', '3', '4', '5'] }
    const svg = chartSvg({ ...line, series: [{ name: 'a', values: [1, 2, null, 3, null] }] }, 400, 200)
    expect(count(svg, 'polyline')).toBe(1)
    expect(count(svg, 'circle')).toBe(3)
  })

  test('lying bars begin with the first category and carry their values', () => {
    const svg = chartSvg({ ...COLUMNS, chart: 'bar', numberFormat: '0.00' }, 400, 200)
    expect(svg.indexOf('>甲<')).toBeLessThan(svg.indexOf('>乙<'))
    expect(svg).toContain('>20.00</text>')
    expect(svg).toContain('>—</text>')
  })

  test('a pie lists value and share; one part alone is a whole ring', () => {
    const pie = { ...COLUMNS, chart: 'pie' as const, categories: ['甲', '乙'] }
    expect(chartSvg({ ...pie, series: [{ name: 'a', values: [30, 10] }] }, 400, 200)).toContain('75.0%')
    expect(count(chartSvg({ ...pie, series: [{ name: 'a', values: [30, 0] }] }, 400, 200), 'path')).toBe(1)
  })

  test('the smallest number there is draws like zero', () => {
    const svg = chartSvg({ ...COLUMNS, series: [{ name: 'a', values: [-5e-324, null, 5e-324] }] }, 400, 200)
    expect(svg).not.toMatch(/NaN|Infinity/)
    expect(count(svg, 'rect')).toBe(2)
  })

  test('is well-formed and without a broken number, whatever names and values', () => {
    const value = fc.option(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { nil: null })
    fc.assert(
      fc.property(
        fc.constantFrom('column', 'line', 'bar', 'pie'),
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), value, value), { maxLength: 40 }),
        (chart, rows) => {
          const svg = chartSvg(
            {
              ...COLUMNS,
              chart,
              categories: rows.map(([name]) => name),
              series: [
                { name: '<a>', values: rows.map(([, one]) => one) },
                { name: '&b', values: rows.map(([, , other]) => other) },
              ],
            },
            470,
            180,
          )
          expect(XMLValidator.validate(svg)).toBe(true)
          expect(svg).not.toMatch(/NaN|Infinity|undefined/)
        },
      ),
      { numRuns: 200 },
    )
  })
})
