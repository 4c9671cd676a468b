import { logGamma } from './log-gamma.ts'

const PRECISION = 1e-16
/** The least number that a continued fraction may divide by. */
const TINY = 1e-300
/** Near a = x the series needs some √a terms; a hundred million events are beyond what is ever asked. */
const MOST_TERMS = 100_000

/**
 * Q(a, x) = Γ(a, x) / Γ(a), the upper tail of the gamma distribution of shape a > 0 and scale 1 at x ≥ 0.
 * Small tails keep their relative precision: they are not 1 minus something.
 *
 * Source: series and continued fraction of NIST DLMF 8.7.1 and 8.9.2, the fraction by Lentz's method.
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) return Number.NaN
  if (x === 0) return 1
  if (x === Infinity) return 0
  return x < a + 1 ? 1 - bySeries(a, x) : byFraction(a, x)
}

/** Chance that a chi-square variable with so many degrees of freedom is at least `value`: the p-value of a chi-square test. */
export function chiSquareTail(value: number, degreesOfFreedom: number): number {
  return upperGamma(degreesOfFreedom / 2, value / 2)
}

function bySeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let step = 1; step < MOST_TERMS && term > sum * PRECISION; step++) {
    term *= x / (a + step)
    sum += term
  }
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a))
}

function byFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let fraction = d
  for (let step = 1; step < MOST_TERMS; step++) {
    const numerator = -step * (step - a)
    b += 2
    d = 1 / notZero(numerator * d + b)
    c = notZero(b + numerator / c)
    fraction *= c * d
    if (Math.abs(c * d - 1) < PRECISION * 2) break
  }
  return fraction * Math.exp(a * Math.log(x) - x - logGamma(a))
}

function notZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}
