/**
 * What a channel brings for the money put into it in one period (docs/domain/allocation.md). Amount and
 * result in any unit, the same for all curves that are compared. All forms rise; `a` and `coef` > 0.
 */
export type ResponseCurve =
  /** a · √x */
  | { readonly form: 'sqrt'; readonly a: number }
  /** a · ln(1 + x / b), b > 0 */
  | { readonly form: 'log'; readonly a: number; readonly b: number }
  /** a · x^p, p > 0; from p = 1 on every further unit brings no less than the one before */
  | { readonly form: 'power'; readonly a: number; readonly p: number }
  /**
   * coef / (1 + (inflexion / (x + carryover))^alpha), the Hill curve of saturation; S-shaped for alpha > 1.
   * `carryover` is spend that still works from earlier periods, so that the result at x = 0 is above 0.
   */
  | {
      readonly form: 'hill'
      readonly coef: number
      readonly alpha: number
      readonly inflexion: number
      readonly carryover: number
    }

/** Result of an amount ≥ 0. */
export function responseAt(curve: ResponseCurve, amount: number): number {
  switch (curve.form) {
    case 'sqrt':
      return curve.a * Math.sqrt(amount)
    case 'log':
      return curve.a * Math.log1p(amount / curve.b)
    case 'power':
      return curve.a * amount ** curve.p
    case 'hill': {
      const working = amount + curve.carryover
      return working === 0 ? 0 : curve.coef / (1 + (curve.inflexion / working) ** curve.alpha)
    }
  }
}

/** Result of the next unit of money at an amount: the slope; Infinity at the start of √x, x^p and steep Hill curves. */
export function marginalAt(curve: ResponseCurve, amount: number): number {
  switch (curve.form) {
    case 'sqrt':
      return curve.a / (2 * Math.sqrt(amount))
    case 'log':
      return curve.a / (curve.b + amount)
    case 'power':
      return curve.p === 1 ? curve.a : curve.a * curve.p * amount ** (curve.p - 1)
    case 'hill': {
      const { coef, alpha, inflexion, carryover } = curve
      const ratio = (amount + carryover) / inflexion
      if (ratio === 0) return alpha > 1 ? 0 : alpha === 1 ? coef / inflexion : Infinity
      // Written with the power that is at most 1, so that neither a steep nor a far curve overflows.
      const small = ratio > 1 ? ratio ** -alpha : ratio ** alpha
      return (((coef * alpha) / inflexion) * (small / (1 + small) ** 2)) / ratio
    }
  }
}

/** Amount from which on every further unit brings less: 0 for concave curves, Infinity for x^p with p ≥ 1. */
export function concaveFrom(curve: ResponseCurve): number {
  switch (curve.form) {
    case 'sqrt':
    case 'log':
      return 0
    case 'power':
      return curve.p < 1 ? 0 : Infinity
    case 'hill': {
      const { alpha, inflexion, carryover } = curve
      if (alpha <= 1) return 0
      return Math.max(0, inflexion * ((alpha - 1) / (alpha + 1)) ** (1 / alpha) - carryover)
    }
  }
}

/**
 * Amount of the concave part at which the slope has fallen to `marginal`, which may lie below 0 where it
 * never was that high. Not for a curve without concave part.
 *
 * @param marginal ≥ 0; at 0 the amount is Infinity
 */
export function amountAtMarginal(curve: ResponseCurve, marginal: number): number {
  if (marginal === 0) return Infinity
  switch (curve.form) {
    case 'sqrt':
      return (curve.a / (2 * marginal)) ** 2
    case 'log':
      return curve.a / marginal - curve.b
    case 'power':
      return ((curve.a * curve.p) / marginal) ** (1 / (1 - curve.p))
    case 'hill':
      return hillAmountAtMarginal(curve, marginal)
  }
}

/**
 * With t = ln((x + carryover) / inflexion) the logarithm of the slope is ln(coef · alpha / inflexion) +
 * (alpha − 1) t − 2 ln(1 + e^(alpha t)): concave in t. Newton's steps from the right of the falling branch
 * therefore never step over the solution.
 */
function hillAmountAtMarginal(curve: ResponseCurve & { readonly form: 'hill' }, marginal: number): number {
  const { coef, alpha, inflexion, carryover } = curve
  const sought = Math.log((marginal * inflexion) / (coef * alpha))
  const top = alpha > 1 ? Math.log((alpha - 1) / (alpha + 1)) / alpha : -Infinity
  if (alpha > 1 && sought >= (alpha - 1) * top - 2 * Math.log1p(Math.exp(alpha * top)))
    return inflexion * Math.exp(top) - carryover
  // At alpha = 1 the slope stays below that at its start, and no t gives more.
  if (alpha === 1 && sought >= 0) return -carryover
  let t = -sought / (alpha + 1)
  for (let round = 0; round < 100; round++) {
    const exponent = alpha * t
    const share = 1 / (1 + Math.exp(-exponent))
    const rest = exponent > 0 ? exponent + Math.log1p(Math.exp(-exponent)) : Math.log1p(Math.exp(exponent))
    const step = ((alpha - 1) * t - 2 * rest - sought) / (alpha - 1 - 2 * alpha * share)
    t -= step
    if (t <= top || Math.abs(step) <= 1e-15 * Math.max(1, Math.abs(t))) break
  }
  return inflexion * Math.exp(Math.max(t, top)) - carryover
}
