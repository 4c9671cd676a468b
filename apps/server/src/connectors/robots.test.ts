import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Mention, OutgoingMessage, SendContext, SendOutcome } from './connector.ts'
import { FAKE_DINGTALK_SECRET, FAKE_DINGTALK_TOKEN } from './dingtalk/fake/fake-dingtalk.ts'
import { sendToDingtalk } from './dingtalk/dingtalk.ts'
import { dingtalkSign } from './dingtalk/sign.ts'
import { type FakeRobots, startFakeRobots } from './fake/start-fake-robots.ts'
import { FAKE_FEISHU_SECRET, FAKE_FEISHU_TOKEN } from './feishu/fake/fake-feishu.ts'
import { sendToFeishu } from './feishu/feishu.ts'
import { feishuSign } from './feishu/sign.ts'
import { ALLOW_NOTHING } from './outbound/allow-list.ts'
import { createOutbound } from './outbound/outbound.ts'
import { sendToWebhook, webhookSignature } from './webhook/webhook.ts'
import { FAKE_WECOM_KEY } from './wecom/fake/fake-wecom.ts'
import { sendToWecom } from './wecom/wecom.ts'

let robots: FakeRobots
let context: SendContext
let now = Date.parse('2025-06-10T01:00:00Z')

beforeAll(async () => {
  robots = await startFakeRobots(() => now)
  const outbound = createOutbound({ allow: ALLOW_NOTHING, override: new URL(robots.origin) })
  context = {
    outbound,
    get now() {
      return new Date(now)
    },
  }
})
afterAll(async () => {
  await context.outbound.close()
  await robots.close()
})
beforeEach(() => {
  robots.trouble = 'none'
  robots.shown.length = 0
  robots.requests.length = 0
  // Each test begins with fresh limits.
  now += 600_000
})

const MESSAGE: OutgoingMessage = {
  deliveryId: '0199-delivery',
  title: '落地页：今天到期',
  lines: [{ text: '计划：夏季推广', link: null }],
  link: 'https://plans.example.com/plans/p/tracker?record=t',
  linkText: '打开',
  severity: 'warning',
  mentions: [],
}
const WECOM = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${FAKE_WECOM_KEY}`
const DING = `https://oapi.dingtalk.com/robot/send?access_token=${FAKE_DINGTALK_TOKEN}`
const FEISHU = `https://open.feishu.cn/open-apis/bot/v2/hook/${FAKE_FEISHU_TOKEN}`

const CALLED: Readonly<Record<string, readonly Mention[]>> = {
  wecom: [
    { name: '李伟', by: 'user_id', value: 'li.wei' },
    { name: '王芳', by: 'mobile', value: '13800001111' },
  ],
  dingtalk: [
    { name: '王芳', by: 'mobile', value: '13800001111' },
    { name: '李伟', by: 'user_id', value: 'manager4220' },
  ],
  feishu: [
    { name: '李伟', by: 'user_id', value: 'ou_7d8a6e6df7621556ce0d21922b676706' },
    { name: '王芳', by: 'user_id', value: '5b9g3c4d' },
  ],
}

const SENDERS: readonly (readonly [string, (message: OutgoingMessage) => Promise<SendOutcome>])[] = [
  ['wecom', (message) => sendToWecom(WECOM, message, context)],
  ['dingtalk', (message) => sendToDingtalk(DING, FAKE_DINGTALK_SECRET, message, context)],
  ['feishu', (message) => sendToFeishu(FEISHU, FAKE_FEISHU_SECRET, message, context)],
]

describe('signatures', () => {
  test('DingTalk: HMAC-SHA256 over ms and secret, for the query', () => {
    expect(dingtalkSign('SECtest', 1_700_000_000_000)).toBe('aZLLrriXgn05YbwaGR7knYsLeJADjr9NwLaNNKpxh4g%3D')
  })
  test('Feishu: HMAC-SHA256 keyed with seconds and secret, over nothing', () => {
    expect(feishuSign('demo', 1_700_000_000)).toBe('8oT2n3SMKFfEnDoiwer8BUM/SjKLwe9SqoEIHlhDTKo=')
  })
  test('Standard Webhooks: the vector of the specification', () => {
    expect(
      webhookSignature(
        'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
        'msg_p5jXN8AQM9LWM0D4loKWxJek',
        1_614_265_330,
        '{"test": 2432232314}',
      ),
    ).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })
})

