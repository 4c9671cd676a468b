import { describe, expect, it } from 'vitest'
import { Cancelled, checkIn } from './long-work.ts'
import { partOfWork } from './part-of-work.ts'

describe('a part of a long computation', () => {
  it('half of the part from 25 % to 75 % is 50 % of the whole', () => {
    const told: number[] = []
    const part = partOfWork({ progress: (done) => told.push(done) }, 0.25, 0.75)
    checkIn(part, 0)
    checkIn(part, 0.5)
    checkIn(partOfWork(part, 0.5, 1), 1)
    expect(told).toEqual([0.25, 0.5, 0.75])
  })
  it('is called off with the whole', () => {
    const signal = { aborted: false }
    const part = partOfWork({ signal }, 0, 0.5)
    checkIn(part, 0.5)
    signal.aborted = true
    expect(() => checkIn(part, 0.6)).toThrow(Cancelled)
  })
})
