import {
  closeMeeting,
  confirmBrief,
  getMeetingFigures,
  getMeetingRhythm,
  listBriefConfirmations,
  openMeeting,
  setMeetingRhythm,
} from '@yingce/contracts/meeting/meeting'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let owner: Person
let now = new Date('2025-06-10T02:00:00Z')

beforeAll(async () => {
  server = await startTestServer({ clock: () => now })
  owner = await server.setUp()
})
afterAll(() => server.close())

const tasks = recordRoutes('task')
const meetings = recordRoutes('meeting')
const open = async (planId: string, kind: 'stand_up' | 'weekly' | 'kick_off', day: string) =>
  (await owner.call(openMeeting, { params: { planId }, body: { kind, day, locale: 'zh-CN' } })).body.id

describe('X5: meetings', () => {
  test('a stand-up opens with the spend of yesterday beside its plan, and keeps it when it is closed', async () => {
    now = new Date('2025-06-10T02:00:00Z')
    const planId = await newPlan(owner)
    const { body: task } = await owner.call(tasks.create, {
      params: { planId },
      body: {
        values: {
          name: '信息流',
          owner: '李四',
          status: 'in_progress',
          plannedStart: '2025-06-01',
          plannedEnd: '2025-06-20',
          budget: 30_000_000,
          spent: 1_600_000,
          kpi: '点击率≥2%',
          reached: '2.1%',
        },
      },
    })
    now = new Date('2025-06-11T01:00:00Z')
    const meetingId = await open(planId, 'stand_up', '2025-06-11')
    const params = { planId, meetingId }
    const { body } = await owner.call(getMeetingFigures, { params })
    expect(body).toMatchObject({
      day: '2025-06-11',
      isFrozen: false,
      spend: { spent: 1_600_000, planned: 1_500_000, difference: 100_000 },
      kpis: [{ metric: '点击率', status: 'met' }],
    })
    await owner.call(closeMeeting, { params })
    await owner.call(tasks.update, {
      params: { planId, recordId: task.id },
      body: { version: task.version, values: { reached: '1.2%' } },
    })
    expect((await owner.call(getMeetingFigures, { params })).body).toMatchObject({
      isFrozen: true,
      kpis: [{ actualText: '2.1%' }],
    })
    expect((await owner.call(closeMeeting, { params })).status).toBe(409)
  })

  test('a stand-up shows what was filled in yesterday and this morning, and the problem that was reported', async () => {
    now = new Date('2025-06-10T01:00:00Z')
    const planId = await newPlan(owner, '填报')
    const { body: task } = await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: '信息流', owner: '李四', status: 'in_progress', progress: 0.4 } },
    })
    const fillIn = (version: number, values: Record<string, unknown>) =>
      owner.call(tasks.update, { params: { planId, recordId: task.id }, body: { version, values } })
    await fillIn(task.version, { spent: 1_000_000, remark: '不是填报' })
    // 07:00 of the 11th in the workspace, which is still the 10th in UTC.
    now = new Date('2025-06-10T23:00:00Z')
    await fillIn(task.version + 1, { spent: 1_600_000, issue: '素材 B 未过审' })
    const meetingId = await open(planId, 'stand_up', '2025-06-11')
    const params = { planId, meetingId }
    const { body } = await owner.call(getMeetingFigures, { params })
    expect(body).toMatchObject({
      filled: [
        {
          taskId: task.id,
          name: '信息流',
          by: expect.any(String),
          fields: [
            { field: 'spent', from: null, to: 1_600_000 },
            { field: 'issue', from: null, to: '素材 B 未过审' },
          ],
        },
      ],
      blocked: [{ text: '信息流 · 素材 B 未过审' }],
    })
    // The stand-up of the next day speaks of the 11th only.
    now = new Date('2025-06-12T01:00:00Z')
    const next = await open(planId, 'stand_up', '2025-06-12')
    const later = await owner.call(getMeetingFigures, { params: { planId, meetingId: next } })
    expect(later.body).toMatchObject({
      filled: [{ fields: [{ field: 'spent', from: 1_000_000, to: 1_600_000 }, { field: 'issue' }] }],
      spend: { spent: 600_000 },
    })
  })

  test('what a meeting agreed on is listed by it, also a task that was made after its end', async () => {
    now = new Date('2025-06-18T01:00:00Z')
    const planId = await newPlan(owner, '行动项')
    const meetingId = await open(planId, 'stand_up', '2025-06-18')
    const params = { planId, meetingId }
    const agree = (name: string) =>
      owner.call(tasks.create, {
        params: { planId },
        body: {
          values: { name, owner: '王五', plannedEnd: '2025-06-20', remark: '来自 日站会 06-18\n补一张竖图' },
        },
      })
    const namesOf = async () =>
      (await owner.call(getMeetingFigures, { params })).body.actions.map(({ name }) => name)
    await agree('重做素材 B')
    expect(await namesOf()).toEqual(['重做素材 B'])
    await owner.call(closeMeeting, { params })
    await agree('联系展架')
    expect((await namesOf()).toSorted()).toEqual(['联系展架', '重做素材 B'])
  })

  test('ten who open the stand-up of a day at once meet in one, with its agenda', async () => {
    const planId = await newPlan(owner)
    const ids = await Promise.all(Array.from({ length: 10 }, () => open(planId, 'stand_up', '2025-06-12')))
    expect(new Set(ids).size).toBe(1)
    const { body } = await owner.call(meetings.get, { params: { planId, recordId: ids[0]! } })
    expect(body.values).toMatchObject({
      name: '日站会 06-12',
      state: 'running',
      startsAt: '2025-06-12T09:00',
      agenda: expect.stringContaining('1. 昨天完成了什么'),
    })
  })

  test('the rhythm of a plan gives the meeting its time and length; a day that no week has is refused', async () => {
    const planId = await newPlan(owner)
    const params = { planId }
    const items = [{ kind: 'weekly' as const, days: [5], time: '16:00', minutes: 40 }]
    expect((await owner.call(setMeetingRhythm, { params, body: { items } })).body).toEqual({ items })
    expect((await owner.call(getMeetingRhythm, { params })).body).toEqual({ items })
    const id = await open(planId, 'weekly', '2025-06-13')
    const { body } = await owner.call(meetings.get, { params: { planId, recordId: id } })
    expect([body.values.startsAt, body.values.agenda]).toEqual([
      '2025-06-13T16:00',
      expect.stringContaining('本周达成与目标对比（10 分钟）'),
    ])
    const wrong = await owner.call(setMeetingRhythm, {
      params,
      body: { items: [{ kind: 'weekly', days: [8], time: '16:00', minutes: 40 }] },
    })
    expect([wrong.status, wrong.problem?.issues[0]?.path]).toEqual([422, 'body.items.0.days'])
  })

  test('a kick-off has a brief per person, and whoever confirms is listed once', async () => {
    const planId = await newPlan(owner)
    await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: '写稿', owner: '李四、王五' } },
    })
    const meetingId = await open(planId, 'kick_off', '2025-06-12')
    const params = { planId, meetingId }
    expect((await owner.call(getMeetingFigures, { params })).body.briefs.map(({ name }) => name)).toEqual([
      '李四',
      '王五',
    ])
    await owner.call(confirmBrief, { params })
    await owner.call(confirmBrief, { params })
    expect((await owner.call(listBriefConfirmations, { params })).body.items).toHaveLength(1)
  })
})
