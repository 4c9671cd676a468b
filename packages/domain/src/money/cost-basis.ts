import { accountBalances } from './account-balances.ts'
import { isCost, type LedgerLine, standingEntries } from './ledger-entry.ts'

/** What "cost" means in a return figure (rules 8). */
export const COST_BASES = ['consumption', 'cash'] as const
export type CostBasis = (typeof COST_BASES)[number]

export interface CostParts {
  /** Expenses and consumption, fen; null when the ledger holds neither. */
  readonly cost: number | null
  readonly rebate: number
  readonly bonusUsed: number
}

export function costParts(entries: readonly LedgerLine[]): CostParts {
  const costs = standingEntries(entries).filter(({ kind }) => isCost(kind))
  const rebates = standingEntries(entries).filter(({ kind }) => kind === 'rebate')
  return {
    cost: costs.length === 0 ? null : total(costs),
    rebate: total(rebates),
    bonusUsed: accountBalances(entries).reduce((sum, { bonusUsed }) => sum + bonusUsed, 0),
  }
}

/**
 * Cost on a basis, fen: `consumption` is what was used up; `cash` is what was
 * paid for it in the end: cost − rebates − consumption that bonus credit paid.
 */
export function costOnBasis({ cost, rebate, bonusUsed }: CostParts, basis: CostBasis): number | null {
  if (cost === null || basis === 'consumption') return cost
  return cost - rebate - bonusUsed
}

function total(entries: readonly LedgerLine[]): number {
  return entries.reduce((sum, { amount }) => sum + amount, 0)
}