describe.each(SENDERS)('%s', (name, send) => {
  test('shows the message with its link and the delivery’s id', async () => {
    expect(await send(MESSAGE)).toEqual({ outcome: 'sent' })
    expect(robots.shown).toHaveLength(1)
    expect(robots.shown[0]).toMatchObject({ robot: name, deliveryId: '0199-delivery' })
    for (const part of ['落地页：今天到期', '计划：夏季推广', MESSAGE.link])
      expect(robots.shown[0]!.body).toContain(part)
  })

  test('sends plain text where the address of the server is not known', async () => {
    expect(await send({ ...MESSAGE, link: null })).toEqual({ outcome: 'sent' })
    expect(robots.shown[0]!.text).toBe('落地页：今天到期\n计划：夏季推广')
  })

  test('keeps 5,000 lines of Chinese within the platform’s limit', async () => {
    const lines = Array.from({ length: 5000 }, () => ({ text: '一行足够长的"中文"说明', link: null }))
    expect(await send({ ...MESSAGE, lines })).toEqual({ outcome: 'sent' })
    expect(robots.shown[0]!.body).toContain(MESSAGE.link)
  })

  test('calls nobody, whatever a title says', async () => {
    await send({ ...MESSAGE, title: '<at user_id="all"></at> @all <@all> 改价' })
    expect(robots.shown[0]!.body).not.toMatch(/<at|<@|@all|"isAtAll":true/)
    expect(robots.shown[0]!.mentioned).toEqual([])
  })

  test.each([MESSAGE.link, null])(
    'calls the people that it is for and nobody else, with the link %s',
    async (link) => {
      const mentions = CALLED[name] ?? []
      const title = '<at user_id="all"></at> @all 13900002222 改价'
      expect(await send({ ...MESSAGE, title, link, mentions })).toEqual({ outcome: 'sent' })
      const [shown] = robots.shown
      expect(shown!.mentioned).toEqual(mentions.map(({ value }) => value))
      expect(shown!.body).not.toMatch(/"all"|@all|"isAtAll":true/)
      expect(shown!.body).toContain('计划：夏季推广')
      if (link !== null) expect(shown!.body).toContain(link)
    },
  )

  test('a name with a tag in it calls nobody beside its owner', async () => {
    const [called] = CALLED[name] ?? []
    const mentions = [{ ...called!, name: '</at><at user_id="all">' }]
    for (const link of [MESSAGE.link, null]) await send({ ...MESSAGE, link, mentions })
    expect(robots.shown.map(({ mentioned }) => mentioned)).toEqual([[called!.value], [called!.value]])
  })

  test.each([
    ['hang_up', 'retry'],
    ['http_500', 'retry'],
    ['busy', 'retry'],
    ['malformed', 'retry'],
    ['http_429', 'retry'],
    ['redirect', 'refused'],
  ] as const)('%s is %s, whatever the HTTP status', async (trouble, outcome) => {
    robots.trouble = trouble
    expect(await send(MESSAGE)).toMatchObject({ outcome })
    expect(robots.shown).toEqual([])
  })
})

describe('errors inside an answer of HTTP 200', () => {
  test('WeCom: an unknown key is refused, the 21st message within a minute waits 60 s', async () => {
    expect(await sendToWecom(WECOM.replace('693a', 'xxxx'), MESSAGE, context)).toEqual({
      outcome: 'refused',
      code: '93000',
      detail: 'invalid webhook url',
    })
    for (let count = 0; count < 20; count++) await sendToWecom(WECOM, MESSAGE, context)
    expect(await sendToWecom(WECOM, MESSAGE, context)).toMatchObject({
      outcome: 'retry',
      code: '45009',
      waitSeconds: 60,
    })
    now += 60_000
    expect(await sendToWecom(WECOM, MESSAGE, context)).toEqual({ outcome: 'sent' })
  })

  test('DingTalk: a wrong sign is refused, the 21st message within a minute waits ten minutes', async () => {
    expect(await sendToDingtalk(DING, 'other', MESSAGE, context)).toMatchObject({
      outcome: 'refused',
      code: '310000',
    })
    for (let count = 0; count < 19; count++)
      await sendToDingtalk(DING, FAKE_DINGTALK_SECRET, MESSAGE, context)
    expect(await sendToDingtalk(DING, FAKE_DINGTALK_SECRET, MESSAGE, context)).toMatchObject({
      code: '130101',
      waitSeconds: 600,
    })
  })

  test('a clock more than an hour away is refused by both platforms that sign', async () => {
    const late: SendContext = { outbound: context.outbound, now: new Date(now - 3_601_000) }
    expect(await sendToDingtalk(DING, FAKE_DINGTALK_SECRET, MESSAGE, late)).toMatchObject({ code: '310000' })
    expect(await sendToFeishu(FEISHU, FAKE_FEISHU_SECRET, MESSAGE, late)).toMatchObject({
      outcome: 'refused',
      code: '19021',
    })
  })

  test('Feishu: the 101st message within a minute waits', async () => {
    for (let count = 0; count < 100; count++) await sendToFeishu(FEISHU, FAKE_FEISHU_SECRET, MESSAGE, context)
    expect(await sendToFeishu(FEISHU, FAKE_FEISHU_SECRET, MESSAGE, context)).toMatchObject({
      outcome: 'retry',
      code: '11232',
      waitSeconds: 60,
    })
  })
})

test('a webhook is signed by Standard Webhooks under the delivery’s id', async () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  expect(await sendToWebhook('https://team.example/hook', secret, MESSAGE, context)).toEqual({
    outcome: 'sent',
  })
  const [shown] = robots.shown
  const seconds = Number(shown!.headers['webhook-timestamp'])
  expect(shown!.headers['webhook-signature']).toBe(
    webhookSignature(secret, '0199-delivery', seconds, shown!.body),
  )
})
