import { useSyncExternalStore } from 'react'

const reduced = matchMedia('(prefers-reduced-motion: reduce)')

/** Has the reader asked their system for less motion? Follows the system's change. */
export function useReducedMotion(): boolean {
  return useSyncExternalStore(
    (listener) => {
      reduced.addEventListener('change', listener)
      return () => reduced.removeEventListener('change', listener)
    },
    () => reduced.matches,
  )
}
