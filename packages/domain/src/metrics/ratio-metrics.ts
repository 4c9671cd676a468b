import { parseFormula } from './parse-formula.ts'
import type { MetricDefinition, MetricUnit } from './metric-definition.ts'

type Row = readonly [
  key: string,
  zh: string,
  en: string,
  unit: MetricUnit,
  formula: string,
  direction?: 'higher' | 'lower',
]

/** A ratio's definition sentence is its formula in words; `note` adds what the formula cannot say. */
const NOTES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ctr: ['点击 ÷ 曝光', 'Clicks per impression'],
  cvrClick: ['转化 ÷ 点击（点击口径）', 'Conversions per click (base: clicks)'],
  cvrReadLead: ['留资 ÷ 阅读（阅读→留资口径）', 'Leads per read (base: reads)'],
  cvrVisitPay: ['订单 ÷ 访问（访问→支付口径）', 'Paid orders per visit (base: visits)'],
  cpa: ['消耗 ÷ 转化；不是新客获取成本', 'Cost per conversion; not the cost of a new customer'],
  cac: ['消耗 ÷ 新客；不是转化成本', 'Cost per new customer; not the cost of a conversion'],
  cpl: ['消耗 ÷ 留资', 'Cost per lead'],
  cpe: ['消耗 ÷ 互动', 'Cost per engagement'],
  cpm: ['消耗 ÷ 曝光 × 1000', 'Cost per thousand impressions'],
  cpc: ['消耗 ÷ 点击', 'Cost per click'],
  aov: ['成交额 ÷ 订单', 'Revenue per order'],
  roas: ['成交额 ÷ 消耗（投产比），不是净回报率', 'Revenue per cost; not the net return'],
  roi: [
    '(增量收入 − 消耗) ÷ 消耗（收入口径净回报率）；没有基线就没有增量，不可用成交额代替',
    '(Incremental revenue − cost) per cost; without a baseline there is no increment, and turnover is none',
  ],
  grossMarginRoi: ['(增量毛利 − 消耗) ÷ 消耗', '(Incremental gross profit − cost) per cost'],
  engagementRateContent: ['互动 ÷ 曝光（内容口径）', 'Engagements per impression (of content)'],
  engagementRateCreator: [
    '互动 ÷ 粉丝数（达人口径，粉丝取期末值）',
    'Engagements per follower (of a creator; followers at the end of the period)',
  ],
  leadRate: ['留资 ÷ 访问', 'Leads per visit'],
  reachRate: ['触达人数 ÷ 目标人数', 'People reached of those who were to be reached'],
  wakeRate: ['唤醒用户 ÷ 沉睡用户', 'Woken users of the dormant users addressed'],
  repurchaseRate: ['复购人数 ÷ 支付人数', 'People with two or more purchases of all buyers'],
  retentionRate: ['留存用户 ÷ 期初用户', 'Users still active of those at the start'],
  redemptionRate: ['核销 ÷ 发券', 'Coupons used of those given out'],
  completionRate: ['完播 ÷ 播放', 'Completed plays of plays begun'],
  newCustomerShare: ['新客 ÷ 成交客户', 'New customers of all customers who bought'],
  complaintRate: ['投诉 ÷ 订单', 'Complaints per order'],
  marketShare: ['成交额 ÷ 品类销售额', 'Own revenue of the sales of the category'],
  shareOfVoice: ['本品声量 ÷ 品类声量', 'Own mentions of the mentions of the category'],
}

const RATIOS: readonly Row[] = [
  ['ctr', '点击率', 'CTR', 'share', 'clicks / impressions'],
  ['cvrClick', '转化率（点击）', 'CVR (click)', 'share', 'conversions / clicks'],
  ['cvrReadLead', '转化率（阅读→留资）', 'CVR (read → lead)', 'share', 'leads / reads'],
  ['cvrVisitPay', '转化率（访问→支付）', 'CVR (visit → pay)', 'share', 'orders / sessions'],
  ['cpa', '转化成本', 'CPA', 'money_per_count', 'cost / conversions', 'lower'],
  ['cac', '新客获取成本', 'CAC', 'money_per_count', 'cost / newCustomers', 'lower'],
  ['cpl', '留资成本', 'CPL', 'money_per_count', 'cost / leads', 'lower'],
  ['cpe', '互动成本', 'CPE', 'money_per_count', 'cost / engagements', 'lower'],
  ['cpm', '千次曝光成本', 'CPM', 'money_per_count', 'cost / impressions * 1000', 'lower'],
  ['cpc', '点击成本', 'CPC', 'money_per_count', 'cost / clicks', 'lower'],
  ['aov', '客单价', 'AOV', 'money_per_count', 'revenue / orders'],
  ['roas', '投产比', 'ROAS', 'multiple', 'revenue / cost'],
  ['roi', '净回报率(收入口径)', 'ROI', 'multiple', '(incrementalRevenue - cost) / cost'],
  ['grossMarginRoi', '毛利ROI', 'Gross-margin ROI', 'multiple', '(grossProfit - cost) / cost'],
  [
    'engagementRateContent',
    '互动率（内容）',
    'Engagement rate (content)',
    'share',
    'engagements / impressions',
  ],
  [
    'engagementRateCreator',
    '互动率（达人）',
    'Engagement rate (creator)',
    'share',
    'engagements / followers',
  ],
  ['leadRate', '留资率', 'Lead rate', 'share', 'leads / sessions'],
  ['reachRate', '触达率', 'Reach rate', 'share', 'reach / targetAudience'],
  ['wakeRate', '唤醒率', 'Wake rate', 'share', 'awakenedUsers / dormantUsers'],
  ['repurchaseRate', '复购率', 'Repurchase rate', 'share', 'repurchasingUsers / buyers'],
  ['retentionRate', '留存率', 'Retention rate', 'share', 'retainedUsers / cohortUsers'],
  ['redemptionRate', '核销率', 'Redemption rate', 'share', 'couponsRedeemed / couponsIssued'],
  ['completionRate', '完播率', 'Completion rate', 'share', 'completedViews / views'],
  ['newCustomerShare', '新客占比', 'New customer share', 'share', 'newCustomers / customers'],
  ['complaintRate', '投诉率', 'Complaint rate', 'share', 'complaints / orders', 'lower'],
  ['marketShare', '市场占有率', 'Market share', 'share', 'revenue / categoryRevenue'],
  ['shareOfVoice', '声量份额', 'Share of voice', 'share', 'mentionsOwn / mentionsCategory'],
]

/** Built-in ratios (M2): always computed from totals, with the base of every rate named. */
export const RATIO_DEFINITIONS: readonly MetricDefinition[] = RATIOS.map(
  ([key, zh, en, unit, text, direction = 'higher']) => ({
    key,
    version: 1,
    zh,
    en,
    unit,
    kind: 'ratio',
    direction,
    definitionZh: NOTES[key]?.[0] ?? text,
    definitionEn: NOTES[key]?.[1] ?? text,
    formula: parseFormula(text).formula,
  }),
)
