import type { MetricDictionary } from './metric-definition.ts'

/** What decides which metric of a plan a written name means. */
export interface MetricNames {
  readonly dictionary: MetricDictionary
  /** Does the plan have new-customer figures, on any day? */
  readonly hasNewCustomers: boolean
}

export const COST_BASES = ['newCustomers', 'conversions'] as const
/** What a cost is divided by. */
export type CostBase = (typeof COST_BASES)[number]

/** As sheets head their column of cost ÷ conversions, and as others call their CAC. */
export const ACQUISITION_COST = '获客成本'

/** 获客成本 as a target says it: CAC where the plan counts its new customers, else CPA. */
export function acquisitionCost(hasNewCustomers: boolean): 'cac' | 'cpa' {
  return hasNewCustomers ? 'cac' : 'cpa'
}

/** Does the name leave open whose cost it means? 新客获客成本 does not. */
export function isAcquisitionCost(name: string): boolean {
  return name.includes(ACQUISITION_COST) && !name.includes('新客')
}

/** By what 获客成本 is divided in the plan, to be said wherever it stands; null for any other name. */
export function costBaseOf(name: string, hasNewCustomers: boolean): CostBase | null {
  if (!isAcquisitionCost(name)) return null
  return acquisitionCost(hasNewCustomers) === 'cac' ? 'newCustomers' : 'conversions'
}
