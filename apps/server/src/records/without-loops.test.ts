import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutLoops } from './without-loops.ts'

const link = (fromTaskId: string, toTaskId: string) => ({ fromTaskId, toTaskId })

describe('links without loops', () => {
  test('the link that closes a loop is left out, those before it stay', () => {
    expect(withoutLoops([link('a', 'b'), link('b', 'c'), link('c', 'a'), link('a', 'c')])).toEqual([
      link('a', 'b'),
      link('b', 'c'),
      link('a', 'c'),
    ])
  })

  test('a loop through links that stand already is seen', () => {
    expect(withoutLoops([link('b', 'a')], [link('a', 'b')])).toEqual([])
  })

  test('a task does not wait for itself', () => {
    expect(withoutLoops([link('a', 'a'), link('a', 'b')])).toEqual([link('a', 'b')])
  })

  test('10,000 links in a chain written backwards are all kept', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) =>
      link(`t${10_000 - index}`, `t${10_001 - index}`),
    )
    expect(withoutLoops(chain)).toHaveLength(10_000)
  })

  test('property: what is kept has no loop, and what is left out would close one', () => {
    const tasks = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    fc.assert(
      fc.property(fc.array(fc.tuple(tasks, tasks)), (pairs) => {
        const wanted = pairs.map(([from, to]) => link(from, to))
        const kept = withoutLoops(wanted)
        expect(withoutLoops(kept)).toEqual(kept)
        for (const each of wanted)
          if (!kept.includes(each)) expect(withoutLoops([...kept, each])).not.toContain(each)
      }),
    )
  })
})
