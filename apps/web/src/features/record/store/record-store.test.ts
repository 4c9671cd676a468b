import { describe, expect, it } from 'vitest'
import { applyLocal, mergeIncoming, positionsBetween, type AnyRecord, type LocalEdit } from './local-edit.ts'

const record: AnyRecord = {
  id: 'a',
  planId: 'p',
  position: 1,
  version: 3,
  unread: { plannedStart: '第5周周一' },
  createdAt: '',
  updatedAt: '',
  values: { name: '签约', spent: 100, plannedStart: null },
}
const edit = (values: Record<string, unknown>, unread: Record<string, string | null> = {}): LocalEdit => ({
  id: 'a',
  values,
  unread,
  baseVersion: 3,
  isOverwriting: false,
})

describe('local edits (X8)', () => {
  it('a value that was entered takes the unread text of that field away', () => {
    expect(applyLocal(record, edit({ plannedStart: '2026-06-01' })).unread).toEqual({})
  })
  it('clearing another field leaves the unread text', () => {
    expect(applyLocal(record, edit({ spent: null })).unread).toEqual({ plannedStart: '第5周周一' })
  })
  it('a text that could not be read is kept beside the empty value', () => {
    expect(applyLocal(record, edit({ spent: null }, { spent: '约三千' }))).toMatchObject({
      values: { spent: null },
      unread: { spent: '约三千' },
    })
  })
  it('what arrives from others keeps the fields that are not confirmed yet', () => {
    const theirs = { ...record, version: 4, values: { ...record.values, name: '签约达人', spent: 500 } }
    expect(mergeIncoming(theirs, [edit({ spent: 200 })]).values).toMatchObject({
      name: '签约达人',
      spent: 200,
    })
  })
})

describe('positions of new rows', () => {
  it.each([
    [1, 2, 3],
    [null, 2, 2],
    [5, null, 2],
    [null, null, 4],
  ])('between %s and %s: %s rows ascend strictly inside', (before, after, count) => {
    const positions = positionsBetween(before, after, count)
    expect(positions).toHaveLength(count)
    const all = [...(before === null ? [] : [before]), ...positions, ...(after === null ? [] : [after])]
    expect(all.every((value, index) => index === 0 || value > (all[index - 1] ?? 0))).toBe(true)
  })
})
