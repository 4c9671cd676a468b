import { describe, expect, test } from 'vitest'
import { checkFormula } from './check-formula.ts'
import type { MetricDefinition, MetricKind, MetricUnit } from './metric-definition.ts'
import { BUILT_IN_METRICS, withDefinitions } from './metric-dictionary.ts'
import { parseFormula } from './parse-formula.ts'

function own(text: string, unit: MetricUnit, kind: MetricKind, key = 'own'): MetricDefinition {
  return {
    key,
    version: 1,
    zh: key,
    en: key,
    unit,
    kind,
    direction: 'higher',
    definitionZh: text,
    definitionEn: text,
    formula: parseFormula(text).formula,
  }
}
const check = (...parts: Parameters<typeof own>) => checkFormula(own(...parts), BUILT_IN_METRICS)
const DWELL: MetricDefinition = { ...own('', 'seconds', 'flow', 'dwell'), formula: null }
const SCORE: MetricDefinition = { ...own('', 'index', 'level', 'score'), formula: null }
const WIDER = withDefinitions([DWELL, SCORE])

describe('the unit of a formula (M2)', () => {
  test.each([
    ['clicks / impressions', 'share', 'ratio'],
    ['clicks / impressions', 'multiple', 'ratio'],
    ['clicks / impressions', 'count_per_count', 'ratio'],
    ['cost / clicks', 'money_per_count', 'ratio'],
    ['cost * clicks / clicks', 'money', 'ratio'],
    ['cost / revenue', 'multiple', 'ratio'],
    ['likes + comments + shares', 'count', 'flow'],
    ['likes - 1 * comments', 'count', 'flow'],
    ['revenue - refunds', 'money', 'flow'],
    ['cost * 2', 'money', 'flow'],
    ['2 * cost', 'money', 'flow'],
    ['cost / 2', 'money', 'flow'],
    ['-cost', 'money', 'flow'],
    ['1 / ctr', 'share', 'ratio'],
    ['1 - ctr', 'share', 'ratio'],
    ['1 / awareness', 'multiple', 'ratio'],
    ['ctr - 1', 'share', 'ratio'],
    ['ctr * cvrClick', 'share', 'ratio'],
    ['cost / (clicks * ctr)', 'money_per_count', 'ratio'],
    ['searchIndex * 2', 'index', 'level'],
    ['reach', 'count', 'unique'],
    ['awareness * 1', 'share', 'survey'],
    ['2 + 3', 'multiple', 'ratio'],
    ['dwell + dwell', 'seconds', 'flow'],
    ['dwell / dwell', 'share', 'ratio'],
    ['score / searchIndex', 'multiple', 'ratio'],
  ] as const)('%s as %s and %s is sound', (text, unit, kind) =>
    expect(checkFormula(own(text, unit, kind), WIDER)).toEqual([]),
  )

  test.each([
    ['cost / clicks', 'money'],
    ['cost / clicks', 'share'],
    ['clicks / cost', 'money_per_count'],
    ['clicks * impressions', 'count'],
    ['1 / clicks', 'count'],
    ['searchIndex / clicks', 'index'],
    ['dwell / clicks', 'seconds'],
    ['dwell * dwell', 'seconds'],
    ['cost * cost', 'money'],
    ['score * score', 'index'],
    ['ctr', 'seconds'],
    ['ctr', 'index'],
  ] as const)('%s is not in the unit %s', (text, unit) =>
    expect(checkFormula(own(text, unit, 'ratio'), WIDER)).toContainEqual({
      code: 'declared_unit',
      metrics: [],
    }),
  )

  test('wrong in both unit and kind it says both', () =>
    expect(check('cost / clicks', 'money', 'flow')).toEqual([
      { code: 'declared_unit', metrics: [] },
      { code: 'declared_kind', metrics: [] },
    ]))
})

