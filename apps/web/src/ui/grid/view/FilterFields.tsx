import { useState, type ReactNode } from 'react'
import { cellErrorText } from '../cell-error-text.ts'
import { readContext } from '../actions/read-context.ts'
import type { GridColumn } from '../grid-types.ts'
import { editText } from '../model/cell-format.ts'
import { cellValue } from '../model/filter-rows.ts'
import type { GridFilter } from '../model/grid-view.ts'
import { parseCell } from '../parse-cell.ts'
import { useGrid } from './grid-context.ts'

const RANGED: ReadonlySet<GridColumn['kind']> = new Set([
  'date',
  'dateTime',
  'money',
  'count',
  'number',
  'ratio',
])
/** A column of names with more different values than this is searched, not ticked. */
const MAX_TICKS = 200

/** The filter of one column, by its kind: ticks, a range, or a text; and empty, not empty, not understood. */
export function FilterFields({
  column,
  onDone,
}: {
  readonly column: GridColumn
  readonly onDone: () => void
}): ReactNode {
  const { store } = useGrid()
  const { labels, props } = store
  const { view, onViewChange } = props
  const set = (filter: GridFilter | null): void => {
    const others = view.filters.filter((item) => item.field !== column.field)
    onViewChange({ ...view, filters: filter === null ? others : [...others, filter] })
  }
  const current = view.filters.find((item) => item.field === column.field)
  const plain = (op: 'empty' | 'notEmpty' | 'unread' | 'marked', label: string): ReactNode => (
    <button
      type="button"
      className="yg-chip"
      aria-pressed={current?.op === op}
      onClick={() => set(current?.op === op ? null : { field: column.field, op })}
    >
      {label}
    </button>
  )
  const ticked = column.choices !== undefined || column.kind === 'person'
  return (
    <div className="yg-filter" role="group" aria-label={labels.filter}>
      {ticked ? (
        <Ticks column={column} current={current} onSet={set} />
      ) : RANGED.has(column.kind) ? (
        <Range key={current?.op} column={column} current={current} onSet={set} onDone={onDone} />
      ) : column.kind === 'flag' ? null : (
        <Contains key={current?.op} column={column} current={current} onSet={set} onDone={onDone} />
      )}
      <div className="yg-chips">
        {plain('empty', labels.isEmpty)}
        {plain('notEmpty', labels.notEmpty)}
        {plain('unread', labels.isUnread)}
        {plain('marked', labels.isMarked)}
        {current === undefined ? null : (
          <button type="button" className="yg-chip" onClick={() => set(null)}>
            {labels.clear}
          </button>
        )}
      </div>
    </div>
  )
}

interface PartProps {
  readonly column: GridColumn
  readonly current: GridFilter | undefined
  readonly onSet: (filter: GridFilter | null) => void
}

function Contains({
  column,
  current,
  onSet,
  onDone,
}: PartProps & { readonly onDone: () => void }): ReactNode {
  const { labels } = useGrid().store
  const [text, setText] = useState(current?.op === 'contains' ? current.text : '')
  return (
    <form
      className="yg-filter-line"
      onSubmit={(event) => {
        event.preventDefault()
        onSet(text.trim() === '' ? null : { field: column.field, op: 'contains', text: text.trim() })
        onDone()
      }}
    >
      <label>
        {labels.contains}{' '}
        <input data-autofocus value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <button type="submit" className="yg-button">
        {labels.apply}
      </button>
    </form>
  )
}

function Range({ column, current, onSet, onDone }: PartProps & { readonly onDone: () => void }): ReactNode {
  const { store } = useGrid()
  const { labels } = store
  const shown = (value: string | number | null): string => editText(column, value)
  const [from, setFrom] = useState(current?.op === 'between' ? shown(current.from) : '')
  const [to, setTo] = useState(current?.op === 'between' ? shown(current.to) : '')
  const [error, setError] = useState<string | null>(null)
  // A range of moments is a range of days: nobody filters by the minute.
  const kind = column.kind === 'dateTime' ? 'date' : column.kind
  const apply = (): void => {
    const [low, high] = [from, to].map((text) =>
      parseCell({ kind }, text, readContext(store, null, column.field)),
    )
    if (low?.ok !== true || high?.ok !== true) {
      const failed = low?.ok === false ? low : high
      setError(failed?.ok === false ? cellErrorText(labels, column, failed.code) : null)
      return
    }
    const bound = (value: unknown): string | number | null =>
      typeof value === 'string' || typeof value === 'number' ? value : null
    const [lower, upper] = [bound(low.value), bound(high.value)]
    onSet(
      lower === null && upper === null
        ? null
        : { field: column.field, op: 'between', from: lower, to: upper },
    )
    onDone()
  }
  return (
    <form
      className="yg-filter-line"
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <label>
        {labels.from}{' '}
        <input
          data-autofocus
          value={from}
          aria-invalid={error !== null}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <label>
        {labels.to}{' '}
        <input value={to} aria-invalid={error !== null} onChange={(event) => setTo(event.target.value)} />
      </label>
      <button type="submit" className="yg-button">
        {labels.apply}
      </button>
      {error === null ? null : (
        <p role="alert" className="yg-error-text">
          {error}
        </p>
      )}
    </form>
  )
}

function Ticks({ column, current, onSet }: PartProps): ReactNode {
  const { store } = useGrid()
  const { labels } = store
  const [needle, setNeedle] = useState('')
  const values = new Map<string | null, { label: string; count: number }>()
  for (const choice of column.choices ?? []) values.set(choice.value, { label: choice.label, count: 0 })
  for (const row of store.props.rows) {
    const raw = cellValue(column, row)
    const value = raw === null || raw === '' ? null : String(raw)
    const known = values.get(value)
    if (known === undefined) values.set(value, { label: value ?? labels.anyValue, count: 1 })
    else known.count += 1
  }
  const chosen = new Set<string | null>(current?.op === 'oneOf' ? current.values : [])
  const shown = [...values].filter(([, { label }]) => label.includes(needle.trim())).slice(0, MAX_TICKS)
  const toggle = (value: string | null): void => {
    const next = chosen.has(value) ? [...chosen].filter((item) => item !== value) : [...chosen, value]
    onSet(next.length === 0 ? null : { field: column.field, op: 'oneOf', values: next })
  }
  return (
    <>
      {values.size > 8 ? (
        <input
          className="yg-search"
          data-autofocus
          aria-label={labels.searchChoices}
          placeholder={labels.searchChoices}
          value={needle}
          onChange={(event) => setNeedle(event.target.value)}
        />
      ) : null}
      <div className="yg-ticks">
        {shown.map(([value, { label, count }]) => (
          <label key={value ?? ''}>
            <input type="checkbox" checked={chosen.has(value)} onChange={() => toggle(value)} />{' '}
            <span>{label}</span> <small>{count}</small>
          </label>
        ))}
      </div>
    </>
  )
}
