import type { CalibrationPair } from '@yingce/contracts/metrics/calibration'
import type { Scope } from '../../../db/scope.ts'
import { Refusal } from '../../../http/refusal.ts'

type StoredPair = Omit<CalibrationPair, 'counted'> & Partial<Pick<CalibrationPair, 'counted'>>

/** The comparisons of the workspace; version 0: nothing was ever saved. */
export async function readPairs(
  scope: Scope,
): Promise<{ readonly version: number; readonly pairs: readonly CalibrationPair[] }> {
  const [row] = await scope.rows<{ version: number; pairs: StoredPair[] }>(
    'select version, pairs from calibration_setting where workspace_id = $1',
    [scope.workspaceId],
  )
  if (row === undefined) return { version: 0, pairs: [] }
  // What was saved before boards took notice of it goes on adding up.
  return {
    version: row.version,
    pairs: row.pairs.map((pair) => ({ ...pair, counted: pair.counted ?? 'both' })),
  }
}

/**
 * What is there is never version 0: of two who save the first comparisons the second is refused.
 *
 * @throws Refusal `wrong_state` when somebody saved since `version` was read, or that version is not there
 */
export async function writePairs(
  scope: Scope,
  version: number,
  pairs: readonly CalibrationPair[],
): Promise<void> {
  const values = [scope.workspaceId, JSON.stringify(pairs), scope.at]
  const done =
    version === 0
      ? await scope.run(
          `insert into calibration_setting (workspace_id, version, pairs, updated_at) values ($1, 1, $2, $3)
           on conflict (workspace_id) do nothing`,
          values,
        )
      : await scope.run(
          `update calibration_setting set version = version + 1, pairs = $2, updated_at = $3
           where workspace_id = $1 and version = $4`,
          [...values, version],
        )
  if (done === 0) throw new Refusal('wrong_state', { params: { state: 'written_since' } })
}
