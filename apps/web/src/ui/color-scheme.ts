import { useSyncExternalStore } from 'react'

export type SchemeChoice = 'system' | 'light' | 'dark'
const STORAGE_KEY = 'yingce.scheme'
const system = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
/** While a page that is dark for everybody is shown. */
let isDarkForced = false

export function schemeChoice(): SchemeChoice {
  const stored = localStorage.getItem(STORAGE_KEY)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

export function isDark(): boolean {
  if (isDarkForced) return true
  const choice = schemeChoice()
  return choice === 'system' ? system.matches : choice === 'dark'
}

function apply(): void {
  document.documentElement.classList.toggle('dark', isDark())
  for (const listener of listeners) listener()
}

export function setSchemeChoice(choice: SchemeChoice): void {
  localStorage.setItem(STORAGE_KEY, choice)
  apply()
}

/** For a page on a wall; what the reader chose comes back afterwards. */
export function setDarkForced(isForced: boolean): void {
  isDarkForced = isForced
  apply()
}

/** Sets the class on the root element and follows the system's change. */
export function startColorScheme(): void {
  system.addEventListener('change', apply)
  apply()
}

export function useIsDark(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, isDark)
}
