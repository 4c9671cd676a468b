import { coreKpis } from '@yingce/domain/kpi-tree/core-kpis'
import type { Scope } from '../../db/scope.ts'
import { Refusal, ruleViolated } from '../../http/refusal.ts'
import { createRecords } from '../../records/create-records.ts'
import { readRecords } from '../../records/read-records.ts'
import { uuidV7 } from '../../uuid-v7.ts'
import { hasNewCustomers } from '../metrics/query/new-customers.read.ts'
import { readDictionary } from '../metrics/dictionary/metric-dictionary.read.ts'

/**
 * The first KPIs of a plan from its table of targets. The plan is locked, so that two who press at
 * once do not build twice.
 *
 * @throws Refusal `not_found`; `wrong_state` when the tree has nodes; `rule_violated` without usable targets
 */
export async function buildKpiTree(scope: Scope, planId: string): Promise<{ made: number }> {
  const [plan] = await scope.rows('select from plan where workspace_id = $1 and id = $2 for update', [
    scope.workspaceId,
    planId,
  ])
  if (plan === undefined) throw new Refusal('not_found')
  const standing = await readRecords(scope, planId, 'kpi_node')
  if (standing.length > 0) throw new Refusal('wrong_state', { params: { state: 'tree_not_empty' } })
  const targets = await readRecords(scope, planId, 'target')
  const kpis = coreKpis(
    targets.map(({ values }) => values),
    { dictionary: await readDictionary(scope), hasNewCustomers: await hasNewCustomers(scope, planId) },
  )
  if (kpis.length === 0)
    throw ruleViolated(
      'params.planId',
      'no_targets',
      'The plan has no targets with a number: enter them first',
    )
  const ids = kpis.map(() => uuidV7())
  const made = new Set<number>()
  // Level by level: a parent has to be there before its children point at it.
  while (made.size < kpis.length) {
    const next = kpis.flatMap((kpi, index) =>
      made.has(index) || (kpi.parent !== null && !made.has(kpi.parent)) ? [] : [{ kpi, index }],
    )
    await createRecords(
      scope,
      planId,
      'kpi_node',
      next.map(({ kpi: { parent, ...values }, index }) => ({
        id: ids[index],
        position: index + 1,
        values: {
          ...values,
          parentId: parent === null ? null : (ids[parent] ?? null),
        },
      })),
    )
    for (const { index } of next) made.add(index)
  }
  return { made: kpis.length }
}
