/**
 * Kinds of the ledger 支出台账 (F3).
 *
 * | kind         | 中文     | what it is                                                 |
 * |--------------|----------|------------------------------------------------------------|
 * | contract     | 合同承诺 | commitment: money promised, not yet a cost                 |
 * | top_up       | 充值     | commitment: money paid into an advertising account         |
 * | expense      | 支出     | cost                                                       |
 * | consumption  | 消耗     | cost: what the platform used up of an account              |
 * | rebate       | 返点     | money that comes back; lowers the cash cost, not the cost  |
 * | bonus_credit | 赠款     | credit that the platform adds to an account without money  |
 */
export const LEDGER_KINDS = [
  'contract',
  'top_up',
  'expense',
  'consumption',
  'rebate',
  'bonus_credit',
] as const
export type LedgerKind = (typeof LEDGER_KINDS)[number]

/** Kinds that are cost: the actual of every level. */
export const COST_KINDS = ['expense', 'consumption'] as const satisfies readonly LedgerKind[]

/** What the arithmetic of the ledger needs of an entry; amounts in fen, negative only in a reversal. */
export interface LedgerLine {
  readonly id: string
  readonly kind: LedgerKind
  readonly date: string
  readonly amount: number
  readonly taskId: string | null
  readonly budgetLineId: string | null
  readonly category: string | null
  readonly account: string | null
  /** Of an expense: the contract that it pays. */
  readonly commitmentId: string | null
  /** The entry that this one takes back. */
  readonly reversalOf: string | null
}

export function isCost(kind: LedgerKind): boolean {
  return kind === 'expense' || kind === 'consumption'
}

export function isCommitment(kind: LedgerKind): boolean {
  return kind === 'contract' || kind === 'top_up'
}

/**
 * The entries that still count: an entry and the one that takes it back cancel
 * and both go, so that a reversed entry leaves no trace in any figure.
 */
export function standingEntries(entries: readonly LedgerLine[]): readonly LedgerLine[] {
  const reversed = new Set(entries.flatMap(({ reversalOf }) => (reversalOf === null ? [] : [reversalOf])))
  return entries.filter(({ id, reversalOf }) => reversalOf === null && !reversed.has(id))
}
