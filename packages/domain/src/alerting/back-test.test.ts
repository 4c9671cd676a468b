import { describe, expect, test } from 'vitest'
import { Cancelled } from '../computation/long-work.ts'
import type { AlertPolicy, ThresholdCondition } from './alert-rule.ts'
import { dailyValues, seriesContext } from './alerting.fixture.ts'
import { backTest, nextAlert, NO_ALERT_YET } from './back-test.ts'
import type { AlertMemory } from './back-test.ts'
import { evaluateRule } from './evaluate-rule.ts'
import { CLEAR, firedWith, NOT_ENOUGH_DATA } from './rule-context.ts'

const BELOW: ThresholdCondition = {
  type: 'threshold',
  metric: 'ctr',
  comparator: 'lt',
  value: 0.015,
  breaches: 2,
  days: 2,
  minimumSample: null,
}
const ONCE: AlertPolicy = { severity: 'warning', cooldownDays: 0, repeats: false }
const LOW = 0.01
const FINE = 0.02
const YEAR = { from: '2025-01-01', to: '2025-12-31' }

function daysOf(values: readonly (number | null)[], policy: Partial<AlertPolicy> = {}, period = YEAR) {
  const rule = { condition: BELOW, policy: { ...ONCE, ...policy } }
  return backTest(rule, seriesContext(dailyValues(values)), period).map(({ date }) => date)
}

describe('when a rule would have fired on past data (M4)', () => {
  test('five bad days are one alert, on the second of them', () =>
    expect(daysOf([FINE, LOW, LOW, LOW, LOW, LOW])).toEqual(['2025-09-03']))

  test('a second episode is a second alert', () =>
    expect(daysOf([LOW, LOW, FINE, LOW, LOW])).toEqual(['2025-09-02', '2025-09-05']))

  test('a day without delivery does not end an episode', () =>
    expect(daysOf([LOW, LOW, null, LOW, LOW])).toEqual(['2025-09-02']))

  test('within a cooldown of 7 days the second episode is silent, and speaks once it is over', () => {
    expect(daysOf([LOW, LOW, FINE, LOW, LOW], { cooldownDays: 7 })).toEqual(['2025-09-02'])
    expect(daysOf([LOW, LOW, FINE, LOW, LOW, LOW, LOW, LOW, LOW], { cooldownDays: 7 })).toEqual([
      '2025-09-02',
      '2025-09-09',
    ])
  })

  test('a rule that repeats speaks every 3 days while the episode lasts', () =>
    expect(daysOf([LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW], { cooldownDays: 3, repeats: true })).toEqual([
      '2025-09-02',
      '2025-09-05',
      '2025-09-08',
    ]))

  test('the days of the period are tried with all that lies before it', () =>
    expect(daysOf([LOW, LOW, LOW], {}, { from: '2025-09-03', to: '2025-09-03' })).toEqual(['2025-09-03']))

  test('each day sees only its past: what is answered for a day does not change when later days come', () => {
    const values = Array.from({ length: 60 }, (_, index) =>
      Math.imul(index, 2_654_435_761) % 5 < 2 ? LOW : FINE,
    )
    const whole = seriesContext(dailyValues(values))
    for (let length = 1; length <= values.length; length++) {
      const days = dailyValues(values.slice(0, length))
      const on = days.at(-1)?.date ?? ''
      expect(evaluateRule(BELOW, whole, on)).toEqual(evaluateRule(BELOW, seriesContext(days), on))
    }
  })

  test('a stalled task speaks once and again after it moved and stood still once more', () => {
    const context = seriesContext([], {
      task: { start: '2025-09-01', movedOn: ['2025-09-05'], doneOn: null },
    })
    const rule = { condition: { type: 'stalled_task', workingDays: 3 } as const, policy: ONCE }
    expect(backTest(rule, context, { from: '2025-09-01', to: '2025-09-15' }).map(({ date }) => date)).toEqual(
      ['2025-09-03', '2025-09-10'],
    )
  })

  test('both ends of the period are tried, and nothing outside it', () => {
    const period = { from: '2025-09-02', to: '2025-09-04' }
    const repeats = { repeats: true }
    expect(daysOf([LOW, LOW, LOW, LOW, LOW, LOW], repeats, period)).toEqual([
      '2025-09-02',
      '2025-09-03',
      '2025-09-04',
    ])
  })

  test('an alert carries what the rule said that day', () => {
    const rule = { condition: BELOW, policy: ONCE }
    const [alert] = backTest(rule, seriesContext(dailyValues([FINE, LOW, LOW])), YEAR)
    expect(alert).toMatchObject({ date: '2025-09-03', outcome: { state: 'fired', since: '2025-09-02' } })
  })

  test('tells how much is done every 256 days', () => {
    const told: number[] = []
    const rule = { condition: BELOW, policy: ONCE }
    const context = seriesContext(dailyValues(Array.from({ length: 1_024 }, () => FINE)))
    backTest(rule, context, YEAR, { progress: (done) => told.push(done) })
    expect(told).toEqual([0, 0.25, 0.5, 0.75])
  })

  test('can be called off', () => {
    const rule = { condition: BELOW, policy: ONCE }
    const context = seriesContext(dailyValues([LOW]))
    expect(() => backTest(rule, context, YEAR, { signal: { aborted: true } })).toThrow(Cancelled)
  })
})

describe('whether a firing rule speaks (M4)', () => {
  const FIRED = firedWith([{ date: '2025-09-10', value: 1, limit: 2 }])
  const ask = (memory: Partial<AlertMemory>, policy: Partial<AlertPolicy> = {}, outcome = FIRED) =>
    nextAlert({ ...NO_ALERT_YET, ...memory }, outcome, '2025-09-10', { ...ONCE, ...policy })

  test('the first time it does, and remembers the day', () => {
    expect(NO_ALERT_YET).toEqual({ isInEpisode: false, lastAlert: null })
    expect(ask({})).toEqual({ speaks: true, memory: { isInEpisode: true, lastAlert: '2025-09-10' } })
  })

  test('within an episode it has said so already, unless it repeats', () => {
    const within = { isInEpisode: true, lastAlert: '2025-09-08' }
    expect(ask(within)).toEqual({ speaks: false, memory: within })
    expect(ask(within, { repeats: true })).toMatchObject({
      speaks: true,
      memory: { lastAlert: '2025-09-10' },
    })
  })

  test('a new episode waits until the cooldown is over: on the third day of three it speaks, on the second not', () => {
    const since = (lastAlert: string) => ask({ lastAlert }, { cooldownDays: 3 }).speaks
    expect([since('2025-09-08'), since('2025-09-07')]).toEqual([false, true])
    // It speaks later in the same episode, which is therefore not remembered as one that was told.
    expect(ask({ lastAlert: '2025-09-08' }, { cooldownDays: 3 }).memory.isInEpisode).toBe(false)
  })

  test('a clear day ends the episode and keeps the day of the last alert; a day without data changes nothing', () => {
    const within = { isInEpisode: true, lastAlert: '2025-09-08' }
    expect(ask(within, {}, CLEAR)).toEqual({
      speaks: false,
      memory: { isInEpisode: false, lastAlert: '2025-09-08' },
    })
    expect(ask(within, { repeats: true }, NOT_ENOUGH_DATA)).toEqual({ speaks: false, memory: within })
  })
})
