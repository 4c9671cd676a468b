import type { DeliveryView, listDeliveries } from '@yingce/contracts/notice/delivery'
import type { AnswerOf, QueryOf } from '@yingce/contracts/route'
import type { Scope } from '../../db/scope.ts'

interface Row {
  id: string
  channel_id: string
  channel_name: string
  channel_type: DeliveryView['channelType']
  member_name: string | null
  title: string
  item_count: number
  state: DeliveryView['state']
  tries: number
  created_at: string
  sent_at: string | null
  next_try_at: string | null
  last_error: string | null
}

interface AttemptRow {
  delivery_id: string
  at: string
  outcome: 'sent' | 'retry' | 'refused' | null
  code: string | null
  detail: string | null
}

const WHERE = `where d.workspace_id = $1 and ($2::uuid is null or d.channel_id = $2) and ($3::text is null or d.state = $3)`
const PAGE = `
  select d.id, d.channel_id, c.name as channel_name, c.type as channel_type, m.name as member_name, d.message->>'title' as title,
    d.item_count, d.state, d.tries, d.created_at, d.sent_at, d.last_error,
    case when d.state = 'waiting' then greatest(d.next_at, c.paused_until) end as next_try_at
  from delivery d join notice_channel c on c.workspace_id = $1 and c.id = d.channel_id
  left join member m on m.workspace_id = $1 and m.id = d.member_id`
const ATTEMPTS = `select delivery_id, at, outcome, code, detail from delivery_attempt
  where workspace_id = $1 and delivery_id = any($2) order by id`
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What left or was to leave, newest first, with every try. */
export async function readDeliveries(
  scope: Scope,
  { channelId, state, limit, cursor }: QueryOf<typeof listDeliveries>,
): Promise<AnswerOf<typeof listDeliveries>> {
  const filter = [scope.workspaceId, channelId ?? null, state ?? null]
  const after = cursor !== undefined && UUID.test(cursor) ? cursor : null
  const rows = await scope.rows<Row>(
    `${PAGE} ${WHERE} and ($4::uuid is null or d.id < $4) order by d.id desc limit ${limit + 1}`,
    [...filter, after],
  )
  const [total] = await scope.rows<{ count: number }>(
    `select count(*)::int as count from delivery d ${WHERE}`,
    filter,
  )
  const page = rows.slice(0, limit)
  const attempts = Map.groupBy(
    await scope.rows<AttemptRow>(ATTEMPTS, [scope.workspaceId, page.map(({ id }) => id)]),
    (attempt) => attempt.delivery_id,
  )
  return {
    items: page.map((row) => ({
      id: row.id,
      channelId: row.channel_id,
      channelName: row.channel_name,
      channelType: row.channel_type,
      memberName: row.member_name,
      title: row.title,
      itemCount: row.item_count,
      state: row.state,
      tries: row.tries,
      createdAt: row.created_at,
      sentAt: row.sent_at,
      nextTryAt: row.next_try_at,
      lastError: row.last_error,
      attempts: (attempts.get(row.id) ?? []).map(({ at, outcome, code, detail }) => ({
        at,
        outcome,
        code,
        detail,
      })),
    })),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    total: total!.count,
  }
}
