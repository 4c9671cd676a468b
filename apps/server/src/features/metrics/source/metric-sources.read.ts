import type { MetricSource } from '@yingce/contracts/metrics/metric-source'
import type { Scope } from '../../../db/scope.ts'

/** Sources of the workspace by name, with the days their facts cover. */
export async function readMetricSources(scope: Scope, id: string | null = null): Promise<MetricSource[]> {
  return scope.rows<MetricSource>(
    `select s.id, s.name, s.kind, s.preset, s.account, s.channel, s.currency, s.time_zone as "timeZone", s.column_mapping as mapping,
       coalesce(d.facts, 0)::int as "factCount", d.first as "firstDay", d.last as "lastDay", s.created_at as "createdAt", s.updated_at as "updatedAt"
     from metric_source s
     left join (select source_id, sum(facts) as facts, min(day) as first, max(day) as last from metric_day where workspace_id = $1 group by source_id) d
       on d.source_id = s.id
     where s.workspace_id = $1 and ($2::uuid is null or s.id = $2) order by s.name`,
    [scope.workspaceId, id],
  )
}
