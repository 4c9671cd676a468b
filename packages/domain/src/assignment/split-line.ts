import { shareLine, splitByShares } from '../money/split-by-shares.ts'
import type { TaskShare } from './assignment-rule.ts'

/**
 * Takes the figures of a line apart by the shares of its tasks (M12). Every part is a whole
 * number and the parts sum to the figure exactly: fen and counts left over go to the largest
 * remainders, ties to the earlier task. Negative figures (refunds, corrections) split like
 * positive ones. Missing stays missing in every part; a figure that is no whole number
 * (a platform's modelled conversions) is split in proportion, its last part being the rest.
 *
 * @param figures whole fen or counts by metric; null = missing
 * @param shares of one line, in order; none: nobody gets anything
 * @returns the figures of each task, in the order of the shares
 */
export function splitLine(
  figures: Readonly<Record<string, number | null>>,
  shares: readonly TaskShare[],
): Record<string, number | null>[] {
  const parts: Record<string, number | null>[] = shares.map(() => ({}))
  for (const [metric, figure] of Object.entries(figures)) {
    const split = figure === null ? shares.map(() => null) : splitFigure(figure, shares)
    for (const [index, part] of parts.entries()) part[metric] = split[index] ?? null
  }
  return parts
}

function splitFigure(figure: number, shares: readonly TaskShare[]): number[] {
  if (shares.length === 0) return []
  if (!Number.isInteger(figure)) return inProportion(figure, shares)
  const split = splitByShares(
    Math.abs(figure),
    shares.map(({ shareBps }) => shareLine(shareBps)),
  )
  if (split.kind === 'infeasible') throw new RangeError('The shares of a line sum to nothing')
  return split.parts.map((part) => (figure < 0 && part !== 0 ? -part : part))
}

function inProportion(figure: number, shares: readonly TaskShare[]): number[] {
  const whole = shares.reduce((sum, { shareBps }) => sum + shareBps, 0)
  const parts = shares.slice(0, -1).map(({ shareBps }) => (figure * shareBps) / whole)
  return [...parts, figure - parts.reduce((sum, part) => sum + part, 0)]
}
