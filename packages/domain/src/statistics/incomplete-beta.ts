import { logBeta } from './log-gamma.ts'

const PRECISION = 2e-16
const TINY = 1e-300
const MOST_TERMS = 100_000

/**
 * I_x(a, b), the chance that a beta variable with a, b > 0 is at most x, 0 ≤ x ≤ 1. Small values keep
 * their relative precision.
 *
 * Source: continued fraction of NIST DLMF 8.17.22 by Lentz's method, mirrored where it converges faster.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) return Number.NaN
  if (x === 0 || x === 1) return x
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b
}

function fraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1))
  let result = d
  for (let step = 1; step < MOST_TERMS; step++) {
    const twice = a + 2 * step
    const even = (step * (b - step) * x) / ((twice - 1) * twice)
    d = 1 / notZero(1 + even * d)
    c = notZero(1 + even / c)
    result *= c * d
    const odd = (-(a + step) * (a + b + step) * x) / (twice * (twice + 1))
    d = 1 / notZero(1 + odd * d)
    c = notZero(1 + odd / c)
    result *= c * d
    if (Math.abs(c * d - 1) < PRECISION) break
  }
  return result
}

function notZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}
