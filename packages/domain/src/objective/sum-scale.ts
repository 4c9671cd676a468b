import type { Quantity } from '../quantity/quantity.ts'

/**
 * Factor from a written target to the unit of figures that add up: 100 for amounts (yuan to fen), 1 for
 * counts. Null where the two cannot be compared: a percentage or 1:n of a sum, money of another currency,
 * yuan of a count.
 */
export function sumScale(unit: Quantity['unit'], isAmount: boolean, currency: string): number | null {
  if (unit === '%' || unit === '‰' || unit === '百分点' || unit === '1:n') return null
  const isMoney = unit === '元' || /^[A-Z]{3}$/.test(unit ?? '')
  if (!isAmount) return isMoney ? null : 1
  const isOwn = unit === null || (unit === '元' ? currency === 'CNY' : unit === currency)
  return isOwn ? 100 : null
}
