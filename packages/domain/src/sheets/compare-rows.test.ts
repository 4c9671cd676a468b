import { describe, expect, test } from 'vitest'
import { compareRows } from './compare-rows.ts'
import type { ImportRecord } from './import-table.ts'
import { type ExistingRecord, matchRows } from './match-rows.ts'

function row(values: ImportRecord['values'], more: Partial<ImportRecord> = {}): ImportRecord {
  return {
    row: 3,
    entity: 'task',
    values,
    unread: {},
    cells: {},
    derived: [],
    phaseName: '预热期',
    sourceId: null,
    recordId: null,
    recordVersion: null,
    ...more,
  }
}
function record(
  id: string,
  values: ExistingRecord['values'],
  more: Partial<ExistingRecord> = {},
): ExistingRecord {
  return { id, entity: 'task', values, unread: {}, phaseName: '预热期', ...more }
}
const states = (
  existing: readonly ExistingRecord[],
  incoming: readonly ImportRecord[],
  exported: readonly ExistingRecord[] = existing,
) =>
  compareRows(
    matchRows(existing, incoming),
    (id) => exported.find((candidate) => candidate.id === id) ?? null,
  )

describe('C2: which record a returning row is', () => {
  test('the hidden id wins over a changed name', () => {
    const { rows } = matchRows(
      [record('a', { name: '选人', owner: '甲' })],
      [row({ name: '选达人', owner: '乙' }, { recordId: 'a' })],
    )
    expect(rows.map(({ existing, by }) => [existing?.id, by])).toEqual([['a', 'id']])
  })

  test('without an id phase + task + owner, widths and spaces aside', () => {
    const existing = [
      record('a', { name: '选人(A)', owner: '甲' }),
      record('b', { name: '选人(A)', owner: '甲' }, { phaseName: '爆发期' }),
    ]
    const { rows, missing } = matchRows(existing, [
      row({ name: '选人（A） ', owner: '甲' }, { phaseName: '爆发期' }),
    ])
    expect(rows.map(({ existing: found, by }) => [found?.id, by])).toEqual([['b', 'key']])
    expect(missing.map(({ id }) => id)).toEqual(['a'])
  })

  test('a row copied in the spreadsheet brings its id along and is still a new row', () => {
    const values = { name: '选人', owner: '甲' }
    const { rows } = matchRows(
      [record('a', values)],
      [row(values, { recordId: 'a' }), row(values, { recordId: 'a', row: 4 })],
    )
    expect(rows.map(({ existing }) => existing?.id ?? null)).toEqual(['a', null])
  })

  test('equal keys pair in their order, so nothing doubles', () => {
    const values = { name: '发笔记', owner: '甲' }
    const { rows, missing } = matchRows(
      [record('a', values), record('b', values)],
      [row(values), row(values, { row: 4 })],
    )
    expect(rows.map(({ existing }) => existing?.id)).toEqual(['a', 'b'])
    expect(missing).toEqual([])
  })

  test('another owner alone still finds the task when it is the only one of its name', () => {
    const { rows } = matchRows(
      [record('a', { name: '选人', owner: '甲' })],
      [row({ name: '选人', owner: '乙' })],
    )
    expect(rows[0]).toMatchObject({ by: 'near', existing: { id: 'a' } })
  })

  test('10,000 rows without ids match within the time of a test', () => {
    const names = Array.from({ length: 10_000 }, (_unused, index) => `任务${index}`)
    const { missing } = matchRows(
      names.map((name) => record(name, { name, owner: '甲' })),
      names.map((name) => row({ name, owner: '甲' })),
    )
    expect(missing).toEqual([])
  })
})

