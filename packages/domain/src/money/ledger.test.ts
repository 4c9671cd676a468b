import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { accountBalances } from './account-balances.ts'
import { costOnBasis, costParts } from './cost-basis.ts'
import { entryProblems } from './entry-problems.ts'
import { expenseCategoryOf } from './expense-category.ts'
import { LEDGER_KINDS, type LedgerLine } from './ledger-entry.ts'
import { type MoneyLevel, type MoneyPlan, moneyTable } from './money-table.ts'
import { openCommitments } from './open-commitments.ts'
import { overspendBy } from './overspend.ts'

const PLAN: MoneyPlan = {
  planned: 100_000,
  phases: [{ id: 'p1', name: '预热' }],
  tasks: [
    { id: 't1', name: '投放', strategy: null, phaseId: 'p1', budget: 60_000, status: 'in_progress' },
    { id: 't2', name: '写稿', strategy: null, phaseId: null, budget: 20_000, status: 'cancelled' },
  ],
  lines: [
    { id: 'l1', name: '抖音', category: '媒介投放', budget: 70_000, isReserve: false, isHardLimit: true },
    { id: 'l2', name: '达人', category: '达人费用', budget: 20_000, isReserve: false, isHardLimit: false },
  ],
}

let count = 0
const entry = (kind: LedgerLine['kind'], amount: number, rest: Partial<LedgerLine> = {}): LedgerLine => ({
  id: `e${String(++count).padStart(4, '0')}`,
  kind,
  amount,
  date: '2026-05-01',
  taskId: null,
  budgetLineId: null,
  category: null,
  account: null,
  commitmentId: null,
  reversalOf: null,
  ...rest,
})
const reversalOf = (of: LedgerLine): LedgerLine => ({
  ...of,
  id: `${of.id}r`,
  amount: -of.amount,
  reversalOf: of.id,
})
const rowOf = (level: MoneyLevel, id: string | null, entries: readonly LedgerLine[]) =>
  moneyTable(PLAN, entries).find((row) => row.level === level && row.id === id)

const FREE_ENTRY = fc
  .record({
    kind: fc.constantFrom(...LEDGER_KINDS),
    amount: fc.integer({ min: 1, max: 5_000_000 }),
    day: fc.integer({ min: 1, max: 28 }),
    taskId: fc.constantFrom(null, 't1', 't2', 'gone'),
    budgetLineId: fc.constantFrom(null, 'l1', 'l2'),
    category: fc.constantFrom(null, 'media', 'creator'),
    account: fc.constantFrom('千川', '聚光'),
  })
  .map(({ day, ...rest }) => ({ ...rest, date: `2026-05-${String(day).padStart(2, '0')}` }))

/** A ledger as it may come about: entries, some of them reversed, expenses that may pay a contract. */
const ANY_LEDGER = fc
  .array(
    fc.record({
      free: FREE_ENTRY,
      isReversed: fc.boolean(),
      pays: fc.nat({ max: 20 }),
      isPaying: fc.boolean(),
    }),
    { maxLength: 24 },
  )
  .map((drafts) => {
    const entries = drafts.map(({ free }, index): LedgerLine => ({
      ...free,
      id: `e${String(index).padStart(3, '0')}`,
      commitmentId: null,
      reversalOf: null,
    }))
    const paid = entries.map((one, index): LedgerLine => {
      const target = entries[drafts[index]?.pays ?? 0]
      const isPaying =
        drafts[index]?.isPaying === true && one.kind === 'expense' && target?.kind === 'contract'
      return isPaying ? { ...one, commitmentId: target.id } : one
    })
    return {
      kept: paid.filter((_one, index) => drafts[index]?.isReversed === false),
      all: [...paid, ...paid.filter((_one, index) => drafts[index]?.isReversed === true).map(reversalOf)],
    }
  })

