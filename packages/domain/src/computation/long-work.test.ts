import { describe, expect, it } from 'vitest'
import { Cancelled, checkIn, partOfWork } from './long-work.ts'

describe('long work', () => {
  it('tells how much is done', () => {
    const told: number[] = []
    checkIn({ progress: (done) => told.push(done) }, 0.25)
    checkIn({ signal: { aborted: false }, progress: (done) => told.push(done) }, 0.5)
    checkIn({}, 0.75)
    expect(told).toEqual([0.25, 0.5])
  })
  it('ends with Cancelled once its signal is aborted, and tells no more', () => {
    const told: number[] = []
    const work = { signal: { aborted: true }, progress: (done: number) => told.push(done) }
    const called = new Cancelled()
    expect(called).toMatchObject({ name: 'Cancelled', message: 'the computation was cancelled' })
    expect(() => checkIn(work, 0.25)).toThrow(called)
    expect(told).toEqual([])
  })
})

describe('a part of a long computation', () => {
  it('half of the part from 25 % to 75 % is 50 % of the whole, and a part of a part lies within it', () => {
    const told: number[] = []
    const part = partOfWork({ progress: (done) => told.push(done) }, 0.25, 0.75)
    for (const done of [0, 0.5, 1]) checkIn(part, done)
    checkIn(partOfWork(part, 0.5, 1), 0.5)
    expect(told).toEqual([0.25, 0.5, 0.75, 0.625])
  })
  it('of a computation that nobody listens to speaks to nobody', () => {
    expect(partOfWork({}, 0, 0.5)).toEqual({ signal: undefined, progress: undefined })
  })
  it('is called off with the whole, while it runs', () => {
    const signal = { aborted: false }
    const part = partOfWork({ signal }, 0, 0.5)
    checkIn(part, 0.5)
    signal.aborted = true
    expect(() => checkIn(part, 0.6)).toThrow(Cancelled)
  })
})
