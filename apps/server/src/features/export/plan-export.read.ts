import { ENTITY_NAMES, type Entity } from '@yingce/domain/records/entities'
import type { Values } from '@yingce/domain/history/field-value'
import type { ExportPlan, ExportRecord, PlanExport } from '@yingce/domain/sheets/export/plan-export'
import { namedOwnMetrics } from '@yingce/domain/metrics/own-metric'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { readDictionary } from '../metrics/dictionary/metric-dictionary.read.ts'
import { readRecords } from '../../records/read-records.ts'

/**
 * Everything of a plan, as its workbook is made of it.
 *
 * @throws Refusal `not_found` when the workspace has no such plan
 */
export async function readPlanExport(scope: Scope, planId: string): Promise<PlanExport> {
  const head = await readExportHead(scope, planId)
  const records: { [E in Entity]?: readonly ExportRecord[] } = {}
  for (const entity of ENTITY_NAMES) {
    const own = await readRecords(scope, planId, entity)
    records[entity] = own.map(({ id, version, values, unread }) => ({
      id,
      version,
      unread,
      values: values as Values,
    }))
  }
  const definitions = await readDictionary(scope)
  return { ...head, records, ownMetrics: namedOwnMetrics(definitions.values()) }
}

/**
 * The plan itself and its phases.
 *
 * @throws Refusal `not_found` when the workspace has no such plan
 */
export async function readExportHead(
  scope: Scope,
  planId: string,
): Promise<Pick<PlanExport, 'plan' | 'phases'>> {
  const [plan] = await scope.rows<ExportPlan>(
    `select id, name, period_start as "periodStart", period_end as "periodEnd", currency
     from plan where workspace_id = $1 and id = $2`,
    [scope.workspaceId, planId],
  )
  if (plan === undefined) throw new Refusal('not_found')
  const phases = await readRecords(scope, planId, 'phase')
  return {
    plan,
    phases: phases.map(({ id, values: { name, startDate, endDate } }) => ({ id, name, startDate, endDate })),
  }
}
