import { normalQuantile } from '../statistics/normal.ts'

/** The smallest change that the test shall be able to see, for better or worse. */
export type MinimumEffect =
  /** 0.1 = a tenth more than the baseline: 2 % → 2.2 %. */
  | { readonly kind: 'relative'; readonly value: number }
  /** In the unit of the baseline: 0.002 = 0.2 points, 2 % → 2.2 %. */
  | { readonly kind: 'absolute'; readonly value: number }

export interface TestDesign {
  readonly effect: MinimumEffect
  /** Chance of a false alarm, two-sided; 0.05 by default. */
  readonly alpha?: number
  /** Chance to see the effect when it is there; 0.8 by default. */
  readonly power?: number
  /** Variants that are compared with the control, 1 by default; alpha is shared among them (Bonferroni). */
  readonly comparisons?: number
  /** People of one variant for each of the control; 1 by default. */
  readonly ratio?: number
}

export interface SampleSize {
  readonly control: number
  readonly perVariant: number
  /** Of all groups together. */
  readonly total: number
  /** Rate, or mean, of a variant that has just the effect. */
  readonly changed: number
}

export type SampleSizeGap = 'baseline_out_of_range' | 'effect_out_of_range' | 'no_effect' | 'bad_design'
export type SampleSizePlan =
  | { readonly size: SampleSize; readonly gap: null }
  | { readonly size: null; readonly gap: SampleSizeGap }

/**
 * People needed in each group to see a change of a conversion rate.
 *
 * n of the control = [z(1−α/2) √((1+1/k) p̄ q̄) + z(power) √(p₁q₁ + p₂q₂/k)]² / (p₂ − p₁)², with k variants'
 * people per one of the control and p̄ = (p₁ + k p₂)/(1 + k); rounded up. Source: Fleiss, Levin and Paik,
 * Statistical Methods for Rates and Proportions, 3rd ed. (2003), eq. 4.14 and 4.19 without continuity
 * correction.
 *
 * @param baseline rate of the control, above 0 and below 1
 */
export function sampleSizeForRates(baseline: number, design: TestDesign): SampleSizePlan {
  if (!(baseline > 0 && baseline < 1)) return { size: null, gap: 'baseline_out_of_range' }
  const read = readDesign(baseline, design)
  if (read.gap !== null) return { size: null, gap: read.gap }
  const { changed, zAlpha, zPower, ratio } = read
  if (!(changed > 0 && changed < 1)) return { size: null, gap: 'effect_out_of_range' }
  const pooled = (baseline + ratio * changed) / (1 + ratio)
  const root =
    zAlpha * Math.sqrt((1 + 1 / ratio) * pooled * (1 - pooled)) +
    zPower * Math.sqrt(baseline * (1 - baseline) + (changed * (1 - changed)) / ratio)
  return sized((root / (changed - baseline)) ** 2, changed, design)
}

/**
 * People needed in each group to see a change of a mean (order value, time on page):
 * n of the control = (1 + 1/k) σ² (z(1−α/2) + z(power))² / δ², rounded up.
 *
 * @param baseline mean of the control, not 0 for a relative effect
 * @param deviation standard deviation σ of single people in either group, above 0
 */
export function sampleSizeForMeans(baseline: number, deviation: number, design: TestDesign): SampleSizePlan {
  if (!(deviation > 0 && deviation < Infinity) || !Number.isFinite(baseline))
    return { size: null, gap: 'baseline_out_of_range' }
  const read = readDesign(baseline, design)
  if (read.gap !== null) return { size: null, gap: read.gap }
  const { changed, zAlpha, zPower, ratio } = read
  const perEffect = (deviation * (zAlpha + zPower)) / (changed - baseline)
  return sized((1 + 1 / ratio) * perEffect ** 2, changed, design)
}

function readDesign(baseline: number, design: TestDesign) {
  const { effect, alpha = 0.05, power = 0.8, comparisons = 1, ratio = 1 } = design
  const isSound =
    alpha > 0 &&
    alpha < 1 &&
    power > 0 &&
    power < 1 &&
    ratio > 0 &&
    Number.isInteger(comparisons) &&
    comparisons > 0
  if (!isSound) return { gap: 'bad_design' as const }
  const changed = effect.kind === 'relative' ? baseline * (1 + effect.value) : baseline + effect.value
  if (!Number.isFinite(changed)) return { gap: 'effect_out_of_range' as const }
  if (changed === baseline) return { gap: 'no_effect' as const }
  return {
    gap: null,
    changed,
    ratio,
    zAlpha: -normalQuantile(alpha / comparisons / 2),
    zPower: normalQuantile(power),
  }
}

function sized(
  controlExact: number,
  changed: number,
  { ratio = 1, comparisons = 1 }: TestDesign,
): SampleSizePlan {
  const control = Math.ceil(controlExact)
  const perVariant = Math.ceil(controlExact * ratio)
  return { size: { control, perVariant, total: control + comparisons * perVariant, changed }, gap: null }
}

/**
 * Days that a test runs until it has its people, rounded up to whole weeks: weekdays and weekends behave
 * differently. Null when nobody comes.
 *
 * @param perDay people of all groups together who enter on one day
 */
export function daysToRun(
  total: number,
  perDay: number,
): { readonly days: number; readonly weeks: number } | null {
  if (!(perDay > 0)) return null
  const days = Math.ceil(total / perDay)
  return { days, weeks: Math.ceil(days / 7) }
}
