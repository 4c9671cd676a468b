import type { LedgerLine } from './ledger-entry.ts'
import { standingEntries } from './ledger-entry.ts'

/**
 * What is left of each commitment, fen by entry id: promised or paid in, and not
 * yet a cost. The parts of all levels sum, because every commitment keeps its own.
 *
 * A contract is lowered by the expenses that name it, never below zero. What an
 * account used up is taken from its top-ups in two rounds: first the consumption
 * of a budget line from that line's top-ups, then what was too much for them
 * from any other, the oldest first (by date, then id). Consumption beyond all
 * top-ups, paid by bonus credit, opens nothing. The order in which entries were
 * written does not matter.
 */
export function openCommitments(entries: readonly LedgerLine[]): ReadonlyMap<string, number> {
  const standing = standingEntries(entries)
  const open = new Map<string, number>()
  for (const { id, kind, amount } of standing)
    if (kind === 'contract' || kind === 'top_up') open.set(id, amount)
  for (const { kind, commitmentId, amount } of standing)
    if (kind === 'expense' && commitmentId !== null && open.has(commitmentId))
      open.set(commitmentId, Math.max(0, (open.get(commitmentId) ?? 0) - amount))
  const byAccount = Map.groupBy(
    standing.filter(({ kind, account }) => account !== null && (kind === 'top_up' || kind === 'consumption')),
    ({ account }) => account,
  )
  for (const own of byAccount.values()) drawTopUps(own, open)
  return open
}

function drawTopUps(entries: readonly LedgerLine[], open: Map<string, number>): void {
  const topUps = entries
    .filter(({ kind }) => kind === 'top_up')
    .toSorted((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1))
  const used = Map.groupBy(
    entries.filter(({ kind }) => kind === 'consumption'),
    ({ budgetLineId }) => budgetLineId,
  )
  let excess = 0
  for (const [line, consumptions] of used) {
    const amount = consumptions.reduce((sum, entry) => sum + entry.amount, 0)
    excess += drawFrom(
      topUps.filter(({ budgetLineId }) => budgetLineId === line),
      amount,
      open,
    )
  }
  drawFrom(topUps, excess, open)
}

/** @returns what the top-ups did not cover */
function drawFrom(topUps: readonly LedgerLine[], amount: number, open: Map<string, number>): number {
  let rest = amount
  for (const { id } of topUps) {
    const left = open.get(id) ?? 0
    const taken = Math.min(left, rest)
    open.set(id, left - taken)
    rest -= taken
  }
  return rest
}
