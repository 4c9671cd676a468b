import { describe, expect, test } from 'vitest'
import { computed, DAY, network, task } from './network.fixture.ts'
import type { SchedulePolicy } from './schedule-network.ts'

const dates = (one: { start: string; finish: string } | undefined) => `${one?.start} ${one?.finish}`
const begun = (id: string, days: number, progress: number, more: object = {}) =>
  task(id, days, { actualStart: '2026-03-02T08:00', progress, ...more })

describe('work that has begun or ended (B4)', () => {
  test('finished without a start it began its duration before: 3 days before Thursday evening', () => {
    const done = computed(network([task('A', 3, { actualFinish: '2026-03-05T17:00' })], []))['A']
    expect(dates(done)).toBe('2026-03-03T08:00 2026-03-05T17:00')
    expect(done).toMatchObject({ driver: { by: 'actual' }, freeSlackMinutes: 0, isCritical: false })
  })

  test('the status date drives what it moves, and nothing else', () => {
    const statusDate = '2026-03-04T08:00'
    const tasks = computed(
      network(
        [
          begun('A', 4, 0.25),
          begun('B', 4, 0.75),
          begun('C', 2, 1),
          begun('D', 4, 0.5),
          task('E', 1),
          task('F', 1, { calendar: 'Six days' }),
          task('G', 1),
          task('M', 0),
        ],
        ['B FS G'],
        { statusDate },
      ),
    )
    expect(dates(tasks['A'])).toBe('2026-03-02T08:00 2026-03-06T17:00')
    expect(tasks['A']?.driver).toEqual({ by: 'status-date' })
    expect(dates(tasks['B'])).toBe('2026-03-02T08:00 2026-03-05T17:00')
    expect(tasks['B']?.driver).toEqual({ by: 'actual' })
    // All done though not said to be finished: there is nothing left to move.
    expect(dates(tasks['C'])).toBe('2026-03-02T08:00 2026-03-03T17:00')
    expect(tasks['C']?.driver).toEqual({ by: 'actual' })
    expect(dates(tasks['D'])).toBe('2026-03-02T08:00 2026-03-05T17:00')
    expect(tasks['D']?.driver).toEqual({ by: 'actual' })
    expect(tasks['E']).toMatchObject({ start: statusDate, driver: { by: 'status-date' } })
    // 4 March is off in its calendar.
    expect(tasks['F']).toMatchObject({ start: '2026-03-05T08:00', driver: { by: 'status-date' } })
    expect(tasks['G']).toMatchObject({ start: '2026-03-06T08:00', driver: { by: 'link' } })
    expect(tasks['M']).toMatchObject({ start: statusDate, driver: { by: 'status-date' } })
  })

  test('a link that asks for the status date itself is what drives', () => {
    const done = task('A', 2, { actualStart: '2026-03-02T08:00', actualFinish: '2026-03-03T17:00' })
    const tasks = computed(
      network([done, task('B', 1), task('M', 0)], ['A FS B', 'B SS M'], { statusDate: '2026-03-04T08:00' }),
    )
    for (const id of ['B', 'M'])
      expect(tasks[id]).toMatchObject({ start: '2026-03-04T08:00', driver: { by: 'link' } })
  })

  test('a milestone that has been reached stays where it was, in the morning too', () => {
    const reached = task('M', 0, { actualStart: '2026-03-04T08:00' })
    expect(dates(computed(network([reached], []))['M'])).toBe('2026-03-04T08:00 2026-03-04T08:00')
  })

  test('by the policy "retained" the rest waits for its predecessors when they are later than it', () => {
    const policy: Partial<SchedulePolicy> = { outOfSequence: 'retained' }
    const source = network(
      [task('A', 3), begun('B', 2, 0.5), begun('C', 9, 0.5), begun('D', 2, 1), begun('E', 6, 0.5)],
      ['A FS B', 'A FS C', 'A FS D', 'A FS E'],
    )
    const tasks = computed(source, policy)
    expect(tasks['B']).toMatchObject({ finish: '2026-03-05T17:00', driver: { by: 'link' } })
    expect(tasks['C']).toMatchObject({ finish: '2026-03-12T17:00', driver: { by: 'actual' } })
    expect(tasks['D']).toMatchObject({ finish: '2026-03-03T17:00', driver: { by: 'actual' } })
    // Half of six days ends on the very evening on which A does.
    expect(tasks['E']).toMatchObject({ finish: '2026-03-09T17:00', driver: { by: 'actual' } })
    expect(computed(source)['B']).toMatchObject({ finish: '2026-03-03T17:00', driver: { by: 'actual' } })
  })

  test('of the constraints only FNET moves work that has begun, when it would end before', () => {
    const at = '2026-03-05T17:00'
    const one = (days: number, type: 'FNET' | 'SNET' | 'MFO' | 'FNLT') =>
      computed(network([begun('A', days, 0, { constraint: { type, at } })], []))['A']
    expect(one(2, 'FNET')).toMatchObject({ finish: at, driver: { by: 'constraint' } })
    expect(one(4, 'FNET')).toMatchObject({ finish: at, driver: { by: 'actual' } })
    expect(one(6, 'FNET')).toMatchObject({ finish: '2026-03-09T17:00', driver: { by: 'actual' } })
    for (const type of ['SNET', 'MFO', 'FNLT'] as const)
      expect(one(2, type)).toMatchObject({ finish: '2026-03-03T17:00', driver: { by: 'actual' } })
    // A date on a day off: the end of the work before it.
    const weekend = { constraint: { type: 'FNET', at: '2026-03-08T12:00' } }
    expect(computed(network([begun('A', 2, 0, weekend)], []))['A']?.finish).toBe('2026-03-06T17:00')
  })

  test('what has begun cannot start late any more: SNLT and MSO leave its slack', () => {
    for (const type of ['SNLT', 'MSO'] as const) {
      const held = { constraint: { type, at: '2026-02-23T08:00' } }
      const tasks = computed(network([begun('A', 2, 0, held), task('B', 5)], []))
      expect(tasks['A']?.totalSlackMinutes).toBe(3 * DAY)
    }
  })
})

