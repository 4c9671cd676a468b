import type { ChannelView } from '@yingce/contracts/notice/channel'
import type { Scope } from '../../db/scope.ts'
import type { ChannelSettings } from '../../outbox/channel.ts'

interface Row {
  id: string
  type: ChannelView['type']
  name: string
  masked: string
  is_active: boolean
  settings: ChannelSettings
  paused_until: string | null
  waiting: number
  undelivered: number
  last_sent_at: string | null
  last_error: string | null
}

const SELECT = `
  select c.id, c.type, c.name, c.masked, c.is_active, c.settings, c.paused_until,
    (select count(*) from outbox o where o.workspace_id = $1 and o.channel_id = c.id and o.delivery_id is null)::int
      + (select count(*) from delivery d where d.workspace_id = $1 and d.channel_id = c.id and d.state in ('waiting', 'sending'))::int as waiting,
    (select count(*) from delivery d where d.workspace_id = $1 and d.channel_id = c.id and d.state = 'dead' and d.created_at > $2::timestamptz - interval '7 days')::int as undelivered,
    (select max(sent_at) from delivery d where d.workspace_id = $1 and d.channel_id = c.id) as last_sent_at,
    (select last_error from delivery d where d.workspace_id = $1 and d.channel_id = c.id and d.last_error is not null
       and d.state <> 'sent' order by d.id desc limit 1) as last_error
  from notice_channel c where c.workspace_id = $1`

/** Every channel of the workspace, without what opens it. */
export async function readChannels(scope: Scope, channelId: string | null = null): Promise<ChannelView[]> {
  const rows = await scope.rows<Row>(
    `${SELECT} and ($3::uuid is null or c.id = $3) order by c.created_at, c.id`,
    [scope.workspaceId, scope.at, channelId],
  )
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    name: row.name,
    masked: row.masked,
    isActive: row.is_active,
    group: row.settings.group,
    mail: row.settings.mail,
    waiting: row.waiting,
    undelivered: row.undelivered,
    pausedUntil: row.paused_until,
    lastSentAt: row.last_sent_at,
    lastError: row.last_error,
  }))
}
