import { createHmac } from 'node:crypto'
import type { FakeReply, FakeRequest, FakeRobot } from '../../fake/fake-robot.ts'

export const FAKE_DINGTALK_TOKEN = 'd1ng0000token'
export const FAKE_DINGTALK_SECRET = 'SECtest'

const HOUR_MILLIS = 3_600_000
const MAX_BYTES = 20_000

/** DingTalk's custom robots with 加签: signed within an hour, 20 a minute. */
export const fakeDingtalk: FakeRobot = {
  name: 'dingtalk',
  path: /^\/robot\/send$/,
  limitPerMinute: 20,
  tooFast: { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' },
  robotOf: ({ query }) => query.get('access_token') ?? '',
  reply(request: FakeRequest): FakeReply {
    if (request.query.get('access_token') !== FAKE_DINGTALK_TOKEN)
      return { json: { errcode: 300001, errmsg: 'token is not exist' }, shown: null }
    const millis = Number(request.query.get('timestamp'))
    const sign = createHmac('sha256', FAKE_DINGTALK_SECRET)
      .update(`${millis}\n${FAKE_DINGTALK_SECRET}`)
      .digest('base64')
    if (request.query.get('sign') !== sign || Math.abs(request.now - millis) > HOUR_MILLIS)
      return { json: { errcode: 310000, errmsg: 'sign not match' }, shown: null }
    if (request.bytes > MAX_BYTES)
      return { json: { errcode: 460101, errmsg: 'message too long' }, shown: null }
    const { msgtype, text, markdown, at } = (request.json ?? {}) as {
      msgtype?: string
      text?: { content?: string }
      markdown?: { title?: string; text?: string }
      at?: { atMobiles?: string[]; atUserIds?: string[]; isAtAll?: boolean }
    }
    const shown = msgtype === 'text' ? text?.content : msgtype === 'markdown' ? markdown?.text : undefined
    if (shown === undefined || (msgtype === 'markdown' && !markdown?.title))
      return { json: { errcode: 40035, errmsg: 'missing parameter' }, shown: null }
    const listed = [...(at?.atMobiles ?? []), ...(at?.atUserIds ?? []), ...(at?.isAtAll ? ['all'] : [])]
    // Somebody is called where the text names them beside the list.
    const mentioned = listed.filter((each) => each === 'all' || shown.includes(`@${each}`))
    return { json: { errcode: 0, errmsg: 'ok' }, shown, mentioned }
  },
}
