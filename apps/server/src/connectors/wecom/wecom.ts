import type { OutgoingMessage, SendContext, SendOutcome } from '../connector.ts'
import { addressesBy, markdownOf, plainTextOf } from '../message-text.ts'
import { postToRobot, type RobotErrors } from '../robot-answer.ts'

/** Host and path of a group robot (群机器人), developer.work.weixin.qq.com/document/path/91770. */
export const WECOM_ADDRESS = { host: 'qyapi.weixin.qq.com', path: /^\/cgi-bin\/webhook\/send$/, query: 'key' }

const TEXT_BYTES = 2048
const MARKDOWN_BYTES = 4096

const ERRORS: RobotErrors = {
  codeFields: ['errcode'],
  textFields: ['errmsg'],
  // 40008: not a message it knows; 93000: no such key (seen in secondary sources only).
  refused: new Set([40008, 93000]),
  // 45009: over 20 messages a minute.
  waits: new Map([[45009, 60]]),
}

/**
 * Sends to a WeCom group robot: Markdown with links, or plain text where there is
 * none to open or somebody is called (the lists of people belong to text only).
 */
export function sendToWecom(
  url: string,
  message: OutgoingMessage,
  { outbound }: SendContext,
): Promise<SendOutcome> {
  const { mentions } = message
  const body =
    message.link === null || mentions.length > 0
      ? {
          msgtype: 'text',
          text: {
            content: plainTextOf(message, TEXT_BYTES),
            mentioned_list: addressesBy('user_id', mentions),
            mentioned_mobile_list: addressesBy('mobile', mentions),
          },
        }
      : { msgtype: 'markdown', markdown: { content: markdownOf(message, MARKDOWN_BYTES) } }
  return postToRobot(outbound, url, message.deliveryId, body, ERRORS)
}
