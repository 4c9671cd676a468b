import { describe, expect, test } from 'vitest'
import { checkFormula } from './check-formula.ts'
import { evaluateFormula } from './evaluate-formula.ts'
import type { MetricDefinition } from './metric-definition.ts'
import { BUILT_IN_METRICS, withDefinitions } from './metric-dictionary.ts'
import { parseFormula } from './parse-formula.ts'

const FIGURES: Readonly<Record<string, number>> = { a: 7, b: 2, c: 3, zero: 0 }

function value(text: string): number | null {
  const { formula } = parseFormula(text)
  return formula === null ? Number.NaN : evaluateFormula(formula, (key) => FIGURES[key] ?? null)
}

function own(key: string, text: string, rest: Partial<MetricDefinition> = {}): MetricDefinition {
  return {
    key,
    version: 1,
    zh: key,
    en: key,
    unit: 'share',
    kind: 'ratio',
    direction: 'higher',
    definitionZh: text,
    definitionEn: text,
    formula: parseFormula(text).formula,
    ...rest,
  }
}

describe('formulas over metrics (M2)', () => {
  test.each([
    ['a + b * c', 13],
    ['(a + b) × c', 27],
    ['a − b − c', 2],
    ['a ÷ b ÷ 2', 1.75],
    ['-a + b', -5],
    ['--a', 7],
    ['（a＋b）／c', 3],
    ['0.5 * a', 3.5],
  ])('%s is %d', (text, expected) => expect(value(text)).toBe(expected))

  test.each(['a / zero', 'a / (b - 2)', 'missing + 1'])(
    '%s has no value: over zero or without a figure it is neither 0 nor infinite',
    (text) => expect(value(text)).toBeNull(),
  )

  test.each([
    ['', 'empty', 1],
    ['a +', 'unfinished', 4],
    ['(a + b', 'unclosed', 7],
    ['a b', 'unexpected', 3],
    ['a % b', 'unexpected', 3],
    ['* a', 'unexpected', 1],
    ['(a))', 'unexpected', 4],
    ['('.repeat(500), 'too_deep', 101],
  ] as const)('%j is refused as %s at column %d', (text, code, column) =>
    expect(parseFormula(text).mistake).toMatchObject({ code, column }),
  )
})

describe('checked formulas (M2)', () => {
  test('every built-in metric is sound', () => {
    for (const metric of BUILT_IN_METRICS.values())
      expect([metric.key, checkFormula(metric, BUILT_IN_METRICS)]).toEqual([metric.key, []])
  })

  test.each([
    ['clicks / nothing', {}, 'unknown_metric', ['nothing']],
    ['cost + clicks', { unit: 'money', kind: 'flow' }, 'unit_mismatch', ['cost', 'clicks']],
    ['cost + 100', { unit: 'money', kind: 'flow' }, 'unit_mismatch', ['cost']],
    ['ctr + cvrClick', {}, 'not_summable', ['ctr', 'cvrClick']],
    ['reach + visitors', { unit: 'count', kind: 'unique' }, 'not_summable', ['reach', 'visitors']],
    ['followers + likes', { unit: 'count', kind: 'flow' }, 'not_summable', ['followers', 'likes']],
    ['cost / clicks', {}, 'declared_unit', []],
    ['clicks / impressions', { kind: 'flow' }, 'declared_kind', []],
  ] as const)('%s is %s', (text, rest, code, metrics) =>
    expect(checkFormula(own('own', text, rest), BUILT_IN_METRICS)).toContainEqual({ code, metrics }),
  )

  test('ROAS − 1 is sound, likes + comments is a flow, cost per order or lead is money per thing', () => {
    expect(checkFormula(own('own', 'roas − 1', { unit: 'multiple' }), BUILT_IN_METRICS)).toEqual([])
    expect(
      checkFormula(own('own', 'likes + comments', { unit: 'count', kind: 'flow' }), BUILT_IN_METRICS),
    ).toEqual([])
    expect(
      checkFormula(own('own', 'cost / (orders + leads)', { unit: 'money_per_count' }), BUILT_IN_METRICS),
    ).toEqual([])
  })

  test('a metric that needs itself through another is a loop, with the way round', () => {
    const known = withDefinitions([own('one', 'two / clicks'), own('two', 'one * 2')])
    expect(checkFormula(own('one', 'two / clicks'), known)).toEqual([
      { code: 'loop', metrics: ['one', 'two', 'one'] },
    ])
  })

  test('the highest version counts, and an old report keeps the one it used', () => {
    const second = own('ctr', 'clicks / reads', { version: 2 })
    expect(withDefinitions([second]).get('ctr')?.version).toBe(2)
    expect(withDefinitions([second], { ctr: 1 }).get('ctr')).toBe(BUILT_IN_METRICS.get('ctr'))
  })
})
