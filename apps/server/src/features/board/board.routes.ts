import { getPlanBoard, type PlanBoard } from '@yingce/contracts/plan/board'
import type { AppContext } from '../../app-context.ts'
import { mountOpen } from '../../http/mount-route.ts'
import { localNow } from '../../identity/local-today.ts'
import { boardOf } from './board.read.ts'
import { readPlanRecords } from './plan-records.read.ts'
import { sharedTurns } from './take-turns.ts'

export function mountBoard(app: AppContext): void {
  // A board is the same for everybody who may see the plan; after an edit all who look at it ask at once.
  const inTurn = sharedTurns<PlanBoard>(() => performance.now())
  mountOpen(app, getPlanBoard, ({ params, principal, now, inWorkspace }) =>
    inTurn(`${principal.workspace.id} ${params.planId}`, async () => {
      const records = await inWorkspace((scope) => readPlanRecords(scope, params.planId))
      return boardOf(records, localNow(now, principal.workspace.timeZone))
    }),
  )
}
