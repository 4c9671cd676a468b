import {
  listJournal,
  postEntry,
  previewEntry,
  reconcileEntry,
  reverseEntry,
} from '@yingce/contracts/money/journal'
import { getMoney, getReturn } from '@yingce/contracts/money/money-view'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { DAY, expense, planWithMoney } from './money.fixture.ts'

let server: TestServer
let owner: Person
let finance: Person
let member: Person
let viewer: Person

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
  finance = await server.join(owner, 'finance')
  member = await server.join(owner, 'member')
  viewer = await server.join(owner, 'viewer')
})
afterAll(() => server.close())

describe('F3: who may, and what is refused', () => {
  test('a member reports an expense of a task; lines, accounts, reversals and receipts are finance’s', async () => {
    const { planId, params, taskId, budgetLineId } = await planWithMoney(owner)
    const { status, body } = await member.call(postEntry, { params, body: expense(100, { taskId }) })
    expect(status).toBe(201)
    const entryParams = { planId, entryId: body.id }
    const refused = [
      await member.call(postEntry, { params, body: expense(100, { budgetLineId }) }),
      await member.call(postEntry, { params, body: { kind: 'top_up', date: DAY, amount: 1, account: 'a' } }),
      await member.call(previewEntry, { params, body: expense(100) }),
      await member.call(reverseEntry, { params: entryParams, body: { date: DAY, reason: 'x' } }),
      await member.call(reconcileEntry, { params: entryParams, body: { isReconciled: true, receipt: '1' } }),
      await viewer.call(postEntry, { params, body: expense(100, { taskId }) }),
    ]
    expect(refused.map((answer) => answer.status)).toEqual([403, 403, 403, 403, 403, 403])
    expect((await viewer.call(getMoney, { params })).status).toBe(200)
  })

  test('without a session 401, of another workspace 404', async () => {
    const { planId, params } = await planWithMoney(owner)
    const { body } = await finance.call(postEntry, { params, body: expense(100) })
    const neighbour = await server.neighbour(owner)
    expect((await server.stranger().call(listJournal, { params })).status).toBe(401)
    const answers = [
      await neighbour.call(listJournal, { params }),
      await neighbour.call(getMoney, { params }),
      await neighbour.call(getReturn, { params }),
      await neighbour.call(postEntry, { params, body: expense(100) }),
      await neighbour.call(reverseEntry, {
        params: { planId, entryId: body.id },
        body: { date: DAY, reason: 'x' },
      }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  })

  test('every wrong field is named at once', async () => {
    const { params } = await planWithMoney(owner)
    const { status, problem } = await finance.call(postEntry, {
      params,
      body: {
        kind: 'consumption',
        date: DAY,
        amount: -5,
        taskId: '01890000-0000-7000-8000-000000000000',
        commitmentId: '01890000-0000-7000-8000-000000000001',
      },
    })
    expect([status, problem?.issues.map(({ path, code }) => `${path} ${code}`)]).toEqual([
      422,
      [
        'body.amount positive',
        'body.account required',
        'body.commitmentId expense_only',
        'body.taskId unknown',
        'body.commitmentId unknown',
      ],
    ])
  })

  test('a receipt is held against its entry and let go again, the entry untouched', async () => {
    const { planId, params } = await planWithMoney(owner)
    const { body } = await finance.call(postEntry, { params, body: expense(100) })
    const set = (isReconciled: boolean, receipt?: string) =>
      finance.call(reconcileEntry, {
        params: { planId, entryId: body.id },
        body: { isReconciled, ...(receipt === undefined ? {} : { receipt }) },
      })
    expect((await set(true)).problem?.issues[0]?.path).toBe('body.receipt')
    expect((await set(true, 'FP-0815')).status).toBe(204)
    const one = async () => (await owner.call(listJournal, { params })).body.items[0]
    expect(await one()).toMatchObject({ isReconciled: true, receipt: 'FP-0815', amount: 100 })
    await set(false)
    expect(await one()).toMatchObject({ isReconciled: false, receipt: null })
  })
})
