import { describe, expect, test } from 'vitest'
import { clearCells } from './actions/clear-cells.ts'
import { beginEdit, changeText, commitEdit, moveHighlight } from './actions/edit-cell.ts'
import { fillDown, fillFrom, fillToGroupEnd } from './actions/fill-cells.ts'
import { undoStep } from './actions/undo-step.ts'
import type { TrackerGridProps } from './grid-props.ts'
import { GridStore } from './grid-store.ts'
import type { GridChange, GridColumn, GridRow } from './grid-types.ts'
import { DEFAULT_VIEW } from './model/grid-view.ts'
import { selectCell } from './model/selection.ts'

const columns: GridColumn[] = [
  { field: 'name', title: '任务', kind: 'text', width: 100, required: true },
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
  { field: 'late', title: '延期', kind: 'count', width: 100, derive: () => 2 },
]
const row = (id: string, groupId: string, values: GridRow['values'] = {}): GridRow => ({
  id,
  groupId,
  values: { name: id, ...values },
  version: 3,
})

/** A grid whose page keeps rows in memory and takes every change at once. */
function gridOf(rows: readonly GridRow[], more: Partial<TrackerGridProps> = {}) {
  const commits: GridChange[] = []
  const props: TrackerGridProps = {
    columns,
    rows,
    groups: [
      { id: 'p1', title: '筹备期' },
      { id: 'p2', title: '启动期' },
    ],
    view: DEFAULT_VIEW,
    locale: 'zh-CN',
    label: '跟踪表',
    today: '2025-06-08',
    year: 2025,
    onViewChange: (view) => store.update({ ...store.props, view }),
    onCommit: (changes) => {
      commits.push(...changes)
      store.update({
        ...store.props,
        rows: store.props.rows.map((item) => {
          const own = changes.filter((change) => change.rowId === item.id)
          const values = {
            ...item.values,
            ...Object.fromEntries(own.map(({ field, value }) => [field, value])),
          }
          return own.length === 0 ? item : { ...item, values, unread: {} }
        }),
      })
    },
    onInsertRows: (fresh) => {
      const made = fresh.map((item, index) => row(`new${index}`, item.groupId ?? '', item.values))
      store.update({ ...store.props, rows: [...store.props.rows, ...made] })
      return made.map(({ id }) => id)
    },
    ...more,
  }
  const store: GridStore = new GridStore(props)
  const at = (rowId: string, column: number): void =>
    store.select(selectCell({ line: store.lineOf(rowId) ?? -1, column }))
  return { store, commits, at }
}

describe('X1 the selection stays on its record', () => {
  test('when somebody else adds rows above, collapses nothing and sorts nothing', () => {
    const { store, at } = gridOf([row('a', 'p1'), row('b', 'p2')])
    at('b', 1)
    store.update({ ...store.props, rows: [row('x', 'p1'), row('a', 'p1'), row('b', 'p2')] })
    expect(store.selection?.active).toEqual({ line: store.lineOf('b'), column: 1 })
  })

  test('when a column before it is hidden', () => {
    const { store, at } = gridOf([row('a', 'p1')])
    at('a', 2)
    store.update({ ...store.props, view: { ...DEFAULT_VIEW, hidden: ['end'] } })
    expect(store.selection?.active.column).toBe(1)
  })

  test('inside the grid when its row was deleted', () => {
    const { store, at } = gridOf([row('a', 'p1'), row('b', 'p2')], { groups: [] })
    at('b', 0)
    store.update({ ...store.props, rows: [] })
    expect(store.selection?.active.line).toBe(0)
  })
})

