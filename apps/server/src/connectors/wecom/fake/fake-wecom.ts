import type { FakeReply, FakeRequest, FakeRobot } from '../../fake/fake-robot.ts'

/** The key that this platform knows; any other is 93000. */
export const FAKE_WECOM_KEY = '693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa'

const LIMITS: Readonly<Record<string, number>> = { text: 2048, markdown: 4096 }

interface Content {
  content: unknown
  mentioned_list: string[]
  mentioned_mobile_list: string[]
}

/** WeCom's group robots: key in the query, text of 2,048 and Markdown of 4,096 bytes, 20 a minute. */
export const fakeWecom: FakeRobot = {
  name: 'wecom',
  path: /^\/cgi-bin\/webhook\/send$/,
  limitPerMinute: 20,
  tooFast: { errcode: 45009, errmsg: 'api freq out of limit' },
  robotOf: ({ query }) => query.get('key') ?? '',
  reply(request: FakeRequest): FakeReply {
    if (request.query.get('key') !== FAKE_WECOM_KEY)
      return { json: { errcode: 93000, errmsg: 'invalid webhook url' }, shown: null }
    const type = String(request.json?.['msgtype'])
    const limit = LIMITS[type]
    const part = request.json?.[type] as Partial<Content> | undefined
    const content = part?.content
    if (limit === undefined || typeof content !== 'string' || content === '')
      return { json: { errcode: 40008, errmsg: 'invalid message type' }, shown: null }
    if (Buffer.byteLength(content) > limit)
      return { json: { errcode: 40058, errmsg: `${type}.content exceed max length ${limit}` }, shown: null }
    const mentioned =
      type === 'text' ? [...(part?.mentioned_list ?? []), ...(part?.mentioned_mobile_list ?? [])] : []
    return { json: { errcode: 0, errmsg: 'ok' }, shown: content, mentioned }
  },
}
