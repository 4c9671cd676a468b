import { describe, expect, test } from 'vitest'
import { sharedTurns } from './take-turns.ts'

const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('one costly reading shared by many', () => {
  test('what is asked while one runs is computed once more, and shared', async () => {
    let computed = 0
    const inTurn = sharedTurns<number>(() => performance.now())
    const compute = async () => {
      const mine = ++computed
      await soon(20)
      return mine
    }
    const first = inTurn('plan', compute)
    const later = await Promise.all(Array.from({ length: 50 }, () => inTurn('plan', compute)))
    expect(await first).toBe(1)
    expect(new Set(later)).toEqual(new Set([2]))
  })

  test('an answer is always begun after its question', async () => {
    let state = 0
    const inTurn = sharedTurns<number>(() => performance.now())
    const compute = async () => {
      const seen = state
      await soon(10)
      return seen
    }
    const before = inTurn('plan', compute)
    await soon(1)
    state = 1
    const after = inTurn('plan', compute)
    expect([await before, await after]).toEqual([0, 1])
  })

  test('a failure reaches those who share it and nobody after', async () => {
    const inTurn = sharedTurns<number>(() => performance.now())
    await expect(inTurn('plan', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
    await expect(inTurn('plan', () => Promise.resolve(7))).resolves.toBe(7)
  })

  test('plans do not wait for each other', async () => {
    const inTurn = sharedTurns<string>(() => performance.now())
    const slow = inTurn('a', async () => {
      await soon(50)
      return 'a'
    })
    expect(await Promise.race([slow, inTurn('b', () => Promise.resolve('b'))])).toBe('b')
    await slow
  })
})
