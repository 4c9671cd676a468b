import { describe, expect, test } from 'vitest'
import { headerText } from './header-text.ts'
import { matchMetrics } from './match-metrics.ts'
import { METRIC_PRESETS } from './metric-presets.ts'

/** Header rows as each platform writes them, and the field of each; - = a column that is left alone. */
const HEADERS: readonly (readonly [id: string, headers: string, fields: string])[] = [
  [
    'baidu',
    '日期|小时|账户|推广计划|推广单元|展现|点击|消费|点击率|总转化量|网页转化',
    'day|hour|account|campaign|adGroup|impressions|clicks|cost|ctr|conversions|-',
  ],
  ['qihoo360', '推广计划|展示次数|点击次数|总费用|平均每次点击费用', 'campaign|impressions|clicks|cost|cpc'],
  ['sogou', '时间|消耗|点击数|展示数|点击均价|点击率', 'day|cost|clicks|impressions|cpc|ctr'],
  ['shenma', '时间\t|推广计划|展现量|点击量|消费|点击率', 'day|campaign|impressions|clicks|cost|ctr'],
  [
    'uc',
    '日期|展现数|点击数|消费|转化数（回传时间）|转化数（点击时间）',
    'day|impressions|clicks|cost|conversions|conversionsByClick',
  ],
  [
    'oceanengine',
    '时间|广告计划id|广告计划|广告组id|广告组|展示数|点击数|点击率(%)|总花费(元)|转化数|转化数(计费时间)|深度转化数',
    'day|adGroupId|adGroup|campaignId|campaign|impressions|clicks|ctr|cost|conversions|conversionsByBilling|deepConversions',
  ],
  [
    'oceanengine',
    'stat_time_day|cdp_project_name|show_cnt|click_cnt|stat_cost|convert_cnt|attribution_convert_cnt',
    'day|campaign|impressions|clicks|cost|conversions|conversionsByBilling',
  ],
  [
    'qianchuan',
    '素材ID|素材名称|消耗(元)|展示次数|点击次数|直接成交订单数|直接支付成交金额(元)|直接支付ROI|播放次数|完播率(%)|新增A3',
    'contentId|content|cost|impressions|clicks|orders|revenue|roas|views|completionRate|newInterested',
  ],
  [
    'xiaohongshu',
    '时间|计划名称|笔记ID|消费|展现量|点击量|点赞|收藏|互动量|私信进线数|私信留资数|新增种草人群',
    'day|campaign|contentId|cost|impressions|clicks|likes|saves|engagements|messages|leads|newAudience',
  ],
  [
    'xiaohongshu',
    'time|noteId|fee|impression|click|interaction|cpi',
    'day|contentId|cost|impressions|clicks|engagements|cpe',
  ],
  [
    'tencent',
    ' 推广计划名称| 曝光量| 点击量| 花费(元)| 点击均价(元)',
    'campaign|impressions|clicks|cost|cpc',
  ],
  [
    'tencent',
    '日期|账户ID|营销单元名称|曝光次数|点击次数|花费|目标转化量|目标转化成本',
    'day|accountId|adGroup|impressions|clicks|cost|conversions|cpa',
  ],
  [
    'wanxiangtai',
    '日期|场景名字|计划ID|主体ID|展现量|点击量|花费|点击率|直接成交金额|总成交金额|总成交笔数|投入产出比|成交新客数',
    'day|placement|campaignId|productId|impressions|clicks|cost|ctr|revenueDirect|revenue|orders|roas|newCustomers',
  ],
  [
    'sycm',
    '统计日期|商品ID|商品访客数|商品浏览量|支付买家数|支付件数|支付金额|成功退款金额',
    'day|productId|visitors|pageviews|buyers|units|revenue|refunds',
  ],
  [
    'google_ads',
    'Campaign|Impr.|Interaction rate|Currency code|Cost|Clicks|Conversions|Conv. value|Conv. value / cost|Search impr. share',
    'campaign|impressions|ctr|currency|cost|clicks|conversions|revenue|roas|-',
  ],
  [
    'google_ads_api',
    'segments.date|campaign.id|metrics.impressions|metrics.clicks|metrics.cost_micros',
    'day|campaignId|impressions|clicks|cost',
  ],
  [
    'ga4',
    'Nth day|Session default channel group|Active users|New users|Sessions|Event count|Key events|Total revenue',
    'day|channel|users|newUsers|sessions|events|conversions|revenue',
  ],
  [
    'ga4',
    'Date|Session source / medium|Session campaign|Session campaign ID|Session manual ad content|Session manual term|Sessions|Key events',
    'day|channel|campaign|campaignId|content|keyword|sessions|conversions',
  ],
  [
    'ga4',
    'Date|Session default channel group|Session source / medium|Sessions|Key events',
    'day|channel|-|sessions|conversions',
  ],
  [
    'generic',
    'date|utm_source|utm_medium|utm_campaign|utm_id|utm_content|utm_term|sessions|conversions',
    'day|channel|-|campaign|campaignId|content|keyword|sessions|conversions',
  ],
  ['generic', '日期|UTM Medium|UTM Campaign|消耗|点击数', 'day|channel|campaign|cost|clicks'],
  [
    'xiaohongshu',
    '时间|计划名称|utm_campaign|utm_content|笔记ID|消费|展现量|点击量|互动量',
    'day|campaign|-|content|contentId|cost|impressions|clicks|engagements',
  ],
  ['gsc', 'Date|Clicks|Impressions|CTR|Position', 'day|clicks|impressions|ctr|position'],
  [
    'google_business',
    'Store code|Business name|Google Search - Mobile|Google Maps - Mobile|Calls|Website clicks',
    'accountId|account|impressions|impressions|leads|clicks',
  ],
  ['semrush', 'Keyword|Position|Search Volume|CPC|URL', 'keyword|position|searchIndex|cpc|content'],
  [
    'meta',
    'Reporting starts|Reporting ends|Campaign name|Ad set name|Impressions|Reach|Link clicks|Clicks (all)|Amount spent (GBP)|Results|Result indicator|Purchases conversion value',
    'day|dayEnd|campaign|adGroup|impressions|reach|clicks|-|cost|conversions|resultKind|revenue',
  ],
  [
    'tiktok',
    'CAMPAIGN_ID|STAT_TIME_HOUR|SPEND|IMPRESSIONS|CLICKS|CONVERSION|TOTAL_PURCHASE_VALUE|REACH',
    'campaignId|day|cost|impressions|clicks|conversions|revenue|reach',
  ],
  [
    'linkedin',
    'campaign_id|campaign_group_id|day|clicks|impressions|cost_in_local_currency|cost_in_usd',
    'adGroupId|campaignId|day|clicks|impressions|cost|-',
  ],
  [
    'microsoft',
    'date|campaign_id|currency_code|device_os|bid_match_type|clicks|impressions|spend',
    'day|campaignId|currency|-|-|clicks|impressions|cost',
  ],
  ['snapchat', 'campaign_id|date|impressions|spend|swipes', 'campaignId|day|impressions|cost|clicks'],
  [
    'pinterest',
    'date|campaign_id|impression_1|impression_2|clickthrough_1|clickthrough_2|spend_in_micro_dollar',
    'day|campaignId|impressions|impressions|clicks|clicks|cost',
  ],
  [
    'reddit',
    'account_id|campaign_id|date|clicks|comment_upvotes|cpc|ecpm|impressions|spend',
    'accountId|campaignId|day|clicks|-|cpc|cpm|impressions|cost',
  ],
  [
    'x',
    'account_id|campaign_id|date|placement|billed_charge_local_micro|clicks|impressions|url_clicks',
    'accountId|campaignId|day|placement|cost|clicks|impressions|-',
  ],
  [
    'apple_search',
    'date|id|impressions|local_spend_amount|local_spend_currency|taps|tap_installs|conversions',
    'day|campaignId|impressions|cost|currency|clicks|conversions|-',
  ],
  [
    'amazon',
    'campaign_id|date|campaign_budget_currency_code|clicks|cost|impressions|sales_7_d|purchases_30_d|sales_30_d',
    'campaignId|day|currency|clicks|cost|impressions|-|conversions|revenue',
  ],
  [
    'generic',
    '日期|渠道|地区|曝光|点击|花费|新客数|到店人数|访客数',
    'day|channel|region|impressions|clicks|cost|newCustomers|storeVisits|visitors',
  ],
]

const match = (headers: string) => matchMetrics(headers.split('|').map(headerText))

describe('M1: every platform has its headers as data', () => {
  test.each(HEADERS)('%s: %s', (id, headers, fields) => {
    const found = match(headers)
    expect([found?.preset.id, found?.columns.map((column) => column?.field ?? '-').join('|')]).toEqual([
      id,
      fields,
    ])
  })

  test('no preset is without a header row here', () => {
    expect(
      METRIC_PRESETS.map(({ id }) => id).filter((id) => !HEADERS.some(([known]) => known === id)),
    ).toEqual([])
  })

  test('the four platforms that bill in millionths say so per column', () => {
    const micros = (headers: string) =>
      match(headers)?.columns.flatMap((column) => (column?.isMicros === true ? [column.field] : []))
    expect(micros('date|account_id|comment_upvotes|spend|clicks')).toEqual(['cost'])
    expect(micros('date|swipes|spend|conversion_purchases_value')).toEqual(['cost'])
    expect(micros('date|spend_in_micro_dollar|total_conversions_value_in_micro_dollar')).toEqual([
      'cost',
      'revenue',
    ])
    expect(micros('date|cost_micros|conversions_value|clicks')).toEqual(['cost'])
  })
})
