import { describe, expect, test } from 'vitest'
import type { CellValue, GridColumn, GridRow } from '../grid-types.ts'
import { columnTotal, summarise, weightedMean } from './totals.ts'

const rows = (field: string, values: readonly CellValue[]): GridRow[] =>
  values.map((value, index) => ({ id: String(index), groupId: null, values: { [field]: value }, version: 1 }))
const money: GridColumn = { field: 'budget', title: '预算', kind: 'money', width: 1, total: 'sum' }

describe('rules 6, 7: totals', () => {
  test('missing amounts are left out; all missing is no total, not 0', () => {
    expect(columnTotal(money, rows('budget', [5_000_000, null, 3_000_000]))).toBe(8_000_000)
    expect(columnTotal(money, rows('budget', [null, null]))).toBeNull()
  })
  test('the first and last day of a phase', () => {
    expect(
      columnTotal(
        { ...money, field: 'd', kind: 'date', total: 'min' },
        rows('d', ['2025-05-03', null, '2025-05-01']),
      ),
    ).toBe('2025-05-01')
    expect(
      columnTotal(
        { ...money, field: 'd', kind: 'date', total: 'max' },
        rows('d', ['2025-05-03', null, '2025-05-01']),
      ),
    ).toBe('2025-05-03')
  })
  test('progress of the six tasks is 78.26 % by budget weight', () => {
    const tasks = [
      [50_000, 1],
      [30_000, 1],
      [25_000, 1],
      [150_000, 0.5],
      [80_000, 1],
      [10_000, 1],
    ].map(([budget, progress], index): GridRow => ({
      id: String(index),
      groupId: null,
      values: { budget: (budget ?? 0) * 100, progress: progress ?? null },
      version: 1,
    }))
    expect(((weightedMean('progress', 'budget')(tasks) ?? 0) * 100).toFixed(2)).toBe('78.26')
    expect(weightedMean('progress', 'budget')([])).toBeNull()
  })
  test('a selection is summed only over one kind: money and percent are never added', () => {
    const [row] = rows('budget', [100])
    const ratio: GridColumn = { ...money, field: 'budget', kind: 'ratio' }
    if (row === undefined) throw new Error('no row')
    expect(
      summarise([
        { column: money, row },
        { column: money, row },
      ]),
    ).toEqual({ filled: 2, sum: 200, average: 100, kind: 'money' })
    expect(
      summarise([
        { column: money, row },
        { column: ratio, row },
      ]),
    ).toMatchObject({ filled: 2, sum: null, average: null })
  })
})
