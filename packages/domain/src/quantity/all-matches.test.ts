import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allMatches } from './all-matches.ts'

const seen = (matches: Iterable<RegExpExecArray>) => [...matches].map((match) => [match.index, ...match])

test('what it finds is what matchAll finds, also where it looked before', () => {
  const pattern = /(?<digits>\d+)(,?)|[甲乙]/giu
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('1', '2', ',', '甲', 'a', '𠀀') }), (text) => {
      pattern.lastIndex = 3
      expect(seen(allMatches(pattern, text))).toEqual(seen(text.matchAll(/(?<digits>\d+)(,?)|[甲乙]/giu)))
    }),
  )
})

test('a sticky pattern stops where it fails, as with matchAll', () => {
  expect(allMatches(/a/gy, 'aaba').map(({ index }) => index)).toEqual([0, 1])
})
