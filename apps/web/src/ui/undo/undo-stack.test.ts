import { describe, expect, test } from 'vitest'
import { UndoStack, type UndoRow, type UndoStep, type UndoTarget, type UndoValue } from './undo-stack.ts'

/** Records in memory, as a page would keep them. */
function sheet(initial: Record<string, Record<string, UndoValue>>) {
  const rows = new Map(Object.entries(initial).map(([id, values]) => [id, { ...values }]))
  let next = 1
  const target: UndoTarget = {
    read: (id, field) => {
      const row = rows.get(id)
      return row === undefined ? undefined : { value: row[field] ?? null, unread: null }
    },
    commit: (changes) => {
      for (const change of changes)
        Object.assign(rows.get(change.rowId) ?? {}, { [change.field]: change.after })
    },
    removeRows: (ids) => {
      for (const id of ids) rows.delete(id)
    },
    restoreRows: async (back: readonly UndoRow[]) =>
      back.map((row) => {
        const id = `new${next++}`
        rows.set(id, { ...row.values })
        return id
      }),
  }
  return { rows, target }
}
const changed = (rowId: string, field: string, before: UndoValue, after: UndoValue): UndoStep => ({
  label: field,
  inserted: [],
  deleted: [],
  changes: [{ rowId, field, before, after, unreadBefore: null, unreadAfter: null }],
})

describe('X1 undo', () => {
  test('undo puts the value back, redo does it again', async () => {
    const { rows, target } = sheet({ a: { n: 2 } })
    const stack = new UndoStack()
    stack.push(changed('a', 'n', 1, 2))
    await stack.undo(target)
    expect(rows.get('a')).toEqual({ n: 1 })
    await stack.redo(target)
    expect(rows.get('a')).toEqual({ n: 2 })
    expect([stack.canUndo, stack.canRedo]).toEqual([true, false])
  })

  test('a field changed by somebody else since is reported and left alone; forcing writes it', async () => {
    const { rows, target } = sheet({ a: { n: 9, m: 2 } })
    const stack = new UndoStack()
    stack.push({
      ...changed('a', 'n', 1, 2),
      changes: [...changed('a', 'n', 1, 2).changes, ...changed('a', 'm', 1, 2).changes],
    })
    const outcome = await stack.undo(target)
    expect(rows.get('a')).toEqual({ n: 9, m: 1 })
    expect(outcome?.conflicts).toMatchObject([{ field: 'n', before: 9, after: 1 }])
    if (outcome !== null) stack.force(outcome, 'undo', target)
    expect(rows.get('a')).toEqual({ n: 1, m: 1 })
  })

  test('a field that already is as wanted is no conflict', async () => {
    const { target } = sheet({ a: { n: 1 } })
    const stack = new UndoStack()
    stack.push(changed('a', 'n', 1, 2))
    expect(await stack.undo(target)).toMatchObject({ done: [], conflicts: [] })
  })

  test('older steps follow a row that came back under a new id, also twice', async () => {
    const { rows, target } = sheet({ a: { n: 2 } })
    const stack = new UndoStack()
    stack.push(changed('a', 'n', 1, 2))
    const gone: UndoRow = {
      id: 'a',
      groupId: null,
      afterRowId: null,
      beforeRowId: null,
      values: { n: 2 },
      unread: {},
    }
    rows.delete('a')
    stack.push({ label: 'delete', changes: [], inserted: [], deleted: [gone] })
    await stack.undo(target)
    await stack.redo(target)
    expect(rows.size).toBe(0)
    await stack.undo(target)
    await stack.undo(target)
    expect([...rows.entries()]).toEqual([['new2', { n: 1 }]])
  })

  test('changes of a row that somebody deleted are skipped', async () => {
    const { target } = sheet({})
    const stack = new UndoStack()
    stack.push(changed('a', 'n', 1, 2))
    expect(await stack.undo(target)).toMatchObject({ done: [], conflicts: [] })
  })

  test('something new forgets what could be redone, and the oldest step falls off the end', async () => {
    const { target } = sheet({ a: { n: 3 } })
    const stack = new UndoStack(2)
    for (const n of [1, 2, 3]) stack.push(changed('a', 'n', n - 1, n))
    await stack.undo(target)
    stack.push(changed('a', 'n', 2, 7))
    expect(stack.canRedo).toBe(false)
    await stack.undo(target)
    await stack.undo(target)
    expect(await stack.undo(target)).toBeNull()
  })

  test('a step that changes nothing is not remembered', () => {
    const stack = new UndoStack()
    stack.push({ label: 'x', changes: [], inserted: [], deleted: [] })
    expect(stack.canUndo).toBe(false)
  })
})
