import { checkIn, type LongWork, partOfWork } from '../computation/long-work.ts'
import { expectedPurchasesWhileActive, probabilityAlive } from './bg-nbd.ts'
import type { CustomerPurchases, CustomerSpending } from './customer-purchases.ts'
import { fitBgNbd, type BgNbdFit } from './fit-bg-nbd.ts'
import { fitGammaGamma, type GammaGammaFit } from './fit-gamma-gamma.ts'
import { expectedPurchaseValue } from './gamma-gamma.ts'
import { LtvRefusal, type LtvRefusalCode } from './ltv-refusal.ts'

export type ObservedCustomer = CustomerPurchases & CustomerSpending

export interface LifetimeValue {
  /** Within the horizon after what was observed. */
  readonly expectedPurchases: number
  readonly probabilityAlive: number
  /** Of one purchase; null without a model of spending. */
  readonly expectedValue: number | null
  /** Expected purchases × expected value × margin. */
  readonly lifetimeValue: number | null
}

export interface LifetimeValues {
  readonly bgNbd: BgNbdFit
  readonly gammaGamma: GammaGammaFit | null
  /** Why there is no model of spending: no values were given, or too few. */
  readonly gammaGammaGap: 'no_values' | LtvRefusalCode | null
  /** In the order of the customers given. */
  readonly customers: readonly LifetimeValue[]
}

/** Parts of the whole work, by the time they take for 100,000 customers. */
const FITTED = 0.6
const SPENDING_FITTED = 0.8
const CHECK_EVERY = 256

/**
 * Both models fitted, and what each customer is expected to do within the horizon.
 *
 * Without enough values of repeat purchases the spending is left open; customers that cannot be are a
 * refusal.
 *
 * @param horizon above 0, in the unit of the customers' times
 * @param margin gross margin 0–1; 1 gives revenue
 * @throws LtvRefusal, Cancelled
 */
export function estimateLifetimeValues(
  customers: readonly ObservedCustomer[],
  { horizon, margin }: { readonly horizon: number; readonly margin: number },
  work: LongWork = {},
): LifetimeValues {
  const bgNbd = fitBgNbd(customers, partOfWork(work, 0, FITTED))
  const spending = fitSpending(customers, partOfWork(work, FITTED, SPENDING_FITTED))
  const ifActive = new Map<string, number>()
  const values = customers.map((customer, index): LifetimeValue => {
    if (index % CHECK_EVERY === 0)
      checkIn(work, SPENDING_FITTED + ((1 - SPENDING_FITTED) * index) / customers.length)
    const alive = probabilityAlive(bgNbd, customer)
    // Customers of one frequency and T differ in the chance to be active alone.
    const key = `${customer.frequency} ${customer.age}`
    let whenActive = ifActive.get(key)
    if (whenActive === undefined) {
      whenActive = expectedPurchasesWhileActive(bgNbd, customer, horizon)
      ifActive.set(key, whenActive)
    }
    const expectedPurchases = alive * whenActive
    const expectedValue =
      spending.gammaGamma === null ? null : expectedPurchaseValue(spending.gammaGamma, customer)
    return {
      expectedPurchases,
      probabilityAlive: alive,
      expectedValue,
      lifetimeValue: expectedValue === null ? null : expectedPurchases * expectedValue * margin,
    }
  })
  checkIn(work, 1)
  return { bgNbd, ...spending, customers: values }
}

function fitSpending(
  customers: readonly ObservedCustomer[],
  work: LongWork,
): Pick<LifetimeValues, 'gammaGamma' | 'gammaGammaGap'> {
  if (customers.every(({ meanValue }) => meanValue === null))
    return { gammaGamma: null, gammaGammaGap: 'no_values' }
  try {
    return { gammaGamma: fitGammaGamma(customers, work), gammaGammaGap: null }
  } catch (error) {
    if (!(error instanceof LtvRefusal) || error.code !== 'too_few_customers') throw error
    return { gammaGamma: null, gammaGammaGap: error.code }
  }
}
