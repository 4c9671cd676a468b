import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { ROW_HEIGHT } from '../model/bar-geometry.ts'

export const HEADER_HEIGHT = 56

/** rows rendered beyond the edges, and the step in which the window moves */
const ROW_STEP = 4
const COLUMN_STEP = 256
const EDGE_STEP = 32

/** What is on screen, in steps, so that small scrolls cause no render at all. */
export interface Viewport {
  firstRow: number
  /** exclusive; not limited to the number of rows */
  endRow: number
  /** chart pixels to render, with a margin */
  left: number
  right: number
  /** chart pixels really visible, ± 32 */
  visibleLeft: number
  visibleRight: number
  /** size of the scroller's inside */
  width: number
  height: number
}

const NOTHING: Viewport = {
  firstRow: 0,
  endRow: 0,
  left: 0,
  right: 0,
  visibleLeft: 0,
  visibleRight: 0,
  width: 0,
  height: 0,
}

export function useViewport(
  scroller: RefObject<HTMLDivElement | null>,
  tableWidth: number,
): { viewport: Viewport; onScroll: () => void } {
  const [viewport, setViewport] = useState(NOTHING)
  const table = useRef(tableWidth)
  table.current = tableWidth
  const size = useRef({ width: 0, height: 0 })

  const read = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const { scrollLeft, scrollTop } = element
    const { width, height } = size.current
    const chartWidth = width - table.current
    const next: Viewport = {
      firstRow: Math.max(0, (Math.floor(scrollTop / ROW_HEIGHT / ROW_STEP) - 1) * ROW_STEP),
      endRow: (Math.ceil((scrollTop + height - HEADER_HEIGHT) / ROW_HEIGHT / ROW_STEP) + 1) * ROW_STEP,
      left: (Math.floor(scrollLeft / COLUMN_STEP) - 1) * COLUMN_STEP,
      right: (Math.ceil((scrollLeft + chartWidth) / COLUMN_STEP) + 1) * COLUMN_STEP,
      visibleLeft: Math.round(scrollLeft / EDGE_STEP) * EDGE_STEP,
      visibleRight: Math.round((scrollLeft + chartWidth) / EDGE_STEP) * EDGE_STEP,
      width,
      height,
    }
    setViewport((before) => (isSame(before, next) ? before : next))
  }, [scroller])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = (): void => {
      size.current = { width: element.clientWidth, height: element.clientHeight }
      read()
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, read])

  useLayoutEffect(read, [read, tableWidth])

  return { viewport, onScroll: read }
}

function isSame(a: Viewport, b: Viewport): boolean {
  return (Object.keys(a) as (keyof Viewport)[]).every((key) => a[key] === b[key])
}
