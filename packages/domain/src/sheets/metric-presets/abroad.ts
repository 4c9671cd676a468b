import type { MetricPreset } from '../metric-preset.ts'

/** Meta Ads Manager and its connectors: link clicks, not "Clicks (all)". */
export const META: MetricPreset = {
  id: 'meta',
  zh: 'Meta 广告',
  en: 'Meta Ads',
  signatures: [
    ['Reporting starts'],
    ['Ad set name'],
    ['inline_link_clicks'],
    ['Link clicks', 'Impressions'],
    ['Campaign name', 'Results', 'Reach'],
  ],
  columns: {
    day: ['Day', 'date', 'Reporting starts'],
    accountId: ['account_id'],
    campaign: ['Campaign name'],
    adGroup: ['Ad set name'],
    ad: ['Ad name'],
    adId: ['ad_id'],
    impressions: ['Impressions'],
    clicks: ['Link clicks', 'inline_link_clicks'],
    cost: ['Amount spent', 'spend'],
    conversions: ['Results'],
    orders: ['Purchases'],
    revenue: ['Purchases conversion value'],
    people: ['Reach'],
    ctr: ['CTR', 'CTR (link click-through rate)'],
    cpc: ['CPC', 'CPC (cost per link click)'],
    cpm: ['CPM', 'CPM (cost per 1,000 impressions)'],
    cpa: ['Cost per result', 'Cost per results'],
  },
}

/** TikTok Ads connectors: rows by the hour, in UTC. */
export const TIKTOK: MetricPreset = {
  id: 'tiktok',
  zh: 'TikTok 广告',
  en: 'TikTok Ads',
  signatures: [['stat_time_hour'], ['stat_time_day', 'spend'], ['video_play_actions', 'spend']],
  columns: {
    day: ['stat_time_day', 'stat_time_hour'],
    campaignId: ['campaign_id'],
    adGroupId: ['adgroup_id'],
    adId: ['ad_id'],
    impressions: ['impressions'],
    clicks: ['clicks'],
    cost: ['spend'],
    conversions: ['conversion'],
    revenue: ['total_purchase_value', 'total_conversion_value'],
    people: ['reach'],
    ctr: ['ctr'],
    cpc: ['cpc'],
    cpm: ['cpm'],
    cvr: ['conversion_rate'],
    cpa: ['cost_per_conversion'],
  },
}

/** LinkedIn: its campaign group is a campaign elsewhere; the cost stands in two currencies, of which the local one counts. */
export const LINKEDIN: MetricPreset = {
  id: 'linkedin',
  zh: 'LinkedIn 广告',
  en: 'LinkedIn Ads',
  signatures: [['cost_in_local_currency']],
  columns: {
    day: ['day', 'date'],
    adGroupId: ['campaign_id'],
    campaignId: ['campaign_group_id'],
    impressions: ['impressions'],
    clicks: ['clicks'],
    cost: ['cost_in_local_currency'],
    conversions: ['external_website_conversions'],
    revenue: ['conversion_value_in_local_currency'],
    people: ['approximate_unique_impressions'],
  },
}

/** Microsoft Advertising: ten dimensions a row, so a day's rows are summed. */
export const MICROSOFT: MetricPreset = {
  id: 'microsoft',
  zh: 'Microsoft 广告',
  en: 'Microsoft Advertising',
  signatures: [['bid_match_type', 'spend'], ['device_os', 'spend'], ['conversions_qualified']],
  columns: {
    day: ['date', 'Gregorian date', 'TimePeriod'],
    accountId: ['account_id'],
    campaignId: ['campaign_id'],
    campaign: ['campaign_name'],
    currency: ['currency_code'],
    impressions: ['impressions'],
    clicks: ['clicks'],
    cost: ['spend'],
    conversions: ['conversions'],
    revenue: ['revenue'],
  },
}

/** Snapchat: swipes are clicks, spend is in millionths. */
export const SNAPCHAT: MetricPreset = {
  id: 'snapchat',
  zh: 'Snapchat 广告',
  en: 'Snapchat Ads',
  signatures: [['swipes', 'spend']],
  columns: {
    day: ['date'],
    campaignId: ['campaign_id'],
    impressions: ['impressions'],
    clicks: ['swipes'],
    cost: ['spend'],
    orders: ['conversion_purchases'],
    revenue: ['conversion_purchases_value'],
  },
  micros: ['spend'],
}

/** Pinterest: paid (_1) and earned (_2) parts add up; cost and value in millionths. */
export const PINTEREST: MetricPreset = {
  id: 'pinterest',
  zh: 'Pinterest 广告',
  en: 'Pinterest Ads',
  signatures: [['spend_in_micro_dollar']],
  columns: {
    day: ['date'],
    campaignId: ['campaign_id'],
    campaign: ['campaign_name'],
    accountId: ['advertiser_id'],
    impressions: ['impression_1', 'impression_2'],
    clicks: ['clickthrough_1', 'clickthrough_2'],
    cost: ['spend_in_micro_dollar'],
    conversions: ['total_conversions'],
    revenue: ['total_conversions_value_in_micro_dollar'],
  },
  partsAdd: ['impressions', 'clicks'],
  micros: ['spend_in_micro_dollar', 'total_conversions_value_in_micro_dollar'],
}

/** X: billed charge in millionths. */
export const X_ADS: MetricPreset = {
  id: 'x',
  zh: 'X 广告',
  en: 'X Ads',
  signatures: [['billed_charge_local_micro']],
  columns: {
    day: ['date'],
    campaignId: ['campaign_id'],
    impressions: ['impressions'],
    clicks: ['url_clicks', 'clicks'],
    cost: ['billed_charge_local_micro'],
  },
  micros: ['billed_charge_local_micro'],
}

/** Apple Search Ads: taps are clicks, installs by tap are conversions. */
export const APPLE_SEARCH: MetricPreset = {
  id: 'apple_search',
  zh: 'Apple Search Ads',
  en: 'Apple Search Ads',
  signatures: [['taps', 'local_spend_amount'], ['tap_installs']],
  columns: {
    day: ['date'],
    campaignId: ['id', 'campaign_id'],
    currency: ['local_spend_currency'],
    impressions: ['impressions'],
    clicks: ['taps'],
    cost: ['local_spend_amount'],
    conversions: ['tap_installs', 'conversions'],
  },
}

/** Amazon Ads: the 30-day window counts. */
export const AMAZON: MetricPreset = {
  id: 'amazon',
  zh: 'Amazon 广告',
  en: 'Amazon Ads',
  signatures: [['sales_30_d'], ['purchases_30_d'], ['campaign_bidding_strategy']],
  columns: {
    day: ['date'],
    campaignId: ['campaign_id'],
    campaign: ['campaign_name'],
    currency: ['campaign_budget_currency_code'],
    impressions: ['impressions'],
    clicks: ['clicks'],
    cost: ['cost'],
    conversions: ['purchases_30_d'],
    revenue: ['sales_30_d'],
  },
}
