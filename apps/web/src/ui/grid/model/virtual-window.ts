/**
 * Lines that touch the viewport, with `overscan` lines on both sides. Lines have
 * one height, so this is arithmetic and never measures.
 * @returns indexes first..last, inclusive; last < first when there is no line
 */
export function visibleLines(
  scrollTop: number,
  viewHeight: number,
  lineHeight: number,
  count: number,
  overscan: number,
): { first: number; last: number } {
  const first = Math.max(0, Math.floor(scrollTop / lineHeight) - overscan)
  const last = Math.min(count - 1, Math.ceil((scrollTop + viewHeight) / lineHeight) - 1 + overscan)
  return { first, last }
}

/** The scroll offset that brings `start … start + size` into `offset … offset + view`, moving as little as possible. */
export function scrollToShow(offset: number, view: number, start: number, size: number): number {
  if (start < offset) return start
  if (start + size > offset + view) return Math.max(0, Math.min(start, start + size - view))
  return offset
}
