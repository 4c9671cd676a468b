import { describe, expect, test } from 'vitest'
import type { GridColumn, GridRow } from '../grid-types.ts'
import { parseCell } from '../parse-cell.ts'
import { layOutColumns } from './column-layout.ts'
import type { DisplayRow } from './display-rows.ts'
import { DEFAULT_VIEW } from './grid-view.ts'
import { planPaste, settlePaste, type PasteInput } from './paste-plan.ts'

const columns: GridColumn[] = [
  { field: 'name', title: '任务', kind: 'text', width: 100, required: true },
  { field: 'budget', title: '预算', kind: 'money', width: 100 },
  { field: 'late', title: '延期', kind: 'count', width: 100, derive: () => 1 },
  { field: 'progress', title: '进度', kind: 'ratio', width: 100 },
]
const row = (id: string): GridRow => ({ id, groupId: 'p', values: { name: id }, version: 1 })
const line = (id: string, number: number): DisplayRow => ({ kind: 'row', row: row(id), number, groupId: 'p' })
const lines: DisplayRow[] = [
  line('a', 1),
  line('b', 2),
  { kind: 'group', group: { id: 'p', title: 'P' }, rows: [], collapsed: false },
  line('c', 3),
  { kind: 'append', groupId: 'p' },
]
const at = (top: number, left: number, bottom = top, right = left): PasteInput['ranges'] => [
  { top, left, bottom, right },
]
const plan = (table: string[][], ranges: PasteInput['ranges'], more: Partial<PasteInput> = {}) =>
  planPaste({
    table,
    ranges,
    lines,
    columns: layOutColumns(columns, { ...DEFAULT_VIEW, frozen: 0 }, 1000).columns,
    canAppend: true,
    untitled: '未命名',
    read: (column, text) => parseCell(column, text, { year: 2025, today: '2025-06-08' }),
    ...more,
  })
const written = (result: ReturnType<typeof plan>): string[] =>
  result.writes.map((write) => `${write.row.id}.${write.column.field}=${String(write.value)}`)

describe('X1 paste', () => {
  test('rows go to data lines; a phase line between them is stepped over', () => {
    expect(written(plan([['x'], ['y'], ['z']], at(0, 0)))).toEqual(['a.name=x', 'b.name=y', 'c.name=z'])
  })

  test('one value fills every selected range', () => {
    expect(written(plan([['5%']], [...at(0, 3, 1, 3), ...at(3, 3)]))).toEqual([
      'a.progress=0.05',
      'b.progress=0.05',
      'c.progress=0.05',
    ])
  })

  test('a block is repeated over a selection that is a multiple of it', () => {
    expect(written(plan([['1'], ['2']], at(0, 1, 1, 1)))).toEqual(['a.budget=100', 'b.budget=200'])
    expect(written(plan([['x']], at(0, 0, 3, 0)))).toEqual(['a.name=x', 'b.name=x', 'c.name=x'])
  })

  test('rows past the last line are added, with a name where none was given', () => {
    const result = plan([['1万'], ['2万'], ['3万']], at(3, 1))
    expect(written(result)).toEqual(['c.budget=1000000'])
    expect(result.appended.map((fresh) => fresh.values)).toEqual([
      { name: '未命名', budget: 2_000_000 },
      { name: '未命名', budget: 3_000_000 },
    ])
  })

  test('blank rows at the end add nothing', () => {
    expect(plan([['x'], ['']], at(3, 0)).appended).toEqual([])
  })

  test('where rows cannot be added they are counted, not lost in silence', () => {
    expect(plan([['x'], ['y']], at(3, 0), { canAppend: false }).droppedRows).toBe(1)
  })

  test('columns past the last one are counted', () => {
    expect(plan([['1', '2', '3']], at(0, 3)).droppedColumns).toBe(2)
  })

  test('a computed column is skipped and named with its count', () => {
    const result = plan([['1', '9', '50']], at(0, 1))
    expect(written(result)).toEqual(['a.budget=100', 'a.progress=0.5'])
    expect([...result.locked]).toEqual([['延期', 1]])
  })

  test('a cell that cannot be read is listed with row, column and text; good ones can be taken alone', () => {
    const result = plan([['1'], ['待定']], at(0, 1))
    expect(result.bad).toMatchObject([
      { rowNumber: 2, column: { field: 'budget' }, text: '待定', code: 'money' },
    ])
    expect(settlePaste(result, 'skip').writes).toHaveLength(1)
    expect(settlePaste(result, 'keepText').writes[1]).toMatchObject({ value: null, unread: '待定' })
  })

  test('a required cell is never replaced by a kept text', () => {
    const result = plan([['']], at(0, 0))
    expect(result.bad).toMatchObject([{ code: 'required' }])
    expect(settlePaste(result, 'keepText').writes).toEqual([])
  })

  test('a bad cell of an added row is kept with that row', () => {
    const result = plan([['甲', '待定']], at(4, 0))
    expect(settlePaste(result, 'keepText').appended).toEqual([
      { values: { name: '甲' }, unread: { budget: '待定' } },
    ])
  })

  test('the selection afterwards covers what was pasted', () => {
    expect(
      plan(
        [
          ['x', '1'],
          ['y', '2'],
          ['z', '3'],
        ],
        at(0, 0),
      ).target,
    ).toEqual({ top: 0, left: 0, bottom: 3, right: 1 })
  })
})
