import { useMemo } from 'react'
import { barGeometry, ROW_HEIGHT, type DayOverride } from '../model/bar-geometry.ts'
import { overrideOf, type DayEdit } from '../model/drag.ts'
import { linkSides, rowLabel } from '../model/row-label.ts'
import type { GanttRow } from '../model/rows.ts'
import { xOf, type TimeScale } from '../model/time-scale.ts'
import { drawnLinks, verticalsByRow, type ChartWindow, type DrawnLink } from '../model/visible-links.ts'
import type { GanttLabels } from '../labels/gantt-labels.ts'
import type { EdgeMark } from './EdgeMarks.tsx'
import type { ChartRows } from './use-rows.ts'
import type { Viewport } from './use-viewport.ts'

export interface PlacedRow {
  row: GanttRow
  index: number
  override: DayOverride | null
  isShown: boolean
  labelX: number
  /** right end of what the row draws, label included */
  right: number
  hasBacking: boolean
}

export interface ChartLayout {
  placed: readonly PlacedRow[]
  links: readonly DrawnLink[]
  marks: readonly EdgeMark[]
}

/** Places the rows of the window: which bars are drawn, where labels stand clear of links, what lies beyond the edges. */
export function useChartLayout(
  chart: ChartRows,
  scale: TimeScale,
  viewport: Viewport,
  activeIndex: number,
  edit: DayEdit | null,
  showLinks: boolean,
  labels: GanttLabels,
): ChartLayout {
  const { rows, links: index, today } = chart
  const { firstRow, endRow, left, right, visibleLeft, visibleRight } = viewport
  const lastRow = Math.min(rows.length, endRow) - 1

  const overrides = useMemo(() => new Map(edit?.rows.map((row) => [row.key, overrideOf(row, edit)])), [edit])

  const links = useMemo(() => {
    if (!showLinks) return []
    const window: ChartWindow = { firstRow, lastRow, left, right }
    return drawnLinks(index, rows, window, scale, today, (row) => overrides.get(row.key) ?? null)
  }, [showLinks, index, rows, scale, today, overrides, firstRow, lastRow, left, right])

  const placed = useMemo(() => {
    const verticals = verticalsByRow(links, { firstRow, lastRow, left, right }, ROW_HEIGHT)
    const sides = linkSides(links)
    const place = (at: number): PlacedRow => {
      const row = rows[at]!
      const override = overrides.get(row.key) ?? null
      const geometry = barGeometry(row, scale, today, override)
      const label = rowLabel(row, geometry, labels, verticals.get(at) ?? [], sides, scale, today)
      if (!label) return { row, index: at, override, isShown: false, labelX: 0, right: 0, hasBacking: false }
      const { placement } = label
      const isShown = label.left <= right && label.right >= left
      return {
        row,
        index: at,
        override,
        isShown,
        labelX: Math.round(placement.x),
        right: label.right,
        hasBacking: placement.needsBacking,
      }
    }
    const found: PlacedRow[] = []
    for (let at = firstRow; at <= lastRow; at++) found.push(place(at))
    if (activeIndex >= 0 && (activeIndex < firstRow || activeIndex > lastRow) && activeIndex < rows.length)
      found.push(place(activeIndex))
    return found
  }, [rows, links, overrides, scale, today, labels, firstRow, lastRow, left, right, activeIndex])

  const marks = useMemo(() => {
    const found: EdgeMark[] = []
    for (const { row, index: at, right: drawnTo } of placed) {
      if (row.days.start === null || row.days.end === null) continue
      if (drawnTo < visibleLeft + 24) found.push({ row, index: at, side: 'left' })
      else if (xOf(scale, row.days.start) > visibleRight) found.push({ row, index: at, side: 'right' })
    }
    return found
  }, [placed, scale, visibleLeft, visibleRight])

  return { placed, links, marks }
}