describe('F3: the ledger, whatever is in it', () => {
  test('the rows of each level sum to the plan’s row, to the fen', () => {
    fc.assert(
      fc.property(ANY_LEDGER, ({ all }) => {
        const rows = moneyTable(PLAN, all)
        const [plan] = rows
        for (const level of ['phase', 'budget_line', 'category', 'task'] as const) {
          const own = rows.filter((row) => row.level === level)
          for (const key of ['committed', 'open', 'actual'] as const)
            expect(own.reduce((sum, row) => sum + (row[key] ?? 0), 0)).toBe(plan?.[key] ?? 0)
        }
      }),
    )
  })
  test('the order in which entries were written changes no figure', () => {
    fc.assert(
      fc.property(
        ANY_LEDGER.chain(({ all }) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(moneyTable(PLAN, shuffled)).toEqual(moneyTable(PLAN, all))
          expect(accountBalances(shuffled)).toEqual(accountBalances(all))
          expect(costParts(shuffled)).toEqual(costParts(all))
        },
      ),
    )
  })
  test('an entry and its reversal leave every figure as if neither had been', () => {
    fc.assert(
      fc.property(ANY_LEDGER, ({ all, kept }) => {
        expect(moneyTable(PLAN, all)).toEqual(moneyTable(PLAN, kept))
        expect(accountBalances(all)).toEqual(accountBalances(kept))
        expect(costParts(all)).toEqual(costParts(kept))
      }),
    )
  })
  test('the amounts of all entries, reversals included, sum to what stands', () => {
    fc.assert(
      fc.property(ANY_LEDGER, ({ all }) => {
        const cost = all
          .filter(({ kind }) => kind === 'expense' || kind === 'consumption')
          .reduce((sum, { amount }) => sum + amount, 0)
        expect(rowOf('plan', null, all)?.actual ?? 0).toBe(cost)
      }),
    )
  })
  test('what is open is never below zero nor above what was committed', () => {
    fc.assert(
      fc.property(ANY_LEDGER, ({ all }) => {
        const open = openCommitments(all)
        for (const { id, amount } of all)
          if (open.has(id)) {
            expect(open.get(id)).toBeGreaterThanOrEqual(0)
            expect(open.get(id)).toBeLessThanOrEqual(amount)
          }
      }),
    )
  })
})

describe('F3: open commitments', () => {
  it('a contract of 500 paid with 300 and 250 is open with 0, not −50', () => {
    const contract = entry('contract', 500)
    const pays = (amount: number) => entry('expense', amount, { commitmentId: contract.id })
    expect(openCommitments([contract, pays(300)]).get(contract.id)).toBe(200)
    expect(openCommitments([contract, pays(300), pays(250)]).get(contract.id)).toBe(0)
  })
  it('consumption of a line takes from the top-ups of that line before older ones of another', () => {
    const other = entry('top_up', 100, { account: '千川', budgetLineId: 'l2', date: '2026-04-01' })
    const own = entry('top_up', 100, { account: '千川', budgetLineId: 'l1', date: '2026-05-01' })
    const used = entry('consumption', 130, { account: '千川', budgetLineId: 'l1' })
    const open = openCommitments([used, own, other])
    expect([open.get(own.id), open.get(other.id)]).toEqual([0, 70])
  })
})

describe('F3: planned, committed, actual, remaining', () => {
  it('a top-up of 500 with 200 used up leaves 700 − 200 − 300 of a line of 700', () => {
    const entries = [
      entry('top_up', 50_000, { account: '千川', budgetLineId: 'l1' }),
      entry('consumption', 20_000, { account: '千川', budgetLineId: 'l1', taskId: 't1' }),
    ]
    expect(rowOf('budget_line', 'l1', entries)).toMatchObject({
      planned: 70_000,
      committed: 50_000,
      open: 30_000,
      actual: 20_000,
      remaining: 20_000,
    })
    expect(rowOf('phase', 'p1', entries)).toMatchObject({ planned: 60_000, actual: 20_000 })
    expect(rowOf('category', 'media', entries)).toMatchObject({ planned: 70_000, actual: 20_000 })
    expect(rowOf('task', null, entries)).toMatchObject({ planned: null, committed: 50_000, actual: null })
  })
  it('without entries nothing is spent, which is "none" and not 0, and all of the plan remains', () => {
    expect(rowOf('plan', null, [])).toMatchObject({ actual: null, committed: null, remaining: 100_000 })
  })
  it('spend that names no line has the one its task’s wording points at, and none where two lines fit', () => {
    const tasks = PLAN.tasks.map((task) => (task.id === 't1' ? { ...task, name: '抖音信息流放量' } : task))
    const actualOf = (lines: MoneyPlan['lines'], id: string | null) =>
      moneyTable({ ...PLAN, tasks, lines }, [entry('expense', 700, { taskId: 't1' })]).find(
        (row) => row.level === 'budget_line' && row.id === id,
      )?.actual
    expect(actualOf(PLAN.lines, 'l1')).toBe(700)
    const twice = PLAN.lines.map((line) => ({ ...line, name: '抖音' }))
    expect([actualOf(twice, 'l1'), actualOf(twice, 'l2'), actualOf(twice, null)]).toEqual([null, null, 700])
  })
  it('a cancelled task plans nothing, and what it cost still counts', () => {
    const entries = [entry('expense', 900, { taskId: 't2' })]
    expect(rowOf('task', 't2', entries)).toMatchObject({ planned: null, actual: 900 })
    expect(rowOf('plan', null, entries)?.actual).toBe(900)
  })
  it('rebate and bonus credit change no row', () => {
    const entries = [entry('rebate', 5, { account: 'a' }), entry('bonus_credit', 5, { account: 'a' })]
    expect(moneyTable(PLAN, entries)).toEqual(moneyTable(PLAN, []))
  })
})

