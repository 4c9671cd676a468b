import { describe, expect, test } from 'vitest'
import { keyCommand, type KeyPress } from './key-command.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrl: false,
  shift: false,
  alt: false,
  ...more,
})

describe('X1 keys', () => {
  test.each<[string, KeyPress, object | null]>([
    [
      'Shift+Ctrl+Down extends to the data edge',
      press('ArrowDown', { ctrl: true, shift: true }),
      { do: 'move', move: 'edgeDown', extend: true },
    ],
    ['Shift+Tab goes back', press('Tab', { shift: true }), { do: 'tab', step: -1 }],
    ['F2 edits', press('F2'), { do: 'edit' }],
    ['Ctrl+D fills down', press('d', { ctrl: true }), { do: 'fillDown' }],
    ['Ctrl+R fills right', press('r', { ctrl: true }), { do: 'fillRight' }],
    ['Ctrl+Shift+R is the reload of the browser', press('R', { ctrl: true, shift: true }), null],
    ['Ctrl+Shift+Z redoes', press('Z', { ctrl: true, shift: true }), { do: 'redo' }],
    ['Ctrl+Y redoes', press('y', { ctrl: true }), { do: 'redo' }],
    [
      'Ctrl+; is today, also where the key says ；',
      press('；', { ctrl: true, code: 'Semicolon' }),
      { do: 'today' },
    ],
    ['Ctrl+C is left to the clipboard event', press('c', { ctrl: true }), null],
    ['a letter is left to the input', press('a'), null],
    ['Alt+Down opens the list', press('ArrowDown', { alt: true }), { do: 'openPicker' }],
    ['Ctrl+Space chooses the column', press(' ', { ctrl: true }), { do: 'selectColumn' }],
    ['Space toggles', press(' '), { do: 'toggle' }],
  ])('%s', (_, key, command) => {
    expect(keyCommand(key)).toEqual(command)
  })
})
