export interface Range {
  readonly from: number
  readonly to: number
}

const LINE_STEPS = 200
const GRID_STEPS = 30
const GOLDEN = (Math.sqrt(5) - 1) / 2
/** So near an edge of the range that only the range ends there, not the fall. */
const EDGE = 1e-6

/** Lowest value of a function on a range: the best of an even grid, refined by golden sections around it. */
export function lowestOnLine(
  value: (at: number) => number,
  range: Range,
): { readonly at: number; readonly isAtEdge: boolean } {
  const width = (range.to - range.from) / LINE_STEPS
  const tried = Array.from({ length: LINE_STEPS + 1 }, (_unused, step) => value(range.from + step * width))
  const best = range.from + tried.indexOf(Math.min(...tried)) * width
  let from = Math.max(range.from, best - width)
  let to = Math.min(range.to, best + width)
  while (to - from > 1e-12 * (range.to - range.from)) {
    const left = to - GOLDEN * (to - from)
    const right = from + GOLDEN * (to - from)
    if (value(left) < value(right)) to = right
    else from = left
  }
  const at = (from + to) / 2
  return { at, isAtEdge: isAtEdge(at, range) }
}

/**
 * The same in two dimensions: the best point of a grid, then steps to the better of eight neighbours, which
 * are halved whenever none is better (pattern search, Hooke and Jeeves, 1961).
 */
export function lowestOnGrid(
  value: (at: readonly [number, number]) => number,
  [across, up]: readonly [Range, Range],
): { readonly at: readonly [number, number]; readonly isAtEdge: boolean } {
  let [stepX, stepY] = [(across.to - across.from) / GRID_STEPS, (up.to - up.from) / GRID_STEPS]
  let at: readonly [number, number] = [across.from, up.from]
  let lowest = Infinity
  const better = (point: readonly [number, number]): boolean => {
    const tried = value(point)
    if (!(tried < lowest)) return false
    at = point
    lowest = tried
    return true
  }
  for (let x = 0; x <= GRID_STEPS; x++)
    for (let y = 0; y <= GRID_STEPS; y++) better([across.from + x * stepX, up.from + y * stepY])
  let direction: readonly [number, number] = [0, 0]
  while (stepX > 1e-10 * (across.to - across.from)) {
    const [x, y] = at
    // First on in the direction that was good: valleys are long.
    const further: readonly [number, number] = [
      clamp(x + 2 * direction[0], across),
      clamp(y + 2 * direction[1], up),
    ]
    const isFurther = better(further)
    const found =
      isFurther || neighbours(x, y, stepX, stepY).some(([a, b]) => better([clamp(a, across), clamp(b, up)]))
    direction = found ? [at[0] - x, at[1] - y] : [0, 0]
    if (found) continue
    stepX /= 2
    stepY /= 2
  }
  return { at, isAtEdge: isAtEdge(at[0], across) || isAtEdge(at[1], up) }
}

function neighbours(x: number, y: number, stepX: number, stepY: number): (readonly [number, number])[] {
  return [-1, 0, 1].flatMap((i) =>
    [-1, 0, 1].flatMap((j) => (i === 0 && j === 0 ? [] : [[x + i * stepX, y + j * stepY] as const])),
  )
}

function clamp(value: number, { from, to }: Range): number {
  return Math.min(to, Math.max(from, value))
}

function isAtEdge(at: number, { from, to }: Range): boolean {
  const margin = EDGE * (to - from)
  return at - from < margin || to - at < margin
}
