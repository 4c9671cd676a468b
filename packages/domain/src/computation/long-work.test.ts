import { describe, expect, it } from 'vitest'
import { Cancelled, checkIn } from './long-work.ts'

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
})
