import type { OutgoingMessage, SendContext, SendOutcome } from '../connector.ts'
import { addressesBy, markdownOf, plainTextOf, truncateBytes, withoutMentions } from '../message-text.ts'
import { postToRobot, type RobotErrors } from '../robot-answer.ts'
import { dingtalkSign } from './sign.ts'

/** Host and path of a custom robot (自定义机器人). */
export const DINGTALK_ADDRESS = { host: 'oapi.dingtalk.com', path: /^\/robot\/send$/, query: 'access_token' }

/** The manual says about 20 KB for the whole body (secondary source); half of it, since JSON may escape every character. */
const TEXT_BYTES = 9_000
const TITLE_BYTES = 200

const ERRORS: RobotErrors = {
  codeFields: ['errcode'],
  textFields: ['errmsg'],
  // 310000: sign, keyword or IP address; 300001: no such token (secondary source).
  refused: new Set([310000, 300001]),
  // Over 20 a minute the robot is shut for ten minutes; 410100 is the newer code (secondary source).
  waits: new Map([
    [130101, 600],
    [410100, 600],
  ]),
}

/**
 * Sends to a DingTalk robot.
 *
 * @param secret of 加签; null: the robot is secured by keyword or address only
 */
export function sendToDingtalk(
  url: string,
  secret: string | null,
  message: OutgoingMessage,
  { outbound, now }: SendContext,
): Promise<SendOutcome> {
  const { mentions } = message
  const at = {
    atMobiles: addressesBy('mobile', mentions),
    atUserIds: addressesBy('user_id', mentions),
    isAtAll: false,
  }
  // Whom the list names is called only where the text names them too.
  const calls = mentions.map(({ value }) => `@${value}`).join(' ')
  const body =
    message.link === null
      ? { msgtype: 'text', text: { content: plainTextOf(message, TEXT_BYTES, calls) }, at }
      : {
          msgtype: 'markdown',
          markdown: {
            title: truncateBytes(withoutMentions(message.title), TITLE_BYTES),
            // A line of its own needs an empty line before it here.
            text: markdownOf(message, TEXT_BYTES, { calls }).replaceAll('\n', '\n\n'),
          },
          at,
        }
  const target = new URL(url)
  const millis = now.getTime()
  const signed =
    secret === null ? target.href : `${target.href}&timestamp=${millis}&sign=${dingtalkSign(secret, millis)}`
  return postToRobot(outbound, signed, message.deliveryId, body, ERRORS)
}
