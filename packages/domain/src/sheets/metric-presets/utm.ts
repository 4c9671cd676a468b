import type { MetricPreset } from '../metric-preset.ts'

/**
 * UTM parameters as columns of their own, as web analytics and teams' own reports have
 * them; known in the exports of every platform, after that platform's own headers. The
 * medium (cpc, social) says less of a channel than its source and is taken only without one.
 */
export const UTM_COLUMNS: MetricPreset['columns'] = {
  channel: ['utm_source', 'UTM source', 'utm_medium', 'UTM medium'],
  campaign: ['utm_campaign', 'UTM campaign'],
  campaignId: ['utm_id', 'UTM ID'],
  content: ['utm_content', 'UTM content'],
  keyword: ['utm_term', 'UTM term'],
}
