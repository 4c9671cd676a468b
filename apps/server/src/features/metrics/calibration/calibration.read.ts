import type {
  CalibrationPair,
  compareCalibration,
  getCalibration,
} from '@yingce/contracts/metrics/calibration'
import type { AnswerOf, QueryOf } from '@yingce/contracts/route'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import {
  compareSources,
  type SourceComparison,
  type SourceFigure,
} from '@yingce/domain/metrics/compare-sources'
import { isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import type { Scope } from '../../../db/scope.ts'
import { comparedDays, type Days } from '../../../http/asked-period.ts'
import { Refusal } from '../../../http/refusal.ts'
import { readPairs } from './calibration.store.ts'
import { readMetricSources } from '../source/metric-sources.read.ts'
import { queryFacts } from '../query/query-facts.read.ts'

const DAYS = { usualDays: 7, mostDays: 92 }
const MOST_LISTED = 2000

/** All comparisons of the workspace with how far apart their sources are. */
export async function readCalibration(
  scope: Scope,
  asked: QueryOf<typeof getCalibration>,
  today: LocalDate,
): Promise<AnswerOf<typeof getCalibration>> {
  const period = comparedDays(asked, today, DAYS)
  const { version, pairs } = await readPairs(scope)
  const sources = new Map((await readMetricSources(scope)).map((source) => [source.id, source]))
  const compared = []
  for (const pair of pairs) {
    const { total, overCount } = await compare(scope, pair, period)
    compared.push({
      ...pair,
      platformName: sources.get(pair.platformId)?.name ?? '',
      otherName: sources.get(pair.otherId)?.name ?? '',
      currency: isMoneyMetric(pair.metric) ? (sources.get(pair.platformId)?.currency ?? null) : null,
      total,
      overCount,
    })
  }
  return { version, period, pairs: compared }
}

/** @throws Refusal `not_found` */
export async function readComparison(
  scope: Scope,
  pairId: string,
  asked: QueryOf<typeof compareCalibration>,
  today: LocalDate,
): Promise<AnswerOf<typeof compareCalibration>> {
  const period = comparedDays(asked, today, DAYS)
  const pair = (await readPairs(scope)).pairs.find(({ id }) => id === pairId)
  if (pair === undefined) throw new Refusal('not_found')
  const { isByChannel, channels, lines } = await compare(scope, pair, period)
  return {
    period: { ...period },
    isByChannel,
    channels: [...channels],
    lines: lines.slice(0, MOST_LISTED),
    omitted: Math.max(0, lines.length - MOST_LISTED),
  }
}

async function compare(
  scope: Scope,
  { metric, platformId, otherId, tolerance }: CalibrationPair,
  period: Days,
): Promise<SourceComparison> {
  const figures = async (source: string): Promise<SourceFigure[]> => {
    const { rows } = await queryFacts(scope, {
      metrics: [metric],
      groupBy: ['channel'],
      filters: { source: [source] },
      period,
      granularity: 'day',
      limit: 50_000,
    })
    return rows.flatMap(({ time, group, values }) =>
      time === null ? [] : [{ day: time, channel: group['channel'] ?? null, value: values[metric] ?? null }],
    )
  }
  return compareSources(await figures(platformId), await figures(otherId), tolerance)
}
