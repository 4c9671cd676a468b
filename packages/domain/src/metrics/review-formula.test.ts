import { describe, expect, test } from 'vitest'
import type { MetricUnit } from './metric-definition.ts'
import { BUILT_IN_METRICS, withDefinitions } from './metric-dictionary.ts'
import { parseFormula } from './parse-formula.ts'
import { reviewFormula } from './review-formula.ts'

function draft(unit: MetricUnit) {
  return {
    key: 'mine',
    version: 1,
    zh: '我的',
    en: 'Mine',
    unit,
    direction: 'higher',
    definitionZh: '',
    definitionEn: '',
  } as const
}
const review = (text: string, unit: MetricUnit = 'share') =>
  reviewFormula(text, draft(unit), BUILT_IN_METRICS)

describe('M2: a formula being written', () => {
  test.each([
    ['', 'empty', 1],
    ['clicks /', 'unfinished', 9],
    ['clicks / (views', 'unclosed', 16],
    ['clicks / impresions', 'unknown_metric', 10],
    ['mine / clicks', 'loop', 1],
    ['(cost + clicks) / cost', 'unit_mismatch', 9],
    ['ctr + cvrClick', 'not_summable', 7],
    ['(likes + comments + revenue) / reads', 'unit_mismatch', 21],
    ['(reach + visitors) / clicks', 'not_summable', 10],
    ['clicks / 0', 'zero_division', 10],
    ['clicks ÷ 0.00', 'zero_division', 10],
    ['clicks ／（0）', 'zero_division', 9],
    ['clicks / -0', 'zero_division', 10],
    ['clicks / −(−0.0)', 'zero_division', 10],
    ['clicks / 0.5 / 0', 'zero_division', 16],
    ['reads + clicks / 0 + likes', 'zero_division', 18],
    ['-(clicks/0)', 'zero_division', 10],
    ['clicks / (2 - 2)', 'zero_division', 1],
    ['clicks % reads', 'unexpected', 8],
    ['clicks / (ctrs + ctr)', 'unknown_metric', 11],
    ['clicks / (0)', 'zero_division', 10],
    ['cost / clicks', 'declared_unit', 1],
    ['reach', 'declared_unit', 1],
  ])('"%s" is %s at column %d', (text, code, column) =>
    expect(review(text).issues.map((issue) => [issue.code, issue.column])).toEqual([[code, column]]),
  )

  test('what stands at the place is named: the word, the metrics of both sides, or nothing', () => {
    const names = (text: string) => review(text).issues.map((issue) => issue.names)
    expect(names('clicks / impresions')).toEqual([['impresions']])
    expect(names('x / y')).toEqual([['x'], ['y']])
    expect(names('clicks reads')).toEqual([['reads']])
    expect(names('clicks /')).toEqual([[]])
    expect(names('(cost + clicks) / cost')).toEqual([['cost', 'clicks']])
    expect(names('clicks / 0')).toEqual([[]])
  })

  test('of two unknown metrics each has its own place, whole words only', () =>
    expect(review('clicksA / clicks / A').issues.map(({ column }) => column)).toEqual([1, 20]))

  test('a formula that can be read is given though it is wrong, one that cannot is null; the kind is null for both', () => {
    expect(review('clicks / 0')).toMatchObject({ formula: { operator: '/' }, kind: null })
    expect(review('ctr + cvrClick')).toMatchObject({ formula: { operator: '+' }, kind: null })
    expect(review('clicks /')).toMatchObject({ formula: null, kind: null })
  })

  test('a sum that holds no ratio but is called a rate is in the wrong unit, and a level can be named again but not calculated with', () => {
    expect(review('likes + comments').issues.map(({ code }) => code)).toEqual(['declared_unit'])
    expect(review('followers', 'count')).toMatchObject({ kind: 'level', issues: [] })
    expect(review('followers × 2', 'count').issues).toEqual([{ code: 'declared_kind', column: 1, names: [] }])
  })

  test('a sign alone divides by nothing', () =>
    expect(review('-clicks', 'count')).toMatchObject({ kind: 'flow', issues: [] }))

  test('divided by a figure that may be zero it is no mistake', () =>
    expect(review('likes / (reads - reads) * 0 / 0.01').issues).toEqual([]))

  test('what divides is a ratio, what only adds counts is a flow', () => {
    expect(review('(likes + comments) / reads')).toMatchObject({ kind: 'ratio', issues: [] })
    expect(review('likes + comments', 'count')).toMatchObject({ kind: 'flow', issues: [] })
  })

  test('a new version that needs a metric that needs it names the way round', () => {
    const other = {
      ...draft('share'),
      key: 'other',
      kind: 'ratio',
      formula: parseFormula('mine * 2').formula,
    } as const
    const own = { ...draft('share'), kind: 'ratio', formula: parseFormula('likes / reads').formula } as const
    const { issues } = reviewFormula(
      'other / 2',
      { ...draft('share'), version: 2 },
      withDefinitions([own, other]),
    )
    expect(issues).toEqual([{ code: 'loop', column: 1, names: ['mine', 'other', 'mine'] }])
  })
})
