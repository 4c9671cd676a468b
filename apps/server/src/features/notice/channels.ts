import type { ChannelType, ChannelView, createChannel, updateChannel } from '@yingce/contracts/notice/channel'
import type { BodyOf } from '@yingce/contracts/route'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import { Refusal, ruleViolated } from '../../http/refusal.ts'
import type { ChannelSecret, ChannelSettings } from '../../outbox/channel.ts'
import { maskedAddress, requireAddress } from './channel-address.ts'
import { readChannels } from './channel-list.read.ts'

type Parts = Pick<AppContext, 'ids' | 'secrets' | 'outbound'>

interface Row {
  type: ChannelType
  name: string
  masked: string
  is_active: boolean
  settings: ChannelSettings
  secret: Buffer
}

const EMPTY: ChannelSecret = { url: null, signSecret: null, password: null }

/** @throws Refusal `rule_violated` at the field, `already_exists` for a second mail server */
export async function addChannel(
  app: Parts,
  scope: Scope,
  body: BodyOf<typeof createChannel>,
): Promise<ChannelView> {
  const { type, name } = body
  const settings: ChannelSettings = { group: body.group ?? null, mail: body.mail ?? null }
  const secret: ChannelSecret = {
    url: type === 'mail' ? null : requireAddress(type, body.url, app.outbound),
    signSecret: body.signSecret ?? null,
    password: body.password ?? null,
  }
  requireParts(type, settings, secret)
  const id = app.ids()
  const added = await scope.run(
    `insert into notice_channel (workspace_id, id, type, name, settings, secret, masked, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8) on conflict (workspace_id) where type = 'mail' do nothing`,
    [
      scope.workspaceId,
      id,
      type,
      name,
      settings,
      app.secrets.seal(JSON.stringify(secret), id),
      maskedOf(settings, secret),
      scope.at,
    ],
  )
  if (added === 0) throw new Refusal('already_exists', { params: { what: 'mail' } })
  return viewOf(scope, id)
}

/** Changes what is sent and leaves the rest; a new secret or settings end the rest after failures. */
export async function changeChannel(
  app: Parts,
  scope: Scope,
  channelId: string,
  body: BodyOf<typeof updateChannel>,
): Promise<ChannelView> {
  const [row] = await scope.rows<Row>(
    'select type, name, masked, is_active, settings, secret from notice_channel where workspace_id = $1 and id = $2 for update',
    [scope.workspaceId, channelId],
  )
  if (row === undefined) throw new Refusal('not_found')
  const opened = app.secrets.open(row.secret, channelId)
  const standing = opened === null ? EMPTY : (JSON.parse(opened) as ChannelSecret)
  const settings: ChannelSettings = {
    group: body.group ?? row.settings.group,
    mail: body.mail ?? row.settings.mail,
  }
  const secret: ChannelSecret = {
    url: body.url === undefined ? standing.url : requireAddress(row.type, body.url, app.outbound),
    signSecret: body.signSecret === undefined ? standing.signSecret : body.signSecret,
    password: body.password ?? standing.password,
  }
  requireParts(row.type, settings, secret)
  await scope.run(
    `update notice_channel set name = $3, is_active = $4, settings = $5, secret = $6, masked = $7, updated_at = $8,
       failures = 0, paused_until = null where workspace_id = $1 and id = $2`,
    [
      scope.workspaceId,
      channelId,
      body.name ?? row.name,
      body.isActive ?? row.is_active,
      settings,
      app.secrets.seal(JSON.stringify(secret), channelId),
      maskedOf(settings, secret),
      scope.at,
    ],
  )
  return viewOf(scope, channelId)
}

/** @throws Refusal `not_found` */
export async function dropChannel(scope: Scope, channelId: string): Promise<void> {
  const gone = await scope.run('delete from notice_channel where workspace_id = $1 and id = $2', [
    scope.workspaceId,
    channelId,
  ])
  if (gone === 0) throw new Refusal('not_found')
}

function requireParts(type: ChannelType, settings: ChannelSettings, secret: ChannelSecret): void {
  if (type === 'mail') {
    if (settings.mail === null)
      throw ruleViolated('body.mail', 'required', 'Mail needs the server that takes it')
    if (settings.mail.user !== null && secret.password === null)
      throw ruleViolated('body.password', 'required', 'Whoever signs in needs a password')
    return
  }
  if (settings.group === null)
    throw ruleViolated('body.group', 'required', 'A group needs to know which notices it hears')
  if (secret.url === null)
    throw ruleViolated('body.url', 'required', 'The address was sealed with another key')
  if (type === 'webhook' && !/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(secret.signSecret ?? ''))
    throw ruleViolated(
      'body.signSecret',
      'no_webhook_secret',
      'A secret of the form whsec_… with at least 24 bytes in base64',
    )
}

function maskedOf(settings: ChannelSettings, secret: ChannelSecret): string {
  if (secret.url !== null) return maskedAddress(secret.url)
  return settings.mail === null ? '' : `${settings.mail.host}:${settings.mail.port}`
}

async function viewOf(scope: Scope, channelId: string): Promise<ChannelView> {
  const [view] = await readChannels(scope, channelId)
  if (view === undefined) throw new Refusal('not_found')
  return view
}
