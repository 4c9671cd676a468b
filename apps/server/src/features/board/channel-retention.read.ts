import type { WrittenTarget } from '@yingce/domain/board/board-target'
import type { ChannelRetention } from '@yingce/domain/board/channel-board'
import { retentionBase } from '@yingce/domain/board/retention-base'
import { BUILT_IN_METRICS } from '@yingce/domain/metrics/metric-dictionary'
import { retentionOf } from '@yingce/domain/grading/retention'
import type { Scope } from '../../db/scope.ts'
import type { Days } from '../../http/asked-period.ts'
import { readRecords } from '../../records/read-records.ts'
import { readRetention } from '../metrics/query/retention.read.ts'

/**
 * Retention of a plan's channels in a period and what it is held against (M7); null without a reading.
 *
 * @param channels names of the channels that have facts
 * @param records target table of the plan
 */
export async function readChannelRetention(
  scope: Scope,
  planId: string,
  period: Days | null,
  channels: readonly string[],
  records: readonly WrittenTarget[],
): Promise<ChannelRetention | null> {
  const retention = period === null ? null : retentionOf(await readRetention(scope, planId, period))
  if (retention === null) return null
  const nodes = await readRecords(scope, planId, 'kpi_node')
  return {
    ...retention,
    ...retentionBase(retention.metric, {
      records,
      nodes: nodes.map(({ values }) => values),
      channels,
      dictionary: BUILT_IN_METRICS,
    }),
  }
}
