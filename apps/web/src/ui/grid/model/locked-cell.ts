import type { GridColumn, GridRow } from '../grid-types.ts'

/** Said for a column that is computed; the words come from the labels. */
export const DERIVED = 'derived'

/**
 * Why a cell may not be changed: the reason given by the page, `DERIVED` for a
 * computed column, null when it may be changed. A null row is one to be added.
 */
export function whyLocked(column: GridColumn, row: GridRow | null): string | null {
  if (column.derive !== undefined) return DERIVED
  if (column.readOnly !== undefined) return column.readOnly
  if (row === null) return null
  if (row.readOnly !== undefined) return row.readOnly
  const mark = row.marks?.[column.field]
  return mark?.locked === true ? mark.text : null
}
