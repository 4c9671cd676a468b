import type { OutgoingMessage, SendContext, SendOutcome } from '../connector.ts'
import { markdownOf, plainInMarkdown, plainTextOf, truncateBytes, withoutMentions } from '../message-text.ts'
import { postToRobot, type RobotErrors } from '../robot-answer.ts'
import { feishuSign } from './sign.ts'

/** Host and path of a custom robot (自定义机器人), open.feishu.cn; Lark is the same abroad. */
export const FEISHU_ADDRESS = {
  host: 'open.feishu.cn',
  path: /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/,
  query: null,
}

/** The whole body may have 20 KB; less than half of it, since JSON may escape every character. */
const TEXT_BYTES = 9_000
const TITLE_BYTES = 300
const COLORS = { info: 'blue', warning: 'orange', critical: 'red' } as const

const ERRORS: RobotErrors = {
  // The older answer calls it StatusCode.
  codeFields: ['code', 'StatusCode'],
  textFields: ['msg', 'StatusMessage'],
  // 19021 sign or time, 19022 address not allowed, 19024 keyword missing, 9499 bad body.
  refused: new Set([19021, 19022, 19024, 9499]),
  // Over 100 a minute or 5 a second, or the full and half hour when everybody sends.
  waits: new Map([[11232, 60]]),
}

/**
 * Sends to a Feishu robot: a card with a button, or plain text where there is nothing to open.
 *
 * @param secret of 签名校验; null: the robot is secured by keyword or address only
 */
export function sendToFeishu(
  url: string,
  secret: string | null,
  message: OutgoingMessage,
  { outbound, now }: SendContext,
): Promise<SendOutcome> {
  const seconds = Math.floor(now.getTime() / 1000)
  const signature = secret === null ? {} : { timestamp: String(seconds), sign: feishuSign(secret, seconds) }
  const content =
    message.link === null
      ? { msg_type: 'text', content: { text: plainTextOf(message, TEXT_BYTES, callsInText(message)) } }
      : { msg_type: 'interactive', card: cardOf(message, message.link) }
  return postToRobot(outbound, url, message.deliveryId, { ...signature, ...content }, ERRORS)
}

function callsInText({ mentions }: OutgoingMessage): string {
  return mentions.map(({ value, name }) => `<at user_id="${value}">${plainInMarkdown(name)}</at>`).join(' ')
}

function cardOf(message: OutgoingMessage, link: string): object {
  // A card has a tag of its own, without quotes.
  const calls = message.mentions.map(({ value }) => `<at id=${value}></at>`).join(' ')
  const body = { ...message, title: '', link: null }
  const text = markdownOf(body, TEXT_BYTES, { titleMark: '', calls }).replace(/^\n/, '')
  return {
    config: { wide_screen_mode: true },
    header: {
      title: { tag: 'plain_text', content: truncateBytes(withoutMentions(message.title), TITLE_BYTES) },
      template: COLORS[message.severity],
    },
    elements: [
      ...(text === '' ? [] : [{ tag: 'div', text: { tag: 'lark_md', content: text } }]),
      {
        tag: 'action',
        actions: [
          {
            tag: 'button',
            text: { tag: 'plain_text', content: message.linkText },
            type: 'primary',
            url: link,
          },
        ],
      },
    ],
  }
}
