import { sumFen } from '../money/fen.ts'
import type { ChannelEffectValues, TaskValues } from '../records/entities.ts'
import { matchChannel } from './channel-match.ts'

export type SpendingTask = Pick<TaskValues, 'name' | 'strategy' | 'spent'> & { readonly id: string }
export type CostRow = Pick<ChannelEffectValues, 'channel' | 'cost'>

export interface ReconciliationLine {
  /** Channel as the effect table writes it; null for tasks that point at none of its channels. */
  readonly channel: string | null
  /** Tasks whose spend was laid on this channel. */
  readonly taskIds: readonly string[]
  /** Spend of those tasks in fen; null when none of them states a spend. */
  readonly trackerSpent: number | null
  /** Cost of the channel's rows in fen; null when none states a cost. */
  readonly effectCost: number | null
  /** effectCost − trackerSpent, a missing side counting as nothing spent there. */
  readonly difference: number
}

export interface Reconciliation {
  readonly trackerSpent: number | null
  readonly effectCost: number | null
  readonly difference: number
  /** One line per channel in the order of the table, then the tasks of no channel if there are any. */
  readonly lines: readonly ReconciliationLine[]
}

/**
 * Tracker spend (支出) beside effect-table cost (成本): two sources of which
 * neither is the other's part, so they are compared and never added (X11).
 *
 * The differences of the lines sum to the difference of the totals, because
 * every task and every row stands on exactly one line.
 */
export function reconcileSpend(tasks: readonly SpendingTask[], rows: readonly CostRow[]): Reconciliation {
  const channels = [...new Set(rows.map((row) => row.channel))]
  const tasksByChannel = Map.groupBy(tasks, (task) => matchChannel(wording(task), channels).channel)
  const lines = channels.map((channel) =>
    line(
      channel,
      tasksByChannel.get(channel) ?? [],
      rows.filter((row) => row.channel === channel),
    ),
  )
  const unmatched = tasksByChannel.get(null) ?? []
  if (unmatched.length > 0) lines.push(line(null, unmatched, []))
  return { ...sums(tasks, rows), lines }
}

function line(
  channel: string | null,
  tasks: readonly SpendingTask[],
  rows: readonly CostRow[],
): ReconciliationLine {
  return { channel, taskIds: tasks.map((task) => task.id), ...sums(tasks, rows) }
}

function sums(tasks: readonly SpendingTask[], rows: readonly CostRow[]) {
  const trackerSpent = sumFen(tasks.map((task) => task.spent))
  const effectCost = sumFen(rows.map((row) => row.cost))
  return { trackerSpent, effectCost, difference: (effectCost ?? 0) - (trackerSpent ?? 0) }
}

function wording(task: SpendingTask): string {
  return [task.name, task.strategy ?? ''].join(' ')
}
