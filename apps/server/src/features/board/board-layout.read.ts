import type { BoardBlock } from '@yingce/domain/board/board-layout'
import type { PeriodBlock } from '@yingce/domain/board/period-layout'
import type { Scope } from '../../db/scope.ts'
import { readPlanHead } from './plan-records.read.ts'

export interface Layouts<B> {
  readonly own: B[] | null
  readonly shared: B[] | null
  readonly ownVersion: number
  readonly sharedVersion: number
}

/** The arrangement of the member who asks, and the one for everybody; nobody signed in has no own one. */
export async function readBoardLayouts(scope: Scope, planId: string): Promise<Layouts<BoardBlock>> {
  return readLayouts<BoardBlock>(scope, planId)
}

/** The same of the board over all plans. */
export async function readPeriodLayouts(scope: Scope): Promise<Layouts<PeriodBlock>> {
  return readLayouts<PeriodBlock>(scope, null)
}

/** @throws Refusal `not_found` */
export async function readPlanLayouts(scope: Scope, planId: string): Promise<Layouts<BoardBlock>> {
  await readPlanHead(scope, planId)
  return readBoardLayouts(scope, planId)
}

async function readLayouts<B>(scope: Scope, planId: string | null): Promise<Layouts<B>> {
  const rows = await scope.rows<{ is_own: boolean; blocks: B[] | null; version: number }>(
    `select member_id is not null as is_own, blocks, version from board_layout
     where workspace_id = $1 and plan_id is not distinct from $2::uuid and (member_id is null or member_id = $3)`,
    [scope.workspaceId, planId, scope.memberId],
  )
  const own = rows.find((row) => row.is_own)
  const shared = rows.find((row) => !row.is_own)
  return {
    own: own?.blocks ?? null,
    shared: shared?.blocks ?? null,
    ownVersion: own?.version ?? 0,
    sharedVersion: shared?.version ?? 0,
  }
}
