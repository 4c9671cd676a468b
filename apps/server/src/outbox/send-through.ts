import type { NoticeLocale } from '@yingce/domain/notice/notice-kinds'
import type { OutgoingMessage, SendContext, SendOutcome } from '../connectors/connector.ts'
import { sendToDingtalk } from '../connectors/dingtalk/dingtalk.ts'
import { sendToFeishu } from '../connectors/feishu/feishu.ts'
import { sendMail } from '../connectors/mail/mail.ts'
import { withKeyword } from '../connectors/message-text.ts'
import { sendToWebhook } from '../connectors/webhook/webhook.ts'
import { sendToWecom } from '../connectors/wecom/wecom.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { ChannelSecret } from './channel.ts'
import type { ClaimedDelivery } from './claim-delivery.ts'

const OPEN: Readonly<Record<NoticeLocale, string>> = { 'zh-CN': '打开', en: 'Open' }

/** Sends a claimed message by the connector of its channel; never throws for what the other side does. */
export async function sendThrough(
  claimed: ClaimedDelivery,
  secrets: SecretBox,
  linkBase: string | null,
  context: SendContext,
): Promise<SendOutcome> {
  const { channel } = claimed
  const opened = secrets.open(channel.secret, channel.id)
  if (opened === null) {
    return {
      outcome: 'refused',
      code: 'secret_unreadable',
      detail: 'The key that sealed this channel is another one: enter its address or password again.',
    }
  }
  const secret = JSON.parse(opened) as ChannelSecret
  const message = withKeyword(outgoing(claimed, linkBase), channel.settings.group?.keyword ?? null)
  const url = secret.url ?? ''
  switch (channel.type) {
    case 'wecom':
      return sendToWecom(url, message, context)
    case 'dingtalk':
      return sendToDingtalk(url, secret.signSecret, message, context)
    case 'feishu':
      return sendToFeishu(url, secret.signSecret, message, context)
    case 'webhook':
      return sendToWebhook(url, secret.signSecret ?? '', message, context)
    case 'mail': {
      const server = channel.settings.mail
      if (server === null || claimed.email === null)
        return { outcome: 'refused', code: 'no_address', detail: 'The person is no longer a member.' }
      return sendMail({ ...server, password: secret.password }, claimed.email, message, context)
    }
  }
}

function outgoing({ id, message, mentions }: ClaimedDelivery, linkBase: string | null): OutgoingMessage {
  const whole = (path: string | null) => (path === null || linkBase === null ? null : linkBase + path)
  return {
    deliveryId: id,
    title: message.title,
    lines: message.lines.map(({ text, link }) => ({ text, link: whole(link) })),
    link: whole(message.link),
    linkText: OPEN[message.locale],
    severity: message.severity,
    mentions,
  }
}
