import { parseReached } from '../../quantity/parse-targets.ts'
import type { Reached } from '../../quantity/quantity.ts'
import { evaluateKpi } from '../../objective/evaluate-kpi.ts'
import { resolveAim } from '../../objective/resolve-aim.ts'
import { satisfies } from '../../objective/aim.ts'
import type { TaskValues } from '../../records/entities.ts'
import type { Contradiction } from './contradiction.ts'

export type RemarkTask = Pick<TaskValues, 'kpi' | 'reached' | 'remark' | 'issue'> & { readonly id: string }

const ACTUAL = /^(?:实际|最终|actual(?:ly)?)\s*/i
const AIM = /^(?:目标|计划|预期|target|goal)\s*/i

/**
 * What the remark says against the row's other cells (X3).
 *
 * - "实际销售额45万,目标50万": a target that the KPI cell does not hold was
 *   missed; the row can still be met by its own KPI, so this is information.
 * - a value for a metric of the KPI cell that is not the reached value: one of
 *   the two is out of date, a warning.
 */
export function remarkContradictions(task: RemarkTask): readonly Contradiction[] {
  if (task.remark === null) return []
  const noted = parseReached(task.remark).values
  return [...missesIn(noted, task.id), ...differences(task, noted)]
}

function missesIn(noted: readonly Reached[], id: string): readonly Contradiction[] {
  return noted.flatMap((value, index): readonly Contradiction[] => {
    const metric = value.metric?.replace(ACTUAL, '') ?? ''
    const next = noted[index + 1]
    if (
      !ACTUAL.test(value.metric ?? '') ||
      metric === '' ||
      next === undefined ||
      !AIM.test(next.metric ?? '')
    )
      return []
    const named = (next.metric ?? '').replace(AIM, '')
    if (named !== '' && !named.includes(metric) && !metric.includes(named)) return []
    const { aim } = resolveAim({ metric, quantity: next.quantity }, null)
    if (aim === null || satisfies(value.quantity.value, aim)) return []
    const params = { metric, actual: value.quantity.text, target: next.quantity.text }
    return [
      {
        code: 'remark_reports_miss',
        severity: 'info',
        entity: 'task',
        id,
        fields: ['remark', 'kpi'],
        params,
      },
    ]
  })
}

function differences(task: RemarkTask, noted: readonly Reached[]): readonly Contradiction[] {
  const facts = noted.filter((value) => value.metric !== null && !AIM.test(value.metric))
  if (task.reached === null || task.kpi === null || facts.length === 0) return []
  const period = { today: '9999-12-31', start: null, end: null } as const
  const stated = evaluateKpi({ kpiText: task.kpi, reachedText: task.reached, ...period }).targets
  const fromRemark = evaluateKpi({
    kpiText: task.kpi,
    reachedText: null,
    remark: task.remark,
    ...period,
  }).targets
  return stated.flatMap((target, index): readonly Contradiction[] => {
    const other = fromRemark[index]
    if (
      target.actual === null ||
      other === undefined ||
      other.actual === null ||
      other.actual === target.actual
    )
      return []
    const params = {
      metric: target.metric ?? '',
      reached: target.actual,
      remark: other.actual,
      unit: target.quantity.unit ?? '',
    }
    return [
      {
        code: 'remark_not_reached',
        severity: 'warning',
        entity: 'task',
        id: task.id,
        fields: ['reached', 'remark'],
        params,
      },
    ]
  })
}
