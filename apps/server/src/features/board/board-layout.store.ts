import type { BoardBlock } from '@yingce/domain/board/board-layout'
import type { PeriodBlock } from '@yingce/domain/board/period-layout'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { type Layouts, readBoardLayouts, readPeriodLayouts } from './board-layout.read.ts'
import { readPlanHead } from './plan-records.read.ts'

interface Saved<B> {
  /** Null: as the arrangement behind it. */
  readonly blocks: readonly B[] | null
  /** The version that was seen; 0: there was none. */
  readonly version: number
}

/** @throws Refusal `not_found`; `wrong_state` when it was saved since */
export async function saveOwnLayout(
  scope: Scope,
  planId: string,
  saved: Saved<BoardBlock>,
): Promise<Layouts<BoardBlock>> {
  await readPlanHead(scope, planId)
  await write(scope, planId, scope.memberId, saved)
  return readBoardLayouts(scope, planId)
}

/**
 * For everybody. The own arrangement of whoever saves goes, so that they see what they made for all.
 *
 * @throws Refusal `not_found`; `wrong_state` when somebody saved it since
 */
export async function saveSharedLayout(
  scope: Scope,
  planId: string,
  saved: Saved<BoardBlock>,
): Promise<Layouts<BoardBlock>> {
  await readPlanHead(scope, planId)
  await write(scope, planId, null, saved)
  await dropOwn(scope, planId)
  return readBoardLayouts(scope, planId)
}

/** @throws Refusal `wrong_state` when it was saved since */
export async function writeOwnPeriodLayout(
  scope: Scope,
  saved: Saved<PeriodBlock>,
): Promise<Layouts<PeriodBlock>> {
  await write(scope, null, scope.memberId, saved)
  return readPeriodLayouts(scope)
}

/** For everybody, as `saveSharedLayout`. @throws Refusal `wrong_state` when somebody saved it since */
export async function writeSharedPeriodLayout(
  scope: Scope,
  saved: Saved<PeriodBlock>,
): Promise<Layouts<PeriodBlock>> {
  await write(scope, null, null, saved)
  await dropOwn(scope, null)
  return readPeriodLayouts(scope)
}

/**
 * A row that is there is never version 0: of two who save the first one the second finds a row, and
 * whoever saw a version finds that very one or is refused, also where there is none by now.
 */
async function write(
  scope: Scope,
  planId: string | null,
  memberId: string | null,
  { blocks, version }: Saved<unknown>,
): Promise<void> {
  const values = [
    scope.workspaceId,
    planId,
    memberId,
    blocks === null ? null : JSON.stringify(blocks),
    scope.at,
  ]
  const done =
    version === 0
      ? await scope.run(
          `insert into board_layout (workspace_id, plan_id, member_id, blocks, updated_at) values ($1, $2, $3, $4, $5)
           on conflict (workspace_id, plan_id, member_id) do nothing`,
          values,
        )
      : await scope.run(
          `update board_layout set blocks = $4::jsonb, version = version + 1, updated_at = $5
           where workspace_id = $1 and plan_id is not distinct from $2::uuid and member_id is not distinct from $3::uuid and version = $6`,
          [...values, version],
        )
  if (done === 0) throw new Refusal('wrong_state', { params: { state: 'written_since' } })
}

async function dropOwn(scope: Scope, planId: string | null): Promise<void> {
  await scope.run(
    `update board_layout set blocks = null, version = version + 1, updated_at = $4
     where workspace_id = $1 and plan_id is not distinct from $2::uuid and member_id = $3 and blocks is not null`,
    [scope.workspaceId, planId, scope.memberId, scope.at],
  )
}
