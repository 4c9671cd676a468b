import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICY } from './status-policy.ts'
import { paceOf, paceOfTask, phaseShares, shareDue } from './target-pace.ts'

/** Four phases of a September of 5, 35, 50 and 10 %. */
const PHASES = [
  { startDate: '2025-09-01', endDate: '2025-09-05', weight: 5 },
  { startDate: '2025-09-06', endDate: '2025-09-15', weight: 35 },
  { startDate: '2025-09-16', endDate: '2025-09-25', weight: 50 },
  { startDate: '2025-09-26', endDate: '2025-09-30', weight: 10 },
]
const PLAN = { start: '2025-09-01', end: '2025-09-30', phases: phaseShares(PHASES), policy: DEFAULT_POLICY }
const OPEN = { start: null, end: null }
const task = (values: Partial<Parameters<typeof paceOfTask>[0]>) =>
  paceOfTask(
    {
      actualStart: null,
      plannedStart: '2025-09-08',
      plannedEnd: '2025-09-14',
      dayBasis: 'calendar',
      status: 'in_progress',
      ...values,
    },
    PLAN,
  )

describe('rule 4: what is due of a target, whatever page asks', () => {
  test('weights of 5, 35, 50 and 10 make 5, 40 and 90 % due at the ends of their phases', () => {
    const due = ['2025-09-05', '2025-09-15', '2025-09-25', '2025-09-30'].map((through) =>
      shareDue(paceOf(OPEN, PLAN), through),
    )
    expect(due).toEqual([0.05, 0.4, 0.9, 1])
  })
  test('days written out that are those of the plan are the plan; a day more or less is linear', () => {
    const at = (start: string | null, end: string | null) =>
      shareDue(paceOf({ start, end }, PLAN), '2025-09-15')
    expect([at('2025-09-01', '2025-09-30'), at('2025-09-01', null), at(null, '2025-09-30')]).toEqual([
      0.4, 0.4, 0.4,
    ])
    expect(at('2025-09-02', null)).toBeCloseTo(14 / 29, 12)
    expect(at(null, '2025-09-29')).toBeCloseTo(15 / 29, 12)
  })
  test('a phase without a weight or without dates paces nothing, nor do weights of 0', () => {
    expect(phaseShares(PHASES)).toHaveLength(4)
    expect(phaseShares([...PHASES, { startDate: null, endDate: '2025-10-01', weight: 1 }])).toEqual([])
    expect(phaseShares(PHASES.map((phase) => ({ ...phase, weight: 0 })))).toEqual([])
    expect(phaseShares([])).toEqual([])
  })
  test('a task by 工作日 from Monday to Sunday is all due on Friday, one by calendar days 5 of 7', () => {
    expect(shareDue(task({ dayBasis: 'working' }), '2025-09-12')).toBe(1)
    expect(shareDue(task({}), '2025-09-12')).toBeCloseTo(5 / 7, 12)
    expect(shareDue(task({ dayBasis: 'working', plannedStart: '2025-09-13' }), '2025-09-13')).toBeNull()
  })
  test('a task counts from its real beginning, is not lent the days of the plan, and may be done', () => {
    expect(task({ actualStart: '2025-09-10' }).start).toBe('2025-09-10')
    const undated = task({ plannedStart: null })
    expect([undated.start, undated.phases, shareDue(undated, '2025-09-12')]).toEqual([null, [], null])
    expect([task({ status: 'done' }).isFinished, task({}).isFinished]).toEqual([true, false])
  })
  test('without a period nothing is paced, nor over days that end before they begin', () => {
    const bare = { start: null, end: null, phases: [], policy: DEFAULT_POLICY }
    expect(shareDue(paceOf(OPEN, bare), '2025-09-12')).toBeNull()
    expect(shareDue(paceOf({ start: '2025-09-09', end: '2025-09-08' }, bare), '2025-09-12')).toBeNull()
  })
})
