import type { MetricUnit } from '../metrics/metric-definition.ts'

/** By entity the field that may be computed from assigned facts instead of typed (M12, X11). */
export const BOUND_FIELDS = { task: 'reached', target: 'actual', effect_review: 'actual' } as const
export type BoundEntity = keyof typeof BOUND_FIELDS
export const BOUND_ENTITIES = Object.keys(BOUND_FIELDS) as readonly BoundEntity[]

const FEN_PER_UNIT = 100
/** A figure short of 1.5 % by less than a ten-thousandth of a point counts as 1.5 %. */
const RATIO_DECIMALS = 4
const MONEY_DECIMALS = 2

/**
 * A computed value as a person would have typed it, so that whatever reads reached
 * values reads this one too: `1234.56元`, `1.5%`, `36`. Sums of money are exact; shares
 * and averages keep four decimals, so that no status turns by how it is written.
 *
 * @param value fen where the unit is money, 0–1 where it is a share
 * @param currency of the plan; other than CNY it stands as its code
 */
export function boundText(value: number, unit: MetricUnit, currency: string): string {
  switch (unit) {
    case 'money':
    case 'money_per_count': {
      const decimals = unit === 'money' ? MONEY_DECIMALS : RATIO_DECIMALS
      const amount = Number((value / FEN_PER_UNIT).toFixed(decimals))
      return currency === 'CNY' ? `${amount}元` : `${amount} ${currency}`
    }
    case 'share':
      return `${Number((value * 100).toFixed(RATIO_DECIMALS))}%`
    default:
      return String(Number(value.toFixed(RATIO_DECIMALS)))
  }
}
