import type { MouseEvent, ReactNode } from 'react'
import { undoStep } from '../actions/undo-step.ts'
import { useUndoLabels } from '../../undo/use-undo-labels.ts'
import { fill } from '../labels.ts'
import { filterText } from '../model/filter-text.ts'
import { useGrid, useTopics } from './grid-context.ts'

const isMac = (): boolean => /mac|iphone|ipad/iu.test(navigator.platform)

/** Below the button that opened it. */
const below = (event: MouseEvent<HTMLElement>): { x: number; y: number } => {
  const box = event.currentTarget.getBoundingClientRect()
  return { x: box.left, y: box.bottom + 4 }
}

/** What is grouped, filtered and shown, as chips; undo and redo with what they would take back. */
export function GridToolbar(): ReactNode {
  const { store, focus } = useGrid()
  useTopics(store, 'layout')
  const undo = useUndoLabels(store.undoStack)
  const { labels, props } = store
  const { view, onViewChange } = props
  const command = isMac() ? '⌘' : 'Ctrl+'
  const canWrite = props.readOnly === undefined
  return (
    <div className="yg-toolbar" role="toolbar" aria-label={labels.toolbar}>
      {(props.groups?.length ?? 0) === 0 ? null : (
        <button
          type="button"
          className="yg-chip"
          aria-pressed={view.grouped}
          onClick={() => onViewChange({ ...view, grouped: !view.grouped })}
        >
          {labels.groupBy}
        </button>
      )}
      {view.filters.map((filter, index) => {
        const column = store.columns.get(filter.field)
        if (column === undefined) return null
        return (
          <span key={`${filter.field}-${index}`} className="yg-chip yg-chip-filter">
            <button
              type="button"
              onClick={(event) => store.openPanel({ kind: 'column', field: filter.field, ...below(event) })}
            >
              {fill(labels.named, {
                name: column.title,
                value: filterText(filter, column, labels, store.format),
              })}
            </button>
            <button
              type="button"
              aria-label={`${labels.clear} ${column.title}`}
              onClick={() =>
                onViewChange({ ...view, filters: view.filters.filter((other) => other !== filter) })
              }
            >
              ×
            </button>
          </span>
        )
      })}
      <button
        type="button"
        className="yg-chip"
        aria-haspopup="dialog"
        onClick={(event) => store.openPanel({ kind: 'addFilter', ...below(event) })}
      >
        ＋ {labels.addFilter}
      </button>
      {props.toolbar}
      <span className="yg-spring" />
      {canWrite ? (
        <>
          <span className="yg-hints" aria-hidden="true">
            {labels.hintPaste} {command}V · {labels.hintFill} {command}D
          </span>
          {(['undo', 'redo'] as const).map((direction) => (
            <button
              key={direction}
              type="button"
              className="yg-chip yg-icon"
              disabled={undo[direction] === null}
              aria-label={labels[direction]}
              title={`${undo[direction] === null ? labels[direction] : fill(labels.named, { name: labels[direction], value: undo[direction] })}  ${command}${direction === 'undo' ? 'Z' : isMac() ? '⇧Z' : 'Y'}`}
              onClick={() => {
                void undoStep(store, direction)
                focus()
              }}
            >
              {direction === 'undo' ? '↶' : '↷'}
            </button>
          ))}
        </>
      ) : (
        <span className="yg-lock-note">{props.readOnly}</span>
      )}
      <button
        type="button"
        className="yg-chip"
        aria-haspopup="dialog"
        onClick={(event) => store.openPanel({ kind: 'columns', ...below(event) })}
      >
        {fill(labels.columns, { n: store.layout.columns.length })}
      </button>
      <button
        type="button"
        className="yg-chip"
        onClick={() => onViewChange({ ...view, density: view.density === 'compact' ? 'normal' : 'compact' })}
      >
        {fill(labels.named, {
          name: labels.density,
          value: view.density === 'compact' ? labels.densityCompact : labels.densityNormal,
        })}
      </button>
    </div>
  )
}
