import type { BudgetLineValues, PhaseValues, TaskValues } from '../records/entities.ts'
import { matchChannel } from '../review/channel-match.ts'
import { expenseCategoryOf, EXPENSE_CATEGORIES } from './expense-category.ts'
import { sumFen } from './fen.ts'
import { isCommitment, isCost, type LedgerLine, standingEntries } from './ledger-entry.ts'
import { openCommitments } from './open-commitments.ts'

export const MONEY_LEVELS = ['plan', 'phase', 'budget_line', 'category', 'task'] as const
export type MoneyLevel = (typeof MONEY_LEVELS)[number]

type Identified<T> = T & { readonly id: string }

/** The planned side of the table. */
export interface MoneyPlan {
  /** What may be planned with: total less reserve, fen. */
  readonly planned: number | null
  readonly phases: readonly Identified<Pick<PhaseValues, 'name'>>[]
  readonly tasks: readonly Identified<
    Pick<TaskValues, 'name' | 'strategy' | 'phaseId' | 'budget' | 'status'>
  >[]
  readonly lines: readonly Identified<
    Pick<BudgetLineValues, 'name' | 'category' | 'budget' | 'isReserve' | 'isHardLimit'>
  >[]
}

export interface MoneyRow {
  readonly level: MoneyLevel
  /** Record, or category; null: what belongs to none of them (of the plan: the plan). */
  readonly id: string | null
  readonly name: string | null
  readonly planned: number | null
  /** Contracts and top-ups, whole; null when there are none. */
  readonly committed: number | null
  /** What is left of them: not yet a cost. */
  readonly open: number | null
  /** Expenses and consumption; null when there are none. */
  readonly actual: number | null
  /** planned − actual − open; negative: overspent. Null without a plan. */
  readonly remaining: number | null
  /** Entries that would exceed this row are refused. */
  readonly isHardLimit: boolean
}

/**
 * Planned, committed, actual and remaining at every level of a plan (F3), fen.
 *
 * The rows of a level sum to the plan's, with one row more for what names none
 * of them. A task's phase is the entry's phase. An entry that names no budget
 * line, as those of the tracker, has the line that the wording of its task points
 * at, or none where two fit; an entry without category has that of its line. Cancelled tasks plan nothing but keep what they cost.
 * Rebates and bonus credit change no row: cost is consumption.
 */
export function moneyTable(plan: MoneyPlan, entries: readonly LedgerLine[]): readonly MoneyRow[] {
  const open = openCommitments(entries)
  const standing = standingEntries(entries)
  const phaseOf = new Map(plan.tasks.map(({ id, phaseId }) => [id, phaseId]))
  const categoryOf = new Map(plan.lines.map((line) => [line.id, expenseCategoryOf(line.category)]))
  const lineOf = lineByEntry(plan)
  const plans = plan.tasks.map((task) => ({
    ...task,
    budget: task.status === 'cancelled' ? null : task.budget,
  }))
  const level = (
    name: MoneyLevel,
    heads: readonly RowHead[],
    keyOf: (entry: LedgerLine) => string | null,
  ): MoneyRow[] => rowsOf(name, heads, standing, keyOf, open)
  return [
    figures('plan', { id: null, name: null, planned: plan.planned }, standing, open),
    ...level(
      'phase',
      plan.phases.map(({ id, name }) => ({
        id,
        name,
        planned: sumFen(plans.filter((task) => task.phaseId === id).map(({ budget }) => budget)),
      })),
      ({ taskId }) => (taskId === null ? null : (phaseOf.get(taskId) ?? null)),
    ),
    ...level(
      'budget_line',
      plan.lines.map(({ id, name, budget, isHardLimit }) => ({ id, name, planned: budget, isHardLimit })),
      lineOf,
    ),
    ...level(
      'category',
      EXPENSE_CATEGORIES.map((category) => ({
        id: category,
        name: null,
        planned: sumFen(
          plan.lines.filter(({ id }) => categoryOf.get(id) === category).map(({ budget }) => budget),
        ),
      })),
      (entry) => entry.category ?? categoryOf.get(lineOf(entry) ?? '') ?? null,
    ).filter((row) => row.planned !== null || row.committed !== null || row.actual !== null),
    ...level(
      'task',
      plans.map(({ id, name, budget }) => ({ id, name, planned: budget })),
      ({ taskId }) => taskId,
    ),
  ]
}

function lineByEntry({ tasks, lines }: MoneyPlan): (entry: LedgerLine) => string | null {
  const names = [...new Set(lines.filter((line) => !line.isReserve).map(({ name }) => name))]
  const byName = Map.groupBy(lines, ({ name }) => name)
  const byTask = new Map(
    tasks.map(({ id, name, strategy }) => {
      const { channel } = matchChannel([name, strategy ?? ''].join(' '), names)
      const [line, other] = byName.get(channel ?? '') ?? []
      return [id, other === undefined ? (line?.id ?? null) : null]
    }),
  )
  return ({ budgetLineId, taskId }) => budgetLineId ?? byTask.get(taskId ?? '') ?? null
}

interface RowHead {
  readonly id: string | null
  readonly name: string | null
  readonly planned: number | null
  readonly isHardLimit?: boolean
}

function rowsOf(
  level: MoneyLevel,
  heads: readonly RowHead[],
  entries: readonly LedgerLine[],
  keyOf: (entry: LedgerLine) => string | null,
  open: ReadonlyMap<string, number>,
): MoneyRow[] {
  const known = new Set(heads.map(({ id }) => id))
  const byKey = Map.groupBy(entries, (entry) => {
    const key = keyOf(entry)
    return known.has(key) ? key : null
  })
  const rows = heads.map((head) => figures(level, head, byKey.get(head.id) ?? [], open))
  const rest = figures(level, { id: null, name: null, planned: null }, byKey.get(null) ?? [], open)
  return rest.committed === null && rest.actual === null ? rows : [...rows, rest]
}

function figures(
  level: MoneyLevel,
  { isHardLimit = false, ...head }: RowHead,
  entries: readonly LedgerLine[],
  open: ReadonlyMap<string, number>,
): MoneyRow {
  const commitments = entries.filter(({ kind }) => isCommitment(kind))
  const left = sumFen(commitments.map(({ id }) => open.get(id) ?? 0))
  const actual = sumFen(entries.filter(({ kind }) => isCost(kind)).map(({ amount }) => amount))
  return {
    level,
    ...head,
    committed: sumFen(commitments.map(({ amount }) => amount)),
    open: left,
    actual,
    remaining: head.planned === null ? null : head.planned - (actual ?? 0) - (left ?? 0),
    isHardLimit,
  }
}
