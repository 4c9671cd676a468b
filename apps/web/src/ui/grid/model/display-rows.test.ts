import { describe, expect, test } from 'vitest'
import type { GridColumn, GridRow } from '../grid-types.ts'
import { displayRows, type DisplayInput } from './display-rows.ts'
import { DEFAULT_VIEW } from './grid-view.ts'

const columns: GridColumn[] = [
  { field: 'name', title: '任务', kind: 'text', width: 100 },
  { field: 'owner', title: '负责人', kind: 'person', width: 100 },
  { field: 'budget', title: '预算', kind: 'money', width: 100 },
  { field: 'end', title: '结束', kind: 'date', width: 100 },
  {
    field: 'status',
    title: '状态',
    kind: 'choice',
    width: 100,
    choices: [
      { value: 'todo', label: '未开始' },
      { value: 'done', label: '已完成' },
    ],
  },
]
const rows: GridRow[] = [
  {
    id: 'a',
    groupId: 'p1',
    values: { name: '图文', owner: '周婷', budget: 300, end: '2025-06-10', status: 'done' },
    version: 1,
  },
  {
    id: 'b',
    groupId: 'p1',
    values: { name: '笔记10', owner: '李娜', budget: null, end: null, status: 'todo' },
    version: 1,
  },
  {
    id: 'c',
    groupId: 'p2',
    values: { name: '笔记9', owner: '王强', budget: 100, end: null, status: 'todo' },
    unread: { end: '六月底' },
    version: 1,
  },
  {
    id: 'd',
    groupId: null,
    values: { name: 'ＡＢ测试', owner: null, budget: 200, end: '2025-06-01', status: 'done' },
    version: 1,
  },
]
const shown = (more: Partial<DisplayInput> = {}, view: Partial<DisplayInput['view']> = {}): string[] =>
  displayRows({
    rows,
    groups: [
      { id: 'p1', title: '筹备期' },
      { id: 'p2', title: '启动期' },
      { id: 'p3', title: '收尾期' },
    ],
    columns: new Map(columns.map((column) => [column.field, column])),
    view: { ...DEFAULT_VIEW, ...view },
    locale: 'zh-CN',
    noGroupTitle: '未分阶段',
    canAppend: false,
    kept: new Set(),
    previousOrder: null,
    ...more,
  }).lines.map((line) =>
    line.kind === 'row'
      ? line.row.id
      : line.kind === 'group'
        ? `[${line.group.title} ${line.rows.length}]`
        : '+',
  )

describe('X1 lines of the grid', () => {
  test('phases in their order, an empty one too, rows without a phase last', () => {
    expect(shown()).toEqual(['[筹备期 2]', 'a', 'b', '[启动期 1]', 'c', '[收尾期 0]', '[未分阶段 1]', 'd'])
  })
  test('a collapsed phase keeps its line and its count', () => {
    expect(shown({}, { collapsed: ['p1'] }).slice(0, 2)).toEqual(['[筹备期 2]', '[启动期 1]'])
  })
  test('a phase emptied by a filter goes', () => {
    expect(shown({}, { filters: [{ field: 'status', op: 'oneOf', values: ['done'] }] })).toEqual([
      '[筹备期 1]',
      'a',
      '[未分阶段 1]',
      'd',
    ])
  })
  test('a line to append stands at the end', () => {
    expect(shown({ canAppend: true }, { grouped: false }).at(-1)).toBe('+')
  })
})

describe('X1 filters', () => {
  test.each<[string, DisplayInput['view']['filters'][number], string[]]>([
    ['full-width and upper case are the same', { field: 'name', op: 'contains', text: 'ab' }, ['d']],
    [
      'the word of a choice is searched, not its code',
      { field: 'status', op: 'contains', text: '完成' },
      ['a', 'd'],
    ],
    ['an unread text is found', { field: 'end', op: 'contains', text: '月底' }, ['c']],
    ['a range includes both ends', { field: 'budget', op: 'between', from: 100, to: 200 }, ['c', 'd']],
    [
      'an empty cell lies in no range',
      { field: 'budget', op: 'between', from: null, to: 1000 },
      ['a', 'c', 'd'],
    ],
    ['a date range with an open end', { field: 'end', op: 'between', from: '2025-06-02', to: null }, ['a']],
    ['an unread cell is not empty', { field: 'end', op: 'empty' }, ['b']],
    ['unread', { field: 'end', op: 'unread' }, ['c']],
    ['empty among the ticks', { field: 'owner', op: 'oneOf', values: [null, '李娜'] }, ['b', 'd']],
    ['a filter on a column that is gone is ignored', { field: 'gone', op: 'empty' }, ['a', 'b', 'c', 'd']],
  ])('%s', (_, filter, ids) => {
    expect(shown({}, { grouped: false, filters: [filter] })).toEqual(ids)
  })

  test('a row just edited stays although it no longer passes', () => {
    expect(
      shown(
        { kept: new Set(['b']) },
        { grouped: false, filters: [{ field: 'status', op: 'oneOf', values: ['done'] }] },
      ),
    ).toEqual(['a', 'b', 'd'])
  })
})

describe('X1 sorting', () => {
  test.each<[string, string, 'asc' | 'desc', string[]]>([
    ['numbers, empty last', 'budget', 'asc', ['c', 'd', 'a', 'b']],
    ['numbers descending, empty last as well', 'budget', 'desc', ['a', 'd', 'c', 'b']],
    ['names by pinyin', 'owner', 'asc', ['b', 'c', 'a', 'd']],
    ['choices in their order, stable', 'status', 'asc', ['b', 'c', 'a', 'd']],
  ])('%s', (_, field, direction, ids) => {
    expect(shown({}, { grouped: false, sort: [{ field, direction }] })).toEqual(ids)
  })
  test('笔记9 comes before 笔记10', () => {
    const order = shown({}, { grouped: false, sort: [{ field: 'name', direction: 'asc' }] })
    expect(order.indexOf('c')).toBeLessThan(order.indexOf('b'))
  })
  test('a second column breaks ties', () => {
    expect(
      shown(
        {},
        {
          grouped: false,
          sort: [
            { field: 'status', direction: 'desc' },
            { field: 'budget', direction: 'asc' },
          ],
        },
      ),
    ).toEqual(['d', 'a', 'c', 'b'])
  })
  test('while nothing about the view changes, rows keep their place and new ones follow their predecessor', () => {
    const previousOrder = new Map([
      ['d', 0],
      ['c', 1],
      ['a', 2],
    ])
    expect(
      shown({ previousOrder }, { grouped: false, sort: [{ field: 'budget', direction: 'asc' }] }),
    ).toEqual(['d', 'c', 'a', 'b'])
  })
})
