import { useCallback, useId, useLayoutEffect, useState, type RefObject } from 'react'
import { DEFAULT_TABLE_WIDTH, MIN_TABLE_WIDTH } from '../model/columns.ts'

/** below this width of the whole chart the table shows names only */
const NARROW = 720

export interface TableWidth {
  width: number
  isWide: boolean
  setWidth: (width: number) => void
  toggle: () => void
  /** unique prefix for element ids of this chart */
  id: string
}

/** Width of the table: the user's, else all columns where there is room and the names alone on a phone. */
export function useTableWidth(scroller: RefObject<HTMLDivElement | null>): TableWidth {
  const id = useId().replaceAll(/[^\w-]/g, '')
  const [chosen, setChosen] = useState<number | null>(null)
  const [isNarrow, setNarrow] = useState(false)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = (): void => setNarrow(element.clientWidth < NARROW)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
  const namesOnly = isNarrow ? 124 : 200
  const width = chosen ?? (isNarrow ? namesOnly : DEFAULT_TABLE_WIDTH)
  const isWide = width > namesOnly
  const toggle = useCallback(() => setChosen(isWide ? namesOnly : DEFAULT_TABLE_WIDTH), [isWide, namesOnly])
  return { width: Math.max(MIN_TABLE_WIDTH, width), isWide, setWidth: setChosen, toggle, id }
}
