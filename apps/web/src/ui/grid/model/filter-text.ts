import type { GridColumn } from '../grid-types.ts'
import type { GridLabels } from '../labels.ts'
import { displayText, type FormatContext } from './cell-format.ts'
import type { GridFilter } from './grid-view.ts'

/** A filter in words, for its chip: "进行中、未开始", "≥ 10,000", "为空". */
export function filterText(
  filter: GridFilter,
  column: GridColumn,
  labels: GridLabels,
  format: FormatContext,
): string {
  switch (filter.op) {
    case 'contains':
      return `${labels.contains} ${filter.text}`
    case 'empty':
      return labels.isEmpty
    case 'notEmpty':
      return labels.notEmpty
    case 'unread':
      return labels.isUnread
    case 'marked':
      return labels.isMarked
    case 'oneOf': {
      const words = filter.values.map((value) =>
        value === null ? labels.anyValue : displayText(column, value, format),
      )
      return words.length > 3
        ? `${words.slice(0, 3).join(labels.comma)}… (${words.length})`
        : words.join(labels.comma)
    }
    case 'between': {
      const from = filter.from === null ? null : displayText(column, filter.from, format)
      const to = filter.to === null ? null : displayText(column, filter.to, format)
      if (from === null) return `≤ ${to ?? ''}`
      return to === null ? `≥ ${from}` : `${from} – ${to}`
    }
  }
}
