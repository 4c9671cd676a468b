/** ln √(2π). */
const HALF_LOG_TWO_PI = 0.918_938_533_204_672_7

/** From here on Stirling's series with its first eight terms is exact to the last digit. */
const STIRLING_FROM = 10

/** B(2k) / (2k (2k − 1)), k = 1 … 8: the coefficients of Stirling's series. */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1_260,
  -1 / 1_680,
  1 / 1_188,
  -691 / 360_360,
  1 / 156,
  -3_617 / 122_400,
]

/** Up to here a product of consecutive factors is added up factor by factor: shorter and free of cancellation. */
const LONGEST_PRODUCT = 64

/**
 * ln Γ(x) for x > 0, to some 1e-14 absolute near its zeros at 1 and 2 and to 1e-15 relative elsewhere;
 * NaN for anything else.
 *
 * Source: Stirling's series (NIST DLMF 5.11.1), small arguments moved up by Γ(x + 1) = x Γ(x).
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  let product = 1
  let shifted = x
  while (shifted < STIRLING_FROM) product *= shifted++
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirling(shifted) - Math.log(product)
  )
}

/**
 * ln Γ(x + n) − ln Γ(x), the logarithm of x (x + 1) … (x + n − 1), for x > 0 and a whole n ≥ 0; 0 for n = 0.
 * Exact also where both gammas are large and nearly equal.
 */
export function logRising(x: number, n: number): number {
  if (n > LONGEST_PRODUCT) return logGamma(x + n) - logGamma(x)
  let sum = 0
  for (let step = 0; step < n; step++) sum += Math.log(x + step)
  return sum
}

/**
 * ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b) for a, b > 0. Large arguments go through Stirling's
 * remainders, as the plain difference would lose its digits (NIST DLMF 5.12, 5.11).
 */
export function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a]
  if (large < STIRLING_FROM) return logGamma(small) + logGamma(large) - logGamma(small + large)
  const sum = small + large
  const rest = stirling(large) - stirling(sum)
  if (small < STIRLING_FROM)
    return logGamma(small) + small - small * Math.log(sum) + (large - 0.5) * Math.log1p(-small / sum) + rest
  return (
    HALF_LOG_TWO_PI -
    0.5 * Math.log(large) +
    (small - 0.5) * Math.log(small / sum) -
    large * Math.log1p(small / large) +
    stirling(small) +
    rest
  )
}

/**
 * ψ(x), the derivative of ln Γ(x), for x > 0. Source: NIST DLMF 5.11.2, small arguments moved up by
 * ψ(x + 1) = ψ(x) + 1/x.
 */
export function digamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  let result = 0
  let shifted = x
  while (shifted < STIRLING_FROM) result -= 1 / shifted++
  const inverse = 1 / shifted
  let power = inverse * inverse
  let series = 0
  for (const [index, coefficient] of STIRLING.entries()) {
    series += coefficient * (2 * index + 1) * power
    power *= inverse * inverse
  }
  return result + Math.log(shifted) - 0.5 * inverse - series
}

/** What Stirling's formula leaves over: ln Γ(x) − [(x − ½) ln x − x + ln √(2π)], x ≥ 10. */
function stirling(x: number): number {
  const inverseSquare = 1 / (x * x)
  let power = 1 / x
  let sum = 0
  for (const coefficient of STIRLING) {
    sum += coefficient * power
    power *= inverseSquare
  }
  return sum
}
