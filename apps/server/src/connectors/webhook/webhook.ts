import { createHmac } from 'node:crypto'
import type { OutgoingMessage, SendContext, SendOutcome } from '../connector.ts'
import { failedLine, httpFailure } from '../robot-answer.ts'

/**
 * Signature of Standard Webhooks (standardwebhooks.com): HMAC-SHA256 over "id.seconds.body".
 *
 * @param secret base64 behind `whsec_`
 */
export function webhookSignature(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
}

/** Posts the message as JSON, signed; any answer of 2xx has taken it. */
export async function sendToWebhook(
  url: string,
  secret: string,
  message: OutgoingMessage,
  { outbound, now }: SendContext,
): Promise<SendOutcome> {
  const { deliveryId, title, lines, link, severity } = message
  const body = JSON.stringify({ id: deliveryId, type: 'notice', title, lines, link, severity })
  const seconds = Math.floor(now.getTime() / 1000)
  try {
    const answer = await outbound.post(
      url,
      {
        'content-type': 'application/json; charset=utf-8',
        'webhook-id': deliveryId,
        'webhook-timestamp': String(seconds),
        'webhook-signature': webhookSignature(secret, deliveryId, seconds, body),
      },
      body,
    )
    return httpFailure(answer) ?? { outcome: 'sent' }
  } catch (error) {
    return failedLine(error)
  }
}
