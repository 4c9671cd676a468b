import type { PhaseShare } from '@yingce/domain/objective/expected-share'
import type { Scope } from '../../db/scope.ts'
import { readRecords } from '../../records/read-records.ts'

/** Phases pace a target where all of them have dates and a weight; else it is linear. */
export async function readPhaseShares(scope: Scope, planId: string): Promise<PhaseShare[]> {
  const phases = await readRecords(scope, planId, 'phase')
  const shares = phases.flatMap(({ values: { startDate, endDate, weight } }) =>
    startDate === null || endDate === null || weight === null
      ? []
      : [{ start: startDate, end: endDate, part: weight }],
  )
  return shares.length === phases.length ? shares : []
}
