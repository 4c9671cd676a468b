import { batchesOf, digestMessage, type OutgoingNotice } from '@yingce/domain/notice/digest'
import { DEFAULT_NOTICE_PREFERENCE, type NoticePreference } from '@yingce/domain/notice/preference'
import type { Scope } from '../db/scope.ts'
import type { Channel, StoredMessage } from './channel.ts'

interface WaitingRow extends OutgoingNotice {
  id: string
  member_id: string | null
  is_digest: boolean
  who: string[] | null
}

/** What is taken along at once; the rest follows with the next message. */
const MAX_TAKEN = 500
const MAX_NAMES = 10

const WAITING = `
  select o.id, o.member_id, o.is_digest, n.kind, n.severity, n.title, n.body, n.link,
    case when o.member_id is null then (
      select array_agg(m.name order by m.name) from notice_recipient r join member m on m.workspace_id = $1 and m.id = r.member_id
      where r.workspace_id = $1 and r.notice_id = o.notice_id) end as who
  from outbox o join notice n on n.workspace_id = $1 and n.id = o.notice_id
  where o.workspace_id = $1 and o.channel_id = $2 and o.delivery_id is null and o.due_at <= $3
  order by o.due_at, o.id limit ${MAX_TAKEN}
  for update of o`

/**
 * Makes messages of what waits for a channel and is due: one each, or one of all
 * where the rules say so. The rows and the message name each other from then on,
 * so that a second try is the same message under the same id.
 */
export async function composeDeliveries(
  scope: Scope,
  ids: () => string,
  channel: Pick<Channel, 'id' | 'settings'>,
): Promise<void> {
  const rows = await scope.rows<WaitingRow>(WAITING, [scope.workspaceId, channel.id, scope.at])
  const byAddress = Map.groupBy(rows, (row) => row.member_id)
  for (const [memberId, waiting] of byAddress) {
    const locale = channel.settings.group?.locale ?? (await localeOf(scope, memberId))
    const items = waiting.map((row) => ({ ...row, isDigest: row.is_digest, ...namingWhom(row) }))
    for (const batch of batchesOf(items)) {
      const message: StoredMessage = { ...digestMessage(batch, locale), locale }
      const deliveryId = ids()
      await scope.run(
        `insert into delivery (workspace_id, id, channel_id, member_id, message, item_count, state, next_at, created_at)
         values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $7)`,
        [scope.workspaceId, deliveryId, channel.id, memberId, message, batch.length, scope.at],
      )
      await scope.run('update outbox set delivery_id = $2 where workspace_id = $1 and id = any($3)', [
        scope.workspaceId,
        deliveryId,
        batch.map(({ id }) => id),
      ])
    }
  }
}

/** In a group it has to be said whom a notice is for. */
function namingWhom({ who, title }: WaitingRow): Partial<OutgoingNotice> {
  if (who === null || who.length === 0 || who.length > MAX_NAMES) return {}
  return { title: { zh: `${title.zh}（${who.join('、')}）`, en: `${title.en} (${who.join(', ')})` } }
}

async function localeOf(scope: Scope, memberId: string | null): Promise<NoticePreference['locale']> {
  const [row] = await scope.rows<{ preference: NoticePreference }>(
    'select preference from notice_preference where workspace_id = $1 and member_id = $2',
    [scope.workspaceId, memberId],
  )
  return row?.preference.locale ?? DEFAULT_NOTICE_PREFERENCE.locale
}
