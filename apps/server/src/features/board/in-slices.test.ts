import { expect, test } from 'vitest'
import { inSlices } from './in-slices.ts'

function* lists(count: number, each: (at: number) => void): Generator<number[]> {
  for (let at = 0; at < count; at++) {
    each(at)
    yield at % 3 === 0 ? [] : [at, at]
  }
}

const busy = (milliseconds: number) => {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

test('lists are joined in their order, empty ones leave nothing', async () => {
  expect(await inSlices(lists(6, () => {}))).toEqual([1, 1, 2, 2, 4, 4, 5, 5])
})

test('others are answered before the first list and many times until the last', async () => {
  let answered = 0
  let isDone = false
  const answer = () => {
    if (isDone) return
    answered += 1
    setImmediate(answer)
  }
  setImmediate(answer)
  const seen: number[] = []
  await inSlices(
    lists(40, (at) => {
      seen[at] = answered
      busy(5)
    }),
  )
  isDone = true
  expect(seen[0]).toBeGreaterThan(0)
  expect(new Set(seen).size).toBeGreaterThan(3)
})

test('a list that cannot be computed fails the whole', async () => {
  const failing = lists(3, (at) => {
    if (at === 2) throw new Error('unreadable')
  })
  await expect(inSlices(failing)).rejects.toThrow('unreadable')
})
