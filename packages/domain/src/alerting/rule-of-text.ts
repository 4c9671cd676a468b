import { isAcquisitionCost } from '../metrics/acquisition-cost.ts'
import type { MetricDefinition, MetricDictionary } from '../metrics/metric-definition.ts'
import { metricOfName } from '../metrics/metric-of-name.ts'
import { parseTargets } from '../quantity/parse-targets.ts'
import { plainWidth } from '../quantity/plain-width.ts'
import type { Quantity } from '../quantity/quantity.ts'
import type { ThresholdCondition } from './alert-rule.ts'

export interface ReadRule {
  readonly condition: ThresholdCondition
  /** What stands before the metric ("信息流转化率"), or behind it in English ("CVR of feed ads"); null: all. */
  readonly channel: string | null
}

const COUNT = '(\\d{1,2}|[一二两三四五六七八九十])'
const HAN = '零一二三四五六七八九十'
/** The longer form first: 最近 5 天中有 3 天 holds 3 天. */
const DAYS: readonly {
  readonly pattern: RegExp
  readonly order: 'days first' | 'breaches first' | 'running'
}[] = [
  {
    pattern: new RegExp(
      `(?:最近|近|过去)\\s*${COUNT}\\s*[天日](?:内|里|中|之中|之内)?\\s*(?:至少|有|出现)*\\s*${COUNT}\\s*[天日]`,
    ),
    order: 'days first',
  },
  {
    pattern: new RegExp(`\\bon ${COUNT} of (?:the )?(?:last|past) ${COUNT} days\\b`, 'i'),
    order: 'breaches first',
  },
  { pattern: new RegExp(`(?:连续|持续)\\s*${COUNT}\\s*(?:个)?(?:自然)?[天日]`), order: 'running' },
  {
    pattern: new RegExp(
      `\\b(?:for|on|over) ${COUNT} (?:consecutive |straight )?days?(?: running| in a row)?\\b`,
      'i',
    ),
    order: 'running',
  },
  {
    pattern: new RegExp(`\\b${COUNT} (?:consecutive days|straight days|days (?:running|in a row))`, 'i'),
    order: 'running',
  },
  { pattern: /单日|当日|当天|每日|某一?[天日]|\bon (?:a|any) day\b|\bdaily\b/i, order: 'running' },
]

const OPENING = /^(?:如果|一旦|倘若|若|当|\bif\b|\bwhen\b|\bonce\b|\bthe\b|\s)+/i
const CLOSING = /(?:时|的时候|就?触发|就?预警)+[。.!！]?$/
const VERBS =
  /(?:\b(?:is|are|falls?|drops?|stays?|rises?|goes)\b|[跌降升]至?|持续|一直)\s*(?=(?:to )?(?:below|under|above|over|less|more|lower|higher|at )|[低高大小超不])/gi
/** The grammar of quantities knows currencies by sign and code. */
const YUAN = /(?<=\d\s*)(?:yuan|rmb)\b/i
/** What a name of a count may end with. */
const ENDING = /^(?:s|量|数|次数|数量|额|金额|值|条数)?$/i
const WHOLE = /^(?:整体|总体|全部|全渠道|品牌|总|日均|日)?$/
/** Before a metric these make another one of it, or no daily value: 下单转化率, 累计曝光. */
const ANOTHER =
  /下单|支付|加购|注册|收藏|关注|预约|到店|会员|新客|老客|首页|详情页|落地页|累计|平均|均|环比|同比|周|月/

/**
 * Reads a trigger that somebody typed as a rule: 转化率连续 2 天低于 0.8%, "CTR below 1.5% for 2 days
 * running", 最近 5 天中有 3 天投诉 > 20. Without days it is one day. Metrics are named as in sheets
 * (`metricOfName`), numbers as in targets (`parseTargets`).
 *
 * @returns null for everything else: several conditions, 下雨, a metric that no rule can watch, 获客成本
 *   (CAC or CPA by the plan), a quantity of another kind than the metric's. Nothing is guessed
 */
