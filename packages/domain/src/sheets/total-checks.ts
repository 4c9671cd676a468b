import { sumDecimals } from './decimal-sum.ts'
import type { TotalCheck } from './import-table.ts'
import { numberInCell } from './number-cell.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { ExcludedRow } from './table-body.ts'
import { agrees } from './total-row.ts'

/** Compare each row of totals with the exact sums of the record rows; subtotals are not checked. */
export function checkTotals(
  grid: SheetGrid,
  excluded: readonly ExcludedRow[],
  additive: readonly number[],
  rows: readonly number[],
): readonly TotalCheck[] {
  const totals = excluded.filter(({ reason }) => reason === 'total' || reason === 'unlabelled_total')
  if (totals.length === 0) return []
  return additive.flatMap((index) => {
    const computed = sumDecimals(
      rows.flatMap((row) => {
        const number = numberInCell(grid.cell(row, index))
        return number ? [number.decimal] : []
      }),
    )
    if (computed === null) return []
    return totals.flatMap(({ row }): TotalCheck[] => {
      const stated = numberInCell(grid.cell(row, index))
      return stated
        ? [{ row, index, stated: stated.decimal, computed, agrees: agrees(stated.decimal, computed) }]
        : []
    })
  })
}
