import { describe, expect, it } from 'vitest'
import { GrowingFloats, GrowingIndexes } from './growing-array.ts'

/** More than three times as many as there is room for at first. */
const MANY = 3_500

describe.each([
  ['doubles', () => new GrowingFloats(), (index: number) => index / 4 - 100],
  ['whole numbers', () => new GrowingIndexes(), (index: number) => 4_294_967_295 - index],
] as const)('a growing list of %s', (_name, create, numberAt) => {
  it('is empty at first', () => {
    const list = create()
    expect(list.length).toBe(0)
    expect([...list.compact()]).toEqual([])
  })
  it('keeps 3,500 numbers in their order, and after each of them all before it', () => {
    const list = create()
    const all: number[] = []
    for (let index = 0; index < MANY; index++) {
      list.push(numberAt(index))
      all.push(numberAt(index))
      expect(list.length).toBe(index + 1)
      expect(list.values[0]).toBe(numberAt(0))
      expect(list.values[index]).toBe(numberAt(index))
    }
    expect([...list.compact()]).toEqual(all)
    expect([...list.values.subarray(0, MANY)]).toEqual(all)
  })
  it('has memory for 1,024 numbers and then for twice as many: no list of its own for each number', () => {
    const list = create()
    for (let index = 0; index < 1024; index++) list.push(numberAt(index))
    expect(list.values).toHaveLength(1024)
    list.push(7)
    expect(list.values).toHaveLength(2048)
    expect(list.compact()).toHaveLength(1025)
  })
  it('gives a copy that later numbers do not change', () => {
    const list = create()
    list.push(1)
    const before = list.compact()
    list.push(2)
    expect([...before]).toEqual([1])
  })
})
