import { responseAt } from './curve.ts'
import type { ResponseCurve } from './curve.ts'
import { lowestOnGrid, lowestOnLine } from './lowest.ts'

/** One period of a channel: what was spent, and what came of it. */
export interface SpendResult {
  readonly spend: number
  readonly result: number
  /** How much the period counts, such as its days; 1 when all are alike. */
  readonly weight: number
}

export interface CurveFit {
  readonly curve: ResponseCurve
  /** Share of the weighted variation of the results that the curve explains; below 0 when it is worse than their mean. */
  readonly r2: number
  /** Number of periods. */
  readonly n: number
  /** Spend that was observed: what lies outside is extrapolated. */
  readonly spendFrom: number
  readonly spendTo: number
  /** The periods show no saturation (or one that is over at once): the curve ends at the edge of what is tried. */
  readonly isAtEdge: boolean
}

export type FitOutcome =
  | { readonly kind: 'fitted'; readonly fit: CurveFit }
  /**
   * `few_points`: under `MIN_POINTS` periods; `one_spend`: all periods spent the same, so nothing can be seen;
   * `no_response`: more spend does not go with more result.
   */
  | {
      readonly kind: 'refused'
      readonly reason: 'few_points' | 'one_spend' | 'no_response'
      readonly n: number
    }

/** Under so many periods a curve says more about chance than about the channel. */
export const MIN_POINTS = 8

/** Tried for b and inflexion, as multiples of the largest spend. */
const SCALES = { from: 1e-3, to: 1e3 }
const POWERS = { from: 0.05, to: 1 }
const ALPHAS = { from: 0.3, to: 6 }
const INFLEXIONS = { from: 0.02, to: 20 }

/**
 * A response curve through the periods of a channel by weighted least squares: Σ weight (result − curve)² is
 * the least possible. The scale is solved exactly for every shape, the shape is searched (separable least
 * squares, Golub and Pereyra, 1973). A Hill curve has no carry-over here: spend and result of a period are
 * all that is known.
 *
 * It is a correlation in history and no proof of cause; the page says so beside it.
 *
 * @param points spend and result ≥ 0, weight > 0
 */
export function fitCurve(points: readonly SpendResult[], form: ResponseCurve['form']): FitOutcome {
  const n = points.length
  if (n < MIN_POINTS) return { kind: 'refused', reason: 'few_points', n }
  const spends = points.map(({ spend }) => spend)
  const [spendFrom, spendTo] = [Math.min(...spends), Math.max(...spends)]
  if (spendFrom === spendTo) return { kind: 'refused', reason: 'one_spend', n }
  const { shape, isAtEdge } = bestShape(points, form, spendTo)
  const scale = scaleOf(points, shape)
  if (!(scale > 0)) return { kind: 'refused', reason: 'no_response', n }
  const curve = scaled(shape, scale)
  const weight = sum(points.map((point) => point.weight))
  const mean = sum(points.map((point) => point.weight * point.result)) / weight
  const variation = sum(points.map((point) => point.weight * (point.result - mean) ** 2))
  if (variation === 0) return { kind: 'refused', reason: 'no_response', n }
  return {
    kind: 'fitted',
    fit: { curve, r2: 1 - errorOf(points, curve) / variation, n, spendFrom, spendTo, isAtEdge },
  }
}

/** Is an amount outside what was observed, so that the curve only continues a trend there? */
export function isExtrapolated({ spendFrom, spendTo }: CurveFit, amount: number): boolean {
  return amount < spendFrom || amount > spendTo
}

interface Shape {
  /** A curve of scale 1. */
  readonly shape: ResponseCurve
  readonly isAtEdge: boolean
}

function bestShape(points: readonly SpendResult[], form: ResponseCurve['form'], spendTo: number): Shape {
  const error = (shape: ResponseCurve): number =>
    errorOf(points, scaled(shape, Math.max(0, scaleOf(points, shape))))
  switch (form) {
    case 'sqrt':
      return { shape: { form, a: 1 }, isAtEdge: false }
    case 'log': {
      const shapeAt = (scale: number): ResponseCurve => ({ form, a: 1, b: spendTo * Math.exp(scale) })
      const { at, isAtEdge } = lowestOnLine((scale) => error(shapeAt(scale)), logarithms(SCALES))
      return { shape: shapeAt(at), isAtEdge }
    }
    case 'power': {
      const shapeAt = (p: number): ResponseCurve => ({ form, a: spendTo ** -p, p })
      const { at, isAtEdge } = lowestOnLine((p) => error(shapeAt(p)), POWERS)
      return { shape: shapeAt(at), isAtEdge }
    }
    case 'hill': {
      const shapeAt = ([alpha, scale]: readonly [number, number]): ResponseCurve => ({
        form,
        coef: 1,
        alpha: Math.exp(alpha),
        inflexion: spendTo * Math.exp(scale),
        carryover: 0,
      })
      const { at, isAtEdge } = lowestOnGrid(
        (pair) => error(shapeAt(pair)),
        [logarithms(ALPHAS), logarithms(INFLEXIONS)],
      )
      return { shape: shapeAt(at), isAtEdge }
    }
  }
}

function logarithms({ from, to }: { readonly from: number; readonly to: number }) {
  return { from: Math.log(from), to: Math.log(to) }
}

/** The factor that brings a shape closest to the results. */
function scaleOf(points: readonly SpendResult[], shape: ResponseCurve): number {
  let across = 0
  let square = 0
  for (const { spend, result, weight } of points) {
    const response = responseAt(shape, spend)
    across += weight * result * response
    square += weight * response * response
  }
  return square === 0 ? 0 : across / square
}

function scaled(shape: ResponseCurve, factor: number): ResponseCurve {
  return shape.form === 'hill' ? { ...shape, coef: shape.coef * factor } : { ...shape, a: shape.a * factor }
}

function errorOf(points: readonly SpendResult[], curve: ResponseCurve): number {
  return sum(points.map(({ spend, result, weight }) => weight * (result - responseAt(curve, spend)) ** 2))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
