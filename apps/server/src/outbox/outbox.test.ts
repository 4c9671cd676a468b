import { listChannels } from '@yingce/contracts/notice/channel'
import { listDeliveries, retryDelivery } from '@yingce/contracts/notice/delivery'
import { listNotices } from '@yingce/contracts/notice/notice'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withWorkspace } from '../db/scope.ts'
import { type NoticeWorld, openNoticeWorld } from '../testing/notice-world.ts'
import { uuidV7 } from '../uuid-v7.ts'
import { claimDelivery } from './claim-delivery.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let world: NoticeWorld
let workspaceId: string

beforeEach(async () => {
  world = await openNoticeWorld()
  workspaceId = world.owner.session.workspace!.id
})
afterEach(() => world.close())

const title = (index: number) => ({ zh: `通知 ${index}`, en: `Notice ${index}` })
async function postMany(count: number, from = 0): Promise<void> {
  for (let index = 0; index < count; index++) await world.post({ title: title(from + index) })
}
const log = async () => (await world.owner.call(listDeliveries, { query: { limit: 200 } })).body.items
/** A minute at a time, as the sweep does; @returns tries of each minute */
async function runMinutes(count: number, channelId: string): Promise<number[]> {
  const tries: number[] = []
  for (let minute = 0; minute < count; minute++) {
    tries.push(await world.outbox.drain(workspaceId, channelId))
    world.advance(MINUTE)
  }
  return tries
}

describe('a notice leaves by the outbox (X7)', () => {
  test('with its cause: what is taken back sends nothing, what is committed is sent once', async () => {
    const robot = await world.addRobot('wecom')
    await world.post({})
    expect(await world.outbox.drain(workspaceId, robot.id)).toBe(1)
    expect(await world.outbox.drain(workspaceId, robot.id)).toBe(0)
    expect(world.robots.shown).toHaveLength(1)
    expect(world.robots.shown[0]!.text).toContain('点击率连续 2 天低于 1.5%')
    expect(world.robots.shown[0]!.text).toContain('https://plans.example.com/plans/p/board')
    const [entry] = await log()
    expect(entry).toMatchObject({
      id: world.robots.shown[0]!.deliveryId,
      state: 'sent',
      tries: 1,
      itemCount: 1,
    })
  })

  test('up to five waiting go one by one, six go as one message', async () => {
    const robot = await world.addRobot('dingtalk')
    await postMany(5)
    await world.outbox.drain(workspaceId, robot.id)
    expect(world.robots.shown).toHaveLength(5)
    await postMany(6, 5)
    await world.outbox.drain(workspaceId, robot.id)
    expect(world.robots.shown).toHaveLength(6)
    expect(world.robots.shown[5]!.text).toContain('6 条通知')
    for (let index = 5; index < 11; index++) expect(world.robots.shown[5]!.text).toContain(`通知 ${index}`)
  })

  test('never more than 18 tries a minute, and nothing is lost by the pace', async () => {
    const robot = await world.addRobot('wecom')
    for (let round = 0; round < 6; round++) {
      await postMany(5, round * 5)
      await world.outbox.drain(workspaceId, robot.id)
    }
    expect(world.robots.requests).toHaveLength(18)
    await runMinutes(3, robot.id)
    const text = world.robots.shown.map((message) => message.text).join('\n')
    for (let index = 0; index < 30; index++) expect(text).toContain(`通知 ${index}`)
    for (const { at } of world.robots.requests) {
      const within = world.robots.requests.filter((each) => each.at > at - MINUTE && each.at <= at)
      expect(within.length).toBeLessThanOrEqual(18)
    }
  })

  test('two processes at once send each message once', async () => {
    const robot = await world.addRobot('wecom')
    await postMany(5)
    const other = world.otherOutbox()
    await Promise.all([
      world.outbox.drain(workspaceId, robot.id),
      other.drain(workspaceId, robot.id),
      other.drain(workspaceId, robot.id),
    ])
    expect(world.robots.shown.map(({ text }) => /通知 \d/.exec(text)![0]).toSorted()).toEqual(
      [0, 1, 2, 3, 4].map((index) => `通知 ${index}`),
    )
  })

  test('Feishu is left alone at the full and the half hour', async () => {
    const robot = await world.addRobot('feishu')
    world.setNow('2025-06-10T03:00:10Z')
    await world.post({})
    expect(await runMinutes(1, robot.id)).toEqual([0])
    expect(await runMinutes(3, robot.id)).toEqual([0, 1, 0])
    expect(world.robots.shown[0]!.at % (30 * MINUTE)).toBeGreaterThanOrEqual(MINUTE)
  })
})

