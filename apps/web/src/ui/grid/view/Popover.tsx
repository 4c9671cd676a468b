import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useGrid } from './grid-context.ts'

interface PopoverProps {
  readonly x: number
  readonly y: number
  readonly label: string
  readonly className?: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Keeps a box inside the window. */
export function fitted(x: number, y: number, width: number, height: number): { left: number; top: number } {
  return {
    left: Math.max(8, Math.min(x, window.innerWidth - width - 8)),
    top: y + height > window.innerHeight - 8 ? Math.max(8, window.innerHeight - height - 8) : y,
  }
}

/** A small dialog beside what it belongs to: focus goes in, Esc or a press outside closes it and gives the focus back. */
export function Popover({ x, y, label, className, onClose, children }: PopoverProps): ReactNode {
  const { focus } = useGrid()
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const el = box.current
    if (el === null) return
    const { left, top } = fitted(x, y, el.offsetWidth, el.offsetHeight)
    el.style.left = `${left}px`
    el.style.top = `${top}px`
    el.style.visibility = 'visible'
  }, [x, y])
  useEffect(() => {
    const el = box.current
    el?.querySelector<HTMLElement>('[data-autofocus], input, button, select')?.focus()
    const onDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && el?.contains(event.target) === false) onClose()
    }
    document.addEventListener('pointerdown', onDown, true)
    return () => document.removeEventListener('pointerdown', onDown, true)
  }, [onClose])
  const close = (): void => {
    onClose()
    focus()
  }
  return (
    <div
      ref={box}
      className={`yg-popover ${className ?? ''}`}
      role="dialog"
      aria-label={label}
      style={{ visibility: 'hidden' }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          close()
        }
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        const items = [...event.currentTarget.querySelectorAll<HTMLElement>('.yg-item:not(:disabled)')]
        const at = items.indexOf(document.activeElement as HTMLElement)
        const next = items[(at + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length]
        if (at >= 0 && next !== undefined) {
          event.preventDefault()
          next.focus()
        }
      }}
    >
      {children}
    </div>
  )
}
