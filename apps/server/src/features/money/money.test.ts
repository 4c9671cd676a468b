import { listJournal, postEntry, previewEntry, reverseEntry } from '@yingce/contracts/money/journal'
import type { NewEntry } from '@yingce/contracts/money/journal'
import { getMoney, getReturn } from '@yingce/contracts/money/money-view'
import { listLedger } from '@yingce/contracts/record/ledger'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { DAY, expense, planWithMoney } from './money.fixture.ts'

let server: TestServer
let owner: Person
let finance: Person

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
  finance = await server.join(owner, 'finance')
})
afterAll(() => server.close())

const tasks = recordRoutes('task')

const rowsOf = async (planId: string) => {
  const { body } = await owner.call(getMoney, { params: { planId } })
  return (level: string, id: string | null = null) =>
    body.rows.find((row) => row.level === level && row.id === id)
}
const spentOf = async (planId: string, recordId: string) =>
  (await owner.call(tasks.get, { params: { planId, recordId } })).body.values.spent

describe('F3: a top-up, its consumption and a wrong expense', () => {
  test('500 topped up and 200 used up leave 500 of 1,000; a wrong expense of 90 reversed leaves no trace', async () => {
    const { planId, params, taskId, budgetLineId } = await planWithMoney(owner)
    const post = (body: NewEntry) => finance.call(postEntry, { params, body })
    await post({
      kind: 'top_up',
      date: DAY,
      amount: 50_000,
      account: '千川',
      payee: '巨量引擎',
      budgetLineId,
    })
    await post({ kind: 'consumption', date: DAY, amount: 20_000, account: '千川', budgetLineId, taskId })
    const wrong = await post(expense(9_000, { budgetLineId, taskId }))
    expect([wrong.status, wrong.body.overspends]).toEqual([201, []])
    expect(await spentOf(planId, taskId)).toBe(29_000)

    const reversed = await finance.call(reverseEntry, {
      params: { planId, entryId: wrong.body.id },
      body: { date: DAY, reason: '重复入账' },
    })
    expect(reversed.status).toBe(201)
    expect(await spentOf(planId, taskId)).toBe(20_000)
    const row = await rowsOf(planId)
    expect(row('budget_line', budgetLineId)).toMatchObject({
      planned: 100_000,
      committed: 50_000,
      open: 30_000,
      actual: 20_000,
      remaining: 50_000,
    })
    expect(row('plan')).toMatchObject({ actual: 20_000, open: 30_000 })
    expect(row('category', 'media')).toMatchObject({ planned: 100_000, actual: 20_000 })
    expect((await owner.call(getMoney, { params })).body.accounts).toMatchObject([
      { account: '千川', toppedUp: 50_000, consumed: 20_000, balance: 30_000 },
    ])
    const { body: all } = await owner.call(listJournal, { params })
    expect([all.total, all.sum]).toEqual([4, 70_000])
    expect(all.items.find(({ id }) => id === reversed.body.id)).toMatchObject({
      amount: -9_000,
      note: '重复入账',
      reversalOf: wrong.body.id,
    })
    const { body: found } = await owner.call(listJournal, { params, query: { payee: '印', kind: 'expense' } })
    expect(found.items.map(({ amount }) => amount).toSorted((a, b) => a - b)).toEqual([-9_000, 9_000])
    const again = await finance.call(reverseEntry, {
      params: { planId, entryId: wrong.body.id },
      body: { date: DAY, reason: '再来' },
    })
    expect([again.status, again.problem?.code]).toEqual([409, 'wrong_state'])
  })

  test('ten who reverse the same entry at once reverse it once', async () => {
    const { planId, params, taskId } = await planWithMoney(owner)
    const { body } = await finance.call(postEntry, { params, body: expense(7_777, { taskId }) })
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        finance.call(reverseEntry, {
          params: { planId, entryId: body.id },
          body: { date: DAY, reason: '错' },
        }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201,
      ...Array<number>(9).fill(409),
    ])
    expect(await spentOf(planId, taskId)).toBe(0)
  })

  test('an expense that pays a contract lowers what is open of it and is no second burden', async () => {
    const { planId, params, budgetLineId } = await planWithMoney(owner)
    const { body: contract } = await finance.call(postEntry, {
      params,
      body: { kind: 'contract', date: DAY, amount: 80_000, payee: '制作公司', budgetLineId },
    })
    await finance.call(postEntry, {
      params,
      body: expense(30_000, { payee: '制作公司', budgetLineId, commitmentId: contract.id }),
    })
    const row = await rowsOf(planId)
    expect(row('budget_line', budgetLineId)).toMatchObject({
      open: 50_000,
      actual: 30_000,
      remaining: 20_000,
    })
    expect((await owner.call(getMoney, { params })).body.openContracts).toEqual([
      { id: contract.id, payee: '制作公司', open: 50_000 },
    ])
  })
})

