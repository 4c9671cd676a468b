/** What a column of an advertising or shop export holds. The first block are facts that add up over rows. */
export type MetricField =
  | 'impressions'
  | 'clicks'
  | 'cost'
  | 'conversions'
  | 'revenue'
  | 'orders'
  | 'engagements'
  | 'leads'
  | 'sessions'
  | 'pageviews'
  /** Keys of a row. */
  | 'day'
  | 'account'
  | 'accountId'
  | 'campaign'
  | 'campaignId'
  | 'adGroup'
  | 'adGroupId'
  | 'ad'
  | 'adId'
  | 'content'
  | 'contentId'
  | 'keyword'
  | 'channel'
  | 'product'
  | 'productId'
  | 'currency'
  /** Counted again by a later moment of billing or clicking: another metric, kept apart from `conversions`. */
  | 'conversionsByBilling'
  | 'conversionsByClick'
  /** Ratios and averages: recognised, never imported, computed from the facts instead. */
  | 'ctr'
  | 'cvr'
  | 'cpc'
  | 'cpm'
  | 'cpa'
  | 'cpe'
  | 'roas'
  /** Numbers of people: never added over rows. */
  | 'people'

/** Facts whose column sums a table states as totals. */
export const SUMMED_METRICS = [
  'impressions',
  'clicks',
  'cost',
  'conversions',
  'revenue',
  'orders',
  'engagements',
  'leads',
  'sessions',
  'pageviews',
] as const
export type SummedMetric = (typeof SUMMED_METRICS)[number]

/** Metrics that are money; totals are decimals of the currency's main unit. */
export const MONEY_METRICS: readonly MetricField[] = ['cost', 'revenue']

/**
 * Headers of one platform's exports, as data, so that a renamed column is a
 * change of one word. Headers match without regard to case, spaces and width.
 */
export interface MetricPreset {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** The preset is meant when all headers of one of these groups are there; empty = taken only when no other fits. */
  readonly signatures: readonly (readonly string[])[]
  /** Headers by field; the earlier of several headers in one file is taken, the others are left. */
  readonly columns: Readonly<Partial<Record<MetricField, readonly string[]>>>
  /** Fields whose several columns are parts and add up (网页转化 + 电话转化). */
  readonly partsAdd?: readonly MetricField[]
  /** Headers whose numbers are millionths of the currency's main unit. */
  readonly micros?: readonly string[]
}
