import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergePatch } from './merge-patch.ts'

describe('X8: an edit on an older version', () => {
  it('merges when the other person changed another field', () => {
    const result = mergePatch({
      base: { owner: '甲' },
      current: { owner: '乙', progress: 0.2 },
      patch: { progress: 0.5 },
    })
    expect(result).toEqual({ merged: { progress: 0.5 } })
  })

  it('asks with all three values when both changed the same field', () => {
    const result = mergePatch({
      base: { progress: 0.2 },
      current: { progress: 0.4 },
      patch: { progress: 0.5, issue: '无' },
    })
    expect(result).toEqual({ conflicts: [{ field: 'progress', base: 0.2, current: 0.4, yours: 0.5 }] })
  })

  it('sees no conflict when both wrote the same value', () => {
    expect(mergePatch({ base: { spent: null }, current: { spent: 900 }, patch: { spent: 900 } })).toEqual({
      merged: {},
    })
  })

  it('sees no conflict when the other person changed the field and changed it back', () => {
    expect(mergePatch({ base: { spent: 5 }, current: { spent: 5 }, patch: { spent: 6 } })).toEqual({
      merged: { spent: 6 },
    })
  })

  it('counts emptying a field as a change: null is a value', () => {
    expect(mergePatch({ base: { remark: 'a' }, current: { remark: null }, patch: { remark: 'b' } })).toEqual({
      conflicts: [{ field: 'remark', base: 'a', current: null, yours: 'b' }],
    })
  })

  it('takes an import’s update back only where nobody wrote since', () => {
    const wrote = { name: 'new', budget: 2 }
    const before = { name: 'old', budget: 1 }
    expect(mergePatch({ base: wrote, patch: before, current: wrote })).toEqual({ merged: before })
    expect(mergePatch({ base: wrote, patch: before, current: { name: 'new', budget: 3 } })).toEqual({
      conflicts: [{ field: 'budget', base: 2, current: 3, yours: 1 }],
    })
  })

  it('never loses a value silently: applying the merge keeps every change of either side', () => {
    const record = fc.record({
      a: fc.integer({ min: 0, max: 2 }),
      b: fc.integer({ min: 0, max: 2 }),
      c: fc.integer({ min: 0, max: 2 }),
    })
    fc.assert(
      fc.property(record, record, record, (base, current, patch) => {
        const result = mergePatch({ base, current, patch })
        for (const field of ['a', 'b', 'c'] as const) {
          const clash = current[field] !== base[field] && patch[field] !== current[field]
          if ('conflicts' in result) {
            expect(result.conflicts.some((c) => c.field === field)).toBe(clash)
          } else {
            expect(clash).toBe(false)
            expect({ ...current, ...result.merged }[field]).toBe(patch[field])
          }
        }
      }),
    )
  })
})
