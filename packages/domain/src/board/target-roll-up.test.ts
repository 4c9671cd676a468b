import { describe, expect, test } from 'vitest'
import { neighbourSpan, spanNameOf, spanOfName } from './board-span.ts'
import type { BoardMetric } from './board-metric.ts'
import type { BoardTarget } from './board-target.ts'
import { DEFAULT_POLICY } from '../objective/status-policy.ts'
import { rollUpTargets } from './target-roll-up.ts'

const Q2 = { from: '2025-04-01', to: '2025-06-30' }
const target = (
  metric: BoardMetric,
  value: number,
  own: Partial<BoardTarget> & { comparator?: 'gte' | 'lte'; start?: string | null; end?: string | null } = {},
): BoardTarget => {
  const { comparator = 'gte', start = '2025-04-01', end = '2025-06-30', ...rest } = own
  return {
    recordId: 'r',
    metric,
    channel: null,
    text: '',
    aim: { comparator, value },
    pace: { start, end, phases: [], countDays: null, policy: DEFAULT_POLICY },
    ...rest,
  }
}
const after = { ...Q2, today: '2025-07-01' }

describe('M5: targets of several plans added up', () => {
  test('600 of 1,000 and 500 of 400 are 1,100 of 1,400; a plan without a target adds neither', () => {
    const [total] = rollUpTargets(
      [
        { values: { conversions: 600 }, targets: [target('conversions', 1000)] },
        { values: { conversions: 500 }, targets: [target('conversions', 400)] },
        { values: { conversions: 9999 }, targets: [] },
      ],
      after,
    )
    expect(total).toMatchObject({ plans: 2, whole: 1400, due: 1400, actual: 1100, status: 'missed' })
    expect(total?.attainment).toBeCloseTo(1100 / 1400, 12)
  })

  test('months of 50, 70 and 80 are 200 of the quarter, and one for the quarter beside them is no second demand', () => {
    const months = [
      target('revenue', 50, { end: '2025-04-30' }),
      target('revenue', 70, { start: '2025-05-01', end: '2025-05-31' }),
      target('revenue', 80, { start: '2025-06-01' }),
    ]
    expect(
      rollUpTargets([{ values: {}, targets: [...months, target('revenue', 200)] }], after),
    ).toMatchObject([{ whole: 200, plans: 1, actual: null, status: 'no_data' }])
  })

  test('of a target that runs half in the quarter half falls into it, and of that the days up to yesterday are due', () => {
    const [total] = rollUpTargets(
      [
        {
          values: { clicks: 10 },
          targets: [target('clicks', 122, { start: '2025-05-31', end: '2025-07-30' })],
        },
      ],
      { ...Q2, today: '2025-06-01' },
    )
    expect(total?.whole).toBeCloseTo(62, 9)
    expect(total?.due).toBeCloseTo(2, 9)
    expect(total?.status).toBe('met')
  })

  test('a ceiling of cost stays apart from a floor, rates and targets of one channel are not added', () => {
    const totals = rollUpTargets(
      [
        {
          values: { cost: 80, ctr: 0.02 },
          targets: [
            target('cost', 100, { comparator: 'lte' }),
            target('ctr', 0.02),
            target('clicks', 5, { channel: '抖音' }),
          ],
        },
      ],
      after,
    )
    expect(totals).toMatchObject([{ metric: 'cost', isCeiling: true, status: 'met' }])
  })
})

describe('M5: quarters and years', () => {
  test('2024-Q1 has its leap day, 2025-Q4 ends with the year', () => {
    expect(spanOfName('2024-Q1')).toMatchObject({ from: '2024-01-01', to: '2024-03-31' })
    expect(spanOfName('2025-Q4')).toMatchObject({ from: '2025-10-01', to: '2025-12-31' })
    expect(spanOfName('2025')).toMatchObject({ kind: 'year', from: '2025-01-01', to: '2025-12-31' })
    for (const name of ['2025-Q5', '2025-Q0', '25-Q1', '0001', '']) expect(spanOfName(name)).toBeNull()
  })

  test('before 2025-Q1 is 2024-Q4, after 2024 is 2025; 30 June is in Q2', () => {
    expect(neighbourSpan(spanOfName('2025-Q1')!, -1)).toBe('2024-Q4')
    expect(neighbourSpan(spanOfName('2024')!, 1)).toBe('2025')
    expect(spanNameOf('2025-06-30', 'quarter')).toBe('2025-Q2')
  })
})
