import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { ZoomLevel } from '../gantt-types.ts'
import type { DayNumber } from '../model/day-number.ts'
import {
  clampDayWidth,
  dayWidthToFit,
  initialDayWidth,
  levelOfDayWidth,
  timeScaleFor,
  xOf,
  type DaySpan,
  type TimeScale,
} from '../model/time-scale.ts'

interface ZoomArguments {
  scroller: RefObject<HTMLDivElement | null>
  span: DaySpan
  chartWidth: number
  tableWidth: number
  zoom: ZoomLevel
  onZoomChange: (zoom: ZoomLevel) => void
  today: DayNumber
}

export interface Zoom {
  scale: TimeScale
  /** Multiply the width of a day, keeping the date at `clientX` (default: the middle) in place. */
  zoomBy: (factor: number, clientX?: number) => void
  setLevel: (level: ZoomLevel) => void
  fit: () => void
  /** Bring a day into view, at a share (0–1) of the chart's width. */
  showDay: (day: number, share?: number) => void
}

/** Width of a day, continuous inside the named level; the date under the pointer stays put while it changes. */
export function useZoom({
  scroller,
  span,
  chartWidth,
  tableWidth,
  zoom,
  onZoomChange,
  today,
}: ZoomArguments): Zoom {
  const [dayWidth, setDayWidth] = useState(() => initialDayWidth(zoom))
  if (levelOfDayWidth(dayWidth) !== zoom) setDayWidth(initialDayWidth(zoom))
  const { start, end } = span
  const scale = useMemo(
    () => timeScaleFor({ start, end }, dayWidth, chartWidth),
    [start, end, dayWidth, chartWidth],
  )

  /** the day to hold at a distance from the chart's left edge once the new scale is in place */
  const hold = useRef<{ day: number; offset: number } | null>(null)
  const drawn = useRef<TimeScale | null>(null)

  useLayoutEffect(() => {
    const element = scroller.current
    const before = drawn.current
    if (!element || chartWidth <= 0) return
    drawn.current = scale
    if (!before) {
      const first =
        today >= span.start - 14 && today <= span.end + 14
          ? xOf(scale, today) - chartWidth / 3
          : xOf(scale, span.start) - 24
      element.scrollLeft = Math.max(0, Math.min(first, xOf(scale, span.end) - chartWidth / 3))
      return
    }
    if (before === scale && !hold.current) return
    const target = hold.current ?? centreOf(element, before, chartWidth)
    hold.current = null
    element.scrollLeft = xOf(scale, target.day) - target.offset
    // the first positioning is the only one that reads today and the span's ends
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- runs when the scale has changed, with the anchor of that change
  }, [scroller, scale, chartWidth])

  const change = useCallback(
    (next: number) => {
      const width = clampDayWidth(next)
      setDayWidth(width)
      const level = levelOfDayWidth(width)
      if (level !== zoom) onZoomChange(level)
    },
    [zoom, onZoomChange],
  )

  const zoomBy = useCallback(
    (factor: number, clientX?: number) => {
      const element = scroller.current
      if (!element) return
      const offset =
        clientX === undefined ? chartWidth / 2 : clientX - element.getBoundingClientRect().left - tableWidth
      hold.current = { day: scale.start + (element.scrollLeft + offset) / scale.dayWidth, offset }
      change(scale.dayWidth * factor)
    },
    [scroller, chartWidth, tableWidth, scale, change],
  )

  const fit = useCallback(() => {
    hold.current = { day: start, offset: 24 }
    change(dayWidthToFit({ start, end }, chartWidth))
  }, [start, end, chartWidth, change])

  const showDay = useCallback(
    (day: number, share = 1 / 3) => {
      const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
      scroller.current?.scrollTo({
        left: xOf(scale, day) - chartWidth * share,
        behavior: calm ? 'auto' : 'smooth',
      })
    },
    [scroller, scale, chartWidth],
  )

  useWheelZoom(scroller, zoomBy)

  return { scale, zoomBy, setLevel: onZoomChange, fit, showDay }
}

function centreOf(
  element: HTMLDivElement,
  scale: TimeScale,
  chartWidth: number,
): { day: number; offset: number } {
  return { day: scale.start + (element.scrollLeft + chartWidth / 2) / scale.dayWidth, offset: chartWidth / 2 }
}

/** Ctrl + wheel, the trackpad's pinch (which arrives as the same event) and two fingers on a screen. */
function useWheelZoom(scroller: RefObject<HTMLDivElement | null>, zoomBy: Zoom['zoomBy']): void {
  const latest = useRef(zoomBy)
  useLayoutEffect(() => {
    latest.current = zoomBy
  })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      latest.current(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 200), event.clientX)
    }
    let spread: number | null = null
    const onTouchMove = (event: TouchEvent): void => {
      const [a, b] = event.touches
      if (!a || !b) return
      event.preventDefault()
      const now = Math.max(30, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY))
      if (spread !== null) latest.current(now / spread, (a.clientX + b.clientX) / 2)
      spread = now
    }
    const onTouchEnd = (): void => {
      spread = null
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    element.addEventListener('touchmove', onTouchMove, { passive: false })
    element.addEventListener('touchend', onTouchEnd)
    return () => {
      element.removeEventListener('wheel', onWheel)
      element.removeEventListener('touchmove', onTouchMove)
      element.removeEventListener('touchend', onTouchEnd)
    }
  }, [scroller])
}
