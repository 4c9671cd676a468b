import { describe, expect, test } from 'vitest'
import { BUILT_IN_METRICS } from './metric-dictionary.ts'
import { freeOwnMetric, isOwnMetric, namedOwnMetrics, OWN_COUNTS, OWN_LEVELS } from './own-metric.ts'
import { parseFormula } from './parse-formula.ts'
import { reviewFormula } from './review-formula.ts'

const defined = (zh: string, text: string) => ({ zh, en: zh, formula: parseFormula(text).formula })

describe('M1, M2: metrics that a workspace counts itself', () => {
  test('six counts that add up and two levels are there to be named', () => {
    expect(OWN_COUNTS.map((key) => BUILT_IN_METRICS.get(key)?.kind)).toEqual(Array(6).fill('flow'))
    expect(OWN_LEVELS.map((key) => BUILT_IN_METRICS.get(key)?.kind)).toEqual(['level', 'level'])
    expect(isOwnMetric('ownCount6')).toBe(true)
    expect(isOwnMetric('clicks')).toBe(false)
  })

  test('a definition takes one by having nothing but its key as formula; the first names it', () => {
    const named = namedOwnMetrics([
      defined('试饮人次', 'ownCount1'),
      defined('试饮', 'ownCount1'),
      defined('人均试饮', 'ownCount2 / storeVisits'),
      defined('评分', 'ownLevel1'),
      defined('点击数', 'clicks'),
    ])
    expect([...named].map(([key, { zh }]) => [key, zh])).toEqual([
      ['ownCount1', '试饮人次'],
      ['ownLevel1', '评分'],
    ])
  })

  test('the next definition gets the first that has no name, and none when all six have one', () => {
    const first = [defined('试饮人次', 'ownCount1')]
    expect(freeOwnMetric(OWN_COUNTS, first)).toBe('ownCount2')
    expect(freeOwnMetric(OWN_LEVELS, first)).toBe('ownLevel1')
    expect(
      freeOwnMetric(
        OWN_COUNTS,
        OWN_COUNTS.map((key) => defined(key, key)),
      ),
    ).toBeNull()
  })

  test('a formula that is one metric is of its kind: a level stays a level, visitors stay people', () => {
    const kindOf = (text: string, unit: 'count' | 'index') =>
      reviewFormula(
        text,
        {
          key: 'mine',
          version: 1,
          zh: '',
          en: '',
          unit,
          direction: 'higher',
          definitionZh: '',
          definitionEn: '',
        },
        BUILT_IN_METRICS,
      ).kind
    expect(kindOf('ownCount1', 'count')).toBe('flow')
    expect(kindOf('ownLevel1', 'index')).toBe('level')
    expect(kindOf('visitors', 'count')).toBe('unique')
    expect(kindOf('ownLevel1', 'count')).toBeNull()
  })
})