export function ruleOfText(text: string, dictionary: MetricDictionary): ReadRule | null {
  const { rest, breaches, days } = takeDays(plainWidth(text).trim())
  if (days < 1 || breaches < 1 || breaches > days || days > 60) return null
  const sentence = rest
    .replace(CLOSING, '')
    .replace(OPENING, '')
    .replace(VERBS, '')
    .replace(YUAN, '元')
    .trim()
  const { targets, unread } = parseTargets(sentence)
  const [target] = targets
  if (target === undefined || target.metric === null || targets.length > 1 || unread.length > 0) return null
  const { quantity } = target
  const { comparator } = quantity
  if (comparator === null || comparator === 'eq' || comparator === 'range') return null
  const named = metricIn(target.metric.replaceAll(/\s+/g, ' ').trim(), dictionary, quantity.unit === '1:n')
  if (named === null) return null
  const value = valueOf(quantity, named.metric)
  if (value === null) return null
  return {
    condition: {
      type: 'threshold',
      metric: named.metric.key,
      comparator,
      value,
      breaches,
      days,
      minimumSample: null,
    },
    channel: named.channel,
  }
}

function takeDays(text: string): { rest: string; breaches: number; days: number } {
  for (const { pattern, order } of DAYS) {
    const match = pattern.exec(text)
    if (match === null) continue
    const before = text.slice(0, match.index).replace(/[\s,、]+$/, ' ')
    const rest = `${before}${text.slice(match.index + match[0].length).replace(/^[\s,、]+/, '')}`.trim()
    const [first = 1, second = first] = match.slice(1).map(countOf)
    return order === 'days first'
      ? { rest, breaches: second, days: first }
      : { rest, breaches: first, days: second }
  }
  return { rest: text, breaches: 1, days: 1 }
}

function countOf(text: string): number {
  return /\d/.test(text) ? Number(text) : Math.max(HAN.indexOf(text.replace('两', '二')), 0)
}

/** The metric that the name says, and what the name says beside it; null where that could be anything. */
function metricIn(
  name: string,
  dictionary: MetricDictionary,
  isReturnRatio: boolean,
): { metric: MetricDefinition; channel: string | null } | null {
  // Which cost it is depends on the figures of the plan, which a text does not know.
  if (isAcquisitionCost(name)) return null
  const names = { dictionary, hasNewCustomers: false }
  const of = (part: string) => metricOfName(part, names, isReturnRatio)
  const [, head = name, place = ''] = /^(.+?) (?:of|on|in|from) (?:the )?(.+)$/i.exec(name) ?? []
  const metric = of(head)
  // Only what adds up, or is computed from what adds up, has a value for each day.
  if (metric === null || (metric.kind !== 'flow' && metric.kind !== 'ratio')) return null
  let start = head.length
  while (start > 0 && of(head.slice(start))?.key !== metric.key) start--
  let end = start + 1
  while (end < head.length && of(head.slice(start, end))?.key !== metric.key) end++
  if (!ENDING.test(head.slice(end).trim())) return null
  const before = head.slice(0, start).replace(/[\s的:]+$/, '')
  const isWhole = WHOLE.test(before)
  if ((!isWhole && place !== '') || ANOTHER.test(before)) return null
  const channel = isWhole ? place : before
  return { metric, channel: channel === '' ? null : channel }
}

/** In the unit of the metric: a share 0–1, money in fen. null: another kind of quantity. */
function valueOf({ value, unit, per, change }: Quantity, metric: MetricDefinition): number | null {
  if (change !== null || (per !== null && per !== 'day')) return null
  switch (metric.unit) {
    case 'share':
      return unit === '%' || unit === '‰' ? value : null
    case 'money':
    case 'money_per_count':
      return unit === null || unit === '元' ? Math.round(value * 100) : null
    case 'multiple':
      return unit === null || unit === '1:n' || unit === '倍' ? value : null
    default:
      return unit === '%' || unit === '‰' || unit === '百分点' || unit === '1:n' || unit === '元'
        ? null
        : value
  }
}
