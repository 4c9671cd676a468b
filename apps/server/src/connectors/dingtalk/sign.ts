import { createHmac } from 'node:crypto'

/** 加签 of DingTalk's custom robots: HMAC-SHA256 over "ms\nsecret" keyed with the secret, base64, for the query. */
export function dingtalkSign(secret: string, millis: number): string {
  const hash = createHmac('sha256', secret).update(`${millis}\n${secret}`).digest('base64')
  return encodeURIComponent(hash)
}
