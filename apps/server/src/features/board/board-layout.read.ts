import type { getBoardLayout } from '@yingce/contracts/board/board-layout'
import type { AnswerOf } from '@yingce/contracts/route'
import type { BoardBlock } from '@yingce/domain/board/board-layout'
import type { Scope } from '../../db/scope.ts'
import { readPlanHead } from './plan-records.read.ts'

type Layouts = AnswerOf<typeof getBoardLayout>

/** The arrangement of the member who asks, and the one for everybody; nobody signed in has no own one. */
export async function readBoardLayouts(scope: Scope, planId: string): Promise<Layouts> {
  const rows = await scope.rows<{ is_own: boolean; blocks: BoardBlock[] }>(
    `select member_id is not null as is_own, blocks from board_layout
     where workspace_id = $1 and plan_id = $2 and (member_id is null or member_id = $3)`,
    [scope.workspaceId, planId, scope.memberId],
  )
  const of = (isOwn: boolean) => rows.find((row) => row.is_own === isOwn)?.blocks ?? null
  return { own: of(true), shared: of(false) }
}

/** @throws Refusal `not_found` */
export async function readPlanLayouts(scope: Scope, planId: string): Promise<Layouts> {
  await readPlanHead(scope, planId)
  return readBoardLayouts(scope, planId)
}
