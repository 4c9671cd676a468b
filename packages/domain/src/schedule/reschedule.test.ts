import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, link, network, networkOf, task } from './network.fixture.ts'
import { reschedule } from './reschedule.ts'
import { schedule } from './schedule.ts'
import { scheduledTasks } from './scheduled-tasks.ts'

/** Any network without loops, its tasks of these calendars. */
function anyNetwork(calendars: readonly (string | null)[]) {
  return fc
    .array(fc.nat({ max: 999 }), { minLength: 8, maxLength: 150 })
    .map((numbers) => networkOf(numbers, calendars))
}

describe('a change of one task (B4)', () => {
  const source = network(
    [task('P', 0), task('A', 2, { parent: 'P' }), task('B', 1), task('C', 1), task('D', 1)],
    ['A FS B', 'B FS C', 'D FS C'],
  )
  const scheduled = () => schedule(source)

  test('names the tasks that moved and why', () => {
    const { moved } = reschedule(scheduled(), 'A', { durationMinutes: 3 * DAY })
    expect(moved.map(({ id, cause }) => [id, cause.by, 'link' in cause ? cause.link.from : null])).toEqual([
      ['P', 'subtasks', null],
      ['A', 'change', null],
      ['B', 'push', 'A'],
      ['C', 'push', 'B'],
    ])
    expect(moved[2]).toMatchObject({ from: { start: '2026-03-04T08:00' }, to: { start: '2026-03-05T08:00' } })
  })

  test('says which link no longer holds a task that moved earlier', () => {
    const { moved } = reschedule(scheduled(), 'B', {
      constraint: { type: 'MSO', at: '2026-03-02T08:00' },
      durationMinutes: 0,
    })
    expect(moved.find(({ id }) => id === 'C')?.cause).toMatchObject({ by: 'release', link: { from: 'B' } })
  })

  test('a task that moves earlier along the link that drove it before is pushed by it still', () => {
    const { moved } = reschedule(scheduled(), 'A', { durationMinutes: DAY })
    expect(moved.map(({ id, cause }) => [id, cause.by])).toEqual([
      ['P', 'subtasks'],
      ['A', 'change'],
      ['B', 'push'],
      ['C', 'push'],
    ])
  })

  test('a task that another link drives later is pushed by that one, not released', () => {
    const { moved } = reschedule(scheduled(), 'D', { durationMinutes: 5 * DAY })
    expect(moved.map(({ id, cause }) => [id, cause.by, 'link' in cause ? cause.link.from : null])).toEqual([
      ['C', 'push', 'D'],
      ['D', 'change', null],
    ])
  })

  test('a task without a link any more says what drives it now', () => {
    const held = network(
      [task('A', 1, { constraint: { type: 'SNET', at: '2026-03-05T08:00' } }), task('B', 4)],
      ['A SS-2 B'],
    )
    const { moved } = reschedule(schedule(held), 'A', { constraint: { type: 'ASAP' } })
    expect(moved[1]).toMatchObject({ id: 'B', cause: { by: 'release', link: { from: 'A' } } })
    const back = reschedule(
      schedule(
        network([task('A', 1), task('B', 4, { constraint: { type: 'SNET', at: '2026-03-05T08:00' } })], []),
      ),
      'B',
      { constraint: { type: 'ASAP' } },
    )
    expect(back.moved.map(({ cause }) => cause)).toEqual([{ by: 'change' }])
  })

  test('a task as late as possible moves with its late dates', () => {
    const late = network(
      [task('A', 1, { constraint: { type: 'ALAP' } }), task('B', 5), task('C', 1)],
      ['A FS C'],
    )
    const { moved } = reschedule(schedule(late), 'B', { durationMinutes: 6 * DAY })
    expect(moved.map(({ id, cause }) => [id, cause.by])).toEqual([
      ['A', 'late-dates'],
      ['B', 'change'],
      ['C', 'push'],
    ])
  })

  test('of a task that becomes as late as possible is computed in full: it goes to the end of the project', () => {
    const before = schedule(network([task('A', 1), task('B', 1), task('C', 5)], ['A FS B']))
    const { schedule: after, moved } = reschedule(before, 'A', { constraint: { type: 'ALAP' } })
    expect(scheduledTasks(after)[0]).toMatchObject({ start: '2026-03-05T08:00', finish: '2026-03-05T17:00' })
    expect(moved.map(({ id }) => id)).toEqual(['A', 'B'])
  })

  test('of a summary moves nothing: its dates are those of its subtasks', () => {
    const before = scheduled()
    const { schedule: after, moved } = reschedule(before, 'P', { durationMinutes: 9 * DAY })
    expect(moved).toEqual([])
    expect(scheduledTasks(after)).toEqual(scheduledTasks(before))
  })

  test('a shorter task pulls what waits for a share of it, though it begins when it did', () => {
    const half = { ...link('A SS B'), lag: { unit: 'percent', amount: 0.5 } } as const
    const before = schedule(network([task('A', 4), task('B', 1), task('C', 9)], [half]))
    const kept = scheduledTasks(before)
    const { schedule: after } = reschedule(before, 'A', { durationMinutes: 2 * DAY })
    expect(scheduledTasks(before)[1]?.start).toBe('2026-03-04T08:00')
    expect(scheduledTasks(after)[1]?.start).toBe('2026-03-03T08:00')
    // The lag of the given schedule is its own still.
    expect(scheduledTasks(reschedule(before, 'C', { durationMinutes: 8 * DAY }).schedule)[1]).toEqual({
      ...kept[1],
      lateStart: expect.anything(),
      lateFinish: expect.anything(),
      totalSlackMinutes: 5 * DAY,
      freeSlackMinutes: 5 * DAY,
    })
  })

  test('that leaves the end of the project changes the slack of those before it and behind it', () => {
    const source = network(
      [task('A', 1), task('B', 1), task('C', 1), task('D', 1), task('E', 9)],
      ['A FS B', 'B FS C', 'D FS C'],
    )
    const changes = [{ durationMinutes: 3 * DAY }, { durationMinutes: 0 }, { deadline: '2026-03-03T17:00' }]
    for (const id of ['A', 'B', 'C', 'D'])
      for (const change of changes) {
        const tasks = source.tasks.map((one) => (one.id === id ? { ...one, ...change } : one))
        const full = schedule({ ...source, tasks })
        expect(scheduledTasks(reschedule(schedule(source), id, change).schedule)).toEqual(
          scheduledTasks(full),
        )
      }
  })

  test('leaves the schedule it was given as it was', () => {
    const before = scheduled()
    const kept = scheduledTasks(before)
    reschedule(before, 'A', { durationMinutes: 9 * DAY })
    expect(scheduledTasks(before)).toEqual(kept)
  })

  test('a second change from the same schedule knows nothing of the first', () => {
    const before = scheduled()
    const changes = [
      { actualStart: '2026-03-02T08:00', actualFinish: '2026-03-12T17:00' },
      { durationMinutes: 0 },
      { actualStart: '2026-03-04T08:00', progress: 0.5 },
      { deadline: '2026-03-02T17:00' },
      { durationMinutes: 5 * DAY },
    ]
    for (const change of changes) {
      const tasks = source.tasks.map((one) => (one.id === 'B' ? { ...one, ...change } : one))
      const { schedule: after } = reschedule(before, 'B', change)
      expect(scheduledTasks(after)).toEqual(scheduledTasks(schedule({ ...source, tasks })))
      const other = source.tasks.map((one) => (one.id === 'D' ? { ...one, durationMinutes: 4 * DAY } : one))
      const { schedule: second } = reschedule(before, 'D', { durationMinutes: 4 * DAY })
      expect(scheduledTasks(second)).toEqual(scheduledTasks(schedule({ ...source, tasks: other })))
    }
  })

  test('a task that is not there is refused', () => {
    expect(() => reschedule(scheduled(), 'X', {})).toThrowError(
      expect.objectContaining({ code: 'unknown_task' }),
    )
  })

  test('equals a full computation, whatever changes', () => {
    const change = fc.oneof(
      fc.nat({ max: 9 }).map((days) => ({ durationMinutes: days * DAY })),
      fc.nat({ max: 20 }).map((day) => ({
        constraint: { type: 'SNET' as const, at: `2026-03-${String(day + 2).padStart(2, '0')}T08:00` },
      })),
      fc.constant({ deadline: '2026-03-04T17:00' }),
      fc.constant({ constraint: { type: 'ALAP' as const } }),
      fc.constant({ calendar: 'Six days' }),
      fc.constant({ actualStart: '2026-03-03T08:00', progress: 0.5 }),
      fc.constant({ actualStart: '2026-03-02T08:00', actualFinish: '2026-03-05T17:00' }),
    )
    fc.assert(
      fc.property(anyNetwork([null, 'Six days']), fc.nat(), change, (drawn, pick, what) => {
        const id = `T${pick % drawn.tasks.length}`
        const { schedule: partial } = reschedule(schedule(drawn), id, what)
        const tasks = drawn.tasks.map((one) => (one.id === id ? { ...one, ...what } : one))
        expect(scheduledTasks(partial)).toEqual(scheduledTasks(schedule({ ...drawn, tasks })))
      }),
    )
  })
})
