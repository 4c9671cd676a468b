import { describe, expect, test } from 'vitest'
import { computed, network, task } from './network.fixture.ts'
import { schedule } from './schedule.ts'

/** P holds Q and C, Q holds A and B; D stands outside. */
const tasks = (days: { readonly [id: string]: number } = {}) => [
  task('P', 0),
  task('Q', 0, { parent: 'P' }),
  task('A', days['A'] ?? 2, { parent: 'Q' }),
  task('B', days['B'] ?? 1, { parent: 'Q' }),
  task('C', days['C'] ?? 1, { parent: 'P' }),
  task('D', days['D'] ?? 1),
]
const starts = (...parts: Parameters<typeof network>) =>
  Object.fromEntries(Object.values(computed(network(...parts))).map(({ id, start }) => [id, start.slice(5)]))

describe('links of summaries (B4)', () => {
  test('to a summary they hold each subtask at any depth, of every type', () => {
    expect(starts(tasks(), ['D FS P'])).toMatchObject({
      A: '03-03T08:00',
      B: '03-03T08:00',
      C: '03-03T08:00',
      Q: '03-03T08:00',
    })
    expect(starts(tasks(), ['D SS+2 P'])).toMatchObject({ A: '03-04T08:00', C: '03-04T08:00' })
    expect(starts(tasks({ D: 4 }), ['D FF P'])).toMatchObject({ A: '03-04T08:00', B: '03-05T08:00' })
  })

  test('from the finish of a summary they wait for all of it', () => {
    expect(starts(tasks(), ['P FS D'])['D']).toBe('03-04T08:00')
    expect(starts(tasks({ C: 4 }), ['P FS D'])['D']).toBe('03-06T08:00')
    expect(starts(tasks({ C: 4 }), ['Q FS D'])['D']).toBe('03-04T08:00')
    expect(starts(tasks({ C: 4 }), ['P FF D'])['D']).toBe('03-05T08:00')
  })

  test('from the start of a summary they wait for its earliest subtask, those from its finish still for all', () => {
    const held = task('A', 2, {
      parent: 'Q',
      constraint: { type: 'SNET', at: '2026-03-05T08:00' },
    })
    const later = tasks().map((one) => (one.id === 'A' ? held : one))
    expect(starts(later, ['Q SS+1 D'])['D']).toBe('03-03T08:00')
    expect(starts([...later, task('E', 1)], ['Q SS+1 D', 'Q FS E'])).toMatchObject({
      D: '03-03T08:00',
      E: '03-09T08:00',
    })
    expect(starts(tasks(), ['Q SF+5 D'])['D']).toBe('03-06T08:00')
  })

  test('what starts with a summary may hold a later subtask of it: that is no loop', () => {
    expect(starts(tasks(), ['Q SS+1 D', 'A FS B', 'D FS B'])).toMatchObject({
      A: '03-02T08:00',
      D: '03-03T08:00',
      B: '03-04T08:00',
    })
  })

  test('from one summary to another every subtask waits, and the links keep their place in the list', () => {
    const source = [task('P', 0), task('A', 2, { parent: 'P' }), task('B', 1, { parent: 'P' })]
    const more = [task('R', 0), task('C', 1, { parent: 'R' }), task('D', 1, { parent: 'R' })]
    const { compiled } = schedule(network([...source, ...more], ['A FS B', 'P FS R']))
    const ids = compiled.tasks.map(({ source: { id } }) => id)
    expect(compiled.links.map((one) => [ids[one.from], ids[one.to], one.source])).toEqual([
      ['A', 'B', 0],
      ['A', 'C', 1],
      ['A', 'D', 1],
      ['B', 'C', 1],
      ['B', 'D', 1],
    ])
    expect(starts([...source, ...more], ['A FS B', 'P FS R'])).toMatchObject({ C: '03-05T08:00' })
  })

  test('a subtask pushed by the start of another summary is the earliest no more: the next one is', () => {
    const held = (id: string, parent: string, at: string) =>
      task(id, 1, { parent, constraint: { type: 'SNET', at } })
    const two = [
      task('Q', 0),
      task('A', 1, { parent: 'Q' }),
      held('B', 'Q', '2026-03-03T08:00'),
      task('R', 0),
      held('E', 'R', '2026-03-04T08:00'),
      task('D', 1),
    ]
    expect(starts(two, ['Q SS D'])).toMatchObject({ A: '03-02T08:00', D: '03-02T08:00' })
    expect(starts(two, ['R SS A', 'Q SS D'])).toMatchObject({ A: '03-04T08:00', D: '03-03T08:00' })
  })
})

describe('whose calendar counts a lag between two tasks of one calendar (B4)', () => {
  // Six days ends on Friday evening; half of Saturday and of Monday are a day there, Monday is one in the project's.
  const source = network(
    [task('A', 4, { calendar: 'Six days' }), task('B', 1, { calendar: 'Six days' })],
    ['A FS+1 B'],
  )
  test.each([
    ['successor', '2026-03-09T13:00'],
    ['predecessor', '2026-03-09T13:00'],
    ['project', '2026-03-10T08:00'],
  ] as const)('the %s’s: B starts at %s', (lagCalendar, start) => {
    expect(computed(source, { lagCalendar })['B']?.start).toBe(start)
  })
})
