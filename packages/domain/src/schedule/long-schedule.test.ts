import { describe, expect, test } from 'vitest'
import { Cancelled } from '../computation/long-work.ts'
import { DAY, network, task } from './network.fixture.ts'
import { reschedule } from './reschedule.ts'
import { schedule } from './schedule.ts'
import { DEFAULT_SCHEDULE_POLICY } from './schedule-network.ts'

const COUNT = 4200
const chain = network(
  Array.from({ length: COUNT }, (_unused, index) => task(`T${index}`, 1 / 480)),
  Array.from({ length: COUNT - 1 }, (_unused, index) => `T${index} FS T${index + 1}`),
)

/** A signal that is aborted once it was asked so many times. */
function abortedAfter(times: number) {
  let asked = 0
  return {
    get aborted() {
      return ++asked > times
    },
  }
}

describe('a schedule of 4,200 tasks (B4)', () => {
  test('tells how far it is, nine times and more and never falling', () => {
    const told: number[] = []
    schedule(chain, DEFAULT_SCHEDULE_POLICY, { progress: (done) => told.push(done) })
    expect(told.length).toBeGreaterThanOrEqual(9)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told[0]).toBe(0)
    expect(told.at(-1)).toBeGreaterThan(0.9)
    expect(told.at(-1)).toBeLessThanOrEqual(1)
  })

  test('is called off in each of its phases', () => {
    const told: number[] = []
    schedule(chain, DEFAULT_SCHEDULE_POLICY, { progress: (done) => told.push(done) })
    for (let times = 0; times < told.length; times++)
      expect(() => schedule(chain, DEFAULT_SCHEDULE_POLICY, { signal: abortedAfter(times) })).toThrow(
        Cancelled,
      )
    const signal = abortedAfter(told.length)
    expect(schedule(chain, DEFAULT_SCHEDULE_POLICY, { signal }).dates.start).toHaveLength(COUNT)
  })

  test('a moved task is called off too, while it goes forward and while it goes back', () => {
    const before = schedule(chain)
    const longer = { durationMinutes: DAY }
    const told: number[] = []
    reschedule(before, 'T0', longer, { progress: (done) => told.push(done) })
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    for (let times = 0; times < told.length; times++)
      expect(() => reschedule(before, 'T0', longer, { signal: abortedAfter(times) })).toThrow(Cancelled)
  })
})
