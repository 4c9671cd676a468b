import type { Scope } from '../../db/scope.ts'

/**
 * Marks notices of one's own as read.
 *
 * @param ids null: all
 * @returns how many were unread
 */
export async function markRead(
  scope: Scope,
  memberId: string,
  ids: readonly string[] | null,
): Promise<number> {
  return scope.run(
    `update notice_recipient set read_at = $3 where workspace_id = $1 and member_id = $2 and read_at is null
     and ($4::uuid[] is null or notice_id = any($4))`,
    [scope.workspaceId, memberId, scope.at, ids],
  )
}
