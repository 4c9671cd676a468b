import type { ImportPeriod } from '@yingce/domain/sheets/import-table'
import type { Scope } from '../../db/scope.ts'
import type { Touched } from './write-import.ts'

interface PeriodRow {
  version: number
  periodStart: string | null
  periodEnd: string | null
}

async function lockPeriod(scope: Scope, planId: string): Promise<PeriodRow | undefined> {
  const [row] = await scope.rows<PeriodRow>(
    'select version, period_start as "periodStart", period_end as "periodEnd" from plan where workspace_id = $1 and id = $2 for no key update',
    [scope.workspaceId, planId],
  )
  return row
}

async function writePeriod(
  scope: Scope,
  planId: string,
  row: PeriodRow,
  start: string | null,
  end: string | null,
): Promise<number> {
  const version = row.version + 1
  await scope.run(
    'update plan set period_start = $3, period_end = $4, version = $5, updated_at = $6 where workspace_id = $1 and id = $2',
    [scope.workspaceId, planId, start, end, version, scope.at],
  )
  scope.note({
    planId,
    entity: 'plan',
    entityId: planId,
    version,
    action: 'update',
    changes: { periodStart: [row.periodStart, start], periodEnd: [row.periodEnd, end] },
  })
  return version
}

/** A plan that says neither start nor end gets the file's; one that says either keeps what it says. */
export async function fillPlanPeriod(
  scope: Scope,
  planId: string,
  period: ImportPeriod | null,
  touched: Touched[],
): Promise<void> {
  if (period === null) return
  const row = await lockPeriod(scope, planId)
  if (row === undefined || row.periodStart !== null || row.periodEnd !== null) return
  const version = await writePeriod(scope, planId, row, period.from, period.to)
  touched.push({
    entity: 'plan',
    id: planId,
    action: 'update',
    version,
    before: { periodStart: null, periodEnd: null },
    after: { periodStart: period.from, periodEnd: period.to },
  })
}

/** Takes the filled-in period away again, unless somebody has set another one since. */
export async function clearPlanPeriod(scope: Scope, planId: string, importId: string): Promise<void> {
  const [filled] = await scope.rows<{ after: Pick<PeriodRow, 'periodStart' | 'periodEnd'> }>(
    "select after from import_record where workspace_id = $1 and import_id = $2 and entity = 'plan' and record_id = $3",
    [scope.workspaceId, importId, planId],
  )
  if (filled === undefined) return
  const row = await lockPeriod(scope, planId)
  if (
    row === undefined ||
    row.periodStart !== filled.after.periodStart ||
    row.periodEnd !== filled.after.periodEnd
  )
    return
  await writePeriod(scope, planId, row, null, null)
}
