import { createDependency, deleteDependency, listDependencies } from '@yingce/contracts/record/dependency'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { summariseTasks } from '@yingce/contracts/record/task-summary'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

const tasks = recordRoutes('task')

let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
})

afterAll(() => server.close())

async function planWith(names: string[]): Promise<{ planId: string; ids: string[] }> {
  const planId = await newPlan(owner)
  const { body } = await owner.call(tasks.createMany, {
    params: { planId },
    body: { items: names.map((name) => ({ values: { name } })) },
  })
  return { planId, ids: body.items.map(({ id }) => id) }
}

test('a link that closes a loop is refused, with the loop named in order', async () => {
  const {
    planId,
    ids: [a, b, c],
  } = await planWith(['调研', '设计', '投放'])
  const link = (fromTaskId: string, toTaskId: string) =>
    owner.call(createDependency, { params: { planId }, body: { fromTaskId, toTaskId } })
  expect((await link(a!, b!)).status).toBe(201)
  expect((await link(b!, c!)).status).toBe(201)
  const closed = await link(c!, a!)
  expect([closed.status, closed.problem?.issues[0]?.params]).toEqual([
    422,
    { loop: ['投放', '调研', '设计', '投放'] },
  ])
  expect((await link(a!, a!)).problem?.issues[0]?.params).toEqual({ loop: ['调研', '调研'] })
  expect((await link(a!, b!)).problem?.code).toBe('already_exists')
  expect((await link(a!, c!)).status).toBe(201)
})

test('two links made at once do not close a loop together', async () => {
  const {
    planId,
    ids: [a, b],
  } = await planWith(['甲', '乙'])
  const answers = await Promise.all(
    [
      [a!, b!],
      [b!, a!],
    ].map(([fromTaskId, toTaskId]) =>
      owner.call(createDependency, {
        params: { planId },
        body: { fromTaskId: fromTaskId!, toTaskId: toTaskId! },
      }),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422])
})

test('links go with their tasks, and by themselves', async () => {
  const {
    planId,
    ids: [a, b, c],
  } = await planWith(['甲', '乙', '丙'])
  await owner.call(createDependency, { params: { planId }, body: { fromTaskId: a!, toTaskId: b! } })
  const { body: second } = await owner.call(createDependency, {
    params: { planId },
    body: { fromTaskId: b!, toTaskId: c!, type: 'SS', lagDays: -2 },
  })
  await owner.call(tasks.remove, { params: { planId, recordId: a! } })
  expect((await owner.call(listDependencies, { params: { planId } })).body.items).toEqual([second])
  expect((await owner.call(deleteDependency, { params: { planId, dependencyId: second.id } })).status).toBe(
    204,
  )
  expect((await owner.call(deleteDependency, { params: { planId, dependencyId: second.id } })).status).toBe(
    404,
  )
})

test('group totals weigh progress by weight and leave cancelled tasks out of it', async () => {
  const planId = await newPlan(owner)
  const items = [
    { name: 'a', owner: '张三', weight: 3, progress: 0.5, budget: 10, spent: 1, plannedStart: '2025-06-01' },
    { name: 'b', owner: '张三', weight: 1, status: 'done' as const, budget: 5, plannedEnd: '2025-06-30' },
    { name: 'c', owner: '张三', weight: 100, status: 'cancelled' as const, progress: 0.1 },
    { name: 'd', owner: null, weight: 0 },
  ].map((values) => ({ values }))
  await owner.call(tasks.createMany, { params: { planId }, body: { items } })
  const { body } = await owner.call(summariseTasks, { params: { planId }, query: { by: 'owner' } })
  expect(body.groups).toEqual([
    {
      key: '张三',
      count: 3,
      doneCount: 1,
      budget: 15,
      spent: 1,
      plannedStart: '2025-06-01',
      plannedEnd: '2025-06-30',
      progress: (3 * 0.5 + 1) / 4,
    },
    {
      key: null,
      count: 1,
      doneCount: 0,
      budget: null,
      spent: null,
      plannedStart: null,
      plannedEnd: null,
      progress: null,
    },
  ])
})
