import { describe, expect, test } from 'vitest'
import { computed, DAY, network, task } from './network.fixture.ts'

const dates = (one: { start: string; finish: string } | undefined) => `${one?.start} ${one?.finish}`

describe('dates typed by hand', () => {
  const manual = { start: '2026-03-04T10:00', finish: '2026-03-10T12:00' }

  test('stay whatever the links say, their successors follow, and slack is that of the finish', () => {
    const source = network([task('A', 9), task('B', 1, { manual }), task('C', 1)], ['A FS B', 'B FS C'])
    const tasks = computed(source)
    expect(dates(tasks['B'])).toBe('2026-03-04T10:00 2026-03-10T12:00')
    expect(tasks['B']).toMatchObject({
      driver: { by: 'manual' },
      totalSlackMinutes: 1.5 * DAY,
      freeSlackMinutes: 0,
    })
    expect(tasks['C']).toMatchObject({ start: '2026-03-10T13:00', driver: { by: 'link' } })
  })

  test('are not moved by a constraint or to the latest date', () => {
    for (const constraint of [{ type: 'ALAP' }, { type: 'MSO', at: '2026-03-20T08:00' }] as const)
      expect(dates(computed(network([task('B', 1, { manual, constraint })], []))['B'])).toBe(
        '2026-03-04T10:00 2026-03-10T12:00',
      )
  })
})

describe('drivers', () => {
  test('of two links that ask for the same start the first of the list drives', () => {
    const tasks = [task('A', 2), task('B', 2), task('C', 1), task('M', 0)]
    const found = computed(network(tasks, ['B FS C', 'A FS C', 'B FS M', 'A FS M']))
    for (const id of ['C', 'M']) expect(found[id]?.driver).toMatchObject({ by: 'link', link: { from: 'B' } })
  })

  test('only a task as late as possible pulls its successors to its late dates', () => {
    const tasks = [
      task('A', 1, { constraint: { type: 'ALAP' } }),
      task('B', 1),
      task('C', 1),
      task('D', 1),
      task('M', 0),
      task('E', 9),
    ]
    const found = computed(network(tasks, ['A FS B', 'C FS D', 'C FS M', 'A SS+1 D']))
    expect(found['B']?.start).toBe('2026-03-12T08:00')
    expect(found['C']?.start).toBe('2026-03-02T08:00')
    expect(found['M']?.start).toBe('2026-03-02T17:00')
    expect(found['D']).toMatchObject({ start: '2026-03-12T08:00', driver: { link: { from: 'A' } } })
  })
})
