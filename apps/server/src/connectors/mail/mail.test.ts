import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OutgoingMessage } from '../connector.ts'
import { ALLOW_NOTHING, type AllowList, readAllowList } from '../outbound/allow-list.ts'
import { createOutbound } from '../outbound/outbound.ts'
import { FAKE_MAIL_PASSWORD, FAKE_MAIL_USER, type FakeMail, startFakeMail } from './fake/start-fake-mail.ts'
import { type MailServer, sendMail } from './mail.ts'

const MESSAGE: OutgoingMessage = {
  deliveryId: '0199-delivery',
  title: '3 条通知',
  lines: [{ text: '落地页 <b> 今天到期', link: 'https://plans.example.com/plans/p/tracker?record=t&x=1' }],
  link: 'https://plans.example.com/inbox',
  linkText: 'Open',
  severity: 'info',
  mentions: [],
}
const outbound = createOutbound({ allow: readAllowList('127.0.0.1') as AllowList, override: null })
let mail: FakeMail
let server: MailServer

beforeEach(async () => {
  mail = await startFakeMail()
  server = {
    host: '127.0.0.1',
    port: mail.port,
    isSecure: false,
    user: FAKE_MAIL_USER,
    password: FAKE_MAIL_PASSWORD,
    from: 'Yingce <plans@example.com>',
  }
})
afterEach(() => mail.close())

const send = (part: Partial<MailServer> = {}) =>
  sendMail({ ...server, ...part }, 'zhang@example.com', MESSAGE, { outbound, now: new Date(0) })

describe('mail', () => {
  test('goes to the one person, with the delivery’s id as its Message-ID and links to open', async () => {
    expect(await send()).toEqual({ outcome: 'sent' })
    expect(mail.received).toHaveLength(1)
    const { from, to, data } = mail.received[0]!
    expect([from, to]).toEqual(['plans@example.com', ['zhang@example.com']])
    expect(data).toContain('Message-ID: <0199-delivery@yingce>')
    expect(data).toContain('Auto-Submitted: auto-generated')
    expect(data).toContain('&lt;b&gt;')
  })

  test.each([
    ['450 busy', 'retry', '450'],
    ['550 no such user', 'refused', '550'],
  ] as const)('%s is %s', async (trouble, outcome, code) => {
    mail.trouble = trouble
    expect(await send()).toMatchObject({ outcome, code })
  })

  test('a wrong password is refused', async () => {
    expect(await send({ password: 'wrong' })).toMatchObject({ outcome: 'refused' })
  })

  test('a server that is away is tried again', async () => {
    await mail.close()
    expect(await send()).toMatchObject({ outcome: 'retry' })
    mail = await startFakeMail()
  })

  test('a server inside the own network is refused unless the operator named it', async () => {
    const guarded = createOutbound({ allow: ALLOW_NOTHING, override: null })
    expect(
      await sendMail(server, 'zhang@example.com', MESSAGE, { outbound: guarded, now: new Date(0) }),
    ).toMatchObject({ outcome: 'refused', code: 'blocked_address' })
  })
})
