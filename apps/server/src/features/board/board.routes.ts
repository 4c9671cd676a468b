import { getPlanBoard } from '@yingce/contracts/plan/board'
import type { AppContext } from '../../app-context.ts'
import { mountAction } from '../../http/mount-route.ts'
import { localNow } from '../../identity/local-today.ts'
import { boardOf } from './board.read.ts'
import { readPlanRecords } from './plan-records.read.ts'

export function mountBoard(app: AppContext): void {
  mountAction(app, getPlanBoard, async ({ params, principal, now }, scope) =>
    boardOf(await readPlanRecords(scope, params.planId), localNow(now, principal.workspace.timeZone)),
  )
}
