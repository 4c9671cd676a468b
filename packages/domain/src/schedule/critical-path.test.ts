import { describe, expect, test } from 'vitest'
import { criticalPath } from './critical-path.ts'
import { link, network, task } from './network.fixture.ts'
import { schedule } from './schedule.ts'

const pathOf = (...parts: Parameters<typeof network>) => criticalPath(schedule(network(...parts)))

describe('the critical path (B4)', () => {
  test('runs along the links that drive the last task: 3 + 2 days beat 1 + 2', () => {
    const tasks = [task('A', 3), task('B', 1), task('C', 2), task('D', 1)]
    expect(pathOf(tasks, ['A FS C', 'B FS C', 'B FS D'])).toEqual(['A', 'C'])
  })
  test('begins with the task that a date holds, not with those before it', () => {
    const held = task('B', 1, { constraint: { type: 'SNET', at: '2026-03-10T08:00' } })
    expect(pathOf([task('A', 1), held, task('C', 1)], ['A FS B', 'B FS C'])).toEqual(['B', 'C'])
  })
  test('of two tasks that end with the project it takes the one with the least slack', () => {
    const late = task('B', 2, { deadline: '2026-03-02T17:00' })
    expect(pathOf([task('A', 2), late], [])).toEqual(['B'])
    expect(pathOf([task('A', 2), task('B', 2)], [])).toEqual(['A'])
    const later = task('A', 2, { deadline: '2026-03-02T12:00' })
    expect(pathOf([later, late], [])).toEqual(['A'])
    expect(pathOf([late, later], [])).toEqual(['A'])
  })
  test('runs through the subtasks of a summary, and names no summary', () => {
    const tasks = [task('P', 0), task('A', 2, { parent: 'P' }), task('B', 1, { parent: 'P' }), task('C', 1)]
    const lag = { unit: 'elapsed', amount: 3 * 1440 } as const
    expect(pathOf(tasks, [{ ...link('P FS C'), lag }])).toEqual(['A', 'C'])
  })
  test('names the last task and not the summary above it, which ends with it', () => {
    expect(pathOf([task('P', 0), task('A', 2, { parent: 'P' })], [])).toEqual(['A'])
  })
  test('ends with the project, not with a task of less slack that ends before', () => {
    const late = task('B', 2, { deadline: '2026-03-02T17:00' })
    expect(pathOf([late, task('A', 3)], [])).toEqual(['A'])
    expect(pathOf([task('A', 3), late], [])).toEqual(['A'])
  })
  test('is empty without tasks', () => {
    expect(pathOf([], [])).toEqual([])
  })
})
