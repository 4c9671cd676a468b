import type { SendOutcome } from '../connectors/connector.ts'
import type { Scope } from '../db/scope.ts'
import { MAX_TRIES, waitAfter } from './backoff.ts'
import type { ClaimedDelivery } from './claim-delivery.ts'

/**
 * Writes what became of a try: sent, to be tried again later, or given up with
 * the reason. A failure of the whole channel lets the channel rest, so that a
 * queue of messages does not knock at a closed door one after the other.
 *
 * @param maxTries 1 for a test that somebody waits for
 * @returns whether the message was given up
 */
export async function finishDelivery(
  scope: Scope,
  claimed: ClaimedDelivery,
  outcome: SendOutcome,
  random: () => number,
  maxTries: number = MAX_TRIES,
): Promise<boolean> {
  const now = Date.parse(scope.at)
  const { id, attemptId, tries, channel } = claimed
  const failure = outcome.outcome === 'sent' ? null : outcome
  await scope.run(
    'update delivery_attempt set outcome = $3, code = $4, detail = $5 where workspace_id = $1 and id = $2',
    [scope.workspaceId, attemptId, outcome.outcome, failure?.code ?? null, failure?.detail ?? null],
  )
  if (failure === null) {
    await scope.run(
      "update delivery set state = 'sent', sent_at = $3, lease_until = null, last_error = null where workspace_id = $1 and id = $2",
      [scope.workspaceId, id, scope.at],
    )
    await scope.run(
      'update notice_channel set failures = 0, paused_until = null where workspace_id = $1 and id = $2 and (failures > 0 or paused_until is not null)',
      [scope.workspaceId, channel.id],
    )
    return false
  }
  const isDead = failure.outcome === 'refused' || tries >= maxTries
  const wait = failure.outcome === 'retry' ? waitAfter(tries, failure.waitSeconds, random()) : 0
  await scope.run(
    'update delivery set state = $3, next_at = $4, lease_until = null, last_error = $5 where workspace_id = $1 and id = $2',
    [
      scope.workspaceId,
      id,
      isDead ? 'dead' : 'waiting',
      new Date(now + wait),
      `${failure.code}: ${failure.detail}`.slice(0, 400),
    ],
  )
  if (failure.outcome === 'retry' && failure.isWholeChannel) {
    const [row] = await scope.rows<{ failures: number }>(
      'update notice_channel set failures = failures + 1 where workspace_id = $1 and id = $2 returning failures',
      [scope.workspaceId, channel.id],
    )
    await scope.run('update notice_channel set paused_until = $3 where workspace_id = $1 and id = $2', [
      scope.workspaceId,
      channel.id,
      new Date(now + waitAfter(row?.failures ?? 1, failure.waitSeconds, random())),
    ])
  }
  return isDead
}
