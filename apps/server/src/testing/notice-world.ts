import { randomBytes } from 'node:crypto'
import { createChannel, type ChannelView, type GroupSettings } from '@yingce/contracts/notice/channel'
import { NOTICE_KINDS } from '@yingce/domain/notice/notice-kinds'
import { type FakeRobots, startFakeRobots } from '../connectors/fake/start-fake-robots.ts'
import { FAKE_DINGTALK_SECRET, FAKE_DINGTALK_TOKEN } from '../connectors/dingtalk/fake/fake-dingtalk.ts'
import { FAKE_FEISHU_SECRET, FAKE_FEISHU_TOKEN } from '../connectors/feishu/fake/fake-feishu.ts'
import { type AllowList, readAllowList } from '../connectors/outbound/allow-list.ts'
import { createOutbound } from '../connectors/outbound/outbound.ts'
import { FAKE_WECOM_KEY } from '../connectors/wecom/fake/fake-wecom.ts'
import { withWorkspace } from '../db/scope.ts'
import { tellGivenUp } from '../features/notice/tell-given-up.ts'
import { createJobs } from '../jobs/create-jobs.ts'
import { type NewNotice, postNotice } from '../notices/post-notice.ts'
import { createOutbox, type Outbox } from '../outbox/outbox.ts'
import { createSecretBox } from '../secrets/secret-box.ts'
import { uuidV7 } from '../uuid-v7.ts'
import { type Person, startTestServer, type TestServer } from './test-server.ts'

const ROBOT_ADDRESSES = {
  wecom: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${FAKE_WECOM_KEY}`,
  dingtalk: `https://oapi.dingtalk.com/robot/send?access_token=${FAKE_DINGTALK_TOKEN}`,
  feishu: `https://open.feishu.cn/open-apis/bot/v2/hook/${FAKE_FEISHU_TOKEN}`,
} as const

export const GROUP: GroupSettings = {
  kinds: [...NOTICE_KINDS],
  mode: 'now',
  locale: 'zh-CN',
  digestAt: '09:00',
  quiet: null,
  isWorkdaysOnly: false,
  keyword: null,
}

/** A server, the fake platforms, a clock that the test moves, and an outbox that nobody else empties. */
export interface NoticeWorld {
  readonly server: TestServer
  readonly owner: Person
  readonly robots: FakeRobots
  readonly outbox: Outbox
  now(): Date
  setNow(at: string | number): void
  advance(millis: number): void
  addRobot(type: keyof typeof ROBOT_ADDRESSES, group?: Partial<GroupSettings>): Promise<ChannelView>
  /** Posts in a transaction of its own; @returns the notice's id */
  post(notice: Partial<NewNotice>): Promise<string | null>
  /** Another process with the same database. */
  otherOutbox(): Outbox
  close(): Promise<void>
}

/** Tuesday, a working day, at 10:05 in Shanghai. */
export const TUESDAY_MORNING = '2025-06-10T02:05:00Z'

export async function openNoticeWorld(): Promise<NoticeWorld> {
  let now = Date.parse(TUESDAY_MORNING)
  const clock = () => new Date(now)
  const robots = await startFakeRobots(() => now)
  const secretKey = randomBytes(32)
  const outboundSettings = {
    allow: readAllowList('127.0.0.1') as AllowList,
    override: new URL(robots.origin),
  }
  const server = await startTestServer({
    clock,
    secretKey,
    config: { outbound: outboundSettings, publicUrl: new URL('https://plans.example.com') },
  })
  const owner = await server.setUp()
  const outbound = createOutbound(outboundSettings)
  const log = { info: () => {}, warn: () => {} }
  const newOutbox = () =>
    createOutbox(
      {
        db: server.db,
        clock,
        ids: uuidV7,
        random: () => 0.5,
        secrets: createSecretBox(secretKey),
        outbound,
        linkBase: 'https://plans.example.com',
      },
      createJobs({ db: server.db, clock, log }),
    )
  const outbox = newOutbox()
  outbox.onGivenUp((scope, claimed, reason) => tellGivenUp({ ids: uuidV7, outbox }, scope, claimed, reason))
  const workspaceId = owner.session.workspace!.id
  return {
    server,
    owner,
    robots,
    outbox,
    now: clock,
    setNow(at) {
      now = new Date(at).getTime()
    },
    advance(millis) {
      now += millis
    },
    async addRobot(type, group = {}) {
      const signSecret =
        type === 'dingtalk' ? FAKE_DINGTALK_SECRET : type === 'feishu' ? FAKE_FEISHU_SECRET : undefined
      const { body } = await owner.call(createChannel, {
        body: {
          type,
          name: `${type} 群`,
          url: ROBOT_ADDRESSES[type],
          ...(signSecret === undefined ? {} : { signSecret }),
          group: { ...GROUP, ...group },
        },
      })
      return body
    },
    post: (notice) =>
      withWorkspace(server.db, { workspaceId, memberId: null, source: 'job', at: clock() }, (scope) =>
        postNotice({ ids: uuidV7, outbox }, scope, {
          kind: 'alert',
          severity: 'warning',
          recipients: [owner.session.memberId!],
          title: { zh: '点击率连续 2 天低于 1.5%', en: 'CTR below 1.5% for 2 days' },
          body: { zh: '', en: '' },
          link: '/plans/p/board',
          planId: null,
          dedupeKey: null,
          ...notice,
        }),
      ),
    otherOutbox: newOutbox,
    async close() {
      await server.close()
      await outbound.close()
      await robots.close()
    },
  }
}
