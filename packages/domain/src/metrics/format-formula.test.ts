import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Formula } from './formula.ts'
import { formatFormula } from './format-formula.ts'
import { parseFormula } from './parse-formula.ts'

/** Every tree that a text can say: numbers are not negative, which is a sign before a number. */
const { formula: anyFormula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small' },
    fc.nat({ max: 99 }).map((value): Formula => ({ type: 'number', value: value / 4 })),
    fc.constantFrom('clicks', 'cost', '曝光', 'a_1').map((key): Formula => ({ type: 'metric', key })),
    tie('formula').map((of): Formula => ({ type: 'negative', of })),
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/'), tie('formula'), tie('formula'))
      .map(([operator, left, right]): Formula => ({ type: 'operation', operator, left, right })),
  ),
}))

function written(text: string, nameOf?: (key: string) => string): string | null {
  const { formula } = parseFormula(text)
  return formula === null ? null : formatFormula(formula, nameOf)
}

describe('M2: formulas in words', () => {
  test.each([
    'clicks ÷ impressions',
    '(incrementalRevenue − cost) ÷ cost',
    'a − (b − c)',
    'a + (b + c)',
    'a ÷ (b × c)',
    'a × (b + c) ÷ 2',
    'a + b × c − d',
    '−(a + b)',
    '−(a × b)',
    '−(−a)',
    '−a × b',
    'a × (−b)',
    'a ÷ 0.25',
  ])('%s is read back as the same formula with no other brackets', (text) => expect(written(text)).toBe(text))

  test.each([
    ['(a + b) + c', 'a + b + c'],
    ['a * (b)', 'a × b'],
    ['((a / b)) - 1.50', 'a ÷ b − 1.5'],
    ['(a * b) + (c / d)', 'a × b + c ÷ d'],
  ])('%s needs no brackets: %s', (text, expected) => expect(written(text)).toBe(expected))

  test.each([
    [1e-7, '0.0000001'],
    [1.25e-9, '0.00000000125'],
    [1e21, '1000000000000000000000'],
    [1.5e22, '15000000000000000000000'],
    [123_456.75, '123456.75'],
  ])('%d is written without an exponent: %s', (value, text) => {
    expect(formatFormula({ type: 'number', value })).toBe(text)
    expect(parseFormula(text).formula).toEqual({ type: 'number', value })
  })

  test('metrics are called as one says', () =>
    expect(written('clicks / (reads + 1)', (key) => ({ clicks: '点击', reads: '阅读' })[key] ?? key)).toBe(
      '点击 ÷ (阅读 + 1)',
    ))

  test('any formula is read back as the same tree', () => {
    fc.assert(
      fc.property(anyFormula, (formula) => {
        expect(parseFormula(formatFormula(formula))).toEqual({ formula, mistake: null })
      }),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 300 },
    )
  })
})
