import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { updatePlan } from '@yingce/contracts/plan/plan'
import {
  createChannel,
  listChannels,
  removeChannel,
  testChannel,
  updateChannel,
} from '@yingce/contracts/notice/channel'
import { listDeliveries } from '@yingce/contracts/notice/delivery'
import { countUnreadNotices, listNotices, readNotices } from '@yingce/contracts/notice/notice'
import { getNoticePreference, updateNoticePreference } from '@yingce/contracts/notice/preference'
import { DEFAULT_NOTICE_PREFERENCE } from '@yingce/domain/notice/preference'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AppContext } from '../../app-context.ts'
import {
  FAKE_MAIL_PASSWORD,
  FAKE_MAIL_USER,
  type FakeMail,
  startFakeMail,
} from '../../connectors/mail/fake/start-fake-mail.ts'
import type { WorkspaceJob } from '../../jobs/jobs.ts'
import { runWorkspaceJob } from '../../jobs/run-workspace-job.ts'
import { GROUP, type NoticeWorld, openNoticeWorld } from '../../testing/notice-world.ts'
import { newPlan } from '../../testing/test-server.ts'
import { uuidV7 } from '../../uuid-v7.ts'
import { remindDeadlines } from './remind-deadlines.job.ts'
import { remindFillIn } from './remind-fill-in.job.ts'

let world: NoticeWorld
let workspaceId: string
let mail: FakeMail

beforeEach(async () => {
  world = await openNoticeWorld()
  mail = await startFakeMail()
  workspaceId = world.owner.session.workspace!.id
})
afterEach(async () => {
  await mail.close()
  await world.close()
})

const inbox = async (person = world.owner) => (await person.call(listNotices, { query: {} })).body
const unread = async (person = world.owner) => (await person.call(countUnreadNotices)).body.count
const addMail = () =>
  world.owner.call(createChannel, {
    body: {
      type: 'mail',
      name: '邮件',
      password: FAKE_MAIL_PASSWORD,
      mail: {
        host: '127.0.0.1',
        port: mail.port,
        isSecure: false,
        user: FAKE_MAIL_USER,
        from: 'Yingce <plans@example.com>',
      },
    },
  })

describe('the inbox (X7)', () => {
  test('has what was posted to me, newest first, until it is read', async () => {
    const viewer = await world.server.join(world.owner, 'viewer')
    const first = await world.post({ title: { zh: '一', en: '1' } })
    await world.post({
      title: { zh: '二', en: '2' },
      recipients: [world.owner.session.memberId!, viewer.session.memberId!],
    })
    expect((await inbox()).items.map(({ title }) => title.zh)).toEqual(['二', '一'])
    expect([await unread(), await unread(viewer)]).toEqual([2, 1])
    await world.owner.call(readNotices, { body: { ids: [first!] } })
    expect([await unread(), await unread(viewer)]).toEqual([1, 1])
    const rest = await world.owner.call(listNotices, { query: { isUnread: 'true' } })
    expect(rest.body.items.map(({ title }) => title.zh)).toEqual(['二'])
    await world.owner.call(readNotices, { body: {} })
    expect([await unread(), (await inbox()).total]).toEqual([0, 2])
  })

  test('somebody else’s notice is neither seen nor marked', async () => {
    const viewer = await world.server.join(world.owner, 'viewer')
    const id = await world.post({})
    expect((await viewer.call(readNotices, { body: { ids: [id!] } })).body.count).toBe(0)
    expect([(await inbox(viewer)).total, await unread()]).toEqual([0, 1])
  })

  test('goes on page by page', async () => {
    for (let index = 0; index < 5; index++) await world.post({ title: { zh: `${index}`, en: '' } })
    const one = (await world.owner.call(listNotices, { query: { limit: 3 } })).body
    const two = (await world.owner.call(listNotices, { query: { limit: 3, cursor: one.nextCursor! } })).body
    expect([...one.items, ...two.items].map(({ title }) => title.zh)).toEqual(['4', '3', '2', '1', '0'])
    expect([one.total, two.nextCursor]).toEqual([5, null])
  })

  test('what was told under a key is not told again', async () => {
    expect(await world.post({ dedupeKey: 'due/2025-06-10' })).not.toBeNull()
    expect(await world.post({ dedupeKey: 'due/2025-06-10' })).toBeNull()
    expect(await unread()).toBe(1)
  })

  test('is named on the event stream with the commit', async () => {
    const before = await world.server.rows<{ count: number }>(
      workspaceId,
      "select count(*)::int as count from change_log where entity = 'notice'",
    )
    await world.post({})
    const after = await world.server.rows<{ count: number }>(
      workspaceId,
      "select count(*)::int as count from change_log where entity = 'notice'",
    )
    expect(after[0]!.count - before[0]!.count).toBe(1)
  })

  test('nobody to tell is no notice', async () => {
    expect(await world.post({ recipients: [uuidV7()] })).toBeNull()
  })
})

