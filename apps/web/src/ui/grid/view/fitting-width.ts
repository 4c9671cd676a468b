import type { GridStore } from '../grid-store.ts'
import type { PlacedColumn } from '../model/column-layout.ts'
import { faceOf, lookOf } from './cell-look.ts'
import type { GridSurface } from './grid-surface.ts'

/** A column is never fitted wider than this; longer text is read in its card. */
const MAX_FITTED = 420
/** Enough rows to fit by; measuring ten thousand would stall. */
const SAMPLE = 300

/** The width that shows the header and the first rows of a column without cutting. */
export function fittingWidth(
  store: GridStore,
  surface: GridSurface | null,
  { column, index }: PlacedColumn,
): number {
  const line = store.lines.findIndex((shown) => shown.kind === 'row')
  const element = surface?.cellElementAt(line, index) ?? document.body
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return column.width
  const style = getComputedStyle(element)
  context.font = `${style.fontSize} ${style.fontFamily}`
  const look = lookOf(column)
  const extra = look === 'progress' ? 92 : look === 'status' ? 50 : look === 'person' ? 42 : 20
  let widest = context.measureText(`${column.title}${column.unit ?? ''}`).width + 46
  for (const row of store.rows.slice(0, SAMPLE)) {
    widest = Math.max(
      widest,
      context.measureText(faceOf(column, row, store.labels, store.format).text).width + extra,
    )
  }
  return Math.ceil(Math.min(MAX_FITTED, widest))
}
