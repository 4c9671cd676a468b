import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'

/**
 * Lets a message that was given up try again, with all its tries, under the same id.
 *
 * @throws Refusal `not_found`, or `wrong_state` when it was not given up
 */
export async function sendAgain(app: AppContext, scope: Scope, deliveryId: string): Promise<void> {
  const [row] = await scope.rows<{ state: string; channel_id: string }>(
    'select state, channel_id from delivery where workspace_id = $1 and id = $2 for update',
    [scope.workspaceId, deliveryId],
  )
  if (row === undefined) throw new Refusal('not_found')
  if (row.state !== 'dead') throw new Refusal('wrong_state', { params: { state: row.state } })
  await scope.run(
    "update delivery set state = 'waiting', tries = 0, next_at = $3 where workspace_id = $1 and id = $2",
    [scope.workspaceId, deliveryId, scope.at],
  )
  await scope.run(
    'update notice_channel set failures = 0, paused_until = null where workspace_id = $1 and id = $2',
    [scope.workspaceId, row.channel_id],
  )
  scope.afterCommit(() => app.outbox.wake(scope.workspaceId, row.channel_id))
}