describe('channels', () => {
  test('a robot shows neither its address nor its secret, and keeps both when its name changes', async () => {
    const robot = await world.addRobot('feishu')
    const list = await world.owner.call(listChannels)
    const text = JSON.stringify(list.body)
    for (const secret of ['hook/', 'demo', '0000-feishu']) expect(text).not.toContain(secret)
    expect(list.body.items[0]!.masked).toBe('open.feishu.cn …oken')
    expect(list.body.linkBase).toBe('https://plans.example.com')
    await world.owner.call(updateChannel, { params: { channelId: robot.id }, body: { name: '大促群' } })
    const tested = await world.owner.call(testChannel, { params: { channelId: robot.id } })
    expect(tested.body).toMatchObject({ isSent: true, code: null })
    expect(world.robots.shown[0]!.text).toContain('营策测试消息')
    const stored = await world.server.rows<{ secret: Buffer }>(
      workspaceId,
      'select secret from notice_channel',
    )
    expect(stored[0]!.secret.includes('feishu')).toBe(false)
  })

  test('a test says what the other side answered, and stands in the log as given up', async () => {
    const robot = await world.addRobot('dingtalk')
    await world.owner.call(updateChannel, {
      params: { channelId: robot.id },
      body: { signSecret: 'SECother' },
    })
    const { body } = await world.owner.call(testChannel, { params: { channelId: robot.id } })
    expect(body).toMatchObject({ isSent: false, code: '310000', detail: 'sign not match' })
    const log = await world.owner.call(listDeliveries, { query: { state: 'dead' } })
    expect(log.body.items.map(({ id, tries }) => [id, tries])).toEqual([[body.deliveryId, 1]])
  })

  test.each([
    ['another host', 'https://evil.example/cgi-bin/webhook/send?key=1', 'no_robot_address'],
    ['no key', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send', 'no_robot_address'],
    ['another path', 'https://qyapi.weixin.qq.com/cgi-bin/gettoken?key=1', 'no_robot_address'],
    ['no encryption', 'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', 'no_web_address'],
    ['a file', 'file:///etc/passwd', 'no_web_address'],
    ['no address at all', 'key=1', 'no_web_address'],
  ])('an address with %s is refused at its field', async (_what, url, code) => {
    const { status, problem } = await world.owner.call(createChannel, {
      body: { type: 'wecom', name: 'x', url, group: GROUP },
    })
    expect([status, problem?.issues[0]?.path, problem?.issues[0]?.code]).toEqual([422, 'body.url', code])
  })

  test('a webhook inside the own network is refused unless the operator named it', async () => {
    const add = (url: string) =>
      world.owner.call(createChannel, {
        body: {
          type: 'webhook',
          name: 'x',
          url,
          signSecret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
          group: GROUP,
        },
      })
    expect((await add('http://10.1.2.3/hook')).status).toBe(422)
    expect((await add('http://127.0.0.1/hook')).status).toBe(201)
  })

  test('members and finance neither see nor set channels', async () => {
    for (const role of ['planner', 'member', 'finance', 'viewer'] as const) {
      const person = await world.server.join(world.owner, role)
      expect((await person.call(listChannels)).status).toBe(403)
    }
  })

  test('removed, it takes along what waits for it', async () => {
    const robot = await world.addRobot('wecom')
    await world.post({})
    expect((await world.owner.call(removeChannel, { params: { channelId: robot.id } })).status).toBe(204)
    expect(await world.outbox.drain(workspaceId, robot.id)).toBe(0)
    expect(await world.server.rows(workspaceId, 'select from outbox')).toEqual([])
  })

  test('a workspace has one mail server', async () => {
    expect((await addMail()).status).toBe(201)
    const { status, problem } = await addMail()
    expect([status, problem?.code]).toEqual([409, 'already_exists'])
  })
})

describe('what a person wants to hear', () => {
  test('is the defaults until it is changed, and holds for what comes from then on', async () => {
    const { body } = await world.owner.call(getNoticePreference)
    expect(body.preference).toEqual(DEFAULT_NOTICE_PREFERENCE)
    const changed = {
      ...body.preference,
      kinds: {
        ...body.preference.kinds,
        alert: { isInInbox: false, mail: 'off' as const, robot: 'now' as const },
      },
    }
    expect((await world.owner.call(updateNoticePreference, { body: changed })).body.preference).toEqual(
      changed,
    )
    await world.post({})
    await world.post({ severity: 'critical', title: { zh: '紧急', en: 'urgent' } })
    expect((await inbox()).items.map(({ title }) => title.zh)).toEqual(['紧急'])
  })

  test('by default one digest leaves by mail at nine of the next working day, an alert at once', async () => {
    const { body: channel } = await addMail()
    for (const name of ['甲', '乙', '丙'])
      await world.post({ kind: 'due', severity: 'info', title: { zh: `${name}到期`, en: `${name} is due` } })
    await world.post({})
    await world.outbox.drain(workspaceId, channel.id)
    expect(mail.received).toHaveLength(1)
    world.setNow('2025-06-11T00:59:00Z')
    expect(await world.outbox.drain(workspaceId, channel.id)).toBe(0)
    world.setNow('2025-06-11T01:00:00Z')
    await world.outbox.drain(workspaceId, channel.id)
    expect(mail.received).toHaveLength(2)
    expect(mail.received[1]!.to).toEqual([world.owner.session.user.email])
    expect(
      Buffer.from(/Subject: =\?UTF-8\?B\?(.*?)\?=/.exec(mail.received[1]!.data)![1]!, 'base64').toString(),
    ).toBe('3 条通知')
  })

  test('a robot tells its group only the kinds it was set to, and for whom', async () => {
    const robot = await world.addRobot('wecom', { kinds: ['due'] })
    await world.post({ kind: 'alert' })
    await world.post({ kind: 'due', title: { zh: '落地页：今天到期', en: '' } })
    await world.outbox.drain(workspaceId, robot.id)
    expect(world.robots.shown.map(({ text }) => text.split('\n')[0])).toEqual([
      '### 落地页：今天到期（所有者）',
    ])
  })
})

describe('reminders', () => {
  const app = () => ({ ids: uuidV7, outbox: world.outbox }) as unknown as AppContext
  const run = (job: WorkspaceJob) => runWorkspaceJob(world.server.db, job, workspaceId, world.now(), () => {})

  async function runningPlan(): Promise<string> {
    const planId = await newPlan(world.owner, '夏季推广')
    await world.owner.call(updatePlan, {
      params: { planId },
      body: { version: 1, values: { state: 'running' } },
    })
    return planId
  }
  const tasks = recordRoutes('task')

  test('in the morning each owner hears of what is due; the same day once', async () => {
    const planId = await runningPlan()
    const person = await world.server.join(world.owner, 'member')
    const { body: task } = await world.owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: '落地页', owner: ' member ', plannedEnd: '2025-06-10' } },
    })
    await world.owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: '物料', owner: '供应商', plannedEnd: '2025-06-09' } },
    })
    expect(await run(remindDeadlines(app()))).toBe(true)
    expect(await run(remindDeadlines(app()))).toBe(false)
    expect((await inbox(person)).items.map(({ title, link }) => [title.zh, link])).toEqual([
      ['落地页：今天到期', `/plans/${planId}/tracker?record=${task.id}`],
    ])
    expect((await inbox()).items.map(({ title }) => title.zh)).toEqual(['物料：已逾期 1 天'])
  })

  test('an hour before the end of the day only whoever has something to fill in is asked', async () => {
    const planId = await runningPlan()
    const person = await world.server.join(world.owner, 'member')
    world.setNow('2025-06-09T02:00:00Z')
    const { body: task } = await world.owner.call(tasks.create, {
      params: { planId },
      body: {
        values: { name: '落地页', owner: 'member', status: 'in_progress', plannedStart: '2025-06-01' },
      },
    })
    world.setNow('2025-06-10T09:00:00Z')
    expect(await run(remindFillIn(app()))).toBe(true)
    expect((await inbox(person)).items.map(({ title }) => title.zh)).toEqual(['今天还有 1 项任务待填报'])
    expect((await inbox()).items).toEqual([])
    world.setNow('2025-06-11T03:00:00Z')
    await world.owner.call(tasks.update, {
      params: { planId, recordId: task.id },
      body: { version: 1, values: { progress: 0.5 } },
    })
    world.setNow('2025-06-11T09:00:00Z')
    await run(remindFillIn(app()))
    expect((await inbox(person)).total).toBe(1)
  })

  test('on a Saturday nobody is reminded', async () => {
    const planId = await runningPlan()
    await world.owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: '落地页', owner: '所有者', plannedEnd: '2025-06-14' } },
    })
    world.setNow('2025-06-14T01:00:00Z')
    await run(remindDeadlines(app()))
    expect((await inbox()).items).toEqual([])
  })
})
