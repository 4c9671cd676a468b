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

/**
 * Where a bar's label stands: right of it; left of it when verticals of links
 * would strike through on the right and the left is free; else right, on a backing.
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
  const right = bar.right + (links.onRight ? GAP_PAST_LINK : GAP)
  if (!verticals.some((x) => x > right - 2 && x < right + textWidth + 2)) return { side: 'right', x: right, needsBacking: false }
  const left = bar.left - (links.onLeft ? GAP_PAST_LINK : GAP) - textWidth
  const isLeftFree = left >= 0 && !links.onLeft && !verticals.some((x) => x > left - 2 && x < left + textWidth + 2)
  return isLeftFree ? { side: 'left', x: left, needsBacking: false } : { side: 'right', x: right, needsBacking: true }
}
