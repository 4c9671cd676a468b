import type { Move } from './navigation.ts'

/** A key press, as far as the grid reads it. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
}

export type KeyCommand =
  | { readonly do: 'move'; readonly move: Move; readonly extend: boolean }
  | { readonly do: 'tab' | 'enter'; readonly step: 1 | -1 }
  | {
      readonly do:
        | 'edit'
        | 'escape'
        | 'selectAll'
        | 'selectRow'
        | 'selectColumn'
        | 'clear'
        | 'fillDown'
        | 'fillRight'
        | 'undo'
        | 'redo'
        | 'today'
        | 'toggle'
        | 'openPicker'
        | 'menu'
        | 'columnMenu'
        | 'find'
        | 'insertRow'
        | 'deleteRows'
        | 'copyAbove'
    }

const ARROWS: Readonly<Record<string, { plain: Move; edge: Move }>> = {
  ArrowUp: { plain: 'up', edge: 'edgeUp' },
  ArrowDown: { plain: 'down', edge: 'edgeDown' },
  ArrowLeft: { plain: 'left', edge: 'edgeLeft' },
  ArrowRight: { plain: 'right', edge: 'edgeRight' },
}

/**
 * What a key does while no cell is being edited; null = leave it to the browser
 * (letters, and Ctrl+C/X/V, which arrive as clipboard events).
 * Ctrl stands for ⌘ on a Mac.
 */
export function keyCommand({ key, code, ctrl, shift, alt }: KeyPress): KeyCommand | null {
  const arrow = ARROWS[key]
  if (arrow !== undefined) {
    if (alt) return key === 'ArrowDown' ? { do: 'openPicker' } : null
    return { do: 'move', move: ctrl ? arrow.edge : arrow.plain, extend: shift }
  }
  switch (key) {
    case 'Tab':
      return ctrl || alt ? null : { do: 'tab', step: shift ? -1 : 1 }
    case 'Enter':
      return ctrl ? { do: 'insertRow' } : alt ? null : { do: 'enter', step: shift ? -1 : 1 }
    case 'F2':
      return { do: 'edit' }
    case 'Escape':
      return { do: 'escape' }
    case 'Home':
      return { do: 'move', move: ctrl ? 'gridStart' : 'rowStart', extend: shift }
    case 'End':
      return { do: 'move', move: ctrl ? 'gridEnd' : 'rowEnd', extend: shift }
    case 'PageUp':
      return alt ? null : { do: 'move', move: 'pageUp', extend: shift }
    case 'PageDown':
      return alt ? null : { do: 'move', move: 'pageDown', extend: shift }
    case 'Delete':
    case 'Backspace':
      return ctrl && key === 'Backspace' ? { do: 'deleteRows' } : { do: 'clear' }
    case 'ContextMenu':
      return { do: 'menu' }
    case 'F10':
      return shift ? { do: 'menu' } : null
    case ' ':
      if (ctrl) return { do: 'selectColumn' }
      return shift ? { do: 'selectRow' } : { do: 'toggle' }
  }
  if (!ctrl || alt) return null
  // By position for the semicolon: on a Chinese layout the key may say "；".
  if (code === 'Semicolon' && !shift) return { do: 'today' }
  if (code === 'Quote' && !shift) return { do: 'copyAbove' }
  switch (key.toLowerCase()) {
    case 'a':
      return { do: 'selectAll' }
    case 'd':
      return { do: 'fillDown' }
    case 'r':
      return shift ? null : { do: 'fillRight' }
    case 'z':
      return { do: shift ? 'redo' : 'undo' }
    case 'y':
      return { do: 'redo' }
    case 'f':
      return { do: 'find' }
    case 'l':
      return shift ? { do: 'columnMenu' } : null
    case '-':
      return { do: 'deleteRows' }
    default:
      return null
  }
}
