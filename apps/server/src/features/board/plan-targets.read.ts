import type { WrittenTarget } from '@yingce/domain/board/board-target'
import type { Scope } from '../../db/scope.ts'

interface PlanTargets {
  readonly planId: string
  readonly name: string
  readonly currency: string
  readonly start: string | null
  readonly end: string | null
  readonly records: readonly WrittenTarget[]
}

interface Row extends WrittenTarget, Omit<PlanTargets, 'records'> {}

/** Plans whose target table may hold something for the days: by the dates of the target, else of the plan. */
export async function readPlanTargets(
  scope: Scope,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<PlanTargets[]> {
  const rows = await scope.rows<Row>(
    `select p.id as "planId", p.name, p.currency, p.period_start as start, p.period_end as "end",
       t.id, t.dimension, t.indicator, t.target, t.start_date as "startDate", t.end_date as "endDate"
     from plan p join target t on t.workspace_id = p.workspace_id and t.plan_id = p.id
     where p.workspace_id = $1 and t.target is not null
       and coalesce(t.start_date, p.period_start) <= $3 and coalesce(t.end_date, p.period_end) >= $2
     order by p.created_at, p.id, t.position, t.id`,
    [scope.workspaceId, from, to],
  )
  return [...Map.groupBy(rows, ({ planId }) => planId).values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const { planId, name, currency, start, end } = first
    return [{ planId, name, currency, start, end, records: own }]
  })
}
