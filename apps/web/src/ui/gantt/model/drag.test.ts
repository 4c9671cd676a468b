import { describe, expect, test } from 'vitest'
import { SAMPLE_PHASES, SAMPLE_TASKS } from '../harness/sample.ts'
import {
  changesOf,
  overrideOf,
  progressAt,
  reasonOf,
  rowsDragged,
  type DayEdit,
  type DragKind,
} from './drag.ts'
import { keyCommand } from './keyboard.ts'
import { buildRows, type PhaseRow, type TaskRow } from './rows.ts'

const rows = buildRows(SAMPLE_PHASES, SAMPLE_TASKS, new Set())
const row = (key: string) => rows.find((one) => one.key === key)!
const edit = (kind: DragKind, key: string, deltaDays: number, rest: Partial<DayEdit> = {}): DayEdit => ({
  kind,
  rows: [row(key)],
  deltaDays,
  ...rest,
})

describe('an edit writes only what it changes', () => {
  test('moving by 3 days moves both dates and keeps the duration', () => {
    expect(changesOf(edit('move', 't:t7', 3))).toEqual([
      {
        kind: 'task',
        id: 't7',
        values: { plannedStart: '2026-04-26', plannedEnd: '2026-05-02' },
        before: { plannedStart: '2026-04-23', plannedEnd: '2026-04-29' },
      },
    ])
  })
  test('resizing the end leaves the start out of the change', () => {
    expect(changesOf(edit('resize-end', 't:t7', 2))[0]!.values).toEqual({ plannedEnd: '2026-05-01' })
  })
  test('an end cannot be dragged before the start: one day is the least', () => {
    expect(changesOf(edit('resize-end', 't:t7', -30))[0]!.values).toEqual({ plannedEnd: '2026-04-23' })
    expect(changesOf(edit('resize-start', 't:t7', 30))[0]!.values).toEqual({ plannedStart: '2026-04-29' })
  })
  test('a drag back to where it began writes nothing', () => {
    expect(changesOf(edit('move', 't:t7', 0))).toEqual([])
    expect(changesOf(edit('progress', 't:t6', 0, { progress: 0.6 }))).toEqual([])
  })
  test('a task with a start and no end gets no invented end when moved', () => {
    expect(changesOf(edit('move', 't:t18', 1))[0]!.values).toEqual({ plannedStart: '2026-05-19' })
  })
  test('an inverted pair is moved as it is; a resize puts it in order', () => {
    expect(changesOf(edit('move', 't:t19', 1))[0]!.values).toEqual({
      plannedStart: '2026-05-07',
      plannedEnd: '2026-05-01',
    })
    expect(changesOf(edit('resize-end', 't:t19', 1))[0]!.values).toEqual({
      plannedStart: '2026-04-30',
      plannedEnd: '2026-05-07',
    })
  })
  test('a milestone whose start differs from its end keeps the difference', () => {
    const milestone = { ...SAMPLE_TASKS[4]!, plannedStart: '2026-04-09' }
    const [only] = buildRows([], [milestone], new Set())
    expect(changesOf({ kind: 'move', rows: [only!], deltaDays: 2 })[0]!.values).toEqual({
      plannedStart: '2026-04-11',
      plannedEnd: '2026-04-12',
    })
  })
  test('drawing to the left of where it began gives the dates in order', () => {
    expect(overrideOf(row('t:t17'), edit('draw', 't:t17', -4, { anchor: 20_600 }))).toEqual({
      start: 20_596,
      end: 20_600,
      progress: null,
    })
  })
  test('drawing states null as the value before', () => {
    expect(changesOf(edit('draw', 't:t17', 1, { anchor: 20_600 }))[0]!.before).toEqual({
      plannedStart: null,
      plannedEnd: null,
    })
  })
  test('a phase that has no dates of its own is not given any by moving it', () => {
    expect(changesOf(edit('move', 'p:tail', 2))).toEqual([])
    expect(changesOf(edit('move', 'p:warm', 2))[0]).toMatchObject({
      kind: 'phase',
      id: 'warm',
      values: { plannedStart: '2026-04-20', plannedEnd: '2026-05-02' },
    })
  })
  test('the group of tasks without a phase is no record and is never written', () => {
    expect(changesOf(edit('resize-end', 'p:', 2))).toEqual([])
  })
})

describe('what a drag takes along', () => {
  const tasksOf = (phase: PhaseRow): TaskRow[] =>
    rows.filter((one): one is TaskRow => one.kind === 'task' && one.parentKey === phase.key)
  test('a phase moves its dated tasks', () => {
    expect(rowsDragged('move', row('p:tail'), [], tasksOf).map(({ key }) => key)).toEqual([
      'p:tail',
      't:t15',
      't:t16',
      't:t18',
    ])
  })
  test('resizing a phase moves no task', () => {
    expect(rowsDragged('resize-end', row('p:warm'), [], tasksOf)).toHaveLength(1)
  })
  test('a selected bar takes the selection along, another bar goes alone', () => {
    const selected = [row('t:t6'), row('t:t7'), row('t:t17')]
    expect(rowsDragged('move', row('t:t7'), selected, tasksOf).map(({ key }) => key)).toEqual([
      't:t7',
      't:t6',
    ])
    expect(rowsDragged('move', row('t:t1'), selected, tasksOf)).toHaveLength(1)
  })
})

test('progress moves in steps of 5 % and stays between 0 and 1', () => {
  expect([progressAt(-5, 0, 100), progressAt(43, 0, 100), progressAt(200, 0, 100)]).toEqual([0, 0.45, 1])
})

test.each([
  ['move', 'move'],
  ['resize-start', 'resize'],
  ['resize-end', 'resize'],
  ['progress', 'progress'],
  ['draw', 'set-dates'],
] as const)('the reason of %s is %s', (kind, reason) => expect(reasonOf(kind)).toBe(reason))

describe('keys', () => {
  const press = (
    key: string,
    held: Partial<Record<'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey', boolean>> = {},
  ) => keyCommand({ key, altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, ...held })
  test.each([
    ['Alt+→ moves by a day', 'ArrowRight', { altKey: true }, { command: 'shift', kind: 'move', days: 1 }],
    [
      'Alt+PageUp moves a week back',
      'PageUp',
      { altKey: true },
      { command: 'shift', kind: 'move', days: -7 },
    ],
    [
      'Alt+Shift+← takes a day off the end',
      'ArrowLeft',
      { altKey: true, shiftKey: true },
      { command: 'shift', kind: 'resize-end', days: -1 },
    ],
    [
      'Shift+↓ extends the selection',
      'ArrowDown',
      { shiftKey: true },
      { command: 'focus', by: 1, extend: true },
    ],
    ['→ expands', 'ArrowRight', {}, { command: 'expand' }],
    ['Ctrl+A selects all', 'a', { ctrlKey: true }, { command: 'select-all' }],
    ['Ctrl+C stays the browser’s', 'c', { ctrlKey: true }, null],
    ['Tab stays the browser’s', 'Tab', {}, null],
  ] as const)('%s', (_, key, held, command) => expect(press(key, held)).toEqual(command))
})
