import type { AlertRuleInput } from '@yingce/contracts/alerting/alert-rule'
import { sampleMetric } from '@yingce/domain/alerting/sample-metric'
import type { MetricDefinition, MetricDictionary, MetricUnit } from '@yingce/domain/metrics/metric-definition'

export type Condition = AlertRuleInput['condition']
export type ConditionType = Condition['type']

export const CONDITION_TYPES: readonly ConditionType[] = [
  'threshold',
  'change',
  'pacing',
  'overspend',
  'missing_data',
  'stalled_task',
]

/**
 * The rule that a kind begins with: the usual figures of the field, each to be changed.
 *
 * @param isFlow does the metric add up, so that it can be held against a plan?
 */
export function usualCondition(type: ConditionType, metric: string, isFlow = false): Condition {
  switch (type) {
    case 'threshold':
      return { type, metric, comparator: 'lt', value: 0.015, breaches: 2, days: 2, minimumSample: null }
    case 'change':
      return { type, metric, direction: 'fall', deviations: 3.5, minimumChange: 0.2, minimumSample: null }
    case 'pacing':
      return { type, metric: isFlow ? metric : 'impressions', band: 0.1 }
    case 'overspend':
      return { type, metric: isFlow ? metric : 'cost', basis: 'day', tolerance: 0 }
    case 'missing_data':
      return { type, metric: 'impressions', days: 1 }
    case 'stalled_task':
      return { type, workingDays: 3 }
  }
}

/** The same rule about another metric; a minimum of what that one does not stand on goes. */
export function withMetric(
  condition: Exclude<Condition, { type: 'stalled_task' }>,
  metric: string,
): Condition {
  if (!('minimumSample' in condition) || condition.minimumSample === null) return { ...condition, metric }
  const isSame = sampleMetric(metric) === sampleMetric(condition.metric)
  return { ...condition, metric, minimumSample: isSame ? condition.minimumSample : null }
}

export const NEW_RULE: AlertRuleInput = {
  name: '',
  condition: usualCondition('threshold', 'ctr'),
  policy: { severity: 'warning', cooldownDays: 3, repeats: false },
  scope: { channel: null, campaign: null, taskId: null },
  recipients: [],
  isOn: true,
  riskId: null,
}

/** Metrics that rules may watch: what adds up, and what is computed from it; against a plan only what adds up. */
export function watchable(dictionary: MetricDictionary, type: ConditionType): readonly MetricDefinition[] {
  const isHeldAgainstPlan = type === 'pacing' || type === 'overspend'
  return [...dictionary.values()].filter(
    ({ kind }) => kind === 'flow' || (kind === 'ratio' && !isHeldAgainstPlan),
  )
}

/** Unit of what a threshold is held against; an unknown metric is a count. */
export function unitOf(dictionary: MetricDictionary, metric: string): MetricUnit {
  return dictionary.get(metric)?.unit ?? 'count'
}

/** What people type: 1.5 for 1.5 %, yuan for fen; everything else as it is. */
export function shownValue(unit: MetricUnit, value: number): number {
  if (unit === 'share' || unit === 'money' || unit === 'money_per_count')
    return Number((value * (unit === 'share' ? 100 : 0.01)).toFixed(6))
  return value
}

export function storedValue(unit: MetricUnit, shown: number): number {
  if (unit === 'share') return Number((shown / 100).toFixed(8))
  return unit === 'money' || unit === 'money_per_count' ? Math.round(shown * 100) : shown
}

/** Written behind the input. */
export function unitMark(unit: MetricUnit): string {
  return unit === 'share' ? '%' : unit === 'money' || unit === 'money_per_count' ? '¥' : ''
}
