import type { ResponseCurve } from './curve.ts'

/** Four numbers 0–1, from which a curve is made. */
export type CurveSeed = readonly [number, number, number, number]

/** A curve without convex part, of any form. */
export function concaveCurve([form, a, b, c]: CurveSeed): ResponseCurve {
  if (form < 0.25) return { form: 'sqrt', a: 1 + 9 * a }
  if (form < 0.5) return { form: 'log', a: 10 + 290 * a, b: 10 + 490 * b }
  if (form < 0.75) return { form: 'power', a: 0.5 + 9.5 * a, p: 0.2 + 0.7 * b }
  return hill(a, 0.4 + 0.6 * b, c)
}

/** S-shaped and convex curves among concave ones. */
export function anyCurve([form, a, b, c]: CurveSeed): ResponseCurve {
  if (form < 0.4) return concaveCurve([form / 0.4, a, b, c])
  if (form < 0.85) return hill(a, 1.1 + 2.9 * b, c)
  return { form: 'power', a: 0.01 + 0.3 * a, p: 1 + 0.4 * b }
}

/** Half of them without carry-over. */
function hill(coef: number, alpha: number, c: number): ResponseCurve {
  return {
    form: 'hill',
    coef: 50 + 350 * coef,
    alpha,
    inflexion: 50 + 750 * c,
    carryover: coef < 0.5 ? 0 : 100 * c,
  }
}
