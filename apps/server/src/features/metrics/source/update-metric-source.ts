import type { MetricSource, updateMetricSource as route } from '@yingce/contracts/metrics/metric-source'
import type { BodyOf } from '@yingce/contracts/route'
import type { Scope } from '../../../db/scope.ts'
import { Refusal } from '../../../http/refusal.ts'
import { assignLinesOfSource } from '../assignment/assign-lines.ts'
import { findSource, lockSource } from './metric-source.store.ts'
import { readMetricSources } from './metric-sources.read.ts'

/**
 * Changes a source. Its facts follow a new channel where they name none
 * themselves, and rules of assignment that look at what it is called; the currency is a label: amounts are not converted.
 *
 * @throws Refusal `not_found`, `already_exists` for a name that is taken, `rule_violated` for the manual source
 */
export async function updateMetricSource(
  scope: Scope,
  id: string,
  change: BodyOf<typeof route>,
): Promise<MetricSource> {
  const source = await lockSource(scope, id)
  if (source === null) throw new Refusal('not_found')
  if (source.kind === 'manual')
    throw new Refusal('rule_violated', {
      issues: [{ path: 'params.sourceId', code: 'manual_source', message: 'It mirrors what people fill in' }],
    })
  if (change.name !== undefined && change.name !== source.name) {
    const taken = await findSource(scope, change.name)
    if (taken !== null) throw new Refusal('already_exists', { params: { what: change.name } })
  }
  const channel = change.channel === undefined ? source.channel : change.channel
  await scope.run(
    `update metric_source set name = $3, account = $4, channel = $5, currency = $6, time_zone = $7, column_mapping = $8, updated_at = $9
     where workspace_id = $1 and id = $2`,
    [
      scope.workspaceId,
      id,
      change.name ?? source.name,
      change.account === undefined ? source.account : change.account,
      channel,
      change.currency ?? source.currency,
      change.timeZone === undefined ? source.timeZone : change.timeZone,
      JSON.stringify(change.mapping ?? source.mapping),
      scope.at,
    ],
  )
  if (channel !== source.channel) {
    await scope.run(
      `update fact f set channel = $3 from metric_key k
       where f.workspace_id = $1 and f.source_id = $2 and k.workspace_id = $1 and k.source_id = $2 and k.id = f.key_id and k.channel is null`,
      [scope.workspaceId, id, channel],
    )
    await scope.run(
      `select roll_up_metric_days($1, $2, (select coalesce(array_agg(distinct day), '{}') from metric_day where workspace_id = $1 and source_id = $2))`,
      [scope.workspaceId, id],
    )
  }
  await assignLinesOfSource(scope, id)
  const [view] = await readMetricSources(scope, id)
  if (view === undefined) throw new Refusal('not_found')
  return view
}
