import type { GridColumn } from './grid-types.ts'
import type { GridLabels } from './labels.ts'
import { fill } from './labels.ts'
import { displayText, editText, type FormatContext } from './model/cell-format.ts'
import { parseCell, type ReadContext } from './parse-cell.ts'

export interface ReadPreview {
  readonly text: string
  readonly isRead: boolean
}

/** What a text will be taken for, said while typing where it is not plain to see. */
export function readPreview(column: GridColumn, text: string, context: ReadContext, format: FormatContext, labels: GridLabels): ReadPreview | null {
  const plain = text.trim()
  if (plain === '') return null
  switch (column.kind) {
    case 'money': case 'ratio': case 'count': case 'number': {
      const reading = parseCell(column, plain, context)
      if (!reading.ok) return null
      const shown = `${displayText(column, reading.value, format)}${column.unit === undefined ? '' : ` ${column.unit}`}`
      // Saying that 35000 is read as 35,000 would be noise.
      return editText(column, reading.value) === plain ? null : { text: fill(labels.readAs, { text: shown }), isRead: true }
    }
    default: return null
  }
}
