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
    ['(reach + visitors) / clicks', 'not_summable', 10],
    ['clicks / 0', 'zero_division', 10],
    ['clicks / (0)', 'zero_division', 10],
    ['cost / clicks', 'declared_unit', 1],
    ['reach', 'declared_unit', 1],
  ])('"%s" is %s at column %d', (text, code, column) =>
    expect(review(text).issues.map((issue) => [issue.code, issue.column])).toEqual([[code, column]]),
  )

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
