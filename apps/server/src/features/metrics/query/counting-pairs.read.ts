import type { CalibrationPair } from '@yingce/contracts/metrics/calibration'
import { trustedPair } from '@yingce/domain/metrics/trusted-source'
import type { FactMetric } from '@yingce/domain/sheets/metric-field'
import type { Scope } from '../../../db/scope.ts'

/** A comparison whose trusted source counts alone where both have a figure. */
export interface CountingPair {
  readonly id: string
  readonly metric: FactMetric
  readonly trustedId: string
  readonly otherId: string
  /** Else on whole days, whatever their channels. */
  readonly isByChannel: boolean
  /** Names of the two. */
  readonly trusted: string
  readonly other: string
}

type Row = CalibrationPair & { readonly platformName: string; readonly otherName: string }

/** Comparisons of these metrics that boards go by; sources whose currencies were made different since go on adding up. */
export async function readCountingPairs(scope: Scope, metrics: readonly string[]): Promise<CountingPair[]> {
  const rows = await scope.rows<Row>(
    `select p.*, platform.name as "platformName", other.name as "otherName"
     from calibration_setting c,
       jsonb_to_recordset(c.pairs) as p(id uuid, metric text, "platformId" uuid, "otherId" uuid, trusted text, counted text)
     join metric_source platform on platform.workspace_id = $1 and platform.id = p."platformId"
     join metric_source other on other.workspace_id = $1 and other.id = p."otherId" and other.currency = platform.currency
     where c.workspace_id = $1 and p.counted <> 'both' and p.metric = any ($2)`,
    [scope.workspaceId, metrics],
  )
  return rows.map((row) => {
    const { trustedId, otherId } = trustedPair(row)
    const names = [row.platformName, row.otherName] as const
    const [trusted, other] = row.trusted === 'platform' ? names : names.toReversed()
    return {
      id: row.id,
      metric: row.metric,
      trustedId,
      otherId,
      isByChannel: row.counted === 'trusted_by_channel',
      trusted: trusted ?? '',
      other: other ?? '',
    }
  })
}
