import { acquisitionCost, isAcquisitionCost, type MetricNames } from './acquisition-cost.ts'
import type { MetricDefinition } from './metric-definition.ts'

/** Names as sheets write them, the more particular first. A count is named after the rates, which contain its word. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\broas\b|投产比|投入产出比/i, 'roas'],
  [/\broi\b|投资回报率/i, 'roi'],
  [/点击率|\bctr\b|click-?through rate/i, 'ctr'],
  [/阅读.*(留资|线索)率/, 'cvrReadLead'],
  [/留资率|lead rate/i, 'leadRate'],
  [/支付转化率/, 'cvrVisitPay'],
  [/转化率|\bcvr\b|conversion rate/i, 'cvrClick'],
  [/复购率|repurchase rate/i, 'repurchaseRate'],
  [/留存率|retention rate/i, 'retentionRate'],
  [/唤醒率|wake-?up rate/i, 'wakeRate'],
  [/核销率|redemption rate/i, 'redemptionRate'],
  [/完播率|completion rate/i, 'completionRate'],
  [/触达率/, 'reachRate'],
  [/互动率|engagement rate/i, 'engagementRateContent'],
  [/新客占比|new customer share/i, 'newCustomerShare'],
  [/投诉率|complaint rate/i, 'complaintRate'],
  [/市场占有率|市占率|市场份额|market share/i, 'marketShare'],
  [/声量份额|声量占比|share of voice/i, 'shareOfVoice'],
  [/(获客|拉新|新客\S*)成本|\bcac\b|cost per new customer/i, 'cac'],
  [/转化成本|\bcpa\b|cost per conversion/i, 'cpa'],
  [/(留资|线索)成本|\bcpl\b|cost per lead/i, 'cpl'],
  [/互动成本|\bcpe\b/i, 'cpe'],
  [/千次(曝光|展示|展现)\S*(成本|费用)|\bcpm\b/i, 'cpm'],
  [/点击(成本|单价)|\bcpc\b|cost per click/i, 'cpc'],
  [/客单价|\baov\b/i, 'aov'],
]
const COUNTS: readonly (readonly [RegExp, string])[] = [
  [/曝光|展现|展示|impressions?\b/i, 'impressions'],
  [/(触达|覆盖)人数|\breach\b/i, 'reach'],
  [/搜索指数|search index/i, 'searchIndex'],
  [/认知度|知名度|awareness/i, 'awareness'],
  [/美誉度|好感度|favou?rability/i, 'favourability'],
  [/粉丝(数|量)|followers\b/i, 'followers'],
  [/阅读|\breads\b/i, 'reads'],
  [/播放|(观看|播放)(量|次数)|video views/i, 'views'],
  [/点赞|\blikes\b/i, 'likes'],
  [/互动|engagements?\b/i, 'engagements'],
  [/留资|线索|\bleads\b/i, 'leads'],
  [/新客|新增客户|new customers/i, 'newCustomers'],
  [/订单|下单|\borders\b/i, 'orders'],
  [/销售额|成交额|\bgmv\b|营收|销售收入|revenue|\bsales\b/i, 'revenue'],
  [/到店|visits to (a |the )?(store|shop)s?/i, 'storeVisits'],
  [/\bugc\b/i, 'ugcItems'],
  [/投诉|complaints/i, 'complaints'],
  [/点击|\bclicks\b/i, 'clicks'],
  [/转化|conversions?\b/i, 'conversions'],
  [/消耗|花费|投放费用|\bspend\b/i, 'cost'],
]
/** Says a ratio or a mean: where no rate of that name is known, the count inside it is another metric. */
const DERIVED = /率|占比|份额|成本|单价|均|\b(rate|share|ratio|average|cost)\b/i

/**
 * Which metric of the dictionary a written name means ("品牌曝光量", "CTR", "新品销售额"); its key, its
 * name in either language, or a usual wording. A rate that nobody defined is not taken for the count
 * in its name (收藏率 is not 收藏). 获客成本 is CAC in a plan that has new-customer figures, else CPA.
 *
 * @param isReturnRatio the target is written as 1:n, so that "ROI" means ROAS
 * @returns null where the name says none: the node then takes its value by hand
 */
export function metricOfName(
  name: string,
  { dictionary, hasNewCustomers }: MetricNames,
  isReturnRatio = false,
): MetricDefinition | null {
  const plain = name.trim()
  const folded = plain.toLowerCase()
  for (const metric of dictionary.values())
    if ([metric.key, metric.zh, metric.en].some((own) => own.toLowerCase() === folded))
      return isReturnRatio && metric.key === 'roi' ? (dictionary.get('roas') ?? metric) : metric
  if (isAcquisitionCost(plain)) return dictionary.get(acquisitionCost(hasNewCustomers)) ?? null
  const rules = DERIVED.test(plain) ? NAMES : [...NAMES, ...COUNTS]
  const key = rules.find(([pattern]) => pattern.test(plain))?.[1]
  if (key === undefined) return null
  return dictionary.get(key === 'roi' && isReturnRatio ? 'roas' : key) ?? null
}
