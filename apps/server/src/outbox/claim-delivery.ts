import { ROBOT_PLATFORMS } from '@yingce/domain/notice/robot-address'
import type { Mention } from '../connectors/connector.ts'
import type { Scope } from '../db/scope.ts'
import { MAX_PAUSE_MILLIS, MINUTE_MILLIS, rushWait, SENDS_PER_MINUTE } from './backoff.ts'
import { calledPeople } from './called-people.ts'
import type { Channel, StoredMessage } from './channel.ts'
import { composeDeliveries } from './compose-deliveries.ts'

export interface ClaimedDelivery {
  readonly id: string
  readonly attemptId: string
  readonly tries: number
  readonly message: StoredMessage
  readonly channel: Channel
  /** Address of the person; null: the group. */
  readonly email: string | null
  /** Whom a robot calls with it. */
  readonly mentions: readonly Mention[]
}

interface ChannelRow extends Channel {
  is_active: boolean
  paused_until: string | null
}

interface DeliveryRow {
  id: string
  tries: number
  message: StoredMessage
  email: string | null
}

/** A process that sends gives a sign of life by finishing; after this it is believed dead. */
const LEASE_MILLIS = 120_000

/** Messages that an older version wrote call nobody. */
const MESSAGE = `jsonb_build_object('mentions', '[]'::jsonb) || d.message`

// A moment later than any that is ever written comes from a clock that ran ahead: it does not count.
const OPEN = `
  select d.id, d.tries, ${MESSAGE} as message, a.email from delivery d
  left join member m on m.workspace_id = $1 and m.id = d.member_id left join account a on a.id = m.account_id
  where d.workspace_id = $1 and d.channel_id = $2 and (
    d.state = 'waiting' and (d.next_at <= $3 or d.next_at > $4)
    or d.state = 'sending' and (d.lease_until <= $3 or d.lease_until > $5))
  order by d.next_at, d.id limit 1 for update of d skip locked`
const NAMED = `
  select d.id, d.tries, ${MESSAGE} as message, a.email from delivery d
  left join member m on m.workspace_id = $1 and m.id = d.member_id left join account a on a.id = m.account_id
  where d.workspace_id = $1 and d.id = $2 and d.state = 'waiting' for update of d skip locked`

/**
 * Takes the next message of a channel that may be sent now, and notes the try
 * before it is made; null where nothing is due, the channel rests, or its pace
 * is reached. The lock on the channel's row makes several processes take turns.
 *
 * @param deliveryId takes just this one, whatever the pace (a test that somebody waits for)
 */
export async function claimDelivery(
  scope: Scope,
  parts: { readonly ids: () => string; readonly random: () => number },
  channelId: string,
  deliveryId: string | null = null,
): Promise<ClaimedDelivery | null> {
  const now = Date.parse(scope.at)
  const [channel] = await scope.rows<ChannelRow>(
    'select id, type, name, settings, secret, is_active, paused_until from notice_channel where workspace_id = $1 and id = $2 for update',
    [scope.workspaceId, channelId],
  )
  if (channel === undefined) return null
  if (deliveryId === null && !(await mayGo(scope, channel, now, parts.random))) return null
  const find = () =>
    deliveryId === null
      ? scope.rows<DeliveryRow>(OPEN, [
          scope.workspaceId,
          channelId,
          scope.at,
          new Date(now + MAX_PAUSE_MILLIS),
          new Date(now + LEASE_MILLIS),
        ])
      : scope.rows<DeliveryRow>(NAMED, [scope.workspaceId, deliveryId])
  let [delivery] = await find()
  if (delivery === undefined && deliveryId === null) {
    await composeDeliveries(scope, parts.ids, channel)
    ;[delivery] = await find()
  }
  if (delivery === undefined) return null
  const attemptId = parts.ids()
  await scope.run(
    `update delivery set state = 'sending', tries = tries + 1, lease_until = $3 where workspace_id = $1 and id = $2`,
    [scope.workspaceId, delivery.id, new Date(now + LEASE_MILLIS)],
  )
  await scope.run(
    'insert into delivery_attempt (workspace_id, id, delivery_id, channel_id, at) values ($1, $2, $3, $4, $5)',
    [scope.workspaceId, attemptId, delivery.id, channelId, scope.at],
  )
  const { email, message } = delivery
  const platform = ROBOT_PLATFORMS.find((each) => each === channel.type)
  const mentions = platform === undefined ? [] : await calledPeople(scope, platform, message.mentions)
  return { id: delivery.id, attemptId, tries: delivery.tries + 1, message, channel, email, mentions }
}

/** Is the channel on, not resting, and below its pace? */
async function mayGo(scope: Scope, channel: ChannelRow, now: number, random: () => number): Promise<boolean> {
  if (!channel.is_active) return false
  const pause = channel.paused_until === null ? 0 : Date.parse(channel.paused_until) - now
  if (pause > 0 && pause <= MAX_PAUSE_MILLIS) return false
  const rush = channel.type === 'feishu' ? rushWait(new Date(now), random()) : 0
  if (rush > 0) {
    await scope.run('update notice_channel set paused_until = $3 where workspace_id = $1 and id = $2', [
      scope.workspaceId,
      channel.id,
      new Date(now + rush),
    ])
    return false
  }
  const [pace] = await scope.rows<{ sent: number }>(
    'select count(*)::int as sent from delivery_attempt where workspace_id = $1 and channel_id = $2 and at > $3 and at <= $4',
    [scope.workspaceId, channel.id, new Date(now - MINUTE_MILLIS), scope.at],
  )
  return pace!.sent < SENDS_PER_MINUTE
}
