import { diffDays } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { CustomerPurchases } from './customer-purchases.ts'

export interface Purchase {
  readonly customer: string
  readonly date: LocalDate
  /** In any one unit of money; null where it is not known. */
  readonly amount: number | null
}

/** Frequency, recency, T and mean repeat value of one customer; times in weeks. */
export interface PurchaseSummary extends CustomerPurchases {
  readonly customer: string
  readonly meanValue: number | null
}

const DAYS_PER_WEEK = 7

/**
 * What the models need of each customer, from his single purchases; customers in the order of their first
 * mention. Times are weeks with fractions.
 *
 * Purchases of one day are one, of their total amount: the models count occasions. The first occasion is
 * no repeat, and its amount stays out of the mean. An amount that is not known makes the mean unknown.
 *
 * @param until last day of observation; purchases after it are left out, and customers who only have such
 */
export function summarizePurchases(purchases: readonly Purchase[], until: LocalDate): PurchaseSummary[] {
  const byCustomer = new Map<string, Map<LocalDate, number | null>>()
  for (const { customer, date, amount } of purchases) {
    if (date > until) continue
    const days = byCustomer.get(customer) ?? new Map<LocalDate, number | null>()
    const before = days.has(date) ? (days.get(date) ?? null) : 0
    days.set(date, before === null || amount === null ? null : before + amount)
    byCustomer.set(customer, days)
  }
  return [...byCustomer].map(([customer, days]) => {
    const dates = [...days.keys()].toSorted()
    const [first = until, ...repeats] = dates
    const amounts = repeats.map((date) => days.get(date) ?? null)
    const total = amounts.reduce<number | null>(
      (sum, amount) => (sum === null || amount === null ? null : sum + amount),
      0,
    )
    return {
      customer,
      frequency: repeats.length,
      recency: diffDays(first, repeats.at(-1) ?? first) / DAYS_PER_WEEK,
      age: diffDays(first, until) / DAYS_PER_WEEK,
      meanValue: total === null || repeats.length === 0 ? null : total / repeats.length,
    }
  })
}
