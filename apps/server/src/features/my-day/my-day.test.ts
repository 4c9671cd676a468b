import { getMyDay, listStaleCells } from '@yingce/contracts/my-day/my-day'
import { listNotices } from '@yingce/contracts/notice/notice'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import type { RecordInput } from '@yingce/contracts/record/record-schema'
import { updatePlan } from '@yingce/contracts/plan/plan'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let owner: Person
let now = new Date('2025-06-09T02:00:00Z')

beforeAll(async () => {
  server = await startTestServer({ clock: () => now })
  owner = await server.setUp()
})
afterAll(() => server.close())

const tasks = recordRoutes('task')
const add = async (planId: string, values: RecordInput<'task'>) => {
  const { body } = await owner.call(tasks.create, { params: { planId }, body: { values } })
  return body
}
const myName = async () => (await owner.call(getMyDay, {})).body.name

describe('C5: my day', () => {
  test('lists own tasks of running plans, the most pressing first, with what to fill in and the day beside its plan', async () => {
    now = new Date('2025-06-09T02:00:00Z')
    const name = await myName()
    const planId = await newPlan(owner)
    const feed = await add(planId, {
      name: '信息流',
      owner: `李四、${name}`,
      status: 'in_progress',
      plannedStart: '2025-06-01',
      plannedEnd: '2025-06-20',
      actualStart: '2025-06-01',
      budget: 30_000_000,
      spent: 1_000_000,
      kpi: '点击率≥2%',
      reached: '1.9%',
    })
    await add(planId, { name: '别人的', owner: `${name}丰`, status: 'in_progress' })
    await add(planId, { name: '过期的', owner: name, plannedEnd: '2025-06-05', status: 'in_progress' })
    await add(planId, { name: '以后的', owner: name, plannedStart: '2025-07-01' })
    await add(planId, { name: '今天做完的', owner: name, status: 'done', actualEnd: '2025-06-10' })
    await owner.call(tasks.update, {
      params: { planId, recordId: feed.id },
      body: { version: feed.version, values: { spent: 2_600_000 } },
    })
    now = new Date('2025-06-10T02:00:00Z')
    const { body } = await owner.call(getMyDay, {})
    expect(body.items.map(({ task, reason }) => [task.values.name, reason])).toEqual([
      ['过期的', 'overdue'],
      ['信息流', 'running'],
    ])
    expect(body.items[1]).toMatchObject({
      asks: ['spent', 'progress', 'reached', 'issue'],
      spend: { day: '2025-06-09', spent: 2_600_000, planned: 1_500_000, difference: 1_100_000 },
      kpis: [{ metric: '点击率', text: '点击率≥2%', status: 'at_risk' }],
    })
    expect(body.doneToday.map(({ name: done }) => done)).toEqual(['今天做完的'])
    expect(body.otherCount).toBe(1)
  })

  test('a plan in the archive asks for nothing', async () => {
    const name = await myName()
    const planId = await newPlan(owner)
    await add(planId, { name: '收起来的', owner: name, status: 'in_progress' })
    const before = (await owner.call(getMyDay, {})).body.items.length
    await owner.call(updatePlan, { params: { planId }, body: { version: 1, values: { state: 'archived' } } })
    expect((await owner.call(getMyDay, {})).body.items.length).toBe(before - 1)
  })
})

describe('X1: stale cells', () => {
  test('spend of Monday is stale on Thursday, and fresh again once it is written, by the calendar of the workspace', async () => {
    now = new Date('2025-06-09T02:00:00Z')
    const planId = await newPlan(owner)
    const task = await add(planId, {
      name: '投放',
      status: 'in_progress',
      actualStart: '2025-06-09',
      budget: 1000,
      spent: 10,
      progress: 0.1,
    })
    const stale = async () =>
      (await owner.call(listStaleCells, { params: { planId } })).body.items.map(({ taskId, fields }) => [
        taskId,
        fields.map(({ field, days }) => `${field} ${days}`),
      ])
    expect(await stale()).toEqual([])
    now = new Date('2025-06-11T16:30:00Z')
    expect(await stale()).toEqual([[task.id, ['spent 3', 'progress 3']]])
    await owner.call(tasks.update, {
      params: { planId, recordId: task.id },
      body: { version: task.version, values: { spent: 20 } },
    })
    expect(await stale()).toEqual([[task.id, ['progress 3']]])
  })

  test('what is handed in waits for whoever made the plan, who is told; the answer goes to its owner', async () => {
    now = new Date('2025-06-12T02:00:00Z')
    const planId = await newPlan(owner)
    const member = await server.join(owner, 'member')
    const name = member.session.user!.name
    const poster = await add(planId, {
      name: '海报终稿',
      owner: name,
      status: 'in_progress',
      standard: '三个尺寸，法务已看',
    })
    const mine = async (person: Person) => {
      const { items } = (await person.call(getMyDay, {})).body
      const found = items.find(({ task }) => task.id === poster.id)
      return found === undefined ? null : [found.reason, found.handsIn]
    }
    const titles = async (person: Person) =>
      (await person.call(listNotices, { query: {} })).body.items
        .filter(({ planId: of }) => of === planId)
        .map(({ kind, title }) => [kind, title.zh])
    const set = (person: Person, version: number, values: RecordInput<'task'>) =>
      person.call(tasks.update, { params: { planId, recordId: poster.id }, body: { version, values } })
    expect([await mine(member), await mine(owner)]).toEqual([['running', true], null])
    await set(member, 1, { status: 'pending_acceptance' })
    expect([await mine(member), await mine(owner)]).toEqual([
      ['waiting', true],
      ['accept', false],
    ])
    expect([await titles(owner), await titles(member)]).toEqual([[['approval', '待验收：海报终稿']], []])
    await set(owner, 2, { status: 'in_progress', remark: '还差竖版' })
    expect(await mine(owner)).toBeNull()
    expect(await titles(member)).toEqual([['approval', '被退回：海报终稿']])
    await set(member, 3, { status: 'pending_acceptance' })
    await set(owner, 4, { status: 'done' })
    expect(await titles(member)).toEqual([
      ['approval', '已通过验收：海报终稿'],
      ['approval', '被退回：海报终稿'],
    ])
    expect(await titles(owner)).toHaveLength(2)
  })
})
