import { describe, expect, test } from 'vitest'
import { Cancelled } from '../computation/long-work.ts'
import { DAY, network, task } from './network.fixture.ts'
import { reschedule } from './reschedule.ts'
import { schedule } from './schedule.ts'
import { DEFAULT_SCHEDULE_POLICY } from './schedule-network.ts'

const short = network([task('A', 1), task('B', 1), task('C', 1)], ['A FS B', 'B FS C'])

function told(compute: (progress: (done: number) => void) => unknown): number[] {
  const parts: number[] = []
  compute((done) => parts.push(Math.round(done * 1000) / 1000))
  return parts
}

describe('a network of three tasks (B4)', () => {
  test('is told of once a phase: tasks, links, order, forwards, backwards, slack', () => {
    expect(told((progress) => schedule(short, DEFAULT_SCHEDULE_POLICY, { progress }))).toEqual([
      0, 0.12, 0.21, 0.3, 0.7, 0.9,
    ])
  })

  test('with a task as late as possible it goes forwards once more', () => {
    const late = network([task('A', 1, { constraint: { type: 'ALAP' } }), task('B', 2)], [])
    expect(told((progress) => schedule(late, DEFAULT_SCHEDULE_POLICY, { progress }))).toEqual([
      0, 0.12, 0.21, 0.3, 0.7, 0.8, 0.9,
    ])
  })

  test('with a summary as late as possible it does not: only tasks without subtasks are', () => {
    const late = network([task('P', 0, { constraint: { type: 'ALAP' } }), task('A', 1, { parent: 'P' })], [])
    expect(told((progress) => schedule(late, DEFAULT_SCHEDULE_POLICY, { progress }))).not.toContain(0.8)
  })

  test('with a link from the start of a summary it is ordered and goes forwards once more', () => {
    const summary = network([task('P', 0), task('A', 1, { parent: 'P' }), task('B', 2)], ['P SS B'])
    const parts = told((progress) => schedule(summary, DEFAULT_SCHEDULE_POLICY, { progress }))
    expect(parts).toEqual(parts.toSorted((a, b) => a - b))
    expect(parts).toHaveLength(10)
    expect(parts[4]).toBe(0.45)
  })

  test('a change is told of once forwards, and once or twice backwards', () => {
    const before = schedule(short)
    expect(told((progress) => reschedule(before, 'C', { durationMinutes: 2 * DAY }, { progress }))).toEqual([
      0, 0.5, 0.75,
    ])
    const idle = schedule(network([task('A', 1), task('B', 5)], []))
    expect(told((progress) => reschedule(idle, 'A', { durationMinutes: 2 * DAY }, { progress }))).toEqual([
      0, 0.5,
    ])
  })

  test('is called off before it begins', () => {
    const long = { signal: { aborted: true } }
    expect(() => schedule(short, DEFAULT_SCHEDULE_POLICY, long)).toThrow(Cancelled)
    expect(() => reschedule(schedule(short), 'A', {}, long)).toThrow(Cancelled)
  })
})
