import { useRef } from 'react'
import { MIN_TABLE_WIDTH } from '../model/columns.ts'

interface SplitterProps {
  width: number
  maximum: number
  label: string
  onChange: (width: number) => void
}

const STEP = 16

/** Divider between table and chart: drag, or ←/→ when focused. */
export function Splitter({ width, maximum, label, onChange }: SplitterProps) {
  const grabbed = useRef<{ x: number; width: number } | null>(null)
  const set = (next: number): void => onChange(Math.round(Math.max(MIN_TABLE_WIDTH, Math.min(maximum, next))))
  return (
    <div
      className="yg-splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(width)}
      aria-valuemin={MIN_TABLE_WIDTH}
      aria-valuemax={Math.round(maximum)}
      style={{ left: width - 4 }}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        grabbed.current = { x: event.clientX, width }
      }}
      onPointerMove={(event) => {
        if (grabbed.current) set(grabbed.current.width + event.clientX - grabbed.current.x)
      }}
      onPointerUp={() => {
        grabbed.current = null
      }}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
        if (by === undefined) return
        event.preventDefault()
        set(width + by)
      }}
    />
  )
}
