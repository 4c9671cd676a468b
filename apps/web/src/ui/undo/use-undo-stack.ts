import { useState, useSyncExternalStore } from 'react'
import { UndoStack } from './undo-stack.ts'

/** One undo stack for a page, to be given to every view of the same records. */
export function useUndoStack(): UndoStack {
  const [stack] = useState(() => new UndoStack())
  return stack
}

/** Whether there is something to undo or redo, and what, for buttons that say so. */
export function useUndoLabels(stack: UndoStack): {
  readonly undo: string | null
  readonly redo: string | null
} {
  const subscribe = (listener: () => void): (() => void) => stack.subscribe(listener)
  const undo = useSyncExternalStore(subscribe, () => stack.nextLabel('undo'))
  const redo = useSyncExternalStore(subscribe, () => stack.nextLabel('redo'))
  return { undo, redo }
}
