import { accountBalances } from './account-balances.ts'
import type { LedgerLine } from './ledger-entry.ts'
import { type MoneyLevel, type MoneyPlan, moneyTable } from './money-table.ts'

/** A level that an entry would bring, or bring further, below zero. */
export interface Overspend {
  readonly level: MoneyLevel | 'account'
  readonly id: string | null
  readonly name: string | null
  readonly planned: number | null
  /** Before and after the entry, fen; of an account its balance. */
  readonly before: number
  readonly after: number
  /** The level has a hard limit: the entry is refused. */
  readonly isBlocking: boolean
}

/**
 * Which levels an entry overspends, before it is posted (F3). A level counts
 * only when the entry makes it worse: an expense that pays a contract of the
 * same line moves nothing, since the contract held the money already. Using up
 * the last fen is no overspend.
 */
export function overspendBy(
  plan: MoneyPlan,
  entries: readonly LedgerLine[],
  entry: LedgerLine,
): readonly Overspend[] {
  const before = new Map(moneyTable(plan, entries).map((row) => [`${row.level} ${row.id}`, row.remaining]))
  const levels = moneyTable(plan, [...entries, entry]).flatMap((row): Overspend[] => {
    const was = before.get(`${row.level} ${row.id}`) ?? row.planned
    if (row.remaining === null || row.remaining >= 0 || was === null || row.remaining >= was) return []
    const { level, id, name, planned, remaining, isHardLimit } = row
    return [{ level, id, name, planned, before: was, after: remaining, isBlocking: isHardLimit }]
  })
  return [...levels, ...accountOverspend(entries, entry)]
}

function accountOverspend(entries: readonly LedgerLine[], entry: LedgerLine): Overspend[] {
  const balanceIn = (list: readonly LedgerLine[]) =>
    accountBalances(list).find(({ account }) => account === entry.account)?.balance ?? 0
  const before = balanceIn(entries)
  const after = balanceIn([...entries, entry])
  if (entry.account === null || after >= 0 || after >= before) return []
  return [
    { level: 'account', id: null, name: entry.account, planned: null, before, after, isBlocking: false },
  ]
}