describe('F3: overspend', () => {
  test('is told by the preview and by the answer, and not refused', async () => {
    const { planId, params, budgetLineId } = await planWithMoney(owner)
    const body = expense(100_001, { budgetLineId })
    const { body: told } = await finance.call(previewEntry, { params, body })
    expect(told.overspends.find(({ level }) => level === 'budget_line')).toMatchObject({
      name: '抖音',
      before: 100_000,
      after: -1,
      isBlocking: false,
    })
    expect((await owner.call(listJournal, { params: { planId } })).body.total).toBe(0)
    const posted = await finance.call(postEntry, { params, body })
    expect([posted.status, posted.body.overspends]).toEqual([201, told.overspends])
  })

  test('is refused by a hard limit, with what is left', async () => {
    const { params, budgetLineId } = await planWithMoney(owner, true)
    const refused = await finance.call(postEntry, { params, body: expense(100_001, { budgetLineId }) })
    expect([refused.status, refused.problem?.issues[0]]).toMatchObject([
      422,
      { path: 'body.amount', code: 'hard_limit', params: { left: 100_000 } },
    ])
    expect((await finance.call(postEntry, { params, body: expense(100_000, { budgetLineId }) })).status).toBe(
      201,
    )
  })

  test('20 at once at a hard limit that takes 7 of them: 7 are posted, none is lost, the task balances to the fen', async () => {
    const { planId, params, taskId, budgetLineId } = await planWithMoney(owner, true)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        finance.call(postEntry, { params, body: expense(13_333, { budgetLineId, taskId }) }),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(7)
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(13)
    const { body } = await owner.call(listJournal, { params })
    expect([body.total, body.sum]).toEqual([7, 93_331])
    expect(await spentOf(planId, taskId)).toBe(93_331)
    expect((await rowsOf(planId))('budget_line', budgetLineId)).toMatchObject({ remaining: 6_669 })
  })

  test('20 at once without a hard limit all count, and the tracker typing in between is not lost', async () => {
    const { planId, params, taskId, budgetLineId } = await planWithMoney(owner)
    const typed = owner.call(tasks.update, {
      params: { planId, recordId: taskId },
      body: { version: 1, values: { spent: 500 }, isOverwriting: true },
    })
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_unused, index) =>
        finance.call(postEntry, { params, body: expense(10_000 + index, { budgetLineId }) }),
      ),
    )
    await typed
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect((await rowsOf(planId))('plan')).toMatchObject({ actual: 200_190 + 500 })
  })

  test('the same Idempotency-Key posts once', async () => {
    const { planId, params } = await planWithMoney(owner)
    const post = () =>
      finance.call(postEntry, { params, body: expense(5), headers: { 'idempotency-key': 'rechnung-0042' } })
    const [first, second] = [await post(), await post()]
    expect(second.body.id).toBe(first.body.id)
    expect((await owner.call(listJournal, { params: { planId } })).body.total).toBe(1)
  })
})

