import { createContext, useContext, useSyncExternalStore } from 'react'
import type { GridStore, Topic } from '../grid-store.ts'
import type { GridSurface } from './grid-surface.ts'

/** What the parts of one grid share. */
export interface GridHandle {
  readonly store: GridStore
  /** Unique prefix of element ids. */
  readonly id: string
  readonly surface: () => GridSurface | null
  readonly focus: () => void
}

export const GridContext = createContext<GridHandle | null>(null)

/** @throws when used outside a TrackerGrid: that is a bug of the caller */
export function useGrid(): GridHandle {
  const handle = useContext(GridContext)
  if (handle === null) throw new Error('useGrid needs a TrackerGrid around it')
  return handle
}

/** Render again when one of the topics changes. */
export function useTopics(store: GridStore, ...topics: readonly Topic[]): string {
  return useSyncExternalStore(
    (listener) => {
      const stops = topics.map((topic) => store.subscribe(topic, listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
    () => topics.map((topic) => store.version(topic)).join('.'),
  )
}
