import type { Extent } from './bar-geometry.ts'

export interface LabelPlacement {
  side: 'right' | 'left'
  /** left edge of the text in chart pixels */
  x: number
  /** a link runs through it even so: draw it on a backing */
  needsBacking: boolean
}

const GAP = 7
/** room for the stub of a link that leaves the bar on this side */
const GAP_PAST_LINK = 14

/** how far a label may move off its bar to stand behind a line instead of under it */
const MAX_SHIFT = 40

/**
 * Where a bar's label stands: right of it, or just behind the lines that run
 * close by; else left of it when that is free; else right, on a backing.
 *
 * @param bar everything drawn in the row (bar, actual, baseline)
 * @param verticals x of each vertical link run through the row
 */
export function placeLabel(
  bar: Extent,
  textWidth: number,
  verticals: readonly number[],
  links: { onRight: boolean; onLeft: boolean },
): LabelPlacement {
  const isFree = (x: number): boolean => !verticals.some((line) => line > x - 2 && line < x + textWidth + 2)
  const right = bar.right + (links.onRight ? GAP_PAST_LINK : GAP)
  const behind = verticals
    .filter((line) => line > right - 2 && line < right + MAX_SHIFT)
    .map((line) => line + 6)
  const x = [right, ...behind.toSorted((a, b) => a - b)].find(isFree)
  if (x !== undefined) return { side: 'right', x, needsBacking: false }
  const left = bar.left - (links.onLeft ? GAP_PAST_LINK : GAP) - textWidth
  const isLeftFree = left >= 0 && !links.onLeft && isFree(left)
  return isLeftFree
    ? { side: 'left', x: left, needsBacking: false }
    : { side: 'right', x: right, needsBacking: true }
}
