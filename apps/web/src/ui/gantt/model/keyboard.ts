/** What a key asks the chart to do; null = not ours, let the browser have it. */
export type KeyCommand =
  | { command: 'shift'; kind: 'move' | 'resize-end'; days: number }
  | { command: 'focus'; by: number; extend: boolean }
  | { command: 'focus-edge'; edge: 'first' | 'last' }
  | { command: 'page'; direction: 1 | -1 }
  | { command: 'zoom'; step: 1 | -1 }
  | {
      command:
        | 'expand'
        | 'collapse'
        | 'open'
        | 'select'
        | 'select-all'
        | 'today'
        | 'fit'
        | 'link'
        | 'edit-dates'
        | 'cancel'
        | 'show'
    }

export interface KeyPress {
  key: string
  altKey: boolean
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

/**
 * Keys of the treegrid (WAI-ARIA APG, treegrid pattern, rows first) and of the chart:
 * Alt+←/→ moves by a day, Alt+PageUp/PageDown by a week; with Shift the end is
 * moved instead of the whole bar.
 */
export function keyCommand({ key, altKey, shiftKey, ctrlKey, metaKey }: KeyPress): KeyCommand | null {
  if (altKey && !ctrlKey && !metaKey) {
    const days = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 }[key]
    return days === undefined ? null : { command: 'shift', kind: shiftKey ? 'resize-end' : 'move', days }
  }
  if (ctrlKey || metaKey) return key === 'a' ? { command: 'select-all' } : null
  switch (key) {
    case 'ArrowDown':
      return { command: 'focus', by: 1, extend: shiftKey }
    case 'ArrowUp':
      return { command: 'focus', by: -1, extend: shiftKey }
    case 'Home':
      return { command: 'focus-edge', edge: 'first' }
    case 'End':
      return { command: 'focus-edge', edge: 'last' }
    case 'PageDown':
      return { command: 'page', direction: 1 }
    case 'PageUp':
      return { command: 'page', direction: -1 }
    case 'ArrowRight':
      return { command: 'expand' }
    case 'ArrowLeft':
      return { command: 'collapse' }
    case 'Enter':
      return { command: 'open' }
    case ' ':
      return { command: 'select' }
    case '+':
    case '=':
      return { command: 'zoom', step: 1 }
    case '-':
    case '_':
      return { command: 'zoom', step: -1 }
    case '0':
      return { command: 'fit' }
    case 't':
    case 'T':
      return { command: 'today' }
    case 's':
    case 'S':
      return { command: 'show' }
    case 'l':
    case 'L':
      return { command: 'link' }
    case 'F2':
      return { command: 'edit-dates' }
    case 'Escape':
      return { command: 'cancel' }
    default:
      return null
  }
}
