import { BOARD_METRICS, type BoardValues, isRatioMetric } from './board-metric.ts'

/**
 * Do the groups that are listed make up the total? Not where more groups are than a page holds, nor where
 * facts do not say which group they are of (a platform's report by day knows no single content): those are
 * in the total only, and the board says so.
 */
export function areGroupsComplete({
  channels,
  total,
}: {
  readonly channels: readonly { readonly values: BoardValues }[]
  readonly total: { readonly values: BoardValues }
}): boolean {
  return BOARD_METRICS.filter((metric) => !isRatioMetric(metric)).every((metric) => {
    const sum = channels.reduce((all, { values }) => all + (values[metric] ?? 0), 0)
    return sum === (total.values[metric] ?? 0)
  })
}
