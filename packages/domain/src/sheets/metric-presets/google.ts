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
    campaignId: ['Campaign ID'],
    adGroup: ['Ad group'],
    adGroupId: ['Ad group ID'],
    account: ['Account', 'Account name'],
    accountId: ['Customer ID'],
    keyword: ['Keyword', 'Search keyword'],
    currency: ['Currency code', 'Currency'],
    impressions: ['Impr.', 'Impressions'],
    clicks: ['Clicks'],
    cost: ['Cost'],
    conversions: ['Conversions'],
    revenue: ['Conv. value', 'All conv. value'],
    engagements: ['Interactions'],
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
    adGroupId: ['ad_group_id', 'ad_group.id'],
    adId: ['ad_id'],
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
    ['Event name', 'Key events'],
    ['Session source / medium'],
    ['Nth hour'],
    ['Active users', 'New users'],
    ['Engaged sessions'],
    ['Page title and screen class'],
  ],
  columns: {
    day: ['Nth day', 'Date', 'Nth hour'],
    channel: [
      'Session default channel group',
      'First user default channel group',
      'Session source / medium',
      'First user source / medium',
      'Session source',
      'First user source',
    ],
    campaign: ['Session campaign', 'First user campaign', 'Campaign'],
    campaignId: ['Session campaign ID', 'First user campaign ID', 'Campaign ID'],
    content: [
      'Page title and screen class',
      'Session manual ad content',
      'First user manual ad content',
      'Manual ad content',
    ],
    keyword: ['Session manual term', 'First user manual term', 'Manual term'],
    hour: ['Hour'],
    region: ['Country', 'Region', 'City'],
    users: ['Users', 'Total users', 'Active users'],
    newUsers: ['New users'],
    events: ['Event count'],
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
    position: ['Position', 'Average Position'],
    content: ['Page', 'Top pages', 'Landing Page'],
    region: ['Country'],
    ctr: ['CTR', 'URL CTR'],
  },
}

/** Google Business Profile: one line a shop for the months of the export, with a row that explains the header. */
export const GOOGLE_BUSINESS: MetricPreset = {
  id: 'google_business',
  zh: 'Google 商家资料',
  en: 'Google Business Profile',
  signatures: [
    ['Store code', 'Business name'],
    ['Business name', 'Website clicks'],
    ['Search views', 'Maps views'],
    ['Directions actions', 'Website actions'],
  ],
  columns: {
    account: ['Business name'],
    accountId: ['Store code'],
    region: ['Address'],
    impressions: [
      'Total views',
      'Google Search - Mobile',
      'Google Search - Desktop',
      'Google Maps - Mobile',
      'Google Maps - Desktop',
      'Search views',
      'Maps views',
    ],
    clicks: ['Website clicks', 'Website actions'],
    leads: ['Calls', 'Phone call actions'],
    messages: ['Messages'],
    orders: ['Bookings'],
  },
  partsAdd: {
    impressions: [
      'Google Search - Mobile',
      'Google Search - Desktop',
      'Google Maps - Mobile',
      'Google Maps - Desktop',
      'Search views',
      'Maps views',
    ],
  },
}

/** Semrush, organic positions: estimates of an outside observer, none of which adds up. */
export const SEMRUSH: MetricPreset = {
  id: 'semrush',
  zh: 'Semrush',
  en: 'Semrush',
  signatures: [
    ['Keyword', 'Search Volume'],
    ['Keyword', 'Position', 'Traffic Cost'],
  ],
  columns: {
    day: ['Timestamp', 'Date'],
    keyword: ['Keyword'],
    content: ['URL'],
    position: ['Position'],
    searchIndex: ['Search Volume', 'Volume'],
    cpc: ['CPC', 'CPC (USD)'],
  },
}
