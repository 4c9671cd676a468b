import { useCallback, useSyncExternalStore } from 'react'
import type { UndoStack } from './undo-stack.ts'

/** What undo and redo would take back, for buttons that say so; null = nothing. */
export function useUndoLabels(stack: UndoStack): {
  readonly undo: string | null
  readonly redo: string | null
} {
  const subscribe = useCallback((listener: () => void): (() => void) => stack.subscribe(listener), [stack])
  const undo = useSyncExternalStore(subscribe, () => stack.nextLabel('undo'))
  const redo = useSyncExternalStore(subscribe, () => stack.nextLabel('redo'))
  return { undo, redo }
}
