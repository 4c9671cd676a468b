import { createHmac } from 'node:crypto'
import type { FakeReply, FakeRequest, FakeRobot } from '../../fake/fake-robot.ts'

export const FAKE_FEISHU_TOKEN = '0000-feishu-token'
export const FAKE_FEISHU_SECRET = 'demo'

const HOUR_SECONDS = 3_600
const MAX_BYTES = 20 * 1024

interface FeishuBody {
  timestamp?: string
  sign?: string
  msg_type?: string
  content?: { text?: string }
  card?: { header?: { title?: { content?: string } }; elements?: unknown[] }
}

/** Feishu's custom robots with 签名校验: timestamp and sign in the body, 20 KB, 100 a minute. */
export const fakeFeishu: FakeRobot = {
  name: 'feishu',
  path: /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/,
  limitPerMinute: 100,
  tooFast: { code: 11232, msg: 'frequency limited' },
  robotOf: ({ path }) => path.split('/').at(-1) ?? '',
  reply(request: FakeRequest): FakeReply {
    if (request.path.split('/').at(-1) !== FAKE_FEISHU_TOKEN)
      return {
        json: { code: 19001, msg: 'param invalid: incoming webhook access token invalid' },
        shown: null,
      }
    const body = (request.json ?? {}) as FeishuBody
    const seconds = Number(body.timestamp)
    const sign = createHmac('sha256', `${seconds}\n${FAKE_FEISHU_SECRET}`).update('').digest('base64')
    if (
      typeof body.timestamp !== 'string' ||
      body.sign !== sign ||
      Math.abs(request.now / 1000 - seconds) > HOUR_SECONDS
    )
      return {
        json: { code: 19021, msg: 'sign match fail or timestamp is not within one hour' },
        shown: null,
      }
    if (request.bytes > MAX_BYTES) return { json: { code: 9499, msg: 'Bad Request' }, shown: null }
    const shown =
      body.msg_type === 'text'
        ? body.content?.text
        : body.msg_type === 'interactive' && Array.isArray(body.card?.elements)
          ? `${body.card.header?.title?.content}\n${JSON.stringify(body.card.elements)}`
          : undefined
    if (shown === undefined) return { json: { code: 9499, msg: 'Bad Request' }, shown: null }
    const tag = body.msg_type === 'text' ? /<at user_id="([^"]+)">/g : /<at id=([^\s">]+)>/g
    const mentioned = [...shown.matchAll(tag)].map((match) => match[1] ?? '')
    return { json: { code: 0, msg: 'success', data: {} }, shown, mentioned }
  },
}
