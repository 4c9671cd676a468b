import type { ReactNode } from 'react'
import { selectedCells } from '../actions/selected-cells.ts'
import { fill } from '../labels.ts'
import { displayText } from '../model/cell-format.ts'
import { allRanges } from '../model/selection.ts'
import { columnTotal, summarise } from '../model/totals.ts'
import { useGrid, useTopics } from './grid-context.ts'

/** Beyond this many cells the sums of a selection are not worked out while dragging. */
const MAX_SUMMED = 200_000

/** What is shown and what it adds up to; at the right, the same for the selection. */
export function GridFooter(): ReactNode {
  const { store } = useGrid()
  useTopics(store, 'layout')
  const { labels, rows, props } = store
  const items =
    rows.length === props.rows.length
      ? fill(labels.items, { n: rows.length })
      : fill(labels.shownOf, { shown: rows.length, all: props.rows.length })
  const totals = store.layout.columns.flatMap(({ column }) => {
    if (column.total === undefined || column.total === 'min' || column.total === 'max') return []
    const text = displayText(column, columnTotal(column, rows), store.format)
    return text === ''
      ? []
      : [
          {
            field: column.field,
            text: fill(labels.total, {
              column: column.title,
              value: `${text}${column.unit === undefined ? '' : ` ${column.unit}`}`,
            }),
          },
        ]
  })
  return (
    <div className="yg-footer">
      <span>{items}</span>
      {totals.map(({ field, text }) => (
        <span key={field}>{text}</span>
      ))}
      <span className="yg-spring" />
      <SelectionSums />
    </div>
  )
}

function SelectionSums(): ReactNode {
  const { store } = useGrid()
  useTopics(store, 'selection', 'layout')
  const { selection, labels } = store
  if (selection === null) return null
  const size = allRanges(selection).reduce(
    (sum, range) => sum + (range.bottom - range.top + 1) * (range.right - range.left + 1),
    0,
  )
  if (size < 2 || size > MAX_SUMMED) return null
  const { filled, sum, average, kind } = summarise(selectedCells(store))
  const text = (value: number): string =>
    displayText({ kind: kind ?? 'number' }, kind === 'money' ? Math.round(value) : value, store.format)
  return (
    <span className="yg-sums">
      <span>{fill(labels.selected, { n: filled })}</span>
      {sum === null || kind === 'ratio' ? null : <span>{fill(labels.sum, { value: text(sum) })}</span>}
      {average === null ? null : <span>{fill(labels.average, { value: text(average) })}</span>}
    </span>
  )
}
