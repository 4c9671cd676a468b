import type { LocalDate } from '@yingce/domain/calendar/local-date'
import type { PhaseShare } from '@yingce/domain/objective/expected-share'
import { phaseShares } from '@yingce/domain/objective/target-pace'
import { arrayLiteral } from '../../db/array-literal.ts'
import type { Scope } from '../../db/scope.ts'

interface Row {
  readonly planId: string
  readonly startDate: LocalDate | null
  readonly endDate: LocalDate | null
  readonly weight: number | null
}

/** What paces the targets of each plan; a plan whose phases pace nothing is absent. */
export async function readPhaseSharesOf(
  scope: Scope,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PhaseShare[]>> {
  const rows = await scope.rows<Row>(
    `select plan_id as "planId", start_date as "startDate", end_date as "endDate", weight from phase
     where workspace_id = $1 and plan_id = any($2::uuid[]) order by plan_id, position, id`,
    [scope.workspaceId, arrayLiteral(planIds)],
  )
  return new Map(
    [...Map.groupBy(rows, ({ planId }) => planId)].map(([planId, phases]) => [planId, phaseShares(phases)]),
  )
}

export async function readPhaseShares(scope: Scope, planId: string): Promise<readonly PhaseShare[]> {
  return (await readPhaseSharesOf(scope, [planId])).get(planId) ?? []
}
