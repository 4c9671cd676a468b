import { describe, expect, test } from 'vitest'
import { CN_WORK_CALENDAR } from '../calendar/work-calendar.ts'
import type { AlertCondition, ChangeCondition, OverspendCondition } from './alert-rule.ts'
import { dailyValues, seriesContext } from './alerting.fixture.ts'
import { evaluateRule } from './evaluate-rule.ts'
import { festivalMask } from './festival-mask.ts'
import type { DailyPlan, RuleContext } from './rule-context.ts'

const CHANGE: ChangeCondition = {
  type: 'change',
  metric: 'cost',
  direction: 'either',
  deviations: 3.5,
  minimumChange: 0.2,
  minimumSample: null,
}
/** 15,000 a day from 1 to 20 September. */
const PLAN: DailyPlan = {
  start: '2025-09-01',
  end: '2025-09-20',
  plannedOn: (date) => (date >= '2025-09-01' && date <= '2025-09-20' ? 15_000 : null),
}

function stateOf(condition: AlertCondition, context: RuleContext, on: string) {
  return evaluateRule(condition, context, on).state
}

/** Nine weeks of the same weekly pattern, then the last day as given. */
function weeks(last: number): RuleContext {
  const values = Array.from({ length: 64 }, (_, index) => (index % 7 === 0 ? 300 : 100) + (index % 5))
  return seriesContext(dailyValues([...values.slice(0, 63), last], '2025-03-03'))
}

