import type { MetricPreset } from '../metric-preset.ts'

/** Google Ads, downloaded from the page: two title lines, two to five total rows, no date unless segmented. */
export const GOOGLE_ADS: MetricPreset = {
  id: 'google_ads',
  zh: 'Google Ads',
  en: 'Google Ads',
  signatures: [
    ['Impr.', 'Cost', 'Clicks'],
    ['Campaign status', 'Campaign'],
    ['Avg. CPC', 'Cost'],
    ['Conv. value / cost'],
  ],
  columns: {
    day: ['Day', 'Date'],
    campaign: ['Campaign'],
    adGroup: ['Ad group'],
    keyword: ['Keyword', 'Search keyword'],
    currency: ['Currency code', 'Currency'],
    impressions: ['Impr.', 'Impressions'],
    clicks: ['Clicks'],
    cost: ['Cost'],
    conversions: ['Conversions'],
    revenue: ['Conv. value'],
    ctr: ['CTR', 'Interaction rate'],
    cpc: ['Avg. CPC'],
    cvr: ['Conv. rate'],
    cpa: ['Cost / conv.'],
    roas: ['Conv. value / cost'],
  },
}

/** Google Ads by its API: cost in millionths, conversion value not. */
export const GOOGLE_ADS_API: MetricPreset = {
  id: 'google_ads_api',
  zh: 'Google Ads API',
  en: 'Google Ads API',
  signatures: [['cost_micros'], ['metrics.cost_micros']],
  columns: {
    day: ['date', 'segments.date'],
    accountId: ['customer_id', 'account_id'],
    campaign: ['campaign_name', 'campaign.name'],
    campaignId: ['campaign_id', 'campaign.id', 'id'],
    impressions: ['impressions', 'metrics.impressions'],
    clicks: ['clicks', 'metrics.clicks'],
    cost: ['cost_micros', 'metrics.cost_micros'],
    conversions: ['conversions', 'metrics.conversions'],
    revenue: ['conversions_value', 'metrics.conversions_value'],
  },
  micros: ['cost_micros', 'metrics.cost_micros'],
}

/** Google Analytics 4, downloaded from the page; the date is an offset from "# Start date". */
export const GA4: MetricPreset = {
  id: 'ga4',
  zh: 'Google Analytics 4',
  en: 'Google Analytics 4',
  signatures: [
    ['Nth day'],
    ['Session default channel group'],
    ['First user default channel group'],
    ['Key events', 'Sessions'],
    ['Event name', 'Event count'],
    ['Page title and screen class'],
  ],
  columns: {
    day: ['Nth day', 'Date'],
    channel: ['Session default channel group', 'First user default channel group'],
    content: ['Page title and screen class'],
    people: ['Users', 'Total users', 'Active users'],
    sessions: ['Sessions'],
    pageviews: ['Views'],
    conversions: ['Key events', 'Conversions'],
    revenue: ['Total revenue', 'Purchase revenue'],
  },
}

/** Google Search Console. */
export const SEARCH_CONSOLE: MetricPreset = {
  id: 'gsc',
  zh: 'Google Search Console',
  en: 'Google Search Console',
  signatures: [['Url Clicks'], ['Clicks', 'Impressions', 'Position'], ['Average Position']],
  columns: {
    day: ['Date'],
    keyword: ['Query', 'Top queries'],
    clicks: ['Clicks', 'Url Clicks'],
    impressions: ['Impressions'],
    ctr: ['CTR', 'URL CTR'],
  },
}
