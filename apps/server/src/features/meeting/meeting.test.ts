import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  closeMeeting,
  confirmBrief,
  getMeetingFigures,
  getMeetingRhythm,
  listBriefConfirmations,
  openMeeting,
  setMeetingRhythm,
} from '@yingce/contracts/meeting/meeting'
import { listHistory } from '@yingce/contracts/record/history'
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
        body: { values: { name, owner: '王五', plannedEnd: '2025-06-20', meetingId } },
      })
    const namesOf = async () =>
      (await owner.call(getMeetingFigures, { params })).body.actions.map(({ name }) => name)
    await agree('重做素材 B')
    expect(await namesOf()).toEqual(['重做素材 B'])
    await owner.call(closeMeeting, { params })
    await agree('联系展架')
    expect(await namesOf()).toEqual(['重做素材 B', '联系展架'])
    const { body: meeting } = await owner.call(meetings.get, { params: { planId, recordId: meetingId } })
    await owner.call(meetings.update, {
      params: { planId, recordId: meetingId },
      body: { version: meeting.version, values: { name: '站会（改名）' } },
    })
    expect(await namesOf()).toEqual(['重做素材 B', '联系展架'])
    const other = await newPlan(owner, '别的计划')
    const strange = await owner.call(tasks.create, {
      params: { planId: other },
      body: { values: { name: '不是这里的', meetingId } },
    })
    expect([strange.status, strange.problem?.issues[0]?.code]).toEqual([422, 'ref_missing'])
  })

  test('a meeting that is deleted lets its tasks go, with an entry in their history', async () => {
    const planId = await newPlan(owner, '删会议')
    const meetingId = await open(planId, 'stand_up', '2025-06-18')
    const { body: task } = await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: '联系展架', meetingId } },
    })
    await owner.call(meetings.remove, { params: { planId, recordId: meetingId } })
    const { body } = await owner.call(tasks.get, { params: { planId, recordId: task.id } })
    expect([body.values.meetingId, body.version]).toEqual([null, 2])
    const history = await owner.call(listHistory, { params: { planId }, query: { recordId: task.id } })
    expect(history.body.items[0]?.changes).toEqual([{ field: 'meetingId', from: meetingId, to: null }])
  })

  test('tasks from before, which named the meeting in their remark, point at it after the migration, under all its names', async () => {
    const planId = await newPlan(owner, '从前的行动项')
    const params = { planId }
    const first = await open(planId, 'stand_up', '2025-06-18')
    const second = await open(planId, 'weekly', '2025-06-20')
    const rename = async (recordId: string, name: string) => {
      const { body } = await owner.call(meetings.get, { params: { planId, recordId } })
      await owner.call(meetings.update, {
        params: { planId, recordId },
        body: { version: body.version, values: { name } },
      })
    }
    await rename(first, '晨会')
    const agree = async (name: string, remark: string | null) =>
      (await owner.call(tasks.create, { params, body: { values: { name, remark } } })).body.id
    const ids = [
      await agree('旧名', '补一张竖图\n来自 日站会 06-18 '),
      await agree('新名', '来自 晨会'),
      await agree('英文', 'From 周例会 06-20'),
      await agree('别的会', '来自 晨会 之前'),
      await agree('没有', null),
    ]
    const sql = readFileSync(
      join(import.meta.dirname, '../../db/migrations/0049_actions_of_meetings.sql'),
      'utf8',
    )
    const workspaceId = owner.session.workspace!.id
    await server.rows(workspaceId, sql)
    // Done once, it finds nothing more.
    await server.rows(workspaceId, sql)
    const found = await Promise.all(
      ids.map(async (recordId) => (await owner.call(tasks.get, { params: { planId, recordId } })).body),
    )
    expect(found.map(({ values, version }) => [values.meetingId, version])).toEqual([
      [first, 2],
      [first, 2],
      [second, 2],
      [null, 1],
      [null, 1],
    ])
    const history = await owner.call(listHistory, { params, query: { recordId: ids[0]! } })
    expect(history.body.items[0]).toMatchObject({
      source: 'job',
      by: null,
      changes: [{ field: 'meetingId', from: null, to: first }],
    })
    // The log goes on where the migration left it.
    await agree('之后', null)
    const seqs = (await owner.call(listHistory, { params, query: { limit: 500 } })).body.items.map(
      ({ seq }) => seq,
    )
    expect(new Set(seqs).size).toBe(seqs.length)
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
