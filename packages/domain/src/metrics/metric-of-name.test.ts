import { describe, expect, test } from 'vitest'
import { costBaseOf } from './acquisition-cost.ts'
import type { MetricDictionary } from './metric-definition.ts'
import { BUILT_IN_METRICS, withDefinitions } from './metric-dictionary.ts'
import { metricOfName } from './metric-of-name.ts'

const names = (dictionary: MetricDictionary, hasNewCustomers = false) => ({ dictionary, hasNewCustomers })
const keyOf = (name: string, isReturnRatio = false) =>
  metricOfName(name, names(BUILT_IN_METRICS), isReturnRatio)?.key ?? null

describe('M3: which metric a written name means', () => {
  test.each([
    ['roas', ['ROAS', '投产比', '整体投入产出比', 'Blended ROAS of paid media', '投产比ROAS']],
    ['roi', ['ROI', '投资回报率', 'Campaign ROI', '活动 ROI']],
    ['ctr', ['CTR', '全渠道点击率', 'feed CTR', 'click-through rate', 'clickthrough rate of ads']],
    ['cvrReadLead', ['阅读→留资率', '笔记阅读线索率', '阅读到留资率']],
    ['leadRate', ['留资率', '官网留资率', 'Lead rate', 'lead rate of the site']],
    ['cvrVisitPay', ['支付转化率', '访客支付转化率']],
    ['cvrClick', ['转化率', 'CVR', 'ad CVR', 'Conversion rate', '落地页转化率']],
    ['repurchaseRate', ['复购率', '会员复购率', 'repurchase rate of members']],
    ['retentionRate', ['留存率', '30日留存率', '30-day retention rate']],
    ['wakeRate', ['唤醒率', '沉睡会员唤醒率', 'wake-up rate', 'wakeup rate']],
    ['redemptionRate', ['核销率', '优惠券核销率', 'coupon redemption rate']],
    ['completionRate', ['完播率', '短视频完播率', 'video completion rate']],
    ['reachRate', ['触达率', '目标人群触达率']],
    ['engagementRateContent', ['互动率', '笔记互动率', 'post engagement rate']],
    ['newCustomerShare', ['新客占比', '成交新客占比', 'new customer share']],
    ['complaintRate', ['投诉率', '售后投诉率', 'complaint rate of orders']],
    ['marketShare', ['市场占有率', '市占率', '线上市场份额', 'market share online']],
    ['shareOfVoice', ['声量份额', '声量占比', 'share of voice']],
    [
      'cac',
      ['拉新成本', '新客获客成本', '新客成本', '新客获取成本', 'CAC', 'blended CAC', 'cost per new customer'],
    ],
    ['cpa', ['转化成本', 'CPA', 'ad CPA', 'cost per conversion']],
    ['cpl', ['留资成本', '线索成本', 'CPL', 'site CPL', 'cost per lead']],
    ['cpe', ['互动成本', 'CPE', 'KOL CPE']],
    ['cpm', ['千次曝光成本', '千次展示费用', '千次展现平均成本', 'CPM', 'feed CPM']],
    ['cpc', ['点击成本', '平均点击单价', 'CPC', 'search CPC', 'cost per click']],
    ['aov', ['客单价', '门店客单价', 'AOV', 'shop AOV']],
  ])('a rate or a cost: %s is written as any of %j', (key, names) => {
    expect(names.map((name) => keyOf(name))).toEqual(names.map(() => key))
  })

  test.each([
    ['impressions', ['品牌曝光量', '广告展现', '展示次数', 'Impressions, all channels', 'total impression']],
    ['reach', ['触达人数', '广告覆盖人数', 'organic reach']],
    ['searchIndex', ['搜索指数', '品牌搜索指数', 'brand search index']],
    ['awareness', ['品牌认知度', '知名度', 'brand awareness']],
    ['favourability', ['美誉度', '品牌好感度', 'favourability of the brand', 'favorability']],
    ['followers', ['粉丝数', '新增粉丝量', 'new followers']],
    ['reads', ['笔记阅读量', '阅读', 'total reads']],
    ['views', ['播放量', '直播观看量', '视频观看次数', '播放', 'video views']],
    ['likes', ['点赞', '笔记点赞数', 'total likes']],
    ['engagements', ['互动量', '笔记互动', 'engagement', 'total engagements']],
    ['leads', ['留资数', '有效线索', 'qualified leads']],
    ['newCustomers', ['新客数', '新增客户', 'new customers']],
    ['orders', ['订单量', '下单数', 'paid orders']],
    ['revenue', ['新品销售额', '成交额', 'GMV', '营收', '销售收入', 'net revenue', 'total sales']],
    ['storeVisits', ['到店人数', 'visits to stores', 'visits to a shop', 'visits to the store']],
    ['ugcItems', ['UGC 内容', 'new UGC']],
    ['complaints', ['投诉量', '客户投诉', 'complaints received']],
    ['clicks', ['点击量', '广告点击', 'ad clicks']],
    ['conversions', ['转化数', '转化', 'conversion', 'total conversions']],
    ['cost', ['广告消耗', '花费', '投放费用', 'ad spend']],
  ])('a count: %s is written as any of %j', (key, names) => {
    expect(names.map((name) => keyOf(name))).toEqual(names.map(() => key))
  })

  test.each([
    '收藏率',
    '到店成本',
    '曝光占比',
    '点赞份额',
    '下单单价',
    '人均订单',
    'orders rate',
    'share of orders',
    'ratio of leads',
    'average orders',
    'cost of leads',
  ])('"%s" is no count: a rate, a share or a mean that nobody defined', (name) => {
    expect(keyOf(name)).toBeNull()
  })

  test.each(['团队氛围', 'heroics', 'proactive', 'spreads', 'salesforce', 'breach', 'dislikes', ''])(
    '"%s" names none: a word is not found within another',
    (name) => expect(keyOf(name)).toBeNull(),
  )

  test.each([
    ['separate orders', 'orders'],
    ['accelerated leads', 'leads'],
  ])('"%s" holds no rate: it is the count %s', (name, key) => expect(keyOf(name)).toBe(key))

  test('the more particular name wins: 新客成本 is CAC and not the count 新客, 支付转化率 not 转化率', () =>
    expect(['新客成本', '支付转化率', '阅读→留资率', '互动率'].map((name) => keyOf(name))).toEqual([
      'cac',
      'cvrVisitPay',
      'cvrReadLead',
      'engagementRateContent',
    ]))

  test('a name is taken without regard to case and to spaces around it, in either language or as its key', () =>
    expect(
      [' CLICKS ', '消耗', 'Cost', 'newCustomers', 'NEWCUSTOMERS', '净回报率(收入口径)'].map((name) =>
        keyOf(name),
      ),
    ).toEqual(['clicks', 'cost', 'cost', 'newCustomers', 'newCustomers', 'roi']))

  test('ROI written as 1:4 is ROAS, by its name and by a wording; nothing else changes', () => {
    expect(['ROI', 'roi', '活动 ROI', 'ROAS', 'CTR', '曝光量'].map((name) => keyOf(name, true))).toEqual([
      'roas',
      'roas',
      'roas',
      'roas',
      'ctr',
      'impressions',
    ])
  })

  test('获客成本 is CAC in a plan that counts new customers, else CPA; a name that says which stays what it says', () => {
    const inBoth = (name: string) =>
      [true, false].map((counts) => metricOfName(name, names(BUILT_IN_METRICS, counts))?.key)
    expect(['获客成本', '抖音获客成本', '平均获客成本'].map(inBoth)).toEqual(Array(3).fill(['cac', 'cpa']))
    expect(['新客获客成本', 'CAC', '转化成本'].map(inBoth)).toEqual([
      ['cac', 'cac'],
      ['cac', 'cac'],
      ['cpa', 'cpa'],
    ])
    expect(['获客成本', '转化成本'].map((name) => costBaseOf(name, true))).toEqual(['newCustomers', null])
    expect(costBaseOf('抖音获客成本', false)).toBe('conversions')
  })

  test('a metric of one’s own is found by its name before any wording', () => {
    const clicks = BUILT_IN_METRICS.get('clicks')
    if (clicks === undefined) throw new Error('no clicks')
    const own = withDefinitions([{ ...clicks, key: 'ownClicks', zh: '优质点击', en: 'Good clicks' }])
    expect(['优质点击', 'good clicks', '点击量'].map((name) => metricOfName(name, names(own))?.key)).toEqual([
      'ownClicks',
      'ownClicks',
      'clicks',
    ])
  })

  test('a metric that the dictionary lacks is none, and ROI stands for itself where there is no ROAS', () => {
    const roi = BUILT_IN_METRICS.get('roi')
    if (roi === undefined) throw new Error('no ROI')
    const only = new Map([['roi', roi]])
    expect(metricOfName('点击率', names(only))).toBeNull()
    expect(metricOfName('ROI', names(only), true)).toBe(roi)
    expect(metricOfName('活动 ROI', names(only), true)).toBeNull()
  })
})
