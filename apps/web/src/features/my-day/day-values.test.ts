import { describe, expect, test } from 'vitest'
import { doneValues, postponedValues, readInputs } from './day-values.ts'

const TASK = {
  spent: 100_000_00,
  progress: 0.5,
  reached: '2.1%',
  issue: null,
  remark: '日均1.5万',
  plannedStart: '2025-06-01',
  plannedEnd: '2025-06-20',
  actualStart: null,
  actualEnd: null,
} as Parameters<typeof readInputs>[1]
const INPUTS = { spent: '100,000', progress: '50%', reached: '2.1%', issue: '', reason: '' }
const read = (more: Partial<typeof INPUTS>) => readInputs({ ...INPUTS, ...more }, TASK, '2025-06-11')

describe('C5: what is typed into a card', () => {
  test('only what differs is sent, read as the grid reads it', () => {
    expect(read({})).toEqual({ ok: true, values: {} })
    expect(read({ spent: '11.6万', progress: '60', issue: ' 素材未过审 ' })).toEqual({
      ok: true,
      values: { spent: 116_000_00, progress: 0.6, issue: '素材未过审' },
    })
  })
  test('what cannot be read, and a spend below 0, is named by its field', () => {
    expect([read({ spent: '很多' }), read({ spent: '-100' }), read({ progress: '120%' })]).toEqual([
      { ok: false, field: 'spent' },
      { ok: false, field: 'spent' },
      { ok: false, field: 'progress' },
    ])
  })
  test('a lower spend asks a reason and keeps it with its day (X11)', () => {
    expect(read({ spent: '9万' })).toEqual({ ok: false, field: 'reason' })
    expect(read({ spent: '9万', reason: '平台返款' })).toEqual({
      ok: true,
      values: { spent: 90_000_00, remark: '日均1.5万\n2025-06-11 平台返款' },
    })
  })
  test('done today takes the planned start where none was noted', () => {
    expect(doneValues(TASK, '2025-06-11')).toEqual({
      status: 'done',
      progress: 1,
      actualEnd: '2025-06-11',
      actualStart: '2025-06-01',
    })
  })
  test('postponed keeps the reason in the remark', () => {
    expect(postponedValues(TASK, '2025-06-25', '顺延 06-20 → 06-25：达人延期')).toEqual({
      plannedEnd: '2025-06-25',
      remark: '日均1.5万\n顺延 06-20 → 06-25：达人延期',
    })
  })
})
