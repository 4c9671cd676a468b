import { sumFen } from '../money/fen.ts'
import { matchChannel } from './channel-match.ts'
import { type CostRow, type ReconciliationLine, reconcileSpend, type SpendingTask } from './reconciliation.ts'

export interface PlatformReconciliationLine extends ReconciliationLine {
  /** Consumption that the platforms report for the channel, fen; null without facts. */
  readonly platformCost: number | null
}

/**
 * Tracker spend, effect-table cost and platform consumption per channel (X11):
 * three sources, compared and never added. A channel that only the platforms
 * know gets a line of its own, so that no money is laid on a guessed channel.
 */
export function reconcileWithPlatforms(
  tasks: readonly SpendingTask[],
  rows: readonly CostRow[],
  platforms: readonly { readonly channel: string; readonly cost: number | null }[],
): readonly PlatformReconciliationLine[] {
  const channels = [...new Set(rows.map(({ channel }) => channel))]
  const lineOf = (channel: string) => matchChannel(channel, channels).channel ?? channel
  const placed = platforms.map(({ channel, cost }) => ({ channel: lineOf(channel), cost }))
  const own = placed.filter(({ channel }) => !channels.includes(channel))
  const { lines } = reconcileSpend(tasks, [...rows, ...own.map(({ channel }) => ({ channel, cost: null }))])
  return lines.map((line) => ({
    ...line,
    platformCost: sumFen(placed.filter(({ channel }) => channel === line.channel).map(({ cost }) => cost)),
  }))
}
