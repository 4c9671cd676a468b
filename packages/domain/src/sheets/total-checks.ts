import { sumDecimals } from './decimal-sum.ts'
import type { HeaderText } from './header-text.ts'
import type { TotalCheck } from './import-table.ts'
import { figureInColumn } from './number-cell.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { ExcludedRow } from './table-body.ts'
import { agrees } from './total-row.ts'

/** Compare each row of totals with the exact sums of the record rows; subtotals are not checked. */
export function checkTotals(
  grid: SheetGrid,
  headers: readonly (HeaderText | null)[],
  excluded: readonly ExcludedRow[],
  additive: readonly number[],
  rows: readonly number[],
): readonly TotalCheck[] {
  const totals = excluded.filter(({ reason }) => reason === 'total' || reason === 'unlabelled_total')
  if (totals.length === 0) return []
  return additive.flatMap((index) => {
    const figure = (row: number) => figureInColumn(grid.cell(row, index), headers[index - 1]?.unit ?? null)
    const computed = sumDecimals(rows.flatMap((row) => figure(row) ?? []))
    if (computed === null) return []
    return totals.flatMap(({ row }): TotalCheck[] => {
      const stated = figure(row)
      return stated === null ? [] : [{ row, index, stated, computed, agrees: agrees(stated, computed) }]
    })
  })
}
