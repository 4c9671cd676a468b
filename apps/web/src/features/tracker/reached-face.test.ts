import { DEFAULT_POLICY } from '@yingce/domain/objective/status-policy'
import { describe, expect, test } from 'vitest'
import { reachedFace } from './reached-face.ts'

const PLAN = { start: '2025-09-01', end: '2025-09-30', phases: [], policy: DEFAULT_POLICY }
const tone = (values: Record<string, string>, plan: Parameters<typeof reachedFace>[1] = PLAN) =>
  reachedFace('2025-09-13', plan)('750', {
    id: 't',
    values: {
      kpi: '阅读量≥1000',
      remark: null,
      status: 'in_progress',
      actualStart: null,
      plannedStart: '2025-09-08',
      plannedEnd: '2025-09-14',
      dayBasis: 'calendar',
      ...values,
    },
  } as never)?.tone

describe('the reached cell of the tracker', () => {
  test('750 of 1,000 by Friday: met by calendar days, missed by 工作日, as the boards say', () => {
    expect([tone({}), tone({ dayBasis: 'working' })]).toEqual(['ok', 'bad'])
  })
  test('the bands of the workspace count: with at risk from half, 750 of 1,000 by 工作日 are at risk', () => {
    const policy = { ...DEFAULT_POLICY, paceAtRisk: 0.5 }
    expect(tone({ dayBasis: 'working' }, { ...PLAN, policy })).toBe('warn')
  })
  test('a task over the whole plan is paced by the phases of the plan', () => {
    const whole = { plannedStart: PLAN.start, plannedEnd: PLAN.end }
    const phases = [
      { start: '2025-09-01', end: '2025-09-12', part: 9 },
      { start: '2025-09-13', end: '2025-09-30', part: 1 },
    ]
    expect([tone(whole), tone(whole, { ...PLAN, phases })]).toEqual(['ok', 'bad'])
  })
})
