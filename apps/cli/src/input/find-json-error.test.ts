import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findJsonError } from './find-json-error.ts'
import { locateJson } from './locate-json.ts'

test.each([
  ['{"a": 1,, }', 8],
  ['{"a" 1}', 5],
  ['[1, 2', 5],
  ['[1] x', 4],
  ['{"a": 01}', 7],
  ["{'a': 1}", 1],
  ['[1}', 2],
  ['', 0],
])('%s stops being JSON at %i', (text, offset) => {
  expect(findJsonError(text)).toBe(offset)
})

test('what JSON.parse accepts has no error, what it refuses has one', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(findJsonError(text)).toBe(null)
    }),
  )
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom(',', '}', '"', '1', ' ', ':', ']'),
      (text, place, sign) => {
        const at = place % (text.length + 1)
        const changed = text.slice(0, at) + sign + text.slice(at)
        let isJson = true
        try {
          JSON.parse(changed)
        } catch {
          isJson = false
        }
        expect(findJsonError(changed) === null).toBe(isJson)
      },
    ),
    { numRuns: 300 },
  )
})

test('the value at a path is found by line and column', () => {
  const text = '{\n "x": "a, \\" ]", "tasks": [ {"id": 1},\n  {"id": [2, 3]} ]}'
  expect(locateJson(text, ['tasks', 1, 'id', 1])).toEqual({ line: 3, column: 14 })
  expect(locateJson(text, ['tasks', 1, 'nothing'])).toEqual({ line: 3, column: 3 })
})