describe('the kind of a formula (M2)', () => {
  test.each([
    ['clicks / impressions', 'share', 'flow'],
    ['likes + comments', 'count', 'ratio'],
    ['cost * 2', 'money', 'ratio'],
    ['2 * cost', 'money', 'ratio'],
    ['ctr - 1', 'share', 'flow'],
    ['1 - ctr', 'share', 'flow'],
    ['2 / clicks * clicks * clicks', 'count', 'flow'],
    ['clicks * clicks / clicks', 'count', 'flow'],
    ['reach', 'count', 'flow'],
    ['followers * 2', 'count', 'flow'],
  ] as const)('%s is no %s of the kind %s', (text, unit, kind) =>
    expect(check(text, unit, kind)).toEqual([{ code: 'declared_kind', metrics: [] }]),
  )

  test.each([
    ['ctr + cvrClick', ['ctr', 'cvrClick']],
    ['reach - visitors', ['reach', 'visitors']],
    ['followers + likes', ['followers', 'likes']],
    ['likes + followers', ['likes', 'followers']],
    ['awareness - favourability', ['awareness', 'favourability']],
    ['1 - ctr + ctr', ['ctr']],
  ])('%s does not add up', (text, metrics) =>
    expect(checkFormula(own(text, 'share', 'ratio'), BUILT_IN_METRICS)[0]).toEqual({
      code: 'not_summable',
      metrics,
    }),
  )
})

describe('what is wrong within a formula (M2)', () => {
  test('each sum that does not go together is told, inner ones before the one around them, and nothing of unit and kind', () =>
    expect(
      check('(cost + clicks) / (ctr + cvrClick) - (likes - revenue)', 'share', 'flow').map(
        ({ code }) => code,
      ),
    ).toEqual(['unit_mismatch', 'not_summable', 'unit_mismatch', 'unit_mismatch']))

  test('a mistake behind a sign is found as well', () =>
    expect(check('-(cost + clicks)', 'money', 'flow')).toEqual([
      { code: 'unit_mismatch', metrics: ['cost', 'clicks'] },
    ]))

  test('every unknown metric is named once, and nothing else', () =>
    expect(check('x / (y + cost) - x', 'share', 'ratio')).toEqual([
      { code: 'unknown_metric', metrics: ['x'] },
      { code: 'unknown_metric', metrics: ['y'] },
    ]))

  test('a metric that is read from facts has no formula to be wrong', () =>
    expect(checkFormula({ ...DWELL, unit: 'money' }, BUILT_IN_METRICS)).toEqual([]))

  test('a definition may name itself for the first time, and is then its own loop', () => {
    expect(check('own / clicks', 'share', 'ratio')).toEqual([{ code: 'loop', metrics: ['own', 'own'] }])
    expect(check('clicks / (own + 1)', 'share', 'ratio')).toEqual([{ code: 'loop', metrics: ['own', 'own'] }])
  })

  test('a loop among others is told from where it begins', () => {
    const known = withDefinitions([
      own('b / clicks', 'share', 'ratio', 'a'),
      own('a * 2', 'share', 'ratio', 'b'),
    ])
    expect(checkFormula(own('clicks / a', 'share', 'ratio'), known)).toEqual([
      { code: 'loop', metrics: ['a', 'b', 'a'] },
    ])
  })

  test('needing one metric on two ways is no loop', () => {
    const known = withDefinitions([
      own('ctr * 2', 'share', 'ratio', 'a'),
      own('ctr * 3', 'share', 'ratio', 'b'),
    ])
    expect(checkFormula(own('a / b', 'share', 'ratio'), known)).toEqual([])
  })

  test('sixty metrics that each need the two before them are checked at once', () => {
    const chain = Array.from({ length: 60 }, (_unused, index) =>
      own(index < 2 ? 'ctr' : `m${index - 1} / m${index - 2}`, 'share', 'ratio', `m${index}`),
    )
    expect(checkFormula(own('m59 / m58', 'share', 'ratio'), withDefinitions(chain))).toEqual([])
  })
})
