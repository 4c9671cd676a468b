import type { SendOutcome } from '../connectors/connector.ts'
import type { Outbound } from '../connectors/outbound/outbound.ts'
import type { Database } from '../db/database.ts'
import { identityRows } from '../db/identity-transaction.ts'
import { type Scope, withWorkspace } from '../db/scope.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import { MAX_PAUSE_MILLIS } from './backoff.ts'
import { claimDelivery, type ClaimedDelivery } from './claim-delivery.ts'
import { finishDelivery } from './finish-delivery.ts'
import { sendThrough } from './send-through.ts'

export interface OutboxParts {
  readonly db: Database
  readonly clock: () => Date
  readonly ids: () => string
  /** From 0 up to 1, for what must not happen everywhere at once. */
  readonly random: () => number
  readonly secrets: SecretBox
  readonly outbound: Outbound
  /** Address before the paths of links; null: not known, and messages have no links. */
  readonly linkBase: string | null
}

/** A message was given up; called in the transaction that says so. */
export type GivenUp = (scope: Scope, claimed: ClaimedDelivery, reason: string) => Promise<void>

/** What leaves for other systems. */
export interface Outbox {
  readonly linkBase: string | null
  /** After the commit that made something due for the channel: sends within seconds. */
  wake(workspaceId: string, channelId: string): void
  /** Sends what is due for a channel, as far as its pace allows; @returns how many messages were tried */
  drain(workspaceId: string, channelId: string): Promise<number>
  /** Sends one message that somebody waits for; null when it is being sent already. */
  sendOne(workspaceId: string, channelId: string, deliveryId: string): Promise<SendOutcome | null>
  /** Asks for every channel of every workspace that has something due. */
  sweep(): Promise<void>
  onGivenUp(listener: GivenUp): void
}

/** One drain gives way after so many, so that no channel holds the queue for itself. */
const MAX_DRAINED = 60

const DUE_CHANNELS = `
  select c.id from notice_channel c
  where c.workspace_id = $1 and c.is_active and (c.paused_until is null or c.paused_until <= $2 or c.paused_until > $3) and (
    exists (select from outbox o where o.workspace_id = $1 and o.channel_id = c.id and o.delivery_id is null and o.due_at <= $2)
    or exists (select from delivery d where d.workspace_id = $1 and d.channel_id = c.id and d.state in ('waiting', 'sending')))`

/** Puts the outbox together: rows written with their cause leave from here, at least once, under a stable id. */
export function createOutbox(parts: OutboxParts, jobs: Jobs): Outbox {
  const { db, clock, random } = parts
  const listeners: GivenUp[] = []
  const queue = jobs.queue<{ workspaceId: string; channelId: string }>({
    name: 'outbox.deliver',
    async run({ workspaceId, channelId }) {
      await drain(workspaceId, channelId)
    },
  })
  jobs.everyMinute('outbox.sweep', sweep)

  const inside = <T>(workspaceId: string, work: (scope: Scope) => Promise<T>) =>
    withWorkspace(db, { workspaceId, memberId: null, source: 'job', at: clock() }, work)

  async function sendNext(
    workspaceId: string,
    channelId: string,
    deliveryId: string | null,
  ): Promise<SendOutcome | null> {
    const claimed = await inside(workspaceId, (scope) => claimDelivery(scope, parts, channelId, deliveryId))
    if (claimed === null) return null
    const outcome = await sendThrough(claimed, parts.secrets, parts.linkBase, {
      outbound: parts.outbound,
      now: clock(),
    })
    await inside(workspaceId, async (scope) => {
      const maxTries = deliveryId === null ? undefined : 1
      const isDead = await finishDelivery(scope, claimed, outcome, random, maxTries)
      if (!isDead || outcome.outcome === 'sent' || deliveryId !== null) return
      for (const listener of listeners) await listener(scope, claimed, `${outcome.code}: ${outcome.detail}`)
    })
    return outcome
  }

  async function drain(workspaceId: string, channelId: string): Promise<number> {
    let count = 0
    while (count < MAX_DRAINED && (await sendNext(workspaceId, channelId, null)) !== null) count++
    return count
  }

  async function sweep(): Promise<void> {
    const workspaces = await identityRows<{ id: string }>(db, 'select id from workspace order by id', [])
    for (const { id: workspaceId } of workspaces) {
      const now = clock()
      const due = await inside(workspaceId, (scope) =>
        scope.rows<{ id: string }>(DUE_CHANNELS, [
          workspaceId,
          now,
          new Date(now.getTime() + MAX_PAUSE_MILLIS),
        ]),
      )
      for (const { id } of due) await queue.ask(id, { workspaceId, channelId: id })
    }
  }

  return {
    linkBase: parts.linkBase,
    wake(workspaceId, channelId) {
      void queue.ask(channelId, { workspaceId, channelId })
    },
    drain,
    sendOne: (workspaceId, channelId, deliveryId) => sendNext(workspaceId, channelId, deliveryId),
    sweep,
    onGivenUp(listener) {
      listeners.push(listener)
    },
  }
}
