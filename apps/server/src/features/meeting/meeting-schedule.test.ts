import { setMeetingRhythm } from '@yingce/contracts/meeting/meeting'
import { listNotices } from '@yingce/contracts/notice/notice'
import { createPlan } from '@yingce/contracts/plan/plan'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AppContext } from '../../app-context.ts'
import type { WorkspaceJob } from '../../jobs/jobs.ts'
import { runWorkspaceJob } from '../../jobs/run-workspace-job.ts'
import { type NoticeWorld, openNoticeWorld } from '../../testing/notice-world.ts'
import type { Person } from '../../testing/test-server.ts'
import { uuidV7 } from '../../uuid-v7.ts'
import { remindMeetings } from './remind-meetings.job.ts'
import { scheduleEveryMorning } from './schedule-retrospectives.job.ts'

let world: NoticeWorld
let planId: string

beforeEach(async () => {
  world = await openNoticeWorld()
  planId = (
    await world.owner.call(createPlan, {
      body: { name: '夏季推广', periodStart: '2025-06-01', periodEnd: '2025-07-31' },
    })
  ).body.id
}, 60_000)
afterEach(() => world.close())

const run = (job: (app: AppContext) => WorkspaceJob) =>
  runWorkspaceJob(
    world.server.db,
    job({ ids: uuidV7, outbox: world.outbox } as unknown as AppContext),
    world.owner.session.workspace!.id,
    world.now(),
    () => {},
  )
/** A morning in Shanghai. */
const morningOf = (day: string, time = '10:05') => world.setNow(`${day}T${time}:00+08:00`)
const told = async (person: Person = world.owner) =>
  (await person.call(listNotices, { query: {} })).body.items.map(({ title }) => title.zh)
const phases = recordRoutes('phase')
const meetings = recordRoutes('meeting')
const list = async () => (await world.owner.call(meetings.list, { params: { planId }, query: {} })).body.items
const days = async () => (await list()).map(({ values }) => [values.kind, values.state, values.startsAt])

describe('R3: the retrospective schedules itself', () => {
  const phase = async (name: string, endDate: string) =>
    (await world.owner.call(phases.create, { params: { planId }, body: { values: { name, endDate } } })).body
  const end = async ({ id, version }: { id: string; version: number }, endDate: string) =>
    (
      await world.owner.call(phases.update, {
        params: { planId, recordId: id },
        body: { version, values: { endDate } },
      })
    ).body

  test('three days after the last phase before 复盘, once, and it moves with the phase until it is touched', async () => {
    const last = await phase('收尾期', '2025-06-18')
    await phase('复盘期', '2025-06-30')
    await run(scheduleEveryMorning)
    // Saturday the 21st moves to Monday.
    expect(await days()).toEqual([['retrospective', 'planned', '2025-06-23T10:00']])
    expect(await told()).toEqual(['夏季推广：复盘会排在 2025-06-23 10:00'])

    morningOf('2025-06-11')
    await run(scheduleEveryMorning)
    expect([(await list()).length, (await told()).length]).toEqual([1, 1])

    const moved = await end(last, '2025-06-20')
    morningOf('2025-06-12')
    await run(scheduleEveryMorning)
    expect((await told()).length).toBe(1)
    const later = await end(moved, '2025-06-24')
    morningOf('2025-06-13')
    await run(scheduleEveryMorning)
    expect(await days()).toEqual([['retrospective', 'planned', '2025-06-27T10:00']])
    expect((await told())[0]).toBe('夏季推广：复盘会排在 2025-06-27 10:00')

    const [meeting] = await list()
    await world.owner.call(meetings.update, {
      params: { planId, recordId: meeting!.id },
      body: { version: meeting!.version, values: { attendees: '全组' } },
    })
    await end(later, '2025-07-01')
    morningOf('2025-06-16')
    await run(scheduleEveryMorning)
    expect(await days()).toEqual([['retrospective', 'planned', '2025-06-27T10:00']])
  })

  test('one that was deleted does not come back, and one that would be over is not made', async () => {
    await run(scheduleEveryMorning)
    const [meeting] = await list()
    expect(meeting?.values.startsAt).toBe('2025-08-04T10:00')
    await world.owner.call(meetings.remove, { params: { planId, recordId: meeting!.id } })
    morningOf('2025-06-11')
    await run(scheduleEveryMorning)
    expect(await list()).toEqual([])
    const { body: past } = await world.owner.call(createPlan, {
      body: { name: '去年', periodStart: '2024-06-01', periodEnd: '2024-06-30' },
    })
    morningOf('2025-06-12')
    await run(scheduleEveryMorning)
    const { body } = await world.owner.call(meetings.list, { params: { planId: past.id }, query: {} })
    expect(body.items).toEqual([])
  })
})

describe('X5: people are reminded of meetings by their rhythm', () => {
  const rhythm = () =>
    world.owner.call(setMeetingRhythm, {
      params: { planId },
      body: {
        items: [
          { kind: 'stand_up', days: [1, 2, 3, 4, 5], time: '09:30', minutes: 15 },
          { kind: 'weekly', days: [5], time: '16:00', minutes: 60 },
        ],
      },
    })

  test('a stand-up on a working day, two meetings on a Friday, none on Saturday and on a holiday', async () => {
    await rhythm()
    const member = await world.server.join(world.owner, 'member')
    const viewer = await world.server.join(world.owner, 'viewer')
    await world.owner.call(recordRoutes('task').create, {
      params: { planId },
      body: { values: { name: '信息流', owner: 'member', status: 'in_progress' } },
    })
    morningOf('2025-06-10')
    await run(remindMeetings)
    expect(await told(member)).toEqual(['今天 09:30 日站会'])
    expect(await told(viewer)).toEqual([])
    morningOf('2025-06-13')
    await run(remindMeetings)
    morningOf('2025-06-14')
    await run(remindMeetings)
    morningOf('2025-06-02')
    await run(remindMeetings)
    expect(await told(member)).toEqual(['夏季推广：今天 2 场会议', '今天 09:30 日站会'])
  })

  test('half an hour before the earliest meeting, and not before the plan begins', async () => {
    await rhythm()
    morningOf('2025-06-10', '08:59')
    // Due for yesterday still: that day is over.
    await run(remindMeetings)
    expect(await told()).toEqual([])
    morningOf('2025-06-10', '09:00')
    await run(remindMeetings)
    expect(await told()).toEqual(['今天 09:30 日站会'])
    morningOf('2025-05-30')
    await run(remindMeetings)
    expect((await told()).length).toBe(1)
  })

  test('the retrospective of the day is told by its name', async () => {
    await world.owner.call(meetings.create, {
      params: { planId },
      body: { values: { name: '复盘会 06-11', kind: 'retrospective', startsAt: '2025-06-11T10:00' } },
    })
    morningOf('2025-06-11')
    await run(remindMeetings)
    expect(await told()).toEqual(['今天 10:00 复盘会 06-11'])
  })
})
