import type { GanttLinkType } from '../gantt-types.ts'
import { ROW_HEIGHT, type Extent } from './bar-geometry.ts'

export interface Point {
  x: number
  y: number
}

export interface LinkEnd {
  bar: Extent
  row: number
}

/** An orthogonal path; the last point is the arrow's tip. */
export interface LinkRoute {
  points: Point[]
  /** direction in which the arrow points */
  heading: 'right' | 'left' | 'down' | 'up'
}

const STUB = 8
/** how far inside the successor's bar an arrow from above or below meets it */
const DROP_IN = 6
const BAR_HALF = 8
const MIDDLE = 16.5
const ARROW = 5
const CORNER = 3
/** beyond the box, so that arrow heads and corners of clipped ends stay out of sight */
const MARGIN = 40

const LEAVES_END: Record<GanttLinkType, boolean> = { FS: true, FF: true, SS: false, SF: false }
const REACHES_START: Record<GanttLinkType, boolean> = { FS: true, SS: true, FF: false, SF: false }

/**
 * Path of a dependency, in order of preference:
 * straight down into the bar where the successor begins right after (or under)
 * the predecessor's end; one vertical beside the predecessor, then along the
 * successor's row, where its label never stands; else around through the gap
 * between the rows. No run follows the predecessor's row, so its label stays free.
 */
export function routeLink(type: GanttLinkType, from: LinkEnd, to: LinkEnd): LinkRoute {
  const out = LEAVES_END[type] ? 1 : -1
  const into = REACHES_START[type] ? 1 : -1
  const x1 = out === 1 ? from.bar.right : from.bar.left
  const x2 = into === 1 ? to.bar.left : to.bar.right
  const y1 = from.row * ROW_HEIGHT + MIDDLE
  const y2 = to.row * ROW_HEIGHT + MIDDLE
  const isDown = to.row > from.row
  const heading = into === 1 ? 'right' : 'left'
  const gap = (x2 - x1) * out

  if (out === into && gap >= 0 && gap < STUB * 2 && from.row !== to.row) {
    const x = x2 + into * Math.min(DROP_IN, (to.bar.right - to.bar.left) / 2)
    return {
      points: [
        { x: x1, y: y1 },
        { x, y: y1 },
        { x, y: y2 + (isDown ? -BAR_HALF : BAR_HALF) },
      ],
      heading: isDown ? 'down' : 'up',
    }
  }
  const leave = x1 + out * STUB
  const arrive = x2 - into * (STUB + 2)
  const turn = out === into ? leave : out === 1 ? Math.max(leave, arrive) : Math.min(leave, arrive)
  const reachesDirectly = out === into ? (arrive - leave) * out >= 0 : true
  if (reachesDirectly) {
    return {
      points: [
        { x: x1, y: y1 },
        { x: turn, y: y1 },
        { x: turn, y: y2 },
        { x: x2, y: y2 },
      ],
      heading,
    }
  }
  const gutter = isDown ? to.row * ROW_HEIGHT : (to.row + 1) * ROW_HEIGHT
  return {
    points: [
      { x: x1, y: y1 },
      { x: leave, y: y1 },
      { x: leave, y: gutter },
      { x: arrive, y: gutter },
      { x: arrive, y: y2 },
      { x: x2, y: y2 },
    ],
    heading,
  }
}

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/**
 * The route as far as a box shows it, with a margin; null when no run touches the box.
 *
 * Ends outside are pulled to the margin, where they are not seen: a browser
 * strokes, and worse dashes, a line of a million pixels in full even when
 * twenty rows of it are visible (measured: seconds a frame at 100,000 tasks).
 */
export function clipRoute({ points, heading }: LinkRoute, box: Box): LinkRoute | null {
  const touches = points.slice(1).some((b, index) => {
    const a = points[index]!
    return (
      Math.max(a.x, b.x) >= box.left &&
      Math.min(a.x, b.x) <= box.right &&
      Math.max(a.y, b.y) >= box.top &&
      Math.min(a.y, b.y) <= box.bottom
    )
  })
  if (!touches) return null
  const clamp = (value: number, low: number, high: number): number =>
    Math.min(high + MARGIN, Math.max(low - MARGIN, value))
  return {
    heading,
    points: points.map(({ x, y }) => ({
      x: clamp(x, box.left, box.right),
      y: clamp(y, box.top, box.bottom),
    })),
  }
}

/** SVG path data with rounded corners, ending at the arrow's back. */
export function linePath({ points, heading }: LinkRoute): string {
  const shortened = points.with(-1, backOfArrow(points.at(-1)!, heading))
  let path = `M${r(shortened[0]!.x)} ${r(shortened[0]!.y)}`
  for (let at = 1; at < shortened.length - 1; at++) {
    const before = shortened[at - 1]!
    const corner = shortened[at]!
    const after = shortened[at + 1]!
    const radius = Math.min(CORNER, span(before, corner) / 2, span(corner, after) / 2)
    const entry = towards(corner, before, radius)
    const exit = towards(corner, after, radius)
    path += `L${r(entry.x)} ${r(entry.y)}Q${r(corner.x)} ${r(corner.y)} ${r(exit.x)} ${r(exit.y)}`
  }
  const last = shortened.at(-1)!
  return `${path}L${r(last.x)} ${r(last.y)}`
}

/** SVG path data of the arrow head. */
export function arrowPath({ points, heading }: LinkRoute): string {
  const { x, y } = points.at(-1)!
  const back = backOfArrow({ x, y }, heading)
  const isLevel = heading === 'right' || heading === 'left'
  const [dx, dy] = isLevel ? [0, 3.5] : [3.5, 0]
  return `M${r(x)} ${r(y)}L${r(back.x - dx)} ${r(back.y - dy)}L${r(back.x + dx)} ${r(back.y + dy)}Z`
}

/** Distance in pixels of a point from the route; used to hover and pick links without a DOM node each. */
export function distanceTo({ points }: LinkRoute, x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY
  for (let at = 1; at < points.length; at++) {
    const a = points[at - 1]!
    const b = points[at]!
    const nearX = Math.min(Math.max(x, Math.min(a.x, b.x)), Math.max(a.x, b.x))
    const nearY = Math.min(Math.max(y, Math.min(a.y, b.y)), Math.max(a.y, b.y))
    nearest = Math.min(nearest, Math.hypot(x - nearX, y - nearY))
  }
  return nearest
}

function backOfArrow({ x, y }: Point, heading: LinkRoute['heading']): Point {
  switch (heading) {
    case 'right':
      return { x: x - ARROW, y }
    case 'left':
      return { x: x + ARROW, y }
    case 'down':
      return { x, y: y - ARROW }
    case 'up':
      return { x, y: y + ARROW }
  }
}

const span = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)

function towards(from: Point, to: Point, distance: number): Point {
  const length = span(from, to)
  if (length === 0) return from
  return {
    x: from.x + ((to.x - from.x) / length) * distance,
    y: from.y + ((to.y - from.y) / length) * distance,
  }
}

/** Half pixels are kept: lines stay crisp, the text short. */
const r = (value: number): number => Math.round(value * 2) / 2
