import type { CustomerPurchases, CustomerSpending } from './customer-purchases.ts'
import { LtvRefusal, type LtvField, type LtvRefusalCode } from './ltv-refusal.ts'

/** Four parameters from fewer customers than this would be read off noise. */
const FEWEST_CUSTOMERS = 10

/** @throws LtvRefusal for the first customer that cannot be, or when there are too few or nobody bought again */
export function checkCustomers(customers: readonly CustomerPurchases[]): void {
  for (const [customer, one] of customers.entries()) checkCustomer(one, customer)
  if (customers.length < FEWEST_CUSTOMERS)
    throw new LtvRefusal(
      'too_few_customers',
      `${customers.length} customers, ${FEWEST_CUSTOMERS} are the least to fit from`,
    )
  if (customers.every(({ frequency }) => frequency === 0))
    throw new LtvRefusal('no_repeat_purchases', 'no customer bought again')
}

function checkCustomer(one: CustomerPurchases, customer: number): void {
  const refuse = (code: LtvRefusalCode, field: LtvField, why: string): never => {
    throw new LtvRefusal(
      code,
      `customer ${customer}: ${field} ${one[field as keyof CustomerPurchases]} ${why}`,
      {
        customer,
        field,
      },
    )
  }
  for (const field of ['frequency', 'recency', 'age'] as const) {
    if (!Number.isFinite(one[field])) refuse('not_a_number', field, 'is no number')
    if (one[field] < 0) refuse('negative', field, 'is below 0')
  }
  const { frequency, recency, age } = one
  if (!Number.isInteger(frequency)) refuse('frequency_not_whole', 'frequency', 'is not whole')
  if (recency > age) refuse('recency_after_end', 'recency', `lies after the end of observation, ${age}`)
  if (frequency === 0 && recency > 0) refuse('recency_without_repeat', 'recency', 'without a repeat purchase')
}

/** @throws LtvRefusal for the first customer whose mean value is no number, or with repeat purchases not above 0 */
export function checkSpending(customers: readonly CustomerSpending[]): void {
  for (const [customer, { frequency, meanValue }] of customers.entries()) {
    const at = (field: LtvField) => ({ customer, field })
    if (!Number.isInteger(frequency) || frequency < 0)
      throw new LtvRefusal(
        'frequency_not_whole',
        `customer ${customer}: frequency ${frequency} is not whole`,
        at('frequency'),
      )
    if (meanValue === null) continue
    if (Number.isNaN(meanValue))
      throw new LtvRefusal(
        'not_a_number',
        `customer ${customer}: the mean value is no number`,
        at('meanValue'),
      )
    if (frequency === 0) continue
    if (!(meanValue > 0) || meanValue === Infinity)
      throw new LtvRefusal(
        'value_not_positive',
        `customer ${customer}: mean value ${meanValue} is not above 0`,
        at('meanValue'),
      )
  }
}
