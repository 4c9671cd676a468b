import { listNotices } from '@yingce/contracts/notice/notice'
import { type NoticePreferenceBody, updateNoticePreference } from '@yingce/contracts/notice/preference'
import { createPlan, updatePlan } from '@yingce/contracts/plan/plan'
import { DEFAULT_NOTICE_PREFERENCE } from '@yingce/domain/notice/preference'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runWorkspaceJob } from '../../jobs/run-workspace-job.ts'
import { type NoticeWorld, openNoticeWorld } from '../../testing/notice-world.ts'
import type { Person } from '../../testing/test-server.ts'
import { uuidV7 } from '../../uuid-v7.ts'
import { tellWeeklyReport } from './tell-weekly-report.job.ts'

let world: NoticeWorld
let workspaceId: string

beforeEach(async () => {
  world = await openNoticeWorld()
  workspaceId = world.owner.session.workspace!.id
}, 60_000)
afterEach(() => world.close())

const newPlan = async (name: string, isRunning = true) => {
  const { body } = await world.owner.call(createPlan, {
    body: { name, periodStart: '2025-06-01', periodEnd: '2025-07-31' },
  })
  if (isRunning)
    await world.owner.call(updatePlan, {
      params: { planId: body.id },
      body: { version: body.version, values: { state: 'running' } },
    })
  return body.id
}
/** In Shanghai. */
const runAt = (moment: string) => {
  world.setNow(`${moment}:00+08:00`)
  const job = tellWeeklyReport({ ids: uuidV7, outbox: world.outbox })
  return runWorkspaceJob(world.server.db, job, workspaceId, world.now(), () => {})
}
const told = async (person: Person = world.owner) =>
  (await person.call(listNotices, { query: {} })).body.items.map(({ kind, title, link }) => [
    kind,
    title.zh,
    link,
  ])
const choose = (person: Person, report: NoticePreferenceBody['kinds']['report']) =>
  person.call(updateNoticePreference, {
    body: {
      ...(DEFAULT_NOTICE_PREFERENCE as NoticePreferenceBody),
      kinds: { ...DEFAULT_NOTICE_PREFERENCE.kinds, report },
    },
  })

describe('X7: the report of the week', () => {
  test('on Friday at four whoever made a running plan is told once, with the page on which the week opens', async () => {
    const planId = await newPlan('夏季推广')
    await newPlan('草稿', false)
    await runAt('2025-06-12T16:00')
    await runAt('2025-06-13T15:59')
    expect(await told()).toEqual([])
    await runAt('2025-06-13T16:00')
    await runAt('2025-06-13T16:01')
    await runAt('2025-06-14T16:00')
    const first = [
      'report',
      '夏季推广：周复盘报告（06-09 – 06-15）',
      `/plans/${planId}/review?day=2025-06-13`,
    ]
    expect(await told()).toEqual([first])
    await runAt('2025-06-20T16:00')
    expect(await told()).toEqual([
      ['report', '夏季推广：周复盘报告（06-16 – 06-22）', `/plans/${planId}/review?day=2025-06-20`],
      first,
    ])
  })

  test('a Friday off moves it to the working day before, and a run that was missed tells of its own week', async () => {
    await newPlan('夏季推广')
    const { body } = await world.owner.call(createPlan, { body: { name: '全年推广' } })
    await world.owner.call(updatePlan, {
      params: { planId: body.id },
      body: { version: body.version, values: { state: 'running' } },
    })
    // 清明 is Friday 4 April; the other plan has not begun.
    await runAt('2025-04-03T16:00')
    await runAt('2025-04-04T16:00')
    expect((await told()).map(([, title]) => title)).toEqual(['全年推广：周复盘报告（03-31 – 04-06）'])
    // Missed on Friday the 6th.
    await runAt('2025-06-07T10:00')
    expect((await told()).map(([, title]) => title ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual([
      '全年推广：周复盘报告（03-31 – 04-06）',
      '全年推广：周复盘报告（06-02 – 06-08）',
      '夏季推广：周复盘报告（06-02 – 06-08）',
    ])
  })

  test('whoever chose reports hears it too, by their settings; others do not', async () => {
    await newPlan('夏季推广')
    const [reader, silent, other] = [
      await world.server.join(world.owner, 'planner'),
      await world.server.join(world.owner, 'member'),
      await world.server.join(world.owner, 'viewer'),
    ]
    await choose(reader, { isInInbox: true, mail: 'now', robot: 'off' })
    await choose(silent, { isInInbox: false, mail: 'off', robot: 'off' })
    await runAt('2025-06-13T16:00')
    expect((await Promise.all([reader, silent, other].map(told))).map((items) => items.length)).toEqual([
      1, 0, 0,
    ])
  })

  test('the group of a robot that hears reports gets it at once, with the link', async () => {
    const planId = await newPlan('夏季推广')
    const robot = await world.addRobot('wecom', { kinds: ['report'] })
    await runAt('2025-06-13T16:00')
    await world.outbox.drain(workspaceId, robot.id)
    expect(world.robots.shown).toHaveLength(1)
    expect(world.robots.shown[0]?.text).toContain('夏季推广：周复盘报告（06-09 – 06-15）')
    expect(world.robots.shown[0]?.text).toContain(
      `https://plans.example.com/plans/${planId}/review?day=2025-06-13`,
    )
  })
})
