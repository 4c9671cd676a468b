import { describe, expect, test } from 'vitest'
import { takeTurns } from './take-turns.ts'

describe('taking turns', () => {
  test('no more than two run at once, in the order they came, also after one failed', async () => {
    const inTurn = takeTurns(2)
    const order: number[] = []
    let running = 0
    let most = 0
    const jobs = [0, 1, 2, 3, 4].map((job) =>
      inTurn(async () => {
        order.push(job)
        most = Math.max(most, ++running)
        await new Promise((resolve) => setTimeout(resolve, 5))
        running -= 1
        if (job === 1) throw new Error('broken')
      }),
    )
    const results = await Promise.allSettled(jobs)
    expect([order, most]).toEqual([[0, 1, 2, 3, 4], 2])
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ])
  })

  test('who gives up while waiting leaves the queue and takes no place', async () => {
    const inTurn = takeTurns(1)
    const { promise: gate, resolve: open } = Promise.withResolvers<void>()
    const first = inTurn(() => gate)
    const leaving = new AbortController()
    const second = inTurn(() => Promise.reject(new Error('must not run')), leaving.signal)
    const third = inTurn(() => Promise.resolve('third'))
    leaving.abort(new Error('gone'))
    await expect(second).rejects.toThrow('gone')
    open()
    await first
    expect(await third).toBe('third')
    expect(await inTurn(() => Promise.resolve('free again'))).toBe('free again')
  })
})
