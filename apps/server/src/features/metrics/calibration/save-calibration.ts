import type { CalibrationPair, saveCalibration } from '@yingce/contracts/metrics/calibration'
import type { ProblemIssue } from '@yingce/contracts/error'
import type { BodyOf } from '@yingce/contracts/route'
import { circleOfTrust, trustedPair } from '@yingce/domain/metrics/trusted-source'
import { isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import type { Scope } from '../../../db/scope.ts'
import { Refusal } from '../../../http/refusal.ts'
import { writePairs } from './calibration.store.ts'
import { readMetricSources } from '../source/metric-sources.read.ts'

/**
 * Puts comparisons in place of the present ones.
 *
 * @throws Refusal `rule_violated` naming each pair that cannot be compared; `wrong_state` when somebody
 *   saved since
 */
export async function savePairs(
  scope: Scope,
  { version, pairs }: BodyOf<typeof saveCalibration>,
): Promise<void> {
  const currencies = new Map((await readMetricSources(scope)).map(({ id, currency }) => [id, currency]))
  const issues = pairs.flatMap((pair, index) => faultOf(pair, pairs.slice(0, index), currencies, index))
  const counting = pairs.flatMap((pair, index) =>
    pair.counted === 'both' ? [] : [{ index, ...trustedPair(pair) }],
  )
  const circle = counting[circleOfTrust(counting) ?? -1]
  if (circle !== undefined && issues.length === 0)
    issues.push({
      path: `body.pairs.${circle.index}.trusted`,
      code: 'circle_of_trust',
      message: 'With the comparisons before it, each of these sources would be set aside for the other',
      params: {},
    })
  if (issues.length > 0) throw new Refusal('rule_violated', { issues })
  await writePairs(scope, version, pairs)
}

function faultOf(
  { id, metric, platformId, otherId, counted }: CalibrationPair,
  earlier: readonly CalibrationPair[],
  currencies: ReadonlyMap<string, string>,
  index: number,
): ProblemIssue[] {
  const issue = (field: string, code: string, message: string) => [
    { path: `body.pairs.${index}.${field}`, code, message, params: {} },
  ]
  if (!currencies.has(platformId)) return issue('platformId', 'not_found', 'There is no such source')
  if (!currencies.has(otherId)) return issue('otherId', 'not_found', 'There is no such source')
  if (platformId === otherId)
    return issue('otherId', 'same_source', 'A source cannot be compared with itself')
  if (isMoneyMetric(metric) && currencies.get(platformId) !== currencies.get(otherId))
    return issue('otherId', 'currency_differs', 'Amounts of two currencies cannot be compared')
  // Figures stand in rows by the currency of their source: a count would move to the rows of another one.
  if (counted !== 'both' && currencies.get(platformId) !== currencies.get(otherId))
    return issue(
      'counted',
      'counted_currency_differs',
      'Only a source of the same currency can take its place',
    )
  const isTwice = earlier.some(
    (one) =>
      one.id === id || (one.metric === metric && one.platformId === platformId && one.otherId === otherId),
  )
  return isTwice ? issue('metric', 'pair_twice', 'These two sources are compared by this metric already') : []
}