describe('X1 editing without a screen', () => {
  test('a change carries what the person saw and the version it was made on', () => {
    const { store, commits, at } = gridOf([row('a', 'p1', { end: '2025-06-01' })])
    at('a', 1)
    beginEdit(store, 'replace', '6.9')
    // Somebody else changes the row meanwhile; the server decides by `previous` and `version`.
    store.update({ ...store.props, rows: [{ ...row('a', 'p1', { end: '2025-06-05' }), version: 4 }] })
    commitEdit(store, 'down')
    expect(commits).toMatchObject([{ value: '2025-06-09', previous: '2025-06-01', version: 3 }])
  })

  test('leaving an unread text as it is changes nothing; a readable one replaces it', () => {
    const { store, commits, at } = gridOf([{ ...row('a', 'p1', { end: null }), unread: { end: '六月底' } }])
    at('a', 1)
    beginEdit(store, 'modify')
    expect(store.editing?.text).toBe('六月底')
    commitEdit(store, 'stay')
    expect(commits).toEqual([])
    beginEdit(store, 'modify')
    changeText(store, '6.30')
    commitEdit(store, 'stay')
    expect(commits).toMatchObject([{ value: '2025-06-30', unread: null, previousUnread: '六月底' }])
  })

  test('the same value again is no change and no undo step', () => {
    const { store, commits, at } = gridOf([row('a', 'p1')])
    at('a', 0)
    beginEdit(store, 'replace', 'a')
    commitEdit(store, 'down')
    expect([commits.length, store.undoStack.canUndo]).toEqual([0, false])
  })

  test('a computed column says why it cannot be edited', () => {
    const { store, at } = gridOf([row('a', 'p1')])
    at('a', 3)
    expect(beginEdit(store, 'replace', '1')).toBe(false)
    expect(store.notice.text).toContain('自动计算')
  })

  test('an open list starts at the present choice and wraps', () => {
    const { store, commits, at } = gridOf([row('a', 'p1', { status: 'done' })])
    at('a', 2)
    beginEdit(store, 'modify')
    expect(store.editing?.highlight).toBe(1)
    moveHighlight(store, 1)
    moveHighlight(store, 1)
    commitEdit(store, 'stay')
    expect(commits).toMatchObject([{ value: 'todo' }])
  })

  test('a required cell is not emptied by Delete, and that is said', () => {
    const { store, commits, at } = gridOf([row('a', 'p1')])
    at('a', 0)
    clearCells(store, 'clear')
    expect(commits).toEqual([])
    expect(store.notice).toMatchObject({ isShown: true })
  })

  test('typing a date in the line for new rows makes a named row of the last phase', async () => {
    const { store } = gridOf([row('a', 'p1')])
    store.select(selectCell({ line: store.lines.length - 1, column: 1 }))
    beginEdit(store, 'replace', '6.1')
    commitEdit(store, 'down')
    await Promise.resolve()
    expect(store.props.rows.at(-1)).toMatchObject({
      groupId: 'p2',
      values: { name: '未命名', end: '2025-06-01' },
    })
  })
})

describe('X1 fill', () => {
  test('Ctrl+D on one cell takes the row above, also across a phase line; undo takes it back', async () => {
    const { store, at } = gridOf([row('a', 'p1', { end: '2025-06-01' }), row('b', 'p2')])
    at('b', 1)
    fillDown(store)
    expect(store.row('b')?.values['end']).toBe('2025-06-01')
    await undoStep(store, 'undo')
    expect(store.row('b')?.values['end']).toBeNull()
  })

  test('a double click fills to the end of the phase and no further', () => {
    const { store, at } = gridOf([row('a', 'p1', { end: '2025-06-01' }), row('b', 'p1'), row('c', 'p2')])
    at('a', 1)
    fillToGroupEnd(store, false)
    expect([store.row('b')?.values['end'], store.row('c')?.values['end']]).toEqual(['2025-06-02', undefined])
  })

  test('filling upwards runs the series backwards', () => {
    const { store } = gridOf([row('a', 'p1'), row('b', 'p1'), row('c', 'p1', { end: '2025-06-10' })])
    const line = store.lineOf('c') ?? 0
    fillFrom(
      store,
      { top: line, bottom: line, left: 1, right: 1 },
      { top: line - 2, bottom: line, left: 1, right: 1 },
      false,
    )
    expect([store.row('a')?.values['end'], store.row('b')?.values['end']]).toEqual([
      '2025-06-08',
      '2025-06-09',
    ])
  })
})
