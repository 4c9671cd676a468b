import type { getBoardLayout } from '@yingce/contracts/board/board-layout'
import type { AnswerOf } from '@yingce/contracts/route'
import type { BoardBlock } from '@yingce/domain/board/board-layout'
import type { Scope } from '../../db/scope.ts'
import { readBoardLayouts } from './board-layout.read.ts'
import { readPlanHead } from './plan-records.read.ts'

type Layouts = AnswerOf<typeof getBoardLayout>
type Blocks = readonly BoardBlock[] | null

/** @throws Refusal `not_found` */
export async function saveOwnLayout(scope: Scope, planId: string, blocks: Blocks): Promise<Layouts> {
  await readPlanHead(scope, planId)
  await write(scope, planId, scope.memberId, blocks)
  return readBoardLayouts(scope, planId)
}

/**
 * For everybody. The own arrangement of whoever saves goes, so that they see what they made for all.
 *
 * @throws Refusal `not_found`
 */
export async function saveSharedLayout(scope: Scope, planId: string, blocks: Blocks): Promise<Layouts> {
  await readPlanHead(scope, planId)
  await write(scope, planId, null, blocks)
  await write(scope, planId, scope.memberId, null)
  return readBoardLayouts(scope, planId)
}

async function write(scope: Scope, planId: string, memberId: string | null, blocks: Blocks): Promise<void> {
  const key = [scope.workspaceId, planId, memberId]
  if (blocks === null)
    await scope.run(
      'delete from board_layout where workspace_id = $1 and plan_id = $2 and member_id is not distinct from $3::uuid',
      key,
    )
  else
    await scope.run(
      `insert into board_layout (workspace_id, plan_id, member_id, blocks, updated_at) values ($1, $2, $3, $4, $5)
       on conflict (workspace_id, plan_id, member_id) do update set blocks = excluded.blocks, updated_at = excluded.updated_at`,
      [...key, JSON.stringify(blocks), scope.at],
    )
}
