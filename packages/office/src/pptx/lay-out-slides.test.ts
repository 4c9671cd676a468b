import type { ReportBlock } from '@yingce/domain/review/report-document'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOutSlides } from './lay-out-slides.ts'
import { CONTENT } from './slide-style.ts'

const text = fc.string({ maxLength: 300 })
const block: fc.Arbitrary<ReportBlock> = fc.oneof(
  text.map((one): ReportBlock => ({ kind: 'paragraph', spans: [{ text: one }] })),
  fc.array(text, { maxLength: 12 }).map((items): ReportBlock => ({
    kind: 'list',
    ordered: false,
    items: items.map((one) => [{ text: one }]),
  })),
  fc.array(text, { maxLength: 40 }).map((rows): ReportBlock => ({
    kind: 'table',
    columns: [{ title: 'A' }, { title: 'B' }],
    rows: rows.map((one) => ({ cells: [{ text: one }, { text: 'b' }] })),
  })),
  fc.constant<ReportBlock>({
    kind: 'chart',
    chart: 'line',
    categories: ['a'],
    series: [{ name: 'a', values: [1] }],
    alternativeText: 'x',
  }),
  text.map((one): ReportBlock => ({ kind: 'heading', level: 1, text: one })),
  text.map((one): ReportBlock => ({ kind: 'heading', level: 2, text: one })),
  fc.constant<ReportBlock>({ kind: 'pageBreak' }),
)

describe('blocks laid out on slides', () => {
  test('never lie on each other nor below the slide, and every row and item is on one of them', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 14 }), (blocks) => {
        const slides = layOutSlides({ language: 'en', title: 'R', facts: [], blocks })
        for (const { placed } of slides) {
          expect(placed.length).toBeGreaterThan(0)
          placed.forEach(({ x, y, width, height }, index) => {
            expect(y + height).toBeLessThanOrEqual(CONTENT.top + CONTENT.height + 1e-6)
            const next = placed[index + 1]
            if (next !== undefined)
              expect(next.y >= y + height - 1e-6 || next.x >= x + width - 1e-6).toBe(true)
          })
        }
        const count = (all: readonly ReportBlock[], kind: 'rows' | 'items'): number =>
          all.reduce((sum, one) => {
            if (kind === 'rows') return sum + (one.kind === 'table' ? one.rows.length : 0)
            return sum + (one.kind === 'list' ? one.items.length : 0)
          }, 0)
        const shown = slides.flatMap(({ placed }) => placed.map((one) => one.block))
        expect(count(shown, 'rows')).toBe(count(blocks, 'rows'))
        expect(count(shown, 'items')).toBe(count(blocks, 'items'))
      }),
      { numRuns: 300 },
    )
  })

  test('two charts in a row share a slide', () => {
    const chart: ReportBlock = {
      kind: 'chart',
      chart: 'line',
      categories: ['a'],
      series: [{ name: 'a', values: [1] }],
      alternativeText: 'x',
    }
    const [slide] = layOutSlides({ language: 'en', title: 'R', facts: [], blocks: [chart, chart] })
    expect(slide?.placed.map(({ y }) => y)).toEqual([CONTENT.top, CONTENT.top])
  })

  test('a total is not left alone on the next slide', () => {
    for (let rows = 5; rows < 40; rows++) {
      const table: ReportBlock = {
        kind: 'table',
        columns: [{ title: 'A' }],
        rows: [
          ...Array.from({ length: rows }, () => ({ cells: [{ text: 'a' }] })),
          { kind: 'total', cells: [{ text: 'sum' }] },
        ],
      }
      const last = layOutSlides({ language: 'en', title: 'R', facts: [], blocks: [table] }).at(-1)
      const shown = last?.placed[0]?.block
      expect(shown?.kind === 'table' && shown.rows.length).toBeGreaterThan(1)
    }
  })
})
