/** A smooth function at one point, with its slopes. */
export interface ValueAndSlope {
  readonly value: number
  readonly slope: readonly number[]
}

export interface Minimum {
  readonly point: readonly number[]
  readonly value: number
  /** The slopes vanish, as far as the function's own rounding lets one see. */
  readonly isFound: boolean
}

interface Search {
  /** No coordinate leaves [−limit, limit]. */
  readonly limit: number
  readonly iterations: number
  /** Called once an iteration. */
  readonly onIteration?: () => void
}

/** Largest slope at a minimum, for a function whose values are about 1. */
const FLAT = 1e-9
/** Slope at which a minimum is accepted when rounding hides any further descent. */
const NEARLY_FLAT = 1e-6
/** Longest first step: coordinates are logarithms, 2 is a factor of seven. */
const LONGEST_STEP = 2
/** Armijo's constant: a step must win this share of what the slope promises. */
const SUFFICIENT = 1e-4
const MOST_TRIES = 50
/** Relative error that a sum of many terms carries. */
const ROUNDING = 1e-14

/**
 * Minimum of a smooth function in a box, by the BFGS method with a backtracking line search (Nocedal and
 * Wright, Numerical Optimization, 2nd ed., algorithms 6.1 and 3.1). Steps are cut at the box's sides, and
 * a coordinate that presses against a side is held while it does.
 */
export function minimize(
  valueAt: (point: readonly number[]) => ValueAndSlope,
  start: readonly number[],
  search: Search,
): Minimum {
  const clip = (x: number): number => Math.min(search.limit, Math.max(-search.limit, x))
  let point = start.map(clip)
  let here = valueAt(point)
  let inverse = identity(point.length)
  for (let iteration = 0; iteration < search.iterations; iteration++) {
    search.onIteration?.()
    const slope = freeSlope(point, here.slope, search.limit)
    if (largest(slope) <= FLAT) return { point, value: here.value, isFound: true }
    let direction = inverse.map((row, i) => (slope[i] === 0 ? 0 : -dot(row, slope)))
    if (dot(direction, slope) >= 0) {
      inverse = identity(point.length)
      direction = slope.map((one) => -one)
    }
    const next = step(valueAt, point, here, direction, clip)
    if (next === null) {
      const isRestart = isIdentity(inverse)
      if (isRestart || largest(slope) <= NEARLY_FLAT)
        return { point, value: here.value, isFound: largest(slope) <= NEARLY_FLAT }
      inverse = identity(point.length)
      continue
    }
    const moved = next.point.map((x, i) => x - (point[i] ?? 0))
    const turned = next.here.slope.map((x, i) => x - (here.slope[i] ?? 0))
    inverse = updated(inverse, moved, turned)
    ;({ point, here } = next)
  }
  return {
    point,
    value: here.value,
    isFound: largest(freeSlope(point, here.slope, search.limit)) <= NEARLY_FLAT,
  }
}

/**
 * The first of ever shorter steps that descends enough; null when none does. Where the descent is lost in
 * the rounding of the values, the slope along the step decides (Hager and Zhang 2005, approximate Wolfe).
 */
function step(
  valueAt: (point: readonly number[]) => ValueAndSlope,
  point: readonly number[],
  here: ValueAndSlope,
  direction: readonly number[],
  clip: (x: number) => number,
): { point: number[]; here: ValueAndSlope } | null {
  const noise = ROUNDING * Math.abs(here.value)
  let length = Math.min(1, LONGEST_STEP / largest(direction))
  for (let tries = 0; tries < MOST_TRIES; tries++, length /= 2) {
    const tried = point.map((x, i) => clip(x + length * (direction[i] ?? 0)))
    const there = valueAt(tried)
    const moved = tried.map((x, i) => x - (point[i] ?? 0))
    const promised = dot(here.slope, moved)
    if (promised >= 0) continue
    const descends = there.value < here.value && there.value <= here.value + SUFFICIENT * promised
    const flattens = there.value <= here.value + noise && Math.abs(dot(there.slope, moved)) < -promised / 2
    if (descends || flattens) return { point: tried, here: there }
    if (-promised < noise) return null
  }
  return null
}

/** The slope without what presses against the box. */
function freeSlope(point: readonly number[], slope: readonly number[], limit: number): number[] {
  return slope.map((one, i) => {
    const x = point[i] ?? 0
    return (x >= limit && one < 0) || (x <= -limit && one > 0) ? 0 : one
  })
}

/** The BFGS update of the inverse Hessian; left as it is where the function does not curve upwards. */
function updated(inverse: readonly (readonly number[])[], moved: number[], turned: number[]): number[][] {
  const curvature = dot(moved, turned)
  if (curvature <= 1e-14 * Math.sqrt(dot(moved, moved) * dot(turned, turned)))
    return inverse.map((row) => [...row])
  const base = isIdentity(inverse)
    ? inverse.map((row) => row.map((x) => (x * curvature) / dot(turned, turned)))
    : inverse
  const bent = base.map((row) => dot(row, turned))
  const factor = (1 + dot(turned, bent) / curvature) / curvature
  return base.map((row, i) =>
    row.map(
      (x, j) =>
        x +
        factor * (moved[i] ?? 0) * (moved[j] ?? 0) -
        ((bent[i] ?? 0) * (moved[j] ?? 0) + (moved[i] ?? 0) * (bent[j] ?? 0)) / curvature,
    ),
  )
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_unused, i) =>
    Array.from({ length: size }, (_u, j) => (i === j ? 1 : 0)),
  )
}

function isIdentity(matrix: readonly (readonly number[])[]): boolean {
  return matrix.every((row, i) => row.every((x, j) => x === (i === j ? 1 : 0)))
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (const [i, x] of a.entries()) sum += x * (b[i] ?? 0)
  return sum
}

function largest(values: readonly number[]): number {
  return values.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
}
