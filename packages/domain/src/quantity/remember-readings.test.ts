import { describe, expect, test } from 'vitest'
import { rememberReadings } from './remember-readings.ts'

describe('remembered readings', () => {
  const counted = (most: number, longest = 10) => {
    const read: string[] = []
    return { read, ask: rememberReadings((text) => (read.push(text), { text }), most, longest) }
  }

  test('a text is read once, and the answer is the same', () => {
    const { read, ask } = counted(2)
    expect(ask('a')).toBe(ask('a'))
    expect(read).toEqual(['a'])
  })

  test('what is not asked for lately goes, what is asked for stays', () => {
    const { read, ask } = counted(2)
    for (const text of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) ask(text)
    expect(read).toEqual(['a', 'b', 'c', 'd', 'b'])
  })

  test('a text longer than the limit is not kept', () => {
    const { read, ask } = counted(2, 3)
    ask('long text')
    ask('long text')
    expect(read).toHaveLength(2)
  })
})
