import type { MetricDefinition, MetricDictionary } from '../metrics/metric-definition.ts'
import type { AlertCondition } from './alert-rule.ts'
import { numberText } from '../quantity/format-quantity.ts'
import { sampleMetric } from './sample-metric.ts'

export interface RuleSentence {
  readonly zh: string
  readonly en: string
}

const COMPARATORS = {
  lt: ['低于', 'below'],
  lte: ['不高于', 'at most'],
  gt: ['高于', 'above'],
  gte: ['不低于', 'at least'],
} as const

/**
 * A rule as people say it: 点击率连续 2 天低于 1.5% (M4). Said in the list of rules, in the form while it is
 * made, and as the title of its alerts.
 *
 * @param dictionary names the metric; an unknown key stands for itself
 */
export function ruleSentence(condition: AlertCondition, dictionary: MetricDictionary): RuleSentence {
  if (condition.type === 'stalled_task')
    return {
      zh: `任务 ${condition.workingDays} 个工作日没有进展`,
      en: `A task has not moved for ${days(condition.workingDays, 'working day')}`,
    }
  const metric = dictionary.get(condition.metric)
  const zh = metric?.zh ?? condition.metric
  const en = metric?.en ?? condition.metric
  switch (condition.type) {
    case 'threshold': {
      const [below, belowEn] = COMPARATORS[condition.comparator]
      const line = metricText(condition.value, metric)
      const isRunning = condition.breaches === condition.days
      // What means nothing is not said: rules of such a metric may have been made with a minimum.
      const sample = sampleMetric(condition.metric) === null ? null : condition.minimumSample
      return {
        zh: `${zh}${isRunning ? (condition.days === 1 ? '' : `连续 ${condition.days} 天`) : `最近 ${condition.days} 天中有 ${condition.breaches} 天`}${below} ${line.zh}${sample === null ? '' : `（样本不足 ${numberText(sample, 'zh-CN')} 的日子不算）`}`,
        en: `${en} ${belowEn} ${line.en} ${isRunning ? (condition.days === 1 ? 'on a day' : `for ${condition.days} days running`) : `on ${condition.breaches} of the last ${condition.days} days`}${sample === null ? '' : `, days under ${numberText(sample, 'en')} left out`}`,
      }
    }
    case 'change': {
      const words = {
        rise: ['突然上升', 'rises'],
        fall: ['突然下降', 'falls'],
        either: ['突然变化', 'changes'],
      } as const
      const [verb, verbEn] = words[condition.direction]
      const least = percent(condition.minimumChange)
      return {
        zh: `${zh}与自己的历史相比${verb}（至少 ${least}，${condition.deviations} 倍偏差）`,
        en: `${en} ${verbEn} suddenly against its own history (${least} or more, ${condition.deviations} deviations)`,
      }
    }
    case 'pacing':
      return {
        zh: `${zh}累计落后计划超过 ${percent(condition.band)}`,
        en: `${en} lags behind plan by more than ${percent(condition.band)}`,
      }
    case 'overspend': {
      const over = condition.tolerance === 0 ? '' : percent(condition.tolerance)
      const isDay = condition.basis === 'day'
      return {
        zh: `${zh}${isDay ? '单日' : '累计'}超出计划${over === '' ? '' : ` ${over} 以上`}`,
        en: `${en} ${isDay ? 'of a day' : 'so far'} exceeds the plan${over === '' ? '' : ` by more than ${over}`}`,
      }
    }
    case 'missing_data':
      return {
        zh: `${zh}${condition.days === 1 ? '当天' : `连续 ${condition.days} 天`}没有数据`,
        en: `No data for ${en} for ${days(condition.days, 'day')}`,
      }
  }
}

/** A metric's value with its unit, as either language reads it: 1.5%, 80 元, 35.5万元, 500万 (5,000,000), 3.2. */
export function metricText(value: number, metric: Pick<MetricDefinition, 'unit'> | undefined): RuleSentence {
  const zh = (shown: number): string => numberText(Number(shown.toFixed(2)), 'zh-CN')
  const en = (shown: number): string => numberText(Number(shown.toFixed(2)), 'en')
  switch (metric?.unit) {
    case 'share':
      return { zh: percent(value), en: percent(value) }
    case 'money':
    case 'money_per_count': {
      const amount = zh(value / 100)
      return { zh: `${amount}${/\d$/.test(amount) ? ' ' : ''}元`, en: `${en(value / 100)} yuan` }
    }
    default:
      return { zh: zh(value), en: en(value) }
  }
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(3))}%`
}

function days(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
