import { removeChannel } from '@yingce/contracts/notice/channel'
import {
  getNoticePreference,
  type NoticePreferenceBody,
  updateNoticePreference,
} from '@yingce/contracts/notice/preference'
import { DEFAULT_NOTICE_PREFERENCE } from '@yingce/domain/notice/preference'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type NoticeWorld, openNoticeWorld } from '../../testing/notice-world.ts'
import { uuidV7 } from '../../uuid-v7.ts'

let world: NoticeWorld
let workspaceId: string

beforeEach(async () => {
  world = await openNoticeWorld()
  workspaceId = world.owner.session.workspace!.id
})
afterEach(() => world.close())

describe('a person is called by a group’s robot (X7)', () => {
  const MOBILE = { by: 'mobile', value: '13800001111' } as const
  const called = () => world.robots.shown.map(({ mentioned }) => mentioned)
  /** Two people: the owner has an address at DingTalk, the planner has none. */
  const change = (changes: Partial<NoticePreferenceBody>, person = world.owner) =>
    person.call(updateNoticePreference, {
      body: { ...(DEFAULT_NOTICE_PREFERENCE as NoticePreferenceBody), ...changes },
    })
  const addresses = { wecom: null, dingtalk: MOBILE, feishu: null }

  test('what the group hears calls whom it is for by the address of the platform, and names the others', async () => {
    const planner = await world.server.join(world.owner, 'planner')
    await change({ addresses })
    const dingtalk = await world.addRobot('dingtalk')
    const feishu = await world.addRobot('feishu')
    await world.post({ recipients: [world.owner.session.memberId!, planner.session.memberId!] })
    await world.outbox.drain(workspaceId, dingtalk.id)
    await world.outbox.drain(workspaceId, feishu.id)
    expect(world.robots.shown.map(({ robot, mentioned }) => [robot, mentioned])).toEqual([
      ['dingtalk', [MOBILE.value]],
      ['feishu', []],
    ])
    for (const { text } of world.robots.shown) expect(text).toContain('（planner、所有者）')
  })

  test('on a day off a warning reaches the group and calls nobody, what is critical calls', async () => {
    await change({ addresses })
    const robot = await world.addRobot('dingtalk')
    world.setNow('2025-06-14T02:05:00Z')
    await world.post({})
    await world.post({ severity: 'critical' })
    await world.outbox.drain(workspaceId, robot.id)
    expect(called()).toEqual([[], [MOBILE.value]])
  })

  test('an address that was taken back before the message left calls nobody, and the log knows none', async () => {
    await change({ addresses })
    const robot = await world.addRobot('dingtalk')
    await world.post({})
    await change({})
    await world.outbox.drain(workspaceId, robot.id)
    expect(called()).toEqual([[]])
    await change({ addresses })
    await world.post({})
    await world.outbox.drain(workspaceId, robot.id)
    expect(called().at(-1)).toEqual([MOBILE.value])
    const stored = await world.server.rows(workspaceId, 'select message from delivery')
    expect(JSON.stringify(stored)).not.toContain(MOBILE.value)
  })

  test('my own reminders come by the robot that I chose, at my hours, and not twice where the group hears them', async () => {
    const robot = await world.addRobot('dingtalk', { kinds: ['report'] })
    await change({ addresses, personalRobot: robot.id })
    await world.post({ kind: 'alert' })
    await world.post({ kind: 'due', severity: 'info', title: { zh: '落地页：今天到期', en: '' } })
    await world.post({ kind: 'report', severity: 'info', title: { zh: '周报', en: '' } })
    await world.outbox.drain(workspaceId, robot.id)
    // By default what is due waits for the digest.
    expect(world.robots.shown.map(({ text }) => /（所有者）/.test(text))).toEqual([true, true])
    expect(called()).toEqual([[MOBILE.value], [MOBILE.value]])
    world.setNow('2025-06-11T01:00:00Z')
    await world.outbox.drain(workspaceId, robot.id)
    expect(world.robots.shown).toHaveLength(3)
    expect(world.robots.shown[2]!.text).toContain('落地页：今天到期（所有者）')
    expect(called()[2]).toEqual([MOBILE.value])
  })

  test('one notice for two who chose the same robot is one message that calls both', async () => {
    const planner = await world.server.join(world.owner, 'planner')
    const robot = await world.addRobot('dingtalk', { kinds: ['report'] })
    await change({ addresses, personalRobot: robot.id })
    const theirs = { ...addresses, dingtalk: { by: 'user_id', value: 'planner01' } as const }
    await change({ addresses: theirs, personalRobot: robot.id }, planner)
    await world.post({ recipients: [world.owner.session.memberId!, planner.session.memberId!] })
    await world.outbox.drain(workspaceId, robot.id)
    expect(called()).toEqual([[MOBILE.value, 'planner01']])
  })

  test.each([
    ['a number that is none', { dingtalk: { by: 'mobile', value: '12345' } }, 'no_mobile_number'],
    ['everybody', { wecom: { by: 'user_id', value: 'all' } }, 'no_robot_user'],
    ['a mobile number at Feishu', { feishu: MOBILE }, 'no_mobile_there'],
  ] as const)('%s is refused as an address at its field', async (_what, changed, code) => {
    const { status, problem } = await change({ addresses: { ...addresses, ...changed } })
    const [platform] = Object.keys(changed)
    expect([status, problem?.issues[0]?.path, problem?.issues[0]?.code]).toEqual([
      422,
      `body.addresses.${platform}.value`,
      code,
    ])
  })

  test('a robot tells me only where I have an address, and no longer once it is removed', async () => {
    const robot = await world.addRobot('feishu')
    const refused = await change({ addresses, personalRobot: robot.id })
    expect(refused.problem?.issues[0]).toMatchObject({
      path: 'body.personalRobot',
      code: 'no_address_there',
    })
    const other = await change({ addresses, personalRobot: uuidV7() })
    expect(other.problem?.issues[0]?.code).toBe('unknown_robot')
    const dingtalk = await world.addRobot('dingtalk')
    const { body } = await change({ addresses, personalRobot: dingtalk.id })
    expect(body.robots.map(({ platform }) => platform)).toEqual(['dingtalk', 'feishu'])
    await world.owner.call(removeChannel, { params: { channelId: dingtalk.id } })
    expect((await world.owner.call(getNoticePreference)).body.preference.personalRobot).toBeNull()
  })
})
