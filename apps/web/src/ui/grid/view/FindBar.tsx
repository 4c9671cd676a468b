import { useState, type ReactNode } from 'react'
import { fill } from '../labels.ts'
import { findCells } from '../model/find-cells.ts'
import { selectCell } from '../model/selection.ts'
import { useGrid, useTopics } from './grid-context.ts'

/** Ctrl+F: the browser's own search cannot see rows that are not drawn. */
export function FindBar(): ReactNode {
  const { store } = useGrid()
  const version = useTopics(store, 'panel')
  return store.panel?.kind === 'find' ? <FindFields key={version} /> : null
}

function FindFields(): ReactNode {
  const { store, surface, focus } = useGrid()
  useTopics(store, 'layout')
  const [needle, setNeedle] = useState('')
  const [at, setAt] = useState(0)
  const { labels, lines, layout, format } = store
  const found = findCells(lines, layout.columns, needle, format)
  const show = (index: number, hits: typeof found): void => {
    const hit = hits[((index % hits.length) + hits.length) % hits.length]
    if (hit === undefined) return
    setAt(hits.indexOf(hit))
    store.select(selectCell(hit))
    surface()?.reveal(hit.line, hit.column)
  }
  const close = (): void => {
    store.openPanel(null)
    focus()
  }
  return (
    <div
      className="yg-find"
      role="search"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          close()
        }
      }}
    >
      <input
        aria-label={labels.find}
        placeholder={labels.find}
        value={needle}
        autoFocus
        onChange={(event) => {
          setNeedle(event.target.value)
          show(0, findCells(store.lines, store.layout.columns, event.target.value, store.format))
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing)
            show(at + (event.shiftKey ? -1 : 1), found)
        }}
      />
      <span aria-live="polite">
        {needle === ''
          ? ''
          : found.length === 0
            ? labels.findNone
            : fill(labels.findCount, { at: at + 1, n: found.length })}
      </span>
      <button
        type="button"
        className="yg-button"
        aria-label={labels.findPrevious}
        onClick={() => show(at - 1, found)}
      >
        ↑
      </button>
      <button
        type="button"
        className="yg-button"
        aria-label={labels.findNext}
        onClick={() => show(at + 1, found)}
      >
        ↓
      </button>
      <button type="button" className="yg-button yg-quiet" aria-label={labels.close} onClick={close}>
        ×
      </button>
    </div>
  )
}
