import { normalQuantile, normalTail } from '../statistics/normal.ts'

/** People of one group, and how many of them converted. */
export interface Outcome {
  readonly people: number
  readonly conversions: number
}

export interface Interval {
  readonly low: number
  readonly high: number
}

export interface RateComparison {
  /** Rate of the variant − rate of the control, in points 0–1. */
  readonly difference: number
  /** (variant − control) / control; null when the control has none. */
  readonly lift: number | null
  readonly interval: Interval
  /** 0 where nobody, or everybody, converted in both. */
  readonly z: number
  /** Two-sided. */
  readonly pValue: number
}

/**
 * Interval of a rate by Wilson's score method, which never leaves 0–1 and holds for no conversions too.
 * Source: Wilson, JASA 22 (1927).
 *
 * @param level 0.95 = 95 %
 */
export function wilsonInterval({ people, conversions }: Outcome, level: number): Interval {
  const z = -normalQuantile((1 - level) / 2)
  const rate = conversions / people
  const middle = rate + (z * z) / (2 * people)
  const reach = z * Math.sqrt((rate * (1 - rate)) / people + (z * z) / (4 * people * people))
  const scale = 1 + (z * z) / people
  return {
    low: conversions === 0 ? 0 : (middle - reach) / scale,
    high: conversions === people ? 1 : (middle + reach) / scale,
  }
}

/**
 * Two conversion rates compared; null when either group has nobody.
 *
 * The test is the two-sample z test with the pooled rate (its square is Pearson's chi-square without
 * continuity correction). The interval of the difference is Newcombe's hybrid of the two Wilson intervals,
 * which keeps its level for small counts where the usual ± 1.96 standard errors does not; now and then the
 * two therefore differ about a result at the very edge. Source: Newcombe, Statistics in Medicine 17 (1998),
 * method 10.
 */
export function compareRates(control: Outcome, variant: Outcome, level: number): RateComparison | null {
  if (control.people === 0 || variant.people === 0) return null
  const before = control.conversions / control.people
  const after = variant.conversions / variant.people
  const pooled = (control.conversions + variant.conversions) / (control.people + variant.people)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / control.people + 1 / variant.people))
  const difference = after - before
  const z = error === 0 ? 0 : difference / error
  const [ofControl, ofVariant] = [wilsonInterval(control, level), wilsonInterval(variant, level)]
  return {
    difference,
    lift: before === 0 ? null : difference / before,
    interval: {
      low: difference - Math.hypot(after - ofVariant.low, ofControl.high - before),
      high: difference + Math.hypot(ofVariant.high - after, before - ofControl.low),
    },
    z,
    pValue: 2 * normalTail(Math.abs(z)),
  }
}
