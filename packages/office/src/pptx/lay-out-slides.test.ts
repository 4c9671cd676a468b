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

  const tableOf = (rows: number): ReportBlock => ({
    kind: 'table',
    columns: [{ title: 'A' }],
    rows: [
      ...Array.from({ length: rows }, () => ({ cells: [{ text: 'a' }] })),
      { kind: 'total', cells: [{ text: 'sum' }] },
    ],
  })
  const slidesOf = (...blocks: ReportBlock[]) =>
    layOutSlides({ language: 'en', title: 'R', facts: [], blocks })

  test('a long table has about as many rows on each slide, its titles on all, and no total stands alone', () => {
    for (let rows = 5; rows < 60; rows++) {
      const tables = slidesOf(tableOf(rows)).flatMap(({ placed }) =>
        placed.flatMap(({ block: shown }) => (shown.kind === 'table' ? [shown] : [])),
      )
      const counts = tables.map((table) => table.rows.length)
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows + 1)
      expect(tables.every(({ columns }) => columns[0]?.title === 'A')).toBe(true)
      expect(tables.at(-1)?.rows.length).toBeGreaterThan(1)
    }
  })

  test('a heading does not stay behind when its table begins on the next slide', () => {
    const heading: ReportBlock = { kind: 'heading', level: 2, text: 'H' }
    for (let lines = 1; lines < 30; lines++) {
      const before: ReportBlock = { kind: 'paragraph', spans: [{ text: 'a\n'.repeat(lines) }] }
      for (const { placed } of slidesOf(before, heading, tableOf(5)))
        expect(placed.at(-1)?.block.kind).not.toBe('heading')
    }
  })
})
