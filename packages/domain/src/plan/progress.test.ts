import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PROGRESS_METHODS, progressByMethod, progressByPhase, progressOf } from './progress.ts'
import type { ProgressTask } from './progress.ts'

const done = (yuan: number): ProgressTask => ({ status: 'done', progress: 1, weight: 1, budget: yuan * 100 })
const TEAM: readonly ProgressTask[] = [
  done(50_000),
  done(30_000),
  done(25_000),
  { status: 'in_progress', progress: 0.5, weight: 1, budget: 15_000_000 },
  done(80_000),
  done(10_000),
]
const shown = (value: number | null) => (value === null ? '—' : `${(value * 100).toFixed(2)}%`)

describe('Rule 7: progress of the team’s tracker', () => {
  it('is 5/6 = 83.33% by count', () => {
    const { numerator, denominator, value } = progressOf(TEAM, 'count')
    expect([numerator, denominator, shown(value)]).toEqual([5, 6, '83.33%'])
  })
  it('is 91.67% with equal weights: the mean of the hand values', () => {
    expect(shown(progressOf(TEAM, 'equal').value)).toBe('91.67%')
  })
  it('is 78.26% by budget weight: 270,000 of 345,000', () => {
    const { numerator, denominator, value } = progressOf(TEAM, 'budget')
    expect([numerator / 100, denominator / 100, shown(value)]).toEqual([270_000, 345_000, '78.26%'])
  })
  it('gives a task of weight 3 three times the say of a task of weight 1', () => {
    expect(
      progressOf(
        [
          { ...done(1), weight: 3 },
          { ...done(1), status: 'in_progress', progress: 0 },
        ],
        'weight',
      ).value,
    ).toBe(0.75)
  })
})

describe('X4: what counts', () => {
  it('excludes cancelled tasks from both sides', () => {
    const cancelled: ProgressTask = { status: 'cancelled', progress: 0, weight: 9, budget: 900 }
    expect(progressByMethod([...TEAM, cancelled])).toEqual(progressByMethod(TEAM))
  })
  it('takes a finished task without a hand value as 100% and an unfinished one as 0%', () => {
    const tasks: ProgressTask[] = [
      { status: 'done', progress: null, weight: 1, budget: 1 },
      { status: 'in_progress', progress: null, weight: 1, budget: 1 },
    ]
    expect(progressOf(tasks, 'equal').value).toBe(0.5)
  })
  it('has no value without tasks, and none by budget when no task has a budget', () => {
    expect(progressOf([], 'count').value).toBeNull()
    expect(progressOf([{ ...done(0), budget: null }], 'budget').value).toBeNull()
  })
  it('shows a phase without tasks as no value, and tasks of no phase last', () => {
    const result = progressByPhase(
      ['p1', 'p2'],
      [
        { ...done(1), phaseId: 'p1' },
        { ...done(1), phaseId: null },
      ],
    )
    expect(result.map((r) => [r.phaseId, r.progress.count.value])).toEqual([
      ['p1', 1],
      ['p2', null],
      [null, 1],
    ])
  })
  it('lies between 0 and 1 by every method', () => {
    const task = fc.record({
      status: fc.constantFrom('not_started', 'in_progress', 'done', 'cancelled') as fc.Arbitrary<
        ProgressTask['status']
      >,
      progress: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
      weight: fc.nat(9),
      budget: fc.option(fc.nat(1e9), { nil: null }),
    })
    fc.assert(
      fc.property(fc.array(task), (tasks) => {
        for (const method of PROGRESS_METHODS) {
          const { value } = progressOf(tasks, method)
          if (value !== null) expect(value >= 0 && value <= 1 + 1e-9).toBe(true)
        }
      }),
    )
  })
})