describe('C2: what a returning row changes', () => {
  const base = record('a', {
    name: '选人',
    owner: '甲',
    spent: 100,
    progress: 0.4,
    status: 'in_progress',
    issue: null,
  })

  test('an untouched sheet changes nothing, also after others worked on', () => {
    const ours = { ...base, values: { ...base.values, spent: 900 } }
    expect(
      states([ours], [row({ ...base.values }, { recordId: 'a' })], [base]).map(({ state }) => state),
    ).toEqual(['unchanged'])
  })

  test('a field changed in the sheet only can be accepted, one changed on both sides is a conflict', () => {
    const ours = { ...base, values: { ...base.values, spent: 900 } }
    const [changed] = states([ours], [row({ ...base.values, owner: '乙' }, { recordId: 'a' })], [base])
    expect(changed).toMatchObject({
      state: 'changed',
      fields: [{ field: 'owner', side: 'theirs', theirs: '乙' }],
    })
    const [conflict] = states([ours], [row({ ...base.values, spent: 300 }, { recordId: 'a' })], [base])
    expect(conflict).toMatchObject({
      state: 'conflict',
      fields: [{ field: 'spent', side: 'conflict', exported: 100, theirs: 300, ours: 900 }],
    })
  })

  test('new rows are added, rows left out are missing and kept', () => {
    expect(states([base], [row({ name: '新任务', owner: '丙' })]).map(({ state }) => state)).toEqual([
      'added',
      'missing',
    ])
  })

  test('a state that T1 cannot say is not undone by bringing it back', () => {
    const cancelled = record('a', { ...base.values, status: 'cancelled' })
    const same = row({ ...cancelled.values, status: 'in_progress' }, { recordId: 'a', derived: ['status'] })
    expect(states([cancelled], [same]).map(({ state }) => state)).toEqual(['unchanged'])
    const finished = row(
      { ...cancelled.values, progress: 1, status: 'done' },
      { recordId: 'a', derived: ['status'] },
    )
    expect(states([cancelled], [finished])[0]).toMatchObject({
      state: 'changed',
      fields: [{ field: 'progress' }, { field: 'status', theirs: 'done' }],
    })
  })

  test('another phase is a change of the phase', () => {
    expect(
      states([base], [row({ ...base.values }, { recordId: 'a', phaseName: '爆发期' })])[0],
    ).toMatchObject({ fields: [{ field: 'phaseName', theirs: '爆发期', ours: '预热期' }] })
  })

  test('a formula of the export that was saved without its result takes nothing away', () => {
    const existing = [record('a', { name: '选人', progress: 0.5, owner: '甲' })]
    const values = { name: '选人', progress: null, owner: '乙' }
    const unread = { progress: '=D3/C3' }
    const [known] = states(existing, [row(values, { recordId: 'a', unread })])
    expect(known).toMatchObject({ state: 'changed', fields: [{ field: 'owner', theirs: '乙' }] })
    const [guessed] = states(existing, [row({ ...values, owner: '甲' }, { unread })])
    expect(guessed).toMatchObject({ state: 'changed', fields: [{ field: 'progress', theirs: null }] })
  })

  test('text that was unreadable before and is the same still is no change', () => {
    const unread = record('a', { ...base.values, spent: null }, { unread: { spent: '待定' } })
    expect(
      states(
        [unread],
        [row({ ...base.values, spent: null }, { recordId: 'a', unread: { spent: '待定' } })],
      ).map(({ state }) => state),
    ).toEqual(['unchanged'])
  })
})

describe('C2, X11: a value that a metric computes', () => {
  const bound = record('a', { name: '选人', owner: '甲', reached: '36' }, { computed: 'reached' })

  test('is left to the metric: a sheet that differs in nothing else changes nothing, and that is told', () => {
    const [found] = states([bound], [row({ name: '选人', owner: '甲', reached: '12' }, { recordId: 'a' })])
    expect(found).toMatchObject({ state: 'unchanged', isComputedLeft: true })
  })
  test('does not keep the other fields of its row from changing', () => {
    const [found] = states([bound], [row({ name: '选人', owner: '乙', reached: '12' }, { recordId: 'a' })])
    expect(found).toMatchObject({ state: 'changed', fields: [{ field: 'owner' }], isComputedLeft: true })
  })
  test('that the sheet repeats is nothing to tell', () => {
    const [found] = states([bound], [row({ name: '选人', owner: '甲', reached: '36' }, { recordId: 'a' })])
    expect(found).toMatchObject({ state: 'unchanged', isComputedLeft: false })
  })
})
