import { describe, expect, test } from 'vitest'
import { CN_WORK_CALENDAR } from '../calendar/work-calendar.ts'
import { dailyValues } from './alerting.fixture.ts'
import type { TaskMovements } from './rule-context.ts'
import { missingData, stalledTask } from './silence.ts'

describe('days without an import (M4)', () => {
  /** From 1 September: x = imported, . = not. */
  const on = (imports: string, days: number, at = imports.length - 1) =>
    missingData(
      dailyValues([...imports].map(() => null)).map((day, index) => ({
        ...day,
        isImported: imports[index] === 'x',
      })),
      at,
      { type: 'missing_data', metric: 'cost', days },
    )

  test('two fire on the second, and the evidence is the whole stretch without figures', () => {
    expect(on('x.', 2).state).toBe('clear')
    expect(on('xx...', 2)).toEqual({
      state: 'fired',
      fired: true,
      since: '2025-09-03',
      evidence: ['2025-09-03', '2025-09-04', '2025-09-05'].map((date) => ({
        date,
        value: null,
        limit: null,
      })),
    })
  })

  test('an import ends the stretch, on the day itself and before', () => {
    expect(on('..x', 1).state).toBe('clear')
    expect(on('..x.', 2).state).toBe('clear')
    expect(on('..x..', 2)).toMatchObject({ fired: true, since: '2025-09-04' })
  })

  test('a series that begins without an import counts from its first day, and one that is too short says clear', () => {
    expect(on('..', 2)).toMatchObject({ fired: true, since: '2025-09-01' })
    expect(on('..', 3).state).toBe('clear')
  })

  test('later days are not looked at, and a day outside the series is not known', () => {
    expect(on('x..', 2, 1).state).toBe('clear')
    expect(on('x..', 2, 3).state).toBe('not_enough_data')
  })
})

describe('a task that nobody moves (M4)', () => {
  /** Monday, 1 September 2025. */
  const TASK: TaskMovements = { start: '2025-09-01', movedOn: [], doneOn: null }
  const on = (date: string, task: TaskMovements | null = TASK, workingDays = 3) =>
    stalledTask(task, date, CN_WORK_CALENDAR, { type: 'stalled_task', workingDays })

  test('never moved: stalled on the third working day from its start, that day included', () => {
    expect(on('2025-09-02').state).toBe('clear')
    expect(on('2025-09-03')).toEqual({
      state: 'fired',
      fired: true,
      since: '2025-09-01',
      evidence: [{ date: '2025-09-01', value: 3, limit: 3 }],
    })
    expect(on('2025-09-04').evidence).toMatchObject([{ value: 4, limit: 3 }])
  })

  test('before its start nothing is expected, from the start on it is', () => {
    expect(on('2025-08-31', TASK, 0).state).toBe('clear')
    expect(on('2025-09-01', TASK, 1).state).toBe('fired')
  })

  test('moved on Wednesday: Thursday is the first day that counts', () => {
    const moved = { ...TASK, movedOn: ['2025-09-01', '2025-09-03'] }
    expect(on('2025-09-05', moved).state).toBe('clear')
    // Friday, then Monday: the weekend does not count.
    expect(on('2025-09-08', moved)).toMatchObject({ since: '2025-09-04', evidence: [{ value: 3 }] })
  })

  test('a movement after the day in question is not known on it, one of the day itself is', () => {
    expect(on('2025-09-03', { ...TASK, movedOn: ['2025-09-04'] }).state).toBe('fired')
    expect(on('2025-09-03', { ...TASK, movedOn: ['2025-09-03'] }, 1).state).toBe('clear')
  })

  test('a movement before the start counts as none: it is expected from its start on', () => {
    const early = { ...TASK, movedOn: ['2025-08-25'] }
    expect(on('2025-09-02', early).state).toBe('clear')
    expect(on('2025-09-03', early)).toMatchObject({ fired: true, since: '2025-09-01' })
  })

  test('moved on the day of its start: the day after is the first that counts', () =>
    expect(on('2025-09-04', { ...TASK, movedOn: ['2025-09-01'] })).toMatchObject({ since: '2025-09-02' }))

  test('done on Wednesday it is silent from Wednesday, and was stalled until then', () => {
    const done = { ...TASK, doneOn: '2025-09-04' }
    expect(on('2025-09-03', done).state).toBe('fired')
    expect(on('2025-09-04', done).state).toBe('clear')
    expect(on('2025-09-30', done).state).toBe('clear')
  })

  test('without a task nothing is known', () => expect(on('2025-09-03', null).state).toBe('not_enough_data'))
})
