import {
  compareCalibration,
  getCalibration,
  listDoubleCounts,
  saveCalibration,
} from '@yingce/contracts/metrics/calibration'
import type { AppContext } from '../../../app-context.ts'
import { mountAction } from '../../../http/mount-route.ts'
import { localToday } from '../../../identity/local-today.ts'
import { calibrateSources } from './calibrate-sources.job.ts'
import { readCalibration, readComparison } from './calibration.read.ts'
import { readDoubleCounts } from './double-counts.read.ts'
import { savePairs } from './save-calibration.ts'

export function mountCalibration(app: AppContext): void {
  mountAction(app, getCalibration, ({ query, principal, now }, scope) =>
    readCalibration(scope, query, localToday(now, principal.workspace.timeZone)),
  )
  mountAction(app, saveCalibration, async ({ body, principal, now }, scope) => {
    await savePairs(scope, body)
    // Bound values and alerts may count otherwise from now on.
    scope.afterCommit(() => app.factsWritten.tell(scope.workspaceId))
    return readCalibration(scope, {}, localToday(now, principal.workspace.timeZone))
  })
  mountAction(app, compareCalibration, ({ params, query, principal, now }, scope) =>
    readComparison(scope, params.pairId, query, localToday(now, principal.workspace.timeZone)),
  )
  mountAction(app, listDoubleCounts, ({ query, principal, now }, scope) =>
    readDoubleCounts(scope, query, localToday(now, principal.workspace.timeZone)),
  )
  app.jobs.eachWorkspace(calibrateSources(app))
}
