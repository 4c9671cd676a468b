import type { ChartEvent } from '@yingce/domain/review/report-document'
import { cutText, textWidth } from '../report/text-width.ts'

export const EVENT_ROW = 11
export const EVENT_SIZE = 7.5
/** Half of the shape. */
export const EVENT_MARK = 2.8
/** From the line to its text. */
export const EVENT_TEXT = 6
const MOST_ROWS = 4
const WIDEST = 150
/** A shorter beginning says nothing. */
const NARROWEST = 30
const APART = 4

/** Where an event's line ends and what stands beside its shape. */
export interface PlacedEvent {
  readonly event: ChartEvent
  readonly x: number
  /** Row above the plot, 0 next to it, in which the shape and the text stand; null: no room, the shape alone at the plot's edge. */
  readonly row: number | null
  /** On which side of the line the text stands. */
  readonly side: 'right' | 'left'
  readonly text: string
}

/** Part of a row that a text, or a line on its way up, takes; `x` of the line that it belongs to. */
interface Taken {
  readonly x: number
  readonly from: number
  readonly to: number
}

/** The plot's edges, beyond which no text goes. */
interface Edges {
  readonly left: number
  readonly right: number
}

/**
 * Gives each event a row above the plot so that no text lies on another or is
 * crossed by a line. From the last event to the first each takes the lowest row
 * that is free to the right of its line, so that it passes below only what begins
 * after it; else to the left. Events of one day stand above each other on one
 * line. What finds no row keeps its line and its shape.
 *
 * @param xOf place of a category along the axis, ascending
 */
export function placeEvents(
  events: readonly ChartEvent[],
  xOf: (index: number) => number,
  edges: Edges,
): PlacedEvent[] {
  const rows: Taken[][] = Array.from({ length: MOST_ROWS }, () => [])
  const place = (event: ChartEvent): PlacedEvent => {
    const x = xOf(event.from)
    for (const side of ['right', 'left'] as const) {
      const text = textBeside(event.label, side === 'right' ? edges.right - x : x - edges.left)
      if (text === null) continue
      const row = freeRow(rows, x, side, textWidth(text, EVENT_SIZE))
      if (row !== null) return { event, x, row, side, text }
    }
    return { event, x, row: null, side: 'right', text: '' }
  }
  return events
    .toSorted((a, b) => b.from - a.from)
    .map(place)
    .toReversed()
}

/** The label, cut to the room there; null where too little of it would be left. */
function textBeside(label: string, room: number): string | null {
  const width = Math.min(WIDEST, room - EVENT_TEXT)
  if (width <= 0) return null
  const text = cutText(label, width, EVENT_SIZE)
  const used = textWidth(text, EVENT_SIZE)
  return used <= width && (text === label || used >= NARROWEST) ? text : null
}

/** The lowest row with room for shape and text whose line crosses no text below, taken at once; null: none. */
function freeRow(
  rows: readonly Taken[][],
  x: number,
  side: PlacedEvent['side'],
  width: number,
): number | null {
  const [short, long] = [EVENT_MARK + 1, EVENT_TEXT + width + APART]
  const whole: Taken = {
    x,
    from: x - (side === 'right' ? short : long),
    to: x + (side === 'right' ? long : short),
  }
  const line: Taken = { x, from: x - 1, to: x + 1 }
  const row = rows.findIndex((taken) => taken.every((other) => isApart(whole, other)))
  const below = rows.slice(0, Math.max(0, row))
  const isCrossing = below.some((taken) => taken.some((other) => other.x !== x && !isApart(line, other)))
  if (row === -1 || isCrossing) return null
  below.forEach((taken) => taken.push(line))
  rows[row]?.push(whole)
  return row
}

const isApart = (one: Taken, other: Taken): boolean => one.to <= other.from || one.from >= other.to

/** Height that the rows take above the plot. */
export function eventRowsHeight(placed: readonly PlacedEvent[]): number {
  const highest = Math.max(-1, ...placed.map(({ row }) => row ?? -1))
  return placed.length === 0 ? 0 : (highest + 1) * EVENT_ROW + 9
}