describe('drill 5: the process dies between sending and noting it', () => {
  test('the message is sent twice at most, both times under one id, and counts as one', async () => {
    const robot = await world.addRobot('wecom')
    await world.post({})
    // The process that claimed it is gone: the platform has shown it, and nobody noted that.
    const scope = { workspaceId, memberId: null, source: 'job', at: world.now() } as const
    const claimed = await withWorkspace(world.server.db, scope, (inside) =>
      claimDelivery(inside, { ids: uuidV7, random: Math.random }, robot.id),
    )
    expect(claimed).not.toBeNull()
    const shownBefore = claimed!.id
    expect(await world.outbox.drain(workspaceId, robot.id)).toBe(0)
    world.advance(2 * MINUTE + 1)
    expect(await world.outbox.drain(workspaceId, robot.id)).toBe(1)
    expect(world.robots.shown.map(({ deliveryId }) => deliveryId)).toEqual([shownBefore])
    world.advance(HOUR)
    expect(await world.outbox.drain(workspaceId, robot.id)).toBe(0)
    const [entry, ...others] = await log()
    expect(others).toEqual([])
    expect(entry!.attempts.map(({ outcome }) => outcome)).toEqual([null, 'sent'])
  })

  test('a line that breaks after the message appeared is tried again under the same id', async () => {
    const robot = await world.addRobot('wecom')
    world.robots.trouble = 'shown_then_cut'
    await world.post({})
    await world.outbox.drain(workspaceId, robot.id)
    world.robots.trouble = 'none'
    await runMinutes(2, robot.id)
    expect(world.robots.shown).toHaveLength(2)
    expect(new Set(world.robots.shown.map(({ deliveryId }) => deliveryId)).size).toBe(1)
  })
})

describe('drill 20: the platform is away for an hour', () => {
  test.each(['hang_up', 'http_500', 'http_429', 'busy', 'malformed'] as const)(
    '%s: nothing is lost, tries grow rare, and the backlog leaves as one message',
    async (trouble) => {
      const robot = await world.addRobot('wecom')
      world.robots.trouble = trouble
      await postMany(3)
      await runMinutes(30, robot.id)
      await postMany(27, 3)
      await runMinutes(30, robot.id)
      const tries = world.robots.requests.length
      expect(tries).toBeGreaterThan(3)
      expect(tries).toBeLessThan(25)
      const { body } = await world.owner.call(listChannels)
      expect(body.items[0]!.waiting).toBeGreaterThanOrEqual(27)
      expect(body.items[0]!.lastError).not.toBeNull()
      world.robots.trouble = 'none'
      await runMinutes(60, robot.id)
      const text = world.robots.shown.map((message) => message.text).join('\n')
      for (let index = 0; index < 30; index++) expect(text).toContain(`通知 ${index}`)
      expect(world.robots.shown.length).toBeLessThanOrEqual(5)
      expect((await log()).every(({ state }) => state === 'sent')).toBe(true)
    },
  )

  test('DingTalk that throttles is left alone for ten minutes', async () => {
    const robot = await world.addRobot('dingtalk')
    for (let count = 0; count < 20; count++)
      await fetch(`${world.robots.origin}/robot/send?access_token=d1ng0000token`, {
        method: 'POST',
        body: '{}',
      })
    await world.post({})
    await world.outbox.drain(workspaceId, robot.id)
    const before = world.robots.requests.length
    expect(await runMinutes(10, robot.id)).toEqual(Array.from({ length: 10 }, () => 0))
    expect(world.robots.requests).toHaveLength(before)
    await runMinutes(3, robot.id)
    expect(world.robots.shown).toHaveLength(1)
  })
})

describe('what is refused', () => {
  test('is given up with the reason, told to the owners once a day, and can be sent again', async () => {
    const robot = await world.addRobot('wecom', { kinds: ['due'] })
    await world.server.rows(
      workspaceId,
      'update notice_channel set secret = $2 where workspace_id = $1 returning id',
      [workspaceId, Buffer.from('sealed with another key')],
    )
    await world.post({ kind: 'due' })
    await world.post({ kind: 'due' })
    await world.outbox.drain(workspaceId, robot.id)
    const entries = await log()
    expect(entries.map(({ state }) => state)).toEqual(['dead', 'dead'])
    expect(entries[0]!.lastError).toContain('secret_unreadable')
    const inbox = await world.owner.call(listNotices, { query: {} })
    expect(inbox.body.items.filter(({ title: { zh } }) => zh.includes('发送失败'))).toHaveLength(1)
    const again = await world.owner.call(retryDelivery, { params: { deliveryId: entries[0]!.id } })
    expect(again.status).toBe(204)
    expect((await log())[0]!.state).toBe('waiting')
    const twice = await world.owner.call(retryDelivery, { params: { deliveryId: entries[0]!.id } })
    expect([twice.status, twice.problem?.code]).toEqual([409, 'wrong_state'])
  })

  test('after twenty tries a message is given up', async () => {
    const robot = await world.addRobot('wecom')
    world.robots.trouble = 'http_500'
    await world.post({})
    await runMinutes(10 * 60, robot.id)
    // The newest is what the owners are told about it.
    const entry = (await log()).at(-1)
    expect([entry!.state, entry!.tries]).toEqual(['dead', 20])
    expect(entry!.lastError).toContain('http_502')
  })
})

describe('drill 10: the clock jumps', () => {
  test('a day ahead and back again, a channel that rested does not rest for a day', async () => {
    const robot = await world.addRobot('wecom')
    world.advance(24 * HOUR)
    world.robots.trouble = 'http_500'
    await world.post({})
    await world.outbox.drain(workspaceId, robot.id)
    world.robots.trouble = 'none'
    world.advance(-24 * HOUR)
    expect(await world.outbox.drain(workspaceId, robot.id)).toBe(1)
    expect(world.robots.shown).toHaveLength(1)
  })
})
