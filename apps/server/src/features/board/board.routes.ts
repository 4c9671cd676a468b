import { getPlanBoard, type PlanBoard } from '@yingce/contracts/plan/board'
import { getEffectFacts, takeEffectFacts } from '@yingce/contracts/board/effect-facts'
import { getChannelBoard } from '@yingce/contracts/board/channel-board'
import { getComparison } from '@yingce/contracts/board/comparison'
import { getPeriodBoard } from '@yingce/contracts/board/period-board'
import {
  getBoardLayout,
  getPeriodLayout,
  saveOwnBoardLayout,
  saveOwnPeriodLayout,
  saveSharedBoardLayout,
  saveSharedPeriodLayout,
} from '@yingce/contracts/board/board-layout'
import {
  createBoardShare,
  listBoardShares,
  openSharedBoard,
  previewSharedBoard,
  revokeBoardShare,
} from '@yingce/contracts/board/board-share'
import type { AppContext } from '../../app-context.ts'
import { mountAction, mountOpen, mountPublic } from '../../http/mount-route.ts'
import { requireCan } from '../../http/permission.ts'
import { localNow, localToday } from '../../identity/local-today.ts'
import { readPeriodLayouts, readPlanLayouts } from './board-layout.read.ts'
import {
  saveOwnLayout,
  saveSharedLayout,
  writeOwnPeriodLayout,
  writeSharedPeriodLayout,
} from './board-layout.store.ts'
import { boardOf } from './board.read.ts'
import { readBoardShares, revokeShare, shareBoard } from './board-shares.ts'
import { readChannelBoard } from './channel-board.read.ts'
import { readComparison } from './comparison.read.ts'
import { readEffectFacts } from './effect-facts.read.ts'
import { findBoardShare, openShared } from './open-shared-board.ts'
import { readPeriodBoard } from './period-board.read.ts'
import { readBoardRecords } from './plan-records.read.ts'
import { takeEffects } from './take-effect-facts.ts'
import { sharedTurns } from './take-turns.ts'

const FIGURES = ['impressions', 'clicks', 'conversions', 'cost', 'revenue']

export function mountBoard(app: AppContext): void {
  // A board is the same for everybody who may see the plan; after an edit all who look at it ask at once.
  const inTurn = sharedTurns<PlanBoard>(() => performance.now())
  mountOpen(app, getPlanBoard, ({ params, principal, now, inWorkspace }) =>
    inTurn(`${principal.workspace.id} ${params.planId}`, async () => {
      const records = await inWorkspace((scope) => readBoardRecords(scope, params.planId))
      return boardOf(records, localNow(now, principal.workspace.timeZone))
    }),
  )
  mountAction(app, getChannelBoard, ({ params, query, principal, now }, scope) =>
    readChannelBoard(scope, params.planId, query, {
      today: localToday(now, principal.workspace.timeZone),
      isMoneyShown: true,
    }),
  )
  mountAction(app, getComparison, ({ params, query, principal, now }, scope) =>
    readComparison(scope, params.planId, query, localToday(now, principal.workspace.timeZone)),
  )
  mountAction(app, getPeriodBoard, ({ query, principal, now }, scope) =>
    readPeriodBoard(scope, query, localToday(now, principal.workspace.timeZone)),
  )
  mountAction(app, getBoardLayout, ({ params }, scope) => readPlanLayouts(scope, params.planId))
  mountAction(app, saveOwnBoardLayout, ({ params, body }, scope) => saveOwnLayout(scope, params.planId, body))
  mountAction(app, saveSharedBoardLayout, ({ params, body }, scope) =>
    saveSharedLayout(scope, params.planId, body),
  )
  mountAction(app, getPeriodLayout, (_call, scope) => readPeriodLayouts(scope))
  mountAction(app, saveOwnPeriodLayout, ({ body }, scope) => writeOwnPeriodLayout(scope, body))
  mountAction(app, saveSharedPeriodLayout, ({ body }, scope) => writeSharedPeriodLayout(scope, body))
  mountAction(app, getEffectFacts, ({ params }, scope) => readEffectFacts(scope, params.planId))
  mountAction(app, takeEffectFacts, ({ principal, params, body }, scope) => {
    requireCan(principal, 'record.update', { entity: 'channel_effect', fields: FIGURES })
    if (body.channels.length > 0)
      requireCan(principal, 'record.create', { entity: 'channel_effect', fields: ['channel', ...FIGURES] })
    return takeEffects(scope, params.planId, body)
  })
  mountAction(app, listBoardShares, async ({ params }, scope) => ({
    items: await readBoardShares(scope, params.planId),
  }))
  mountAction(app, createBoardShare, (call, scope) => shareBoard(app, call, scope))
  mountAction(app, revokeBoardShare, ({ params }, scope) => revokeShare(scope, params.planId, params.shareId))
  mountPublic(app, previewSharedBoard, async ({ params, now }) => {
    const { share } = await findBoardShare(app, params.token, now)
    return { hasPassword: share.password_hash !== null }
  })
  mountPublic(app, openSharedBoard, (call) => openShared(app, call))
}
