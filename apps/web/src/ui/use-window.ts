import { type RefObject, useEffect, useState } from 'react'

const SPARE_ROWS = 12

/** Which rows of a fixed height stand in a scrolling box, with some to spare above and below. */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): { first: number; last: number } {
  const [view, setView] = useState({ top: 0, height: 800 })
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const read = () => setView({ top: element.scrollTop, height: element.clientHeight })
    read()
    element.addEventListener('scroll', read, { passive: true })
    return () => element.removeEventListener('scroll', read)
  }, [box, count])
  const first = Math.max(0, Math.floor(view.top / rowHeight) - SPARE_ROWS)
  return { first, last: Math.min(count, first + Math.ceil(view.height / rowHeight) + 2 * SPARE_ROWS) }
}
