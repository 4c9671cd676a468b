/**
 * Names of metrics of which less is better. Read as parts of the name, so that
 * 投诉率, 售后投诉率 and 投诉量 all count.
 */
const LOWER_IS_BETTER: readonly RegExp[] = [
  /\bcp[acelmovs]\b|\bcpuv\b|\bcac\b|\bocpm\b/i,
  /(获客|转化|获取|点击|互动|到店|加粉|注册|咨询|预约|留资|线索|拉新|激活|下单|人均|单位|单次|单客|单个|平均|千次\S*|签约)成本|成本率|费用率|费销比/,
  /投诉|差评|退货|退款|退订|取关|流失|跳出|弃购|举报|违规|缺货|破损|客诉|负面/,
  /逾期|延期|延误|超支|超时|拒绝率|驳回率|失败率|故障|卡顿|错误率|返工/,
  /(响应|等待|处理|回复|加载|交付)(时长|时间|时效|周期)/,
  /\b(complaint|refund|return|churn|bounce|unsubscribe|defect|failure|error|overrun|overspend|negative)/i,
  /\bcost (per|of)\b|\b(acquisition|conversion|click|unit) cost\b|\b(response|waiting|loading) time\b/i,
]

/** A saving or a winning-back of such a thing is again better when higher. */
const TURNED_ROUND =
  /降低|下降|减少|缩短|节约|节省|挽回|召回|唤醒|解决率|处理率|整改率|return on|\b(reduction|saving|recovery|win-?back|resolution|return visit|returning)/i

/** Names whose values do not add over days or channels, whatever their unit. */
const RATIO_NAMES: readonly RegExp[] = [
  /率(?!先)|占比|比例|份额|投产比|均|单价|客单|指数|评分|得分|满意度|认知度|知名度|美誉度|排名|时长|价格/,
  /\b(roi|roas|ctr|cvr|aov|arpu|arppu|ltv|nps|cp[acelmovs]|cac)\b/i,
  /\b(rate|ratio|share|average|mean|score|index|rank(ing)?|awareness|satisfaction|price)\b|\bcost per\b/i,
]

/**
 * Is a higher or a lower value of this metric the better one (rule 3)? It
 * decides what a bare "2%" means, and pages show that this is a default:
 * everything that is not known as lower-is-better counts as higher.
 */
export function metricDirection(metric: string | null): 'higher' | 'lower' {
  if (metric === null || TURNED_ROUND.test(metric)) return 'higher'
  return LOWER_IS_BETTER.some((pattern) => pattern.test(metric)) ? 'lower' : 'higher'
}

/**
 * Does the metric add up over its period (orders, reads, sales), so that half
 * way through half of it is expected, or is it a level that holds all the time
 * (a rate, a price, a unit cost, a score)?
 *
 * @param isPercentage the target or actual is written as a percentage or as 1:n
 */
export function metricNature(metric: string | null, isPercentage: boolean): 'additive' | 'ratio' {
  if (isPercentage) return 'ratio'
  if (metric === null) return 'additive'
  const isUnitCost = /成本/.test(metric) && metricDirection(metric) === 'lower'
  return isUnitCost || RATIO_NAMES.some((pattern) => pattern.test(metric)) ? 'ratio' : 'additive'
}
