import type { SetAside } from '@yingce/contracts/metrics/calibration'
import { isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import type { Scope } from '../../../db/scope.ts'
import type { Days } from '../../../http/asked-period.ts'
import { type CountingPair, readCountingPairs } from './counting-pairs.read.ts'
import { metricColumn } from '../fact-columns.ts'

const MICROS_PER_FEN = 10_000

interface SetAsideQuestion {
  /** Absent: all plans, and facts of none. */
  readonly planId?: string
  readonly metrics: readonly string[]
  readonly currency: string
  readonly period: Days | null
}

/**
 * What a calibration leaves out of the figures of these days, beside what stands in its place (M11):
 * nothing is lost without a word. Comparisons that set nothing aside are absent.
 */
export async function readSetAside(
  scope: Scope,
  { planId, metrics, currency, period }: SetAsideQuestion,
): Promise<SetAside[]> {
  if (period === null) return []
  const found: SetAside[] = []
  for (const pair of await readCountingPairs(scope, metrics)) {
    const [sums] = await scope.rows<{ counted: number | null; setAside: number | null }>(sumsSql(pair), [
      scope.workspaceId,
      period.from,
      period.to,
      pair.trustedId,
      pair.otherId,
      planId ?? null,
      currency,
    ])
    if (sums === undefined || sums.setAside === null || sums.counted === null) continue
    const figure = (sum: number) => (isMoneyMetric(pair.metric) ? Math.round(sum / MICROS_PER_FEN) : sum)
    found.push({
      pairId: pair.id,
      metric: pair.metric,
      trusted: pair.trusted,
      other: pair.other,
      counted: figure(sums.counted),
      setAside: figure(sums.setAside),
    })
  }
  return found
}

/** Both sums over the days of a plan (and channels) that both have. */
function sumsSql({ metric, isByChannel }: CountingPair): string {
  const column = metricColumn(metric)
  const place = `f.day, f.plan_id${isByChannel ? ', f.channel' : ''}`
  const of = (source: string) =>
    `select ${place}, sum(f.${column})::float8 as sum from metric_day f
     join metric_source s on s.workspace_id = $1 and s.id = f.source_id and s.currency = $7
     where f.workspace_id = $1 and f.day between $2 and $3 and f.source_id = ${source} and f.${column} is not null
       and ($6::uuid is null or f.plan_id = $6) group by ${place}`
  const same = `(t.day, t.plan_id${isByChannel ? ', t.channel' : ''}) is not distinct from (o.day, o.plan_id${isByChannel ? ', o.channel' : ''})`
  return `select sum(t.sum) as counted, sum(o.sum) as "setAside" from (${of('$4')}) t join (${of('$5')}) o on t.day = o.day and ${same}`
}
