import type { BudgetLineValues, TaskValues } from '../records/entities.ts'

/** Where the planned sum was taken from, so that the page can say it. */
export type BudgetSource = 'plan' | 'budget_lines' | 'tasks'

export interface BudgetTiles {
  readonly source: BudgetSource
  /** Distributable + reserve, fen; null when nothing states a budget. */
  readonly total: number | null
  /** Emergency reserve 应急储备金, fen; 0 when no line is one. */
  readonly reserve: number
  /** What may be planned with: total − reserve. */
  readonly distributable: number | null
  /** Sum of the tasks' budgets. */
  readonly planned: number
  readonly spent: number
  /** distributable − spent; negative when overspent. The reserve is never part of it. */
  readonly remaining: number | null
  /** spent / distributable; null over zero. */
  readonly spentShare: number | null
  /** distributable − planned: money no task holds yet; negative when tasks hold more than there is. */
  readonly unplanned: number | null
}

/**
 * The budget figures of a plan board (rule 9), in fen. The reserve stands apart.
 *
 * The total is the plan's own, else the sum of the budget lines, else the sum
 * of the tasks' budgets. Spend is the tasks' spend, where any task states one;
 * only a plan whose tasks state none shows the spend of its budget lines. The
 * two are views of the same money and are never added.
 *
 * @param totalBudget total stated for the whole plan, reserve included
 */
export function budgetTiles(
  totalBudget: number | null,
  tasks: readonly Pick<TaskValues, 'budget' | 'spent' | 'status'>[],
  lines: readonly Pick<BudgetLineValues, 'budget' | 'spent' | 'isReserve'>[],
): BudgetTiles {
  const planned = sum(tasks.filter((task) => task.status !== 'cancelled').map((task) => task.budget))
  const reserve = sum(lines.filter((line) => line.isReserve).map((line) => line.budget))
  const ofLines = lines.some((line) => !line.isReserve && line.budget !== null)
    ? sum(lines.map((line) => line.budget))
    : null
  const ofTasks = tasks.some((task) => task.budget !== null) ? planned + reserve : null
  const total = totalBudget ?? ofLines ?? ofTasks
  const source = totalBudget !== null ? 'plan' : ofLines !== null ? 'budget_lines' : 'tasks'
  const spent = tasks.some((task) => task.spent !== null)
    ? sum(tasks.map((task) => task.spent))
    : sum(lines.map((line) => line.spent))
  const distributable = total === null ? null : total - reserve
  return {
    source,
    total,
    reserve,
    distributable,
    planned,
    spent,
    remaining: distributable === null ? null : distributable - spent,
    spentShare: distributable === null || distributable === 0 ? null : spent / distributable,
    unplanned: distributable === null ? null : distributable - planned,
  }
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0)
}
