import { describe, expect, test } from 'vitest'
import { computed, network, task } from './network.fixture.ts'

const dates = (one: { start: string; finish: string } | undefined) => `${one?.start} ${one?.finish}`

describe('as late as possible by the policy "free" (B4)', () => {
  const late = { constraint: { type: 'ALAP' } } as const
  const free = { alap: 'free' } as const

  test('a task uses the slack that moves nobody: its last day is the last of the project', () => {
    const tasks = computed(network([task('A', 2, late), task('M', 0, late), task('C', 5)], []), free)
    expect(dates(tasks['A'])).toBe('2026-03-05T08:00 2026-03-06T17:00')
    expect(dates(tasks['M'])).toBe('2026-03-06T17:00 2026-03-06T17:00')
    expect(tasks['A']?.earlyStart).toBe('2026-03-02T08:00')
  })

  test('before a successor it stays where the successor begins, which does not move', () => {
    const held = task('B', 1, { constraint: { type: 'SNET', at: '2026-03-05T08:00' } })
    const tasks = computed(network([task('A', 1, late), held, task('C', 9)], ['A FS B']), free)
    expect(dates(tasks['A'])).toBe('2026-03-04T08:00 2026-03-04T17:00')
    expect(tasks['B']?.start).toBe('2026-03-05T08:00')
  })

  test('by "total" a milestone goes with its late dates; what has begun stays under either', () => {
    const begun = task('B', 2, { ...late, actualStart: '2026-03-02T08:00' })
    const source = network([begun, task('C', 5)], [])
    for (const policy of [free, {}])
      expect(dates(computed(source, policy)['B'])).toBe('2026-03-02T08:00 2026-03-03T17:00')
  })
})