describe('X11: the tracker and the journal are one ledger', () => {
  test('posted cost is in the task’s spend, and typing a new total posts the difference', async () => {
    const { planId, params, taskId } = await planWithMoney(owner)
    await finance.call(postEntry, { params, body: expense(6_000, { taskId }) })
    const { body: task } = await owner.call(tasks.get, { params: { planId, recordId: taskId } })
    await owner.call(tasks.update, {
      params: { planId, recordId: taskId },
      body: { version: task.version, values: { spent: 10_000 } },
    })
    const { body: ledger } = await owner.call(listLedger, { params, query: { taskId } })
    expect([ledger.sum, ledger.items.map(({ source, amount }) => `${source} ${amount}`)]).toEqual([
      10_000,
      ['tracker 4000', 'journal 6000'],
    ])
    expect((await rowsOf(planId))('task', taskId)).toMatchObject({ actual: 10_000, remaining: 90_000 })
  })

  test('a task that goes takes its tracker’s part along; what was paid stays, and comes to nobody', async () => {
    const { planId, params, taskId, budgetLineId } = await planWithMoney(owner)
    await finance.call(postEntry, { params, body: expense(6_000, { taskId, budgetLineId }) })
    const { body: task } = await owner.call(tasks.get, { params: { planId, recordId: taskId } })
    await owner.call(tasks.update, {
      params: { planId, recordId: taskId },
      body: { version: task.version, values: { spent: 10_000 } },
    })
    await owner.call(tasks.remove, { params: { planId, recordId: taskId } })
    const gone = await rowsOf(planId)
    expect(gone('plan')).toMatchObject({ actual: 6_000 })
    expect(gone('budget_line', budgetLineId)).toMatchObject({ actual: 6_000 })
    await owner.call(tasks.create, {
      params,
      body: { id: taskId, values: { name: '抖音信息流', spent: 10_000 } },
    })
    expect((await rowsOf(planId))('task', taskId)).toMatchObject({ actual: 10_000 })
  })

  test('what the tracker posted is corrected there, and a reversal is not reversed', async () => {
    const { planId, params, taskId } = await planWithMoney(owner)
    await owner.call(tasks.update, {
      params: { planId, recordId: taskId },
      body: { version: 1, values: { spent: 500 } },
    })
    const { body: posted } = await finance.call(postEntry, { params, body: expense(1) })
    const reverse = (entryId: string) =>
      finance.call(reverseEntry, { params: { planId, entryId }, body: { date: DAY, reason: '错' } })
    const { body: counter } = await reverse(posted.id)
    const { body: list } = await owner.call(listJournal, { params })
    const typed = list.items.find(({ source }) => source === 'tracker')
    expect((await reverse(typed?.id ?? '')).problem?.issues[0]?.code).toBe('of_tracker')
    expect((await reverse(counter.id)).problem?.issues[0]?.code).toBe('is_reversal')
  })

  test('platform consumption stands beside the tracker and the effect table, never added', async () => {
    const { planId, params, taskId } = await planWithMoney(owner)
    await owner.call(tasks.update, {
      params: { planId, recordId: taskId },
      body: { version: 1, values: { spent: 26_800 } },
    })
    await owner.call(recordRoutes('channel_effect').create, {
      params,
      body: { values: { channel: '抖音信息流', cost: 33_500, revenue: 100_500, conversions: 50 } },
    })
    await owner.call(recordRoutes('metric_fact').create, {
      params,
      body: { values: { day: DAY, channel: '抖音', cost: 33_000 } },
    })
    expect((await owner.call(getMoney, { params })).body.reconciliation).toEqual([
      {
        channel: '抖音信息流',
        trackerSpent: 26_800,
        effectCost: 33_500,
        platformCost: 33_000,
        difference: 6_700,
      },
    ])
  })
})

