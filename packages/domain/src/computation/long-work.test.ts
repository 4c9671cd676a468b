import { describe, expect, it } from 'vitest'
import { Cancelled, checkIn, partOfWork } from './long-work.ts'

describe('long work', () => {
  it('tells how much is done', () => {
    const told: number[] = []
    checkIn({ progress: (done) => told.push(done) }, 0.25)
    checkIn({}, 0.5)
    expect(told).toEqual([0.25])
  })
  it('ends with Cancelled once its signal is aborted, and tells no more', () => {
    const told: number[] = []
    expect(() => checkIn({ signal: { aborted: true }, progress: (done) => told.push(done) }, 0.25)).toThrow(
      Cancelled,
    )
    expect(told).toEqual([])
  })
  it('counts a part of it from 0 to 1 for itself, and stops with the whole', () => {
    const told: number[] = []
    const part = partOfWork({ progress: (done) => told.push(done) }, 0.5, 0.75)
    for (const done of [0, 0.5, 1]) checkIn(part, done)
    expect(told).toEqual([0.5, 0.625, 0.75])
    expect(() => checkIn(partOfWork({ signal: { aborted: true } }, 0, 1), 0)).toThrow(Cancelled)
  })
})