describe('sudden rise and fall against the same weekdays before (M4)', () => {
  test('a Monday of 300 is usual where Mondays are 300, and a fall to 100 fires', () => {
    expect(stateOf(CHANGE, weeks(300), '2025-05-05')).toBe('clear')
    expect(evaluateRule(CHANGE, weeks(100), '2025-05-05')).toMatchObject({
      fired: true,
      since: '2025-05-05',
      evidence: [{ value: 100 }],
    })
  })

  test('a rule about rises is silent on a fall', () => {
    expect(stateOf({ ...CHANGE, direction: 'rise' }, weeks(100), '2025-05-05')).toBe('clear')
    expect(stateOf({ ...CHANGE, direction: 'rise' }, weeks(500), '2025-05-05')).toBe('fired')
  })

  test('after a flat history a change of 15 % is below the least of 20 %, one of 25 % fires', () => {
    const flat = (last: number) => seriesContext(dailyValues([...Array<number>(63).fill(100), last]))
    expect(stateOf(CHANGE, flat(115), '2025-11-03')).toBe('clear')
    expect(stateOf(CHANGE, flat(125), '2025-11-03')).toBe('fired')
  })

  test('three weeks of history are not enough', () =>
    expect(stateOf(CHANGE, seriesContext(dailyValues(Array<number>(28).fill(5))), '2025-09-22')).toBe(
      'not_enough_data',
    ))

  test('618 is no anomaly, nor is the week after it a fall: festivals are left out on both sides', () => {
    const values = Array.from({ length: 120 }, () => 100)
    const days = dailyValues(values, '2025-03-01').map((day) =>
      day.date >= '2025-06-15' && day.date <= '2025-06-20' ? { ...day, value: 900 } : day,
    )
    const masked = seriesContext(days, { isFestival: festivalMask(CN_WORK_CALENDAR) })
    expect(stateOf(CHANGE, masked, '2025-06-18')).toBe('not_enough_data')
    expect(stateOf(CHANGE, masked, '2025-06-25')).toBe('clear')
    expect(stateOf(CHANGE, seriesContext(days), '2025-06-18')).toBe('fired')
  })

  test('the mask knows statutory holidays, 双11, the week before the Spring Festival and own days', () => {
    const isFestival = festivalMask(CN_WORK_CALENDAR, ['2025-09-17'])
    expect(['2025-10-01', '2025-11-11', '2025-01-22', '2025-09-17', '2025-09-28'].map(isFestival)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect(['2025-09-18', '2025-01-15', '2025-11-13'].map(isFestival)).toEqual([false, false, false])
  })
})

describe('pacing and overspend (M4, worked example 8)', () => {
  const overspend: OverspendCondition = { type: 'overspend', metric: 'cost', basis: 'day', tolerance: 0 }

  test('16,000 yesterday of planned 15,000 fires, with both figures; exactly 15,000 does not', () => {
    const context = seriesContext(dailyValues([15_000, 16_000]), { plan: PLAN })
    expect(evaluateRule(overspend, context, '2025-09-02')).toMatchObject({
      fired: true,
      evidence: [{ date: '2025-09-02', value: 16_000, limit: 15_000 }],
    })
    expect(stateOf(overspend, context, '2025-09-01')).toBe('clear')
  })

  test('cumulative spend of 31,000 is over 30,000, and within a tolerance of 5 %', () => {
    const context = seriesContext(dailyValues([15_000, 16_000]), { plan: PLAN })
    const cumulative = { ...overspend, basis: 'cumulative' } as const
    expect(stateOf(cumulative, context, '2025-09-02')).toBe('fired')
    expect(stateOf({ ...cumulative, tolerance: 0.05 }, context, '2025-09-02')).toBe('clear')
  })

  test('spending on a day outside the plan is over it', () =>
    expect(
      stateOf(overspend, seriesContext(dailyValues([1], '2025-10-01'), { plan: PLAN }), '2025-10-01'),
    ).toBe('fired'))

  test('26,999 of 30,000 due is behind a band of 10 %, 27,000 is not', () => {
    const behind = { type: 'pacing', metric: 'cost', band: 0.1 } as const
    const on = (second: number) => seriesContext(dailyValues([13_000, second]), { plan: PLAN })
    expect(stateOf(behind, on(13_999), '2025-09-02')).toBe('fired')
    expect(stateOf(behind, on(14_000), '2025-09-02')).toBe('clear')
  })

  test('a day that is missing takes its plan with it: nobody is behind for want of an import', () => {
    const behind = { type: 'pacing', metric: 'cost', band: 0.1 } as const
    expect(
      stateOf(behind, seriesContext(dailyValues([15_000, null, 15_000]), { plan: PLAN }), '2025-09-03'),
    ).toBe('clear')
  })

  test('without a plan there is nothing to be behind', () =>
    expect(stateOf(overspend, seriesContext(dailyValues([1])), '2025-09-01')).toBe('not_enough_data'))
})

describe('missing data and stalled tasks (M4)', () => {
  test('two days without an import fire on the second; a day without delivery is data', () => {
    const missing = { type: 'missing_data', metric: 'cost', days: 2 } as const
    const days = dailyValues([5, null, null, null]).map((day, index) => ({ ...day, isImported: index < 2 }))
    expect(['2025-09-02', '2025-09-03'].map((on) => stateOf(missing, seriesContext(days), on))).toEqual([
      'clear',
      'clear',
    ])
    expect(evaluateRule(missing, seriesContext(days), '2025-09-04')).toMatchObject({
      fired: true,
      since: '2025-09-03',
    })
  })

  test('no movement for 3 working days: last moved on Friday 26 September, it fires on Tuesday, the make-up Sunday counted', () => {
    const stalled = { type: 'stalled_task', workingDays: 3 } as const
    const context = seriesContext([], {
      task: { start: '2025-09-22', movedOn: ['2025-09-23', '2025-09-26'], doneOn: null },
    })
    expect(stateOf(stalled, context, '2025-09-29')).toBe('clear')
    expect(evaluateRule(stalled, context, '2025-09-30')).toMatchObject({ fired: true, since: '2025-09-27' })
  })

  test('the eight days of the National Day do not stall a task, and a finished one never stalls', () => {
    const stalled = { type: 'stalled_task', workingDays: 3 } as const
    const task = { start: '2025-09-22', movedOn: ['2025-09-30'], doneOn: null }
    expect(stateOf(stalled, seriesContext([], { task }), '2025-10-09')).toBe('clear')
    expect(stateOf(stalled, seriesContext([], { task }), '2025-10-11')).toBe('fired')
    expect(
      stateOf(stalled, seriesContext([], { task: { ...task, doneOn: '2025-10-10' } }), '2025-10-11'),
    ).toBe('clear')
  })
})

describe('the day in question (M4)', () => {
  const one = { type: 'missing_data', metric: 'cost', days: 1 } as const
  const days = dailyValues([null, null, null, null, null, null, null]).map((day, index) => ({
    ...day,
    isImported: index % 2 === 0,
  }))
  test('is found wherever it lies in the series', () =>
    expect(days.map(({ date }) => stateOf(one, seriesContext(days), date))).toEqual([
      'clear',
      'fired',
      'clear',
      'fired',
      'clear',
      'fired',
      'clear',
    ]))

  test('before the series, after it, within a hole of it and without any nothing is known', () => {
    const holed = days.toSpliced(3, 1)
    expect(stateOf(one, seriesContext(days), '2025-08-31')).toBe('not_enough_data')
    expect(stateOf(one, seriesContext(days), '2025-09-08')).toBe('not_enough_data')
    expect(stateOf(one, seriesContext(holed), '2025-09-04')).toBe('not_enough_data')
    expect(stateOf(one, seriesContext([]), '2025-09-04')).toBe('not_enough_data')
  })

  test('a rule about tasks needs no series', () => {
    const task = { start: '2025-09-01', movedOn: [], doneOn: null }
    const stalled = { type: 'stalled_task', workingDays: 1 } as const
    expect(stateOf(stalled, seriesContext([], { task }), '2025-09-01')).toBe('fired')
    expect(stateOf(stalled, seriesContext(days), '2025-09-01')).toBe('not_enough_data')
  })

  test('what does not fire has neither a beginning nor evidence', () => {
    const nothing = { fired: false, since: null, evidence: [] }
    expect(evaluateRule(one, seriesContext(days), '2025-09-01')).toEqual({ state: 'clear', ...nothing })
    expect(evaluateRule(one, seriesContext([]), '2025-09-01')).toEqual({
      state: 'not_enough_data',
      ...nothing,
    })
  })
})
