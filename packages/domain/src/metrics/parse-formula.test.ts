import { describe, expect, test } from 'vitest'
import type { Formula } from './formula.ts'
import { metricsOf } from './formula.ts'
import { evaluateFormula } from './evaluate-formula.ts'
import { parseFormula } from './parse-formula.ts'

const metric = (key: string): Formula => ({ type: 'metric', key })
const number = (value: number): Formula => ({ type: 'number', value })
const formulaOf = (text: string) => parseFormula(text).formula

describe('M2: what a formula says', () => {
  test.each([
    ['12', number(12)],
    ['0.05', number(0.05)],
    ['100.25', number(100.25)],
    ['newUsers', metric('newUsers')],
    ['views_3s', metric('views_3s')],
    ['_x', metric('_x')],
    ['点击', metric('点击')],
    ['指标2', metric('指标2')],
    ['-7', { type: 'negative', of: number(7) }],
  ])('%s', (text, expected) => expect(parseFormula(text)).toEqual({ formula: expected, mistake: null }))

  test.each([
    ['+', ['+', '＋']],
    ['-', ['-', '−', '－']],
    ['*', ['*', '×']],
    ['/', ['/', '÷', '／']],
  ] as const)('the operator %s is written as any of %j', (operator, signs) => {
    for (const sign of signs)
      for (const text of [`a${sign}b`, ` a ${sign} b `])
        expect(formulaOf(text)).toEqual({
          type: 'operation',
          operator,
          left: metric('a'),
          right: metric('b'),
        })
  })

  test('brackets of both widths hold together what stands in them', () => {
    const expected = formulaOf('a*(b+c)')
    expect(expected).toMatchObject({ operator: '*', right: { operator: '+' } })
    for (const text of ['a*（b+c）', 'a*(b+c）', '(a)*((b+c))']) expect(formulaOf(text)).toEqual(expected)
  })

  test('a sign binds to what follows it alone: −a × b is (−a) × b, and a − −b is a sum', () => {
    expect(formulaOf('-a*b')).toMatchObject({ operator: '*', left: { type: 'negative' } })
    expect(formulaOf('a--b')).toMatchObject({ operator: '-', right: { type: 'negative', of: metric('b') } })
  })

  test('its metrics are named each once, in the order in which they stand', () => {
    const { formula } = parseFormula('c / (a + -b) - a * 2 + c')
    expect(formula === null ? [] : metricsOf(formula)).toEqual(['c', 'a', 'b'])
    expect(metricsOf(number(1))).toEqual([])
  })
})

describe('M2: what is no formula, and where', () => {
  test.each([
    ['', 'empty', 1, ''],
    ['  ', 'empty', 3, ''],
    ['a +', 'unfinished', 4, ''],
    ['a * ', 'unfinished', 5, ''],
    ['-', 'unfinished', 2, ''],
    ['(', 'unfinished', 2, ''],
    ['(a', 'unclosed', 3, ''],
    ['(a b)', 'unexpected', 4, 'b'],
    ['a b', 'unexpected', 3, 'b'],
    ['a 2', 'unexpected', 3, '2'],
    ['2a', 'unexpected', 2, 'a'],
    ['1.', 'unexpected', 2, '.'],
    ['.5', 'unexpected', 1, '.'],
    ['1.2.3', 'unexpected', 4, '.'],
    ['a / * b', 'unexpected', 5, '*'],
    ['+ a', 'unexpected', 1, '+'],
    [')', 'unexpected', 1, ')'],
    ['()', 'unexpected', 2, ')'],
    ['a ^ 2', 'unexpected', 3, '^'],
    ['点击 ％ 曝光', 'unexpected', 4, '％'],
  ])('"%s" is %s at column %d', (text, code, column, found) =>
    expect(parseFormula(text)).toEqual({ formula: null, mistake: { code, column, found } }),
  )

  test('99 brackets or signs in each other are read, the hundred and first thing is too deep', () => {
    expect(formulaOf(`${'('.repeat(99)}a${')'.repeat(99)}`)).toEqual(metric('a'))
    expect(parseFormula(`${'-'.repeat(100)}a`).mistake).toEqual({ code: 'too_deep', column: 101, found: 'a' })
    expect(parseFormula(`${'('.repeat(100)}a${')'.repeat(100)}`).mistake).toMatchObject({ column: 101 })
  })

  test('brackets beside each other are not deep', () =>
    expect(formulaOf(Array.from({ length: 150 }, () => '(a)').join('+'))).not.toBeNull())
})

describe('M2: the value of a formula', () => {
  const FIGURES: Readonly<Record<string, number>> = { a: 6, b: 4, zero: 0 }
  const value = (text: string) => {
    const formula = formulaOf(text)
    return formula === null ? 'no formula' : evaluateFormula(formula, (key) => FIGURES[key] ?? null)
  }
  test.each([
    ['a + b', 10],
    ['a - b', 2],
    ['a * b', 24],
    ['a / b', 1.5],
    ['-a', -6],
    ['a / -b', -1.5],
    ['zero / a', 0],
    ['a * zero', 0],
    ['a - zero', 6],
  ])('%s is %d', (text, expected) => expect(value(text)).toBe(expected))

  test.each([
    'none',
    '-none',
    'none + a',
    'a + none',
    'none / a',
    'a / none',
    'a / zero',
    'zero / zero',
    '1 + a / zero',
  ])('%s has none', (text) => expect(value(text)).toBeNull())
})
