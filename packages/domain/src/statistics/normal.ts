import { upperGamma } from './incomplete-gamma.ts'

const SQRT_TWO_PI = Math.sqrt(2 * Math.PI)

/** Chance that a standard normal variable is above z; far tails keep their relative precision (z = 10 is 7.6e-24). */
export function normalTail(z: number): number {
  return z < 0 ? 1 - normalTail(-z) : 0.5 * upperGamma(0.5, (z * z) / 2)
}

/** Chance that a standard normal variable is at most z. */
export function normalCdf(z: number): number {
  return normalTail(-z)
}

/**
 * The z that a standard normal variable stays below with this probability: 0.975 is 1.959964. 0 and 1 are
 * −∞ and ∞, NaN outside.
 *
 * Source: the start is Abramowitz and Stegun 26.2.23, refined by Halley's method to the last digits.
 */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) return Number.NaN
  if (probability === 0) return -Infinity
  if (probability === 1) return Infinity
  if (probability > 0.5) return -lowerQuantile(1 - probability)
  return lowerQuantile(probability)
}

function lowerQuantile(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail))
  let z =
    t -
    (2.515_517 + t * (0.802_853 + t * 0.010_328)) / (1 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308)))
  for (let step = 0; step < 3; step++) {
    const miss = ((normalTail(z) - tail) * SQRT_TWO_PI) / Math.exp((-z * z) / 2)
    z += miss / (1 + (z * miss) / 2)
  }
  return -z
}
