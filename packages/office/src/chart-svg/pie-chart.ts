import type { ChartBlock } from '@yingce/domain/review/report-document'
import { INK, MUTED, seriesColor } from '../report/report-colors.ts'
import { cutText, textWidth } from '../report/text-width.ts'
import { formatOf } from './chart-frame.ts'
import { round, svgText } from './svg-text.ts'

const NAME_SIZE = 9
const HOLE = 0.58
const SHARE_WIDTH = 46

/**
 * A ring with its parts listed beside it: name, value, share. Parts of nothing and below are listed
 * without a piece of the ring.
 */
export function pieChart(block: ChartBlock, width: number, height: number): string {
  const format = formatOf(block)
  const values = block.series[0]?.values ?? []
  const parts = block.categories.map((name, index) => ({ name, value: values[index] ?? null }))
  const total = parts.reduce((sum, { value }) => sum + Math.max(0, value ?? 0), 0)
  const radius = Math.min(height / 2 - 2, width / 5)
  const [cx, cy] = [radius + width * 0.08, height / 2]
  let from = 0
  const ring = parts.map(({ value }, index) => {
    const share = total === 0 ? 0 : Math.max(0, value ?? 0) / total
    const piece = arc(cx, cy, radius, from, from + share)
    from += share
    return share === 0 ? '' : `<path d="${piece}" fill="#${seriesColor(index)}" fill-rule="evenodd"/>`
  })
  const left = cx + radius + width * 0.08
  const step = Math.min(20, height / Math.max(1, parts.length))
  const first = cy - (step * (parts.length - 1)) / 2
  const list = parts.map(({ name, value }, index) => {
    const y = first + step * index
    const isKnown = value !== null && total > 0
    const figure = isKnown ? format(value) : '—'
    const share = isKnown ? `${((Math.max(0, value) / total) * 100).toFixed(1)}%` : ''
    const figureEnd = width - 8 - SHARE_WIDTH
    const room = figureEnd - textWidth(figure, NAME_SIZE) - 12 - (left + 16)
    const look = { y: y + 3.3, size: NAME_SIZE, color: isKnown ? INK : MUTED, anchor: 'end' } as const
    return [
      `<rect x="${round(left)}" y="${round(y - 4.5)}" width="9" height="9" rx="1" fill="#${seriesColor(index)}"/>`,
      svgText(cutText(name, room, NAME_SIZE), { x: left + 16, y: y + 3.3, size: NAME_SIZE, color: INK }),
      svgText(figure, { ...look, x: figureEnd }),
      svgText(share, { ...look, x: width - 8 }),
    ].join('')
  })
  return `${ring.join('')}${list.join('')}`
}

/** A piece of the ring between two shares of the circle, from the top clockwise. */
function arc(cx: number, cy: number, radius: number, from: number, to: number): string {
  const inner = radius * HOLE
  // A whole circle begins and ends at one point, which an arc cannot draw.
  const end = to - from >= 0.9999 ? from + 0.9999 : to
  const point = (share: number, r: number): string => {
    const angle = share * 2 * Math.PI - Math.PI / 2
    return `${round(cx + r * Math.cos(angle))} ${round(cy + r * Math.sin(angle))}`
  }
  const isLarge = end - from > 0.5 ? 1 : 0
  return [
    `M ${point(from, radius)}`,
    `A ${round(radius)} ${round(radius)} 0 ${isLarge} 1 ${point(end, radius)}`,
    `L ${point(end, inner)}`,
    `A ${round(inner)} ${round(inner)} 0 ${isLarge} 0 ${point(from, inner)} Z`,
  ].join(' ')
}
