import { describe, expect, test } from 'vitest'
import { SAMPLE_LINKS, SAMPLE_PHASES, SAMPLE_TASKS, SAMPLE_TODAY } from '../harness/sample.ts'
import { ganttLabelsZh } from '../labels/labels-zh.ts'
import { createCalendarIndex } from '../model/calendar-index.ts'
import { columnsFor } from '../model/columns.ts'
import { parseDay } from '../model/day-number.ts'
import { buildRows, spanOfAll } from '../model/rows.ts'
import { timeScaleFor } from '../model/time-scale.ts'
import { drawnLinks, placeLinks } from '../model/visible-links.ts'
import { COLOUR_NAMES } from './export-chart.ts'
import { ganttToSvg, type ChartColours } from './gantt-to-svg.ts'
import { rasterScale } from './svg-to-png.ts'
import { svgText } from './svg-text.ts'

const today = parseDay(SAMPLE_TODAY)!
const colours = Object.fromEntries(COLOUR_NAMES.map((name) => [name, '#123456'])) as ChartColours

function picture(tasks = SAMPLE_TASKS): string {
  const rows = buildRows(SAMPLE_PHASES, tasks, new Set())
  const scale = timeScaleFor(spanOfAll(SAMPLE_PHASES, tasks, today), 13, 900)
  const window = { firstRow: 0, lastRow: rows.length - 1, left: 0, right: scale.width }
  return ganttToSvg({
    rows,
    ...window,
    scale,
    level: 'week',
    labels: ganttLabelsZh,
    today,
    planStart: null,
    columns: columnsFor(500),
    colours,
    fontFamily: '"Noto Sans", sans-serif',
    links: drawnLinks(
      placeLinks(SAMPLE_LINKS, new Map(rows.map((row, index) => [row.key, index]))),
      rows,
      window,
      scale,
      today,
      () => null,
    ),
    calendar: createCalendarIndex(() => ({ isWorking: true })),
    display: { baseline: true, actual: true, links: true },
  })
}

describe('the chart as an SVG document', () => {
  test('holds every task by name, states its size and refers to nothing outside', () => {
    const svg = picture()
    for (const { name } of SAMPLE_TASKS) expect(svg).toContain(name)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="\d+" height="\d+"/)
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|NaN|undefined/)
  })
  test('a name with markup stays text', () => {
    const svg = picture([{ ...SAMPLE_TASKS[0]!, name: '<script>alert("1")</script> & 更多' }])
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;script&gt;')
    expect(svgText('a\u0001b')).toBe('ab')
  })
  test('elements are balanced', () => {
    const svg = picture()
    const opened = svg.match(/<(g|text|tspan|svg|defs|clipPath|title)\b/g)!.length
    expect(svg.match(/<\/(g|text|tspan|svg|defs|clipPath|title)>/g)).toHaveLength(opened)
  })
})

test.each([
  [1440, 860, 2],
  [20_000, 400, 0.8],
  [1500, 340_000, null],
])('a picture of %d × %d is rasterised at %s', (width, height, scale) => {
  expect(rasterScale(width, height)).toBe(scale)
})
