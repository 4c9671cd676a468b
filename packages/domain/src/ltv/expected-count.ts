import type { BgNbd } from './bg-nbd.ts'

/** Terms after which the sum is left for the integral. */
const MOST_TERMS = 2_000
/** (1 − z)^r below this has lost digits to underflow. */
const LEAST_LOG_WEIGHT = -600
const PRECISION = 1e-16
/** Two estimates of the integral that agree like this are taken as its value. */
const AGREEMENT = 1e-12

/**
 * E[X(t)] of the BG/NBD model, without the division by a − 1 of its published form,
 *   (a + b − 1)/(a − 1) · [1 − (alpha/(alpha + t))^r · 2F1(r, b; a + b − 1; t/(alpha + t))],
 * which has no value at a = 1 and loses its digits around it, and near a + b = 1. The same quantity is
 *   E[ (1 − (1 + p t/alpha)^−r) / p ],  p ~ Beta(a, b),
 * a sum of positive terms for short times (who would buy k times, with the share of the k that he reaches
 * before he stops) and a smooth integral for long ones.
 */
export function expectedCount(model: BgNbd, t: number): number {
  if (t === 0) return 0
  const z = t / (model.alpha + t)
  const terms = (model.r * z + 40) / (1 - z)
  const logWeight = model.r * Math.log1p(-z)
  return terms <= MOST_TERMS && logWeight >= LEAST_LOG_WEIGHT
    ? bySum(model, z, Math.exp(logWeight))
    : byIntegral(model, t)
}

/**
 * Σ P(N = k) · Σ_{j<k} E[(1 − p)^j], N negative binomial: k purchases if nobody stopped, of which the j-th
 * after the first is made by those who did not stop at the j before.
 */
function bySum({ r, a, b }: BgNbd, z: number, none: number): number {
  let weight = none
  let stays = 1
  let reached = 0
  let sum = 0
  for (let k = 1; k <= 10 * MOST_TERMS; k++) {
    weight *= ((r + k - 1) / k) * z
    reached += stays
    stays *= (b + k - 1) / (a + b + k - 1)
    sum += weight * reached
    const ratio = (z * (r + k)) / (k + 1)
    if (ratio < 1 && weight * reached <= PRECISION * sum * (1 - ratio) ** 2) break
  }
  return sum
}

/**
 * ∫ (1 − (1 + p t/alpha)^−r) / p · p^(a−1) (1 − p)^(b−1) dp / B(a, b), with p = 1 / (1 + e^−u) and
 * u = sinh s: the integrand falls off doubly exponentially, and the trapezoidal rule converges faster than
 * any power of its step (Takahasi and Mori 1974). The beta density's own integral by the same rule stands
 * for B(a, b).
 */
function byIntegral(model: BgNbd, t: number): number {
  let step = 1 / 8
  let before = ratioOfIntegrals(model, t, step)
  for (let halving = 0; halving < 9; halving++) {
    step /= 2
    const value = ratioOfIntegrals(model, t, step)
    if (Math.abs(value - before) <= AGREEMENT * value) return value
    before = value
  }
  return before
}

function ratioOfIntegrals({ r, alpha, a, b }: BgNbd, t: number, step: number): number {
  // The density's peak is taken out before exponentials are formed.
  const peak = a * Math.log(a / (a + b)) + b * Math.log(b / (a + b))
  const furthest = Math.asinh(750 / Math.min(a, b, 1))
  let above = 0
  let below = 0
  for (let index = Math.floor(-furthest / step); index * step <= furthest; index++) {
    const s = index * step
    const u = Math.sinh(s)
    const logP = u < 0 ? u - Math.log1p(Math.exp(u)) : -Math.log1p(Math.exp(-u))
    const logRest = u < 0 ? -Math.log1p(Math.exp(u)) : -u - Math.log1p(Math.exp(-u))
    const density = Math.exp(a * logP + b * logRest - peak) * Math.cosh(s)
    if (density === 0) continue
    const p = Math.exp(logP)
    const count = p === 0 ? (r * t) / alpha : -Math.expm1(-r * Math.log1p((p * t) / alpha)) / p
    above += density * count
    below += density
  }
  return above / below
}
