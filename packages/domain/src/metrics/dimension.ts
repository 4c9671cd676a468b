import type { MetricUnit } from './metric-definition.ts'

/** Powers of what a figure counts in: CPC is money¹ count⁻¹, a rate is none of them. */
export interface Dimension {
  readonly money: number
  readonly count: number
  readonly index: number
  readonly seconds: number
}

const NONE: Dimension = { money: 0, count: 0, index: 0, seconds: 0 }
const DIMENSIONS: Readonly<Record<MetricUnit, Dimension>> = {
  count: { ...NONE, count: 1 },
  money: { ...NONE, money: 1 },
  money_per_count: { ...NONE, money: 1, count: -1 },
  count_per_count: NONE,
  share: NONE,
  multiple: NONE,
  index: { ...NONE, index: 1 },
  seconds: { ...NONE, seconds: 1 },
}

export const PLAIN_NUMBER = NONE

export function dimensionOf(unit: MetricUnit): Dimension {
  return DIMENSIONS[unit]
}

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return a.money === b.money && a.count === b.count && a.index === b.index && a.seconds === b.seconds
}

/** Dimension of a product (`sign` 1) or a quotient (`sign` −1). */
export function combined(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  return {
    money: a.money + sign * b.money,
    count: a.count + sign * b.count,
    index: a.index + sign * b.index,
    seconds: a.seconds + sign * b.seconds,
  }
}
