/**
 * Figures that a row of an advertising or shop export may hold, by the way they
 * add up. `flow` sums over rows, days and channels; `unique` counts heads, so that
 * its parts overlap; `level` holds for a moment or is a mean, `survey` is a reading of a wave. Only
 * flows are ever summed. The name is the one that interfaces and storage use.
 */
export const FACT_METRICS = {
  impressions: 'flow',
  clicks: 'flow',
  cost: 'flow',
  conversions: 'flow',
  revenue: 'flow',
  orders: 'flow',
  engagements: 'flow',
  leads: 'flow',
  sessions: 'flow',
  pageviews: 'flow',
  reads: 'flow',
  likes: 'flow',
  comments: 'flow',
  shares: 'flow',
  saves: 'flow',
  follows: 'flow',
  /** Video plays begun, played for three seconds, played to the end. */
  views: 'flow',
  views3s: 'flow',
  completedViews: 'flow',
  events: 'flow',
  newUsers: 'flow',
  newCustomers: 'flow',
  customers: 'flow',
  incrementalRevenue: 'flow',
  grossProfit: 'flow',
  categoryRevenue: 'flow',
  /** Pieces sold and put into carts. */
  units: 'flow',
  addToCarts: 'flow',
  refunds: 'flow',
  /** Parts of `revenue` where a platform states both; the whole is never added to them. */
  revenueDirect: 'flow',
  revenueIndirect: 'flow',
  messages: 'flow',
  messageOpenings: 'flow',
  installs: 'flow',
  storeVisits: 'flow',
  couponsIssued: 'flow',
  couponsRedeemed: 'flow',
  ugcItems: 'flow',
  mentionsOwn: 'flow',
  mentionsCategory: 'flow',
  complaints: 'flow',
  newInterested: 'flow',
  /** Counted at another moment than `conversions` (billing, click) or deeper in the funnel: metrics of their own. */
  conversionsByBilling: 'flow',
  conversionsByClick: 'flow',
  deepConversions: 'flow',
  /** Counts and levels that a workspace gives a meaning of its own (own-metric.ts). */
  ownCount1: 'flow',
  ownCount2: 'flow',
  ownCount3: 'flow',
  ownCount4: 'flow',
  ownCount5: 'flow',
  ownCount6: 'flow',
  ownLevel1: 'level',
  ownLevel2: 'level',
  reach: 'unique',
  visitors: 'unique',
  buyers: 'unique',
  users: 'unique',
  newAudience: 'unique',
  activeUsers: 'unique',
  retainedUsers: 'unique',
  repurchasingUsers: 'unique',
  targetAudience: 'unique',
  cohortUsers: 'unique',
  dormantUsers: 'unique',
  awakenedUsers: 'unique',
  position: 'level',
  searchIndex: 'level',
  followers: 'level',
  awareness: 'survey',
  favourability: 'survey',
} as const
export type FactMetric = keyof typeof FACT_METRICS

export const FACT_METRIC_NAMES = Object.keys(FACT_METRICS) as readonly FactMetric[]

export function isFactMetric(field: string | null): field is FactMetric {
  return field !== null && Object.hasOwn(FACT_METRICS, field)
}

/** Facts whose column sums a table states as totals. */
export const SUMMED_METRICS = FACT_METRIC_NAMES.filter((metric) => FACT_METRICS[metric] === 'flow')

export function isSummedMetric(field: string | null): field is FactMetric {
  return isFactMetric(field) && FACT_METRICS[field] === 'flow'
}

/** Metrics that are money; totals are decimals of the currency's main unit. */
const MONEY_METRICS: ReadonlySet<string> = new Set<FactMetric>([
  'cost',
  'revenue',
  'refunds',
  'revenueDirect',
  'revenueIndirect',
  'incrementalRevenue',
  'grossProfit',
  'categoryRevenue',
])

export function isMoneyMetric(field: string): boolean {
  return MONEY_METRICS.has(field)
}

/** What tells one row from another within a day, coarse to fine. Ids are text: many have 19 digits. */
export const FACT_KEYS = [
  'account',
  'accountId',
  'channel',
  'campaign',
  'campaignId',
  'adGroup',
  'adGroupId',
  'ad',
  'adId',
  'content',
  'contentId',
  'keyword',
  'product',
  'productId',
  'region',
  'audience',
  'placement',
] as const
export type FactKey = (typeof FACT_KEYS)[number]

export function isFactKey(field: string | null): field is FactKey {
  return field !== null && (FACT_KEYS as readonly string[]).includes(field)
}

/** What a column of an advertising or shop export holds. */
export type MetricField =
  | FactMetric
  | FactKey
  | 'day'
  /** Last day of a row that covers several. */
  | 'dayEnd'
  | 'hour'
  | 'currency'
  /** What the platform counts as a result in this row: rows of different kinds do not add up. */
  | 'resultKind'
  /** Ratios and averages: recognised, never imported, computed from the facts instead. */
  | 'ctr'
  | 'cvr'
  | 'cpc'
  | 'cpm'
  | 'cpa'
  | 'cpe'
  | 'roas'
  | 'completionRate'
