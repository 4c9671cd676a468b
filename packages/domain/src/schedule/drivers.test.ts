import { describe, expect, test } from 'vitest'
import { computed, DAY, network, task } from './network.fixture.ts'
import { schedule } from './schedule.ts'

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

  test('a constraint drives only where it changes what the links ask', () => {
    const at = '2026-03-03T00:00'
    const held = (type: 'SNET' | 'SNLT', when: string) => ({ constraint: { type, at: when } }) as const
    const found = computed(
      network(
        [
          task('A', 2),
          task('B', 1, held('SNET', at)),
          task('C', 1, held('SNET', '2026-03-05T00:00')),
          task('M', 0, held('SNET', at)),
          task('N', 0, held('SNET', '2026-03-05T00:00')),
          task('O', 1, held('SNLT', at)),
        ],
        ['A FS B', 'A FS C', 'A FS M', 'A FS N', 'A FS O'],
      ),
    )
    const drivers = ['B', 'C', 'M', 'N', 'O'].map((id) => found[id]?.driver.by)
    expect(drivers).toEqual(['link', 'constraint', 'link', 'constraint', 'constraint'])
    expect(found['N']?.start).toBe('2026-03-05T08:00')
  })

  test('the start of the project drives what is pulled before it, and that alone is kept there', () => {
    const source = network(
      [task('A', 2), task('B', 1), task('C', 3), task('D', 1), task('M', 0)],
      ['A SS B', 'B FF C', 'A SS M'],
    )
    const found = computed(source)
    const drivers = ['A', 'B', 'C', 'D', 'M'].map((id) => found[id]?.driver.by)
    expect(drivers).toEqual(['project-start', 'link', 'project-start', 'project-start', 'link'])
    expect([...schedule(source).dates.isClipped]).toEqual([0, 0, 1, 0, 0])
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
