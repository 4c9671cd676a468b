import { createHmac } from 'node:crypto'

/** 签名校验 of Feishu's custom robots: HMAC-SHA256 over nothing, keyed with "seconds\nsecret", base64. */
export function feishuSign(secret: string, seconds: number): string {
  return createHmac('sha256', `${seconds}\n${secret}`).update('').digest('base64')
}