describe('late dates of constraints by policy', () => {
  const late = (type: 'MSO' | 'MFO' | 'SNLT' | 'FNLT', at: string, policy: Partial<SchedulePolicy> = {}) =>
    computed(network([task('A', 2, { constraint: { type, at } }), task('B', 5)], []), policy)['A']

  test.each([
    ['MSO', '2026-03-16T08:00', '2026-03-16T08:00 2026-03-17T17:00', 0],
    ['MFO', '2026-03-17T17:00', '2026-03-16T08:00 2026-03-17T17:00', 0],
    ['SNLT', '2026-03-03T08:00', '2026-03-03T08:00 2026-03-04T17:00', DAY],
    ['FNLT', '2026-03-04T17:00', '2026-03-03T08:00 2026-03-04T17:00', DAY],
    ['SNLT', '2026-03-30T08:00', '2026-03-05T08:00 2026-03-06T17:00', 3 * DAY],
    ['FNLT', '2026-03-31T17:00', '2026-03-05T08:00 2026-03-06T17:00', 3 * DAY],
  ] as const)('%s %s: at the latest %s', (type, at, expected, slack) => {
    const found = late(type, at)
    expect(`${found?.lateStart} ${found?.lateFinish}`).toBe(expected)
    expect(found?.totalSlackMinutes).toBe(slack)
  })

  test('by "report" a fixed date behind the links is a start no earlier, and its late dates go no further', () => {
    for (const [type, at] of [
      ['MSO', '2026-03-03T08:00'],
      ['MFO', '2026-03-04T17:00'],
    ] as const) {
      const found = late(type, at, { dateConstraints: 'report' })
      expect(dates(found)).toBe('2026-03-03T08:00 2026-03-04T17:00')
      expect(found).toMatchObject({ lateFinish: '2026-03-04T17:00', totalSlackMinutes: 0 })
    }
  })

  test('by "report" a fixed date never gives more time than the project has', () => {
    const source = (type: 'MSO' | 'MFO', at: string) =>
      network([task('A', 2, { constraint: { type, at } }), task('B', 5)], ['A FS B'])
    for (const [type, at] of [
      ['MSO', '2026-03-04T08:00'],
      ['MFO', '2026-03-05T17:00'],
    ] as const) {
      const found = computed(source(type, at), { dateConstraints: 'report' })
      expect(found['A']).toMatchObject({ lateFinish: '2026-03-05T17:00', totalSlackMinutes: 0 })
      expect(found['B']).toMatchObject({ finish: '2026-03-12T17:00', totalSlackMinutes: 0 })
    }
  })

  test('by "own-finish" only what nobody waits for ends on its own finish', () => {
    const tasks = computed(network([task('A', 1), task('B', 1), task('C', 5)], ['A FS B', 'C SS B']), {
      openEnds: 'own-finish',
    })
    expect(tasks['A']).toMatchObject({ lateFinish: '2026-03-02T17:00', totalSlackMinutes: 0 })
    expect(tasks['B']).toMatchObject({ lateFinish: '2026-03-03T17:00', totalSlackMinutes: 0 })
    expect(tasks['C']).toMatchObject({ lateFinish: '2026-03-06T17:00', totalSlackMinutes: 0 })
  })
})
