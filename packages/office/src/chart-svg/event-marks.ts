import { INK, MUTED } from '../report/report-colors.ts'
import type { ChartFrame } from './chart-frame.ts'
import { EVENT_MARK, EVENT_ROW, EVENT_SIZE, EVENT_TEXT, type PlacedEvent } from './event-layout.ts'
import { round, svgText } from './svg-text.ts'

/** Distance of the rows from the plot: the highest value's own figure stands between. */
const ABOVE = 17

/** Days that an event lasted, as tinted bands; they lie behind everything else. */
export function eventBands({ events, top, bottom, x }: ChartFrame): string {
  return events
    .flatMap(({ event }) => {
      if (event.to === null || event.to <= event.from) return []
      const [from, to] = [x(event.from), x(event.to)]
      return [
        `<rect x="${round(from)}" y="${round(top)}" width="${round(to - from)}" height="${round(bottom - top)}" fill="#${INK}" fill-opacity="0.07"/>`,
      ]
    })
    .join('')
}

/** A line for each event: dotted with a circle for own changes, solid with a diamond for competitors, told apart in grey too. */
export function eventLines(frame: ChartFrame): string {
  return frame.events.map((placed) => eventLine(placed, frame)).join('')
}

function eventLine({ event, x, row, side, text }: PlacedEvent, { top, bottom }: ChartFrame): string {
  const isOwn = event.kind === 'adjustment'
  const y = top - ABOVE - (row ?? 0) * EVENT_ROW + (row === null ? ABOVE - EVENT_MARK : 0)
  const dotted = isOwn ? ' stroke-dasharray="1 2.4" stroke-linecap="round"' : ''
  const line = `<line x1="${round(x)}" y1="${round(y)}" x2="${round(x)}" y2="${round(bottom)}" stroke="#${MUTED}" stroke-width="0.9"${dotted}/>`
  const shape = isOwn
    ? `<circle cx="${round(x)}" cy="${round(y)}" r="${EVENT_MARK}" fill="#${INK}"/>`
    : `<path d="M${round(x)} ${round(y - EVENT_MARK - 0.8)} l${EVENT_MARK + 0.4} ${EVENT_MARK + 0.8} l-${EVENT_MARK + 0.4} ${EVENT_MARK + 0.8} l-${EVENT_MARK + 0.4} -${EVENT_MARK + 0.8} z" fill="#${INK}"/>`
  const label =
    text === ''
      ? ''
      : svgText(text, {
          x: side === 'right' ? x + EVENT_TEXT : x - EVENT_TEXT,
          anchor: side === 'right' ? 'start' : 'end',
          y: y + EVENT_SIZE * 0.36,
          size: EVENT_SIZE,
          color: INK,
          hasRim: true,
        })
  return `${line}${shape}${label}`
}
