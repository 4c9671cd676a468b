import type { LedgerLine } from './ledger-entry.ts'
import { standingEntries } from './ledger-entry.ts'

/** One advertising account 投放账户; amounts in fen. */
export interface AccountBalance {
  readonly account: string
  readonly toppedUp: number
  readonly bonusCredit: number
  readonly consumed: number
  readonly rebate: number
  /** toppedUp + bonusCredit − consumed; negative: more was used up than was ever put in. */
  readonly balance: number
  /** Consumption that bonus credit paid: what goes beyond the top-ups, at most the credit. */
  readonly bonusUsed: number
}

/**
 * Top-up beside consumption per account, by name. A rebate is money that comes
 * back and leaves the balance alone; a rebate given as credit is bonus credit.
 */
export function accountBalances(entries: readonly LedgerLine[]): readonly AccountBalance[] {
  const byAccount = Map.groupBy(
    standingEntries(entries).filter(({ account }) => account !== null),
    ({ account }) => account ?? '',
  )
  return [...byAccount]
    .map(([account, own]) => {
      const sum = (kind: LedgerLine['kind']) =>
        own.reduce((total, entry) => (entry.kind === kind ? total + entry.amount : total), 0)
      const toppedUp = sum('top_up')
      const bonusCredit = sum('bonus_credit')
      const consumed = sum('consumption')
      return {
        account,
        toppedUp,
        bonusCredit,
        consumed,
        rebate: sum('rebate'),
        balance: toppedUp + bonusCredit - consumed,
        bonusUsed: Math.min(bonusCredit, Math.max(0, consumed - toppedUp)),
      }
    })
    .toSorted((a, b) => (a.account < b.account ? -1 : 1))
}
