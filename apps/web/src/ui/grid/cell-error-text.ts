import { rangeText } from '@yingce/domain/records/field-range'
import type { GridColumn } from './grid-types.ts'
import { fill, type GridLabels } from './labels.ts'
import type { CellErrorCode } from './parse-cell.ts'

/** Why a text is no value of its column, with the range of the column where that is the reason. */
export function cellErrorText(
  labels: Pick<GridLabels, 'errors'>,
  column: Pick<GridColumn, 'kind' | 'range'>,
  code: CellErrorCode,
): string {
  return fill(
    labels.errors[code],
    column.range === undefined ? {} : { range: rangeText(column.kind, column.range) },
  )
}
