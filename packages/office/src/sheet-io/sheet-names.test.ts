import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quotedSheetName, safeSheetNames } from './sheet-names.ts'

describe('sheet names', () => {
  test.each([
    ['a name that is fine', ['主跟踪表'], ['主跟踪表']],
    ['forbidden characters', ['5/1-6/20 [初稿]?'], ['5-1-6-20 -初稿--']],
    ['32 characters', ['推'.repeat(32)], ['推'.repeat(31)]],
    ['doubles differ in case only', ['Plan', 'plan', 'PLAN'], ['Plan', 'plan (2)', 'PLAN (3)']],
    ['long doubles', ['推'.repeat(31), '推'.repeat(31)], ['推'.repeat(31), `${'推'.repeat(27)} (2)`]],
    ['apostrophes at the ends', ["'618'"], ['618']],
    ['nothing', [''], ['Sheet']],
  ])('%s', (_what, names, safe) => {
    expect(safeSheetNames(names)).toEqual(safe)
  })

  test('are always unique, not empty and at most 31 characters', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 12 }), (names) => {
        const safe = safeSheetNames(names)
        expect(new Set(safe.map((name) => name.toLowerCase())).size).toBe(names.length)
        for (const name of safe)
          expect(name.length > 0 && name.length <= 31 && !/[[\]:*?/\\]/.test(name)).toBe(true)
      }),
    )
  })

  test('are quoted in formulas with doubled apostrophes', () => {
    expect(quotedSheetName("KOL's 计划 (2)")).toBe("'KOL''s 计划 (2)'")
  })
})
