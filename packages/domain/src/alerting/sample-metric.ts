/** What a ratio stands on: days with too few of these say little of it. */
const SAMPLE_OF: Readonly<Record<string, string>> = {
  ctr: 'impressions',
  cpm: 'impressions',
  cvrClick: 'clicks',
  cpc: 'clicks',
  cpa: 'conversions',
  cac: 'newCustomers',
  roas: 'clicks',
  roi: 'clicks',
  aov: 'orders',
}

/** The metric that a rule's minimum sample counts; null: of this one there is no such thing, and a minimum means nothing. */
export function sampleMetric(metric: string): string | null {
  return SAMPLE_OF[metric] ?? null
}