describe('F3: overspend', () => {
  const spend = (amount: number, line: string) => entry('expense', amount, { budgetLineId: line })
  it('the last fen is no overspend, one more is, and a hard limit blocks', () => {
    expect(overspendBy(PLAN, [], spend(70_000, 'l1'))).toEqual([])
    expect(overspendBy(PLAN, [], spend(70_001, 'l1'))).toEqual([
      expect.objectContaining({ level: 'budget_line', id: 'l1', after: -1, isBlocking: true }),
      expect.objectContaining({ level: 'category', id: 'media', after: -1, isBlocking: false }),
    ])
    expect(overspendBy(PLAN, [], spend(20_001, 'l2')).map(({ isBlocking }) => isBlocking)).toEqual([
      false,
      false,
    ])
  })
  it('paying a contract of an overspent line makes it no worse and is not warned of', () => {
    const contract = entry('contract', 80_000, { budgetLineId: 'l1' })
    const payment = entry('expense', 30_000, { budgetLineId: 'l1', commitmentId: contract.id })
    expect(overspendBy(PLAN, [contract], payment)).toEqual([])
  })
  it('using up more than an account holds is warned of at the account', () => {
    const entries = [entry('top_up', 100, { account: '千川' })]
    expect(overspendBy(PLAN, entries, entry('consumption', 101, { account: '千川' }))).toEqual([
      expect.objectContaining({ level: 'account', name: '千川', before: 100, after: -1 }),
    ])
  })
})

describe('F3, F4: accounts and cost', () => {
  const entries = [
    entry('top_up', 1_000, { account: '千川' }),
    entry('bonus_credit', 200, { account: '千川' }),
    entry('consumption', 1_150, { account: '千川' }),
    entry('rebate', 50, { account: '千川' }),
    entry('expense', 300),
  ]
  it('1,000 topped up, 200 credit, 1,150 used up: 50 left, 150 of the credit used, the rebate apart', () => {
    expect(accountBalances(entries)).toEqual([
      {
        account: '千川',
        toppedUp: 1_000,
        bonusCredit: 200,
        consumed: 1_150,
        rebate: 50,
        balance: 50,
        bonusUsed: 150,
      },
    ])
  })
  it('cost is 1,450 by consumption and 1,250 in cash after rebate and credit', () => {
    const parts = costParts(entries)
    expect([costOnBasis(parts, 'consumption'), costOnBasis(parts, 'cash')]).toEqual([1_450, 1_250])
  })
  it('a ledger without cost has none, which is not 0', () => {
    expect(costOnBasis(costParts([entry('top_up', 5, { account: 'a' })]), 'cash')).toBeNull()
  })
})

describe('F3: what keeps an entry out', () => {
  const whole = {
    kind: 'expense',
    amount: 1,
    account: null,
    payee: '印厂',
    commitmentId: null,
    taskId: null,
  } as const
  it.each([
    ['an expense with a payee is fine', whole, []],
    ['an amount of 0', { ...whole, amount: 0 }, ['amount positive']],
    ['a negative amount', { ...whole, amount: -5 }, ['amount positive']],
    ['an expense without payee', { ...whole, payee: null }, ['payee required']],
    ['a top-up without account', { ...whole, kind: 'top_up' as const }, ['account required']],
    [
      'consumption that pays a contract',
      { ...whole, kind: 'consumption' as const, account: 'a', commitmentId: 'x' },
      ['commitmentId expense_only'],
    ],
    [
      'a rebate on a task',
      { ...whole, kind: 'rebate' as const, account: 'a', taskId: 't' },
      ['taskId cost_only'],
    ],
  ])('%s', (_name, given, expected) => {
    expect(entryProblems(given).map(({ field, code }) => `${field} ${code}`)).toEqual(expected)
  })
})

describe('F1: expense categories', () => {
  it.each([
    ['媒介投放', 'media'],
    ['达人投放费', 'creator'],
    ['素材制作', 'production'],
    ['快闪场地', 'venue'],
    ['应急', null],
    [null, null],
  ])('%s is %s', (text, category) => expect(expenseCategoryOf(text)).toBe(category))
})
