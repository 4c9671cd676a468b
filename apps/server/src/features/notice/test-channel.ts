import type { testChannel } from '@yingce/contracts/notice/channel'
import type { AnswerOf } from '@yingce/contracts/route'
import type { AppContext } from '../../app-context.ts'
import type { OpenCall } from '../../http/mount-route.ts'
import { Refusal } from '../../http/refusal.ts'
import type { ChannelSettings, StoredMessage } from '../../outbox/channel.ts'

const TEXT = {
  'zh-CN': { title: '营策测试消息', line: '收到这条消息，说明此渠道已接通。' },
  en: { title: 'Yingce test message', line: 'You see this, so the channel works.' },
} as const

/** Sends a test at once, past the queue and its pace, and says what came back; it is tried only once. */
export async function sendTest(
  app: AppContext,
  { params, principal, inWorkspace }: OpenCall<typeof testChannel>,
): Promise<AnswerOf<typeof testChannel>> {
  const { channelId } = params
  const deliveryId = app.ids()
  await inWorkspace(async (scope) => {
    const [channel] = await scope.rows<{ type: string; settings: ChannelSettings }>(
      'select type, settings from notice_channel where workspace_id = $1 and id = $2',
      [scope.workspaceId, channelId],
    )
    if (channel === undefined) throw new Refusal('not_found')
    const locale = channel.settings.group?.locale ?? 'zh-CN'
    const message: StoredMessage = {
      title: TEXT[locale].title,
      lines: [{ text: TEXT[locale].line, link: null }],
      link: '/inbox',
      severity: 'info',
      locale,
      mentions: [],
    }
    await scope.run(
      `insert into delivery (workspace_id, id, channel_id, member_id, message, item_count, state, next_at, created_at)
       values ($1, $2, $3, $4, $5, 0, 'waiting', $6, $6)`,
      [
        scope.workspaceId,
        deliveryId,
        channelId,
        channel.type === 'mail' ? principal.member.id : null,
        message,
        scope.at,
      ],
    )
  })
  const outcome = await app.outbox.sendOne(principal.workspace.id, channelId, deliveryId)
  if (outcome === null || outcome.outcome === 'sent')
    return { deliveryId, isSent: true, code: null, detail: null }
  return { deliveryId, isSent: false, code: outcome.code, detail: outcome.detail }
}