describe('F4: return figures', () => {
  test('cost 268 and attributed revenue 1,005 give ROAS 3.75 and ROI 2.75; the cash basis takes the rebate off', async () => {
    const { params, taskId } = await planWithMoney(owner)
    const post = (body: NewEntry) => finance.call(postEntry, { params, body })
    await post({ kind: 'consumption', date: DAY, amount: 26_800, account: '千川', taskId })
    await post({ kind: 'rebate', date: DAY, amount: 1_800, account: '千川' })
    await owner.call(recordRoutes('channel_effect').create, {
      params,
      body: { values: { channel: '抖音', revenue: 100_500, conversions: 50 } },
    })
    const { body } = await owner.call(getReturn, { params })
    const value = (key: string, answer = body) => answer.figures.find((figure) => figure.key === key)?.value
    expect([value('roas'), value('roi'), value('cpa'), value('cac')]).toEqual([3.75, 2.75, 536, null])
    expect([body.basis, body.revenueKind, body.revenue]).toEqual([
      'consumption',
      'attributed',
      { amount: 100_500, source: 'effect_table', baseline: null },
    ])
    const { body: cash } = await owner.call(getReturn, { params, query: { basis: 'cash' } })
    expect([cash.costs.onBasis, value('roas', cash)]).toEqual([25_000, 4.02])
    const { body: estimated } = await owner.call(getReturn, {
      params,
      query: { revenue: 'estimated', aov: 1_000 },
    })
    expect(estimated.revenue).toEqual({ amount: 50_000, source: 'assumption', baseline: null })
    const { body: incremental } = await owner.call(getReturn, { params, query: { revenue: 'incremental' } })
    expect([incremental.revenue, value('roi', incremental)]).toEqual([
      { amount: null, source: null, baseline: null },
      null,
    ])
  })

  test('incremental revenue that nobody recorded is what the channels brought less the same weekdays of four weeks before', async () => {
    const { planId, params, taskId } = await planWithMoney(owner)
    await finance.call(postEntry, {
      params,
      body: { kind: 'expense', date: '2025-06-10', amount: 40_000, payee: '平台', taskId },
    })
    // Before: 100 on each Monday and Tuesday, by another plan. Then 600 on a Monday and 500 on the Tuesday.
    const other = (await planWithMoney(owner)).planId
    const sell = (plan: string, day: string, revenue: number, channel = '微店') =>
      owner.call(recordRoutes('metric_fact').create, {
        params: { planId: plan },
        body: { values: { day, channel, revenue } },
      })
    for (const day of ['2025-05-12', '2025-05-13', '2025-05-19', '2025-05-26', '2025-06-02', '2025-06-03'])
      await sell(other, day, 10_000)
    await sell(other, '2025-06-02', 77_700, '别的渠道')
    await sell(planId, '2025-06-09', 60_000)
    await sell(planId, '2025-06-10', 50_000)
    const { body } = await owner.call(getReturn, {
      params,
      query: { revenue: 'incremental', margin: 0.5 },
    })
    expect(body.revenue).toEqual({
      amount: 90_000,
      source: 'baseline',
      baseline: {
        method: 'same_weekdays_of_four_weeks',
        from: '2025-06-09',
        to: '2025-06-10',
        channels: ['微店'],
        actual: 110_000,
        amount: 20_000,
        missing: 0,
      },
    })
    const value = (key: string) => body.figures.find((figure) => figure.key === key)?.value
    expect([value('roi'), value('grossMarginRoi'), value('breakEvenRoas')]).toEqual([1.25, 0.125, 2])
    await sell(planId, '2025-06-11', 5_000)
    const { body: longer } = await owner.call(getReturn, { params, query: { revenue: 'incremental' } })
    expect([
      longer.revenue.amount,
      longer.revenue.baseline?.amount,
      longer.revenue.baseline?.missing,
    ]).toEqual([null, null, 1])
  })
})
