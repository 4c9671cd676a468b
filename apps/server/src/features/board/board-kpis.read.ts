import type { PlanBoard } from '@yingce/contracts/plan/board'
import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import { costBaseOf } from '@yingce/domain/metrics/acquisition-cost'
import { evaluateKpi, type KpiEvaluation } from '@yingce/domain/objective/evaluate-kpi'
import type { KpiStatus } from '@yingce/domain/objective/kpi-status'
import { shownActual } from '@yingce/domain/objective/shown-actual'
import { inSlices } from './in-slices.ts'
import { paceOf, paceOfTask, phaseShares } from '@yingce/domain/objective/target-pace'
import type { BoardRecords } from './plan-records.read.ts'

type BoardKpi = PlanBoard['kpis'][number]

/** A cell none of whose targets can be read stands as written beside its value; without a value it is only text. */
function kpisOf(
  evaluation: KpiEvaluation,
  record: Pick<BoardKpi, 'recordId' | 'entity' | 'source' | 'actualText'>,
  hasNewCustomers: boolean,
): BoardKpi[] {
  if (evaluation.targets.length === 0 && evaluation.status !== null) {
    const { unread, status } = evaluation
    return [
      {
        ...record,
        metric: record.source,
        costBase: null,
        targetText: unread.join('; '),
        attainment: null,
        status,
        per: null,
        units: null,
      },
    ]
  }
  return evaluation.targets.map((target) => {
    const { text: actualText, units } = shownActual(target, evaluation, record.actualText)
    return {
      ...record,
      actualText,
      units,
      metric: target.metric ?? record.source,
      costBase: costBaseOf(target.metric ?? record.source, hasNewCustomers),
      targetText: withoutMetric(target.text, target.metric),
      attainment: target.attainment,
      status: target.status,
      per: target.quantity.perBasis === null ? null : target.quantity.per,
    }
  })
}

/** "笔记总阅读量≥20万" beside its metric is "≥20万". */
function withoutMetric(text: string, metric: string | null): string {
  const rest = metric !== null && text.startsWith(metric) ? text.slice(metric.length).trim() : text
  return rest === '' ? text : rest
}

/** Every target of the plan: first those of the target table, then the tasks' KPI cells, in order. */
export async function boardKpis(
  { plan, phases, tasks, targets, hasNewCustomers, policy }: BoardRecords,
  today: string,
): Promise<BoardKpi[]> {
  // Once for all: a date is read anew for every task otherwise.
  const dataThrough = addDays(today, -1)
  const pace = { start: plan.periodStart, end: plan.periodEnd, phases: phaseShares(phases), policy }
  const ofTargets = targets.flatMap((target) =>
    kpisOf(
      evaluateKpi({
        kpiText: target.target,
        reachedText: target.actual,
        indicator: target.indicator,
        baselineText: target.baseline,
        today,
        dataThrough,
        ...paceOf({ start: target.startDate, end: target.endDate }, pace),
      }),
      { recordId: target.id, entity: 'target', source: target.indicator, actualText: target.actual },
      hasNewCustomers,
    ),
  )
  const ofTasks = tasks
    .values()
    .filter((task) => task.status !== 'cancelled')
    .map((task) =>
      kpisOf(
        evaluateKpi({
          kpiText: task.kpi,
          reachedText: task.reached,
          remark: task.remark,
          today,
          dataThrough,
          ...paceOfTask(task, pace),
        }),
        { recordId: task.id, entity: 'task', source: task.name, actualText: task.reached },
        hasNewCustomers,
      ),
    )
  return [...ofTargets, ...(await inSlices(ofTasks))]
}

export function countKpis(kpis: readonly BoardKpi[]): Record<KpiStatus, number> {
  const counts: Record<KpiStatus, number> = {
    met: 0,
    at_risk: 0,
    missed: 0,
    target_unclear: 0,
    no_data: 0,
    not_started: 0,
  }
  for (const { status } of kpis) counts[status] += 1
  return counts
}
