import { useEffect, useState, type ReactNode } from 'react'
import type { GridColumn, GridRow } from '../grid-types.ts'
import { fill } from '../labels.ts'
import { useGrid } from './grid-context.ts'
import { fitted } from './Popover.tsx'

const HOVER_MS = 450

interface Card {
  readonly text: string
  readonly unread: string | null
  readonly mark: string | null
  readonly locked: string | null
  readonly x: number
  readonly y: number
  readonly above: number
}

/** What a cell says beyond what fits in it: the full text, the text not understood, the reason of a mark. */
export function CellCard(): ReactNode {
  const { store, surface, id } = useGrid()
  const [card, setCard] = useState<Card | null>(null)
  useEffect(() => {
    const body = document.getElementById(`${id}-table`)
    if (body === null) return undefined
    let timer = 0
    let at = ''
    const hide = (): void => {
      window.clearTimeout(timer)
      at = ''
      setCard(null)
    }
    const onMove = (event: PointerEvent): void => {
      if (event.pointerType === 'touch' || event.buttons !== 0) {
        hide()
        return
      }
      const point = surface()?.hit(event.clientX, event.clientY) ?? null
      const key = point === null ? '' : `${point.line},${point.column}`
      if (key === at) return
      hide()
      at = key
      if (point === null || point.column < 0 || store.editing !== null) return
      timer = window.setTimeout(() => {
        const element = surface()?.cellElementAt(point.line, point.column) ?? null
        const line = store.lines[point.line]
        const column = store.placed(point.column)?.column
        if (element !== null && line?.kind === 'row' && column !== undefined)
          setCard(cardOf(element, line.row, column))
      }, HOVER_MS)
    }
    const cardOf = (element: HTMLElement, row: GridRow, column: GridColumn): Card | null => {
      const isCut = element.scrollWidth > element.clientWidth + 1
      const value = row.values[column.field]
      const hasLines = typeof value === 'string' && value.includes('\n')
      const mark = row.marks?.[column.field]?.text ?? null
      const unread = row.unread?.[column.field] ?? null
      const locked = column.readOnly ?? row.readOnly ?? null
      if (!isCut && !hasLines && mark === null && unread === null && locked === null) return null
      const box = element.getBoundingClientRect()
      return {
        text: isCut || hasLines ? (hasLines ? value : (element.textContent ?? '')) : '',
        unread,
        mark,
        locked,
        x: box.left,
        y: box.bottom + 2,
        above: box.top,
      }
    }
    body.addEventListener('pointermove', onMove)
    body.addEventListener('pointerleave', hide)
    body.addEventListener('pointerdown', hide)
    document.addEventListener('scroll', hide, true)
    const stop = store.subscribe('editing', hide)
    return () => {
      hide()
      stop()
      body.removeEventListener('pointermove', onMove)
      body.removeEventListener('pointerleave', hide)
      body.removeEventListener('pointerdown', hide)
      document.removeEventListener('scroll', hide, true)
    }
  }, [store, surface, id])
  if (card === null) return null
  return (
    <div
      className="yg-card"
      role="tooltip"
      ref={(el) => {
        if (el === null) return
        const { left, top } = fitted(card.x, card.y, el.offsetWidth, el.offsetHeight)
        el.style.transform = `translate(${left}px, ${top < card.y ? card.above - el.offsetHeight - 2 : top}px)`
      }}
    >
      {card.text === '' ? null : <p>{card.text}</p>}
      {card.unread === null ? null : (
        <p className="yg-warn-text">▲ {fill(store.labels.unread, { text: card.unread })}</p>
      )}
      {card.mark === null ? null : <p>{card.mark}</p>}
      {card.locked === null || card.locked === card.mark ? null : (
        <p className="yg-small">{fill(store.labels.lockedCell, { reason: card.locked })}</p>
      )}
    </div>
  )
}
