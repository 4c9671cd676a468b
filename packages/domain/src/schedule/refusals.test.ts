import { describe, expect, test } from 'vitest'
import { network, task } from './network.fixture.ts'
import { reschedule } from './reschedule.ts'
import { schedule } from './schedule.ts'
import { STANDARD_CALENDAR } from './schedule-calendar.ts'
import type { NetworkTask, ScheduleNetwork } from './schedule-network.ts'

function refusalOf(compute: () => unknown): unknown {
  try {
    compute()
  } catch (error) {
    return error
  }
  return null
}
const P = task('P', 0)
const Q = task('Q', 0, { parent: 'P' })
const A = task('A', 1, { parent: 'Q' })
const B = task('B', 1)
const IDLE = { ...STANDARD_CALENDAR, name: 'Idle', week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }

describe('a network that cannot be scheduled says which tasks are the reason (B4)', () => {
  test.each([
    ['unknown_task', [B], ['B FS X'], ['X'], 'a link names the task X, which is not there'],
    ['unknown_task', [B], ['X FS B'], ['X'], 'a link names the task X, which is not there'],
    ['unknown_task', [B], ['X FS Y'], ['X'], 'a link names the task X, which is not there'],
    ['unknown_task', [A, B], [], ['A', 'Q'], 'A has the parent Q, which is not there'],
    ['loop', [B], ['B FS B'], ['B', 'B'], 'B is linked to itself'],
    ['loop', [P, Q, A], ['P FS P'], ['P', 'P'], 'P is linked to itself'],
    ['own_ancestor', [P, Q, A], ['P FS A'], ['P', 'A'], 'P and A are summary and subtask'],
    ['own_ancestor', [P, Q, A], ['A FS P'], ['A', 'P'], 'A and P are summary and subtask'],
    ['own_ancestor', [P, Q, A], ['Q SS P'], ['Q', 'P'], 'Q and P are summary and subtask'],
    ['own_ancestor', [task('P', 0, { parent: 'A' }), Q, A], [], ['P'], 'P is its own ancestor'],
    ['own_ancestor', [B, task('C', 1, { parent: 'C' })], [], ['C'], 'C is its own ancestor'],
    ['duplicate_task', [A, B, B], [], ['B'], 'two tasks have the id B'],
    ['unknown_calendar', [task('A', 1, { calendar: 'X' })], [], ['A'], 'no calendar is called X'],
    ['bad_duration', [task('A', -1)], [], ['A'], 'A has the duration -480'],
    ['bad_duration', [task('A', NaN)], [], ['A'], 'A has the duration NaN'],
    ['bad_duration', [task('A', Infinity)], [], ['A'], 'A has the duration Infinity'],
    ['out_of_range', [task('A', 1e8)], [], [], 'the dates leave the years 0001 to 9999'],
  ] as const)('%s: %#', (code, tasks, links, named, message) => {
    const refusal = refusalOf(() => schedule(network(tasks, links)))
    expect(refusal).toMatchObject({ name: 'ScheduleRefusal', code, tasks: named, message })
  })

  test.each([
    ['the project’s calendar is not there', { calendar: 'X' }, 'unknown_calendar', 'no calendar is called X'],
    [
      'the project’s calendar has no work',
      { calendar: 'Idle', calendars: [IDLE] },
      'no_working_time',
      'calendar Idle has no working time',
    ],
  ] as const)('%s: no task is the reason', (_name, more: Partial<ScheduleNetwork>, code, message) => {
    expect(refusalOf(() => schedule(network([B], [], more)))).toMatchObject({ code, tasks: [], message })
  })

  test('a calendar that nobody uses may be idle', () => {
    expect(refusalOf(() => schedule(network([B], [], { calendars: [STANDARD_CALENDAR, IDLE] })))).toBeNull()
  })

  test('a change of a task that is not there, or into one that cannot be', () => {
    const before = schedule(network([B], []))
    const change = (id: string, more: Partial<NetworkTask>) => refusalOf(() => reschedule(before, id, more))
    expect(change('X', {})).toMatchObject({
      code: 'unknown_task',
      tasks: ['X'],
      message: 'no task has the id X',
    })
    expect(change('B', { durationMinutes: -1 })).toMatchObject({ code: 'bad_duration', tasks: ['B'] })
    expect(change('B', { calendar: 'X' })).toMatchObject({ code: 'unknown_calendar', tasks: ['B'] })
  })
})

describe('the way round a loop (B4)', () => {
  const five = ['A', 'B', 'X', 'Y', 'Z'].map((id) => task(id, 1))

  test('leaves out what comes before it, though its links stand first in the list', () => {
    const links = ['A FS B', 'B FS X', 'X FS Y', 'Y FS X']
    expect(refusalOf(() => schedule(network(five, links)))).toMatchObject({ tasks: ['X', 'Y', 'X'] })
  })

  test('leaves out what waits behind it', () => {
    const links = ['Y FS A', 'A FS B', 'X FS Y', 'Y FS X']
    expect(refusalOf(() => schedule(network(five, links)))).toMatchObject({ tasks: ['X', 'Y', 'X'] })
  })

  test('of three tasks is told in the direction of the links from the first of the list', () => {
    const links = ['Z FS Y', 'Y FS X', 'X FS Z', 'A FS Z']
    expect(refusalOf(() => schedule(network(five, links)))).toMatchObject({
      tasks: ['X', 'Z', 'Y', 'X'],
      message: 'links go round: X → Z → Y → X',
    })
  })
})
