import { ACQUISITION_COST, acquisitionCost, isAcquisitionCost } from '../metrics/acquisition-cost.ts'

/** Figures of the channel board 渠道看板, keys of the metric dictionary, in their order on the page. */
export const BOARD_METRICS = [
  'impressions',
  'clicks',
  'ctr',
  'conversions',
  'cvrClick',
  'cost',
  'cpa',
  'revenue',
  'roas',
  'cac',
] as const
export type BoardMetric = (typeof BOARD_METRICS)[number]

/** Figures per metric: money in fen, ratios 0–1, ROAS × 1. Null is missing, which is not 0. */
export type BoardValues = Readonly<Partial<Record<BoardMetric, number | null>>>

/** Those that say something about money: a board without money is computed without them. */
const MONEY: ReadonlySet<BoardMetric> = new Set(['cost', 'cpa', 'cac', 'revenue', 'roas'])
/** Those that are amounts in fen, whole or per conversion. */
const AMOUNTS: ReadonlySet<BoardMetric> = new Set(['cost', 'cpa', 'cac', 'revenue'])
const RATIOS: ReadonlySet<BoardMetric> = new Set(['ctr', 'cvrClick', 'cpa', 'cac', 'roas'])

/** The metrics of a board: CAC only where somebody counts new customers. */
export function boardMetrics(shows: { readonly isMoneyShown: boolean; readonly hasNewCustomers: boolean }) {
  return BOARD_METRICS.filter(
    (metric) => (shows.isMoneyShown || !MONEY.has(metric)) && (shows.hasNewCustomers || metric !== 'cac'),
  )
}

export function isAmount(metric: BoardMetric): boolean {
  return AMOUNTS.has(metric)
}

/** A level that holds all the time; the others add up over days. */
export function isRatioMetric(metric: BoardMetric): boolean {
  return RATIOS.has(metric)
}

/** Names as targets write them; the longest that fits decides (转化成本 before 转化). */
const NAMES: Readonly<Record<BoardMetric, readonly string[]>> = {
  impressions: ['曝光量', '曝光数', '曝光', '展示量', '展示数', 'impressions', 'exposure'],
  clicks: ['点击量', '点击数', '点击', 'clicks'],
  ctr: ['点击率', 'ctr', 'click-through rate'],
  conversions: ['转化量', '转化数', '转化', 'conversions'],
  cvrClick: ['转化率', 'cvr', 'conversion rate'],
  cost: ['消耗', '花费', '推广成本', '投放成本', 'cost', 'spend'],
  cpa: ['转化成本', '单次转化成本', 'cpa', 'cost per conversion'],
  cac: ['新客获取成本', '新客获客成本', '新客成本', '拉新成本', 'cac', 'cost per new customer'],
  revenue: ['成交额', '成交金额', '销售额', 'gmv', 'revenue', 'sales'],
  roas: ['投产比', 'roas'],
}
const BY_NAME = Object.entries(NAMES)
  .flatMap(([metric, names]) => names.map((name) => ({ name, metric: metric as BoardMetric })))
  .toSorted((a, b) => b.name.length - a.name.length)

/** Words that say nothing about what is counted. */
const NEUTRAL =
  /总|整体|全部|全渠道|累计|合计|平均|实际|overall|total|average|all channels|the|of|in|on|[\s()（）:：·\-_/]/gi

export interface NamedMetric {
  readonly metric: BoardMetric
  /** What the name says beside the metric, such as a channel; empty for all channels. */
  readonly rest: string
}

/**
 * The metric of the board that a name means, and what else the name says: "抖音信息流CTR" is `ctr` with the
 * rest "抖音信息流". Null for any other metric.
 *
 * @param isRoas written as 1:n, so that "ROI" means the ROAS (rule 8)
 * @param hasNewCustomers decides what 获客成本 means in the plan
 */
export function boardMetricOf(name: string, isRoas: boolean, hasNewCustomers: boolean): NamedMetric | null {
  const text = name.toLowerCase()
  if (isAcquisitionCost(text))
    return {
      metric: acquisitionCost(hasNewCustomers),
      rest: plainText(text.replace(ACQUISITION_COST, '')),
    }
  const names = isRoas ? [...BY_NAME, { name: 'roi', metric: 'roas' as const }] : BY_NAME
  const found = names.find((known) => text.includes(known.name))
  if (found === undefined) return null
  return { metric: found.metric, rest: plainText(text.replace(found.name, '')) }
}

/** Lower case without words that say nothing; for comparing names of channels. */
export function plainText(text: string): string {
  return text.toLowerCase().replaceAll(NEUTRAL, '')
}
