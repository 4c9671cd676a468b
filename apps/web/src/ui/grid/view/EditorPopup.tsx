import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { cellErrorText } from '../cell-error-text.ts'
import { commitValue } from '../actions/edit-cell.ts'
import { pickerOptions } from '../actions/picker-options.ts'
import { readContext } from '../actions/read-context.ts'
import type { EditState, GridStore } from '../grid-store.ts'
import { fill } from '../labels.ts'
import { readPreview } from '../read-preview.ts'
import { parseCell } from '../parse-cell.ts'
import { useGrid, useTopics } from './grid-context.ts'
import { MonthPanel } from './MonthPanel.tsx'
import { fitted } from './Popover.tsx'

/**
 * What helps under the cell being edited: why the text cannot be read, what it
 * is read as, a list to choose from, a month. The focus stays in the cell.
 */
export function EditorPopup({ input }: { readonly input: RefObject<HTMLTextAreaElement | null> }): ReactNode {
  const { store, id } = useGrid()
  useTopics(store, 'editing')
  const box = useRef<HTMLDivElement>(null)
  const { editing } = store
  useLayoutEffect(() => {
    const el = box.current
    const field = input.current
    if (el === null || field === null || editing === null) return
    const cell = field.getBoundingClientRect()
    const { left, top } = fitted(cell.left, cell.bottom + 3, el.offsetWidth, el.offsetHeight)
    // Where there is no room below, it stands above the cell and never over it.
    const y = top < cell.bottom + 3 ? Math.max(8, cell.top - el.offsetHeight - 3) : top
    el.style.transform = `translate(${left}px, ${y}px)`
    el.style.visibility = 'visible'
  })
  if (editing === null) return null
  const content = popupContent(store, editing, id)
  if (content === null) return null
  return (
    // Pressing here must not take the focus from the cell: the composition and the text would be lost.
    <div
      ref={box}
      className="yg-editor-popup"
      style={{ visibility: 'hidden' }}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {content}
    </div>
  )
}

function popupContent(store: GridStore, editing: EditState, id: string): ReactNode {
  const { labels } = store
  const { column, text, error } = editing
  const options = pickerOptions(editing, labels)
  const isDate = column.kind === 'date' || column.kind === 'dateTime'
  const preview =
    error === null && options.length === 0
      ? readPreview(column, text, readContext(store, editing.row, column.field), store.format, labels)
      : null
  const isList = column.choices !== undefined || (column.suggestions !== undefined && options.length > 0)
  if (error === null && preview === null && !isList && !isDate) return null
  return (
    <>
      {error === null ? null : (
        <p id={`${id}-error`} role="alert" className="yg-error-text">
          ▲ {cellErrorText(labels, column, error)}
        </p>
      )}
      {preview === null ? null : (
        <p className={`yg-read${preview.isRead ? '' : ' yg-warn-text'}`}>{preview.text}</p>
      )}
      {isList ? <OptionList store={store} editing={editing} /> : null}
      {isDate ? <DatePart store={store} editing={editing} /> : null}
    </>
  )
}

function OptionList({
  store,
  editing,
}: {
  readonly store: GridStore
  readonly editing: EditState
}): ReactNode {
  const { focus } = useGrid()
  const options = pickerOptions(editing, store.labels)
  const { highlight, row, column } = editing
  const current = row?.values[column.field] ?? null
  if (options.length === 0) return <p className="yg-read">{store.labels.noSuggestion}</p>
  return (
    <div className="yg-options" role="listbox" aria-label={column.title}>
      {options.map((option, index) => {
        const tone = column.choices?.find((choice) => choice.value === option.value)?.tone
        return (
          <div
            key={String(option.value)}
            role="option"
            aria-selected={index === highlight}
            className={`yg-option${index === highlight ? ' yg-highlight' : ''}`}
            ref={(el) => {
              if (index === highlight) el?.scrollIntoView({ block: 'nearest' })
            }}
            onClick={() => {
              commitValue(store, option.value, 'stay')
              focus()
            }}
          >
            <span className={tone === undefined ? '' : `yg-tag yg-tone-${tone}`}>{option.label}</span>
            {option.value === current ? <span aria-hidden="true">✓</span> : null}
          </div>
        )
      })}
    </div>
  )
}

function DatePart({ store, editing }: { readonly store: GridStore; readonly editing: EditState }): ReactNode {
  const { focus } = useGrid()
  const { props, labels } = store
  const reading = parseCell(
    editing.column,
    editing.text,
    readContext(store, editing.row, editing.column.field),
  )
  const value = reading.ok && typeof reading.value === 'string' ? reading.value : null
  const time = value !== null && value.length > 10 ? value.slice(10) : 'T18:00'
  return (
    <>
      <MonthPanel
        selected={value?.slice(0, 10) ?? null}
        today={props.today}
        fallback={`${props.year}-${props.today.slice(5)}`}
        labels={labels}
        {...(props.dayInfo === undefined ? {} : { dayInfo: props.dayInfo })}
        onPick={(date) => {
          commitValue(store, editing.column.kind === 'dateTime' ? date + time : date, 'stay')
          focus()
        }}
      />
      <p className="yg-small">{fill(labels.pickerHint, {})}</p>
    </>
  )
}
