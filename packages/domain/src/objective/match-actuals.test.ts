import { describe, expect, test } from 'vitest'
import { parseTargets } from '../quantity/parse-targets.ts'
import { matchActuals } from './match-actuals.ts'

/** What each target of the cell gets: its values, else the problem, else "open". */
function laid(kpi: string, reached: string | null, remark: string | null = null) {
  const { targets } = parseTargets(kpi)
  return matchActuals(targets, reached, remark).map(({ values, source, problem }) =>
    problem === null ? (source === null ? 'open' : values.map(({ value }) => value)) : problem,
  )
}
const sources = (kpi: string, reached: string | null, remark: string | null = null) =>
  matchActuals(parseTargets(kpi).targets, reached, remark).map(({ source }) => source)

describe('values by the name of their metric (worked example 21)', () => {
  test.each([
    ['the order of the values does not matter', '销售额45万,观看25万', [[250_000], [450_000]]],
    [
      '实际, 总, 累计 and the like belong to no name',
      '实际总销售额45万,累计观看人数25万',
      [[250_000], [450_000]],
    ],
    ['brackets and spaces neither', '（观看）人数 25万,销售额（总）45万', [[250_000], [450_000]]],
    ['what is left over goes to the target left over', '观看25万,45万', [[250_000], [450_000]]],
    ['a named value alone leaves the other open', '销售额45万', ['open', [450_000]]],
    [
      'several values of one name are all taken',
      '观看10万,观看15万,销售额45万',
      [[100_000, 150_000], [450_000]],
    ],
  ])('%s', (_rule, reached, expected) => expect(laid('观看人数≥20万,销售额≥50万', reached)).toEqual(expected))

  test('in English without regard to case: "Total revenue" is the revenue', () =>
    expect(laid('Revenue ≥ 500, Viewers ≥ 200', 'viewers 250, Total revenue 450')).toEqual([[450], [250]]))

  test.each(['current', 'final', 'actual', 'total'])('"%s revenue" is the revenue', (word) =>
    expect(laid('Revenue ≥ 500, Viewers ≥ 200', `${word} revenue 450`)).toEqual([[450], 'open']),
  )

  test.each(['实际', '当前', '目前', '累计', '总计', '合计', '最终', '已达', '达成', '总'])(
    '%s销售额 is the 销售额',
    (word) => expect(laid('观看人数≥20万,销售额≥50万', `${word}销售额45万`)).toEqual(['open', [450_000]]),
  )

  test('a value that fits several names belongs to the closest', () => {
    const three = '销售额≥50万,新客销售额≥10万,老客销售额≥30万'
    expect(laid(three, '新客销售额12万,销售额40万,老客销售额28万')).toEqual([[400_000], [120_000], [280_000]])
    expect(laid('新客销售额≥10万,销售额≥50万', '销售额40万')).toEqual(['open', [400_000]])
  })

  test('a name of one character says nothing: the value is left over', () =>
    expect(laid('赞≥5,销售额≥50', '赞7,销售额45')).toEqual([[7], [45]]))

  test('a name within a name is the same metric in either direction', () => {
    expect(laid('观看人数≥20万,销售额≥50万', '直播间观看人数25万')).toEqual([[250_000], 'open'])
    expect(laid('直播间观看人数≥20万,销售额≥50万', '观看人数25万')).toEqual([[250_000], 'open'])
  })
})

describe('what the remark says', () => {
  const LIVE = '观看人数≥20万,销售额≥50万'

  test('fills what the cell leaves open, and says where it is from', () => {
    expect(laid(LIVE, '观看25万', '实际销售额45万')).toEqual([[250_000], [450_000]])
    expect(sources(LIVE, '观看25万', '实际销售额45万')).toEqual(['reached', 'remark'])
    expect(laid(LIVE, null, '实际销售额45万,观看25万')).toEqual([[250_000], [450_000]])
  })

  test('never replaces what the cell says', () =>
    expect(laid(LIVE, '销售额40万,观看25万', '实际销售额45万')).toEqual([[250_000], [400_000]]))

  test.each(['目标', '计划', '预期', 'Target ', 'goal ', 'plan '])(
    'is no result where it says what was aimed at: %s销售额50万',
    (word) => expect(laid(LIVE, '观看25万', `${word}销售额50万`)).toEqual([[250_000], 'open']),
  )

  test('an aim within a name is no word of aiming: 达标目标数 is a metric', () =>
    expect(laid('达标目标数≥5,观看人数≥20万', null, '达标目标数7')).toEqual([[7], 'open']))

  test('a number without a name is none of a target', () =>
    expect(laid(LIVE, null, '45万')).toEqual(['open', 'open']))
})

describe('values without a name', () => {
  test('one for one, whatever name it has that nobody knows', () => {
    expect(laid('销售额≥50万', '45万')).toEqual([[450_000]])
    expect(laid('销售额≥50万', '场次45万')).toEqual([[450_000]])
  })

  test('none for a cell of nothing', () => {
    expect(laid('销售额≥50万', null)).toEqual(['open'])
    expect(laid('销售额≥50万', '')).toEqual(['open'])
    expect(laid('', '45万')).toEqual([])
  })

  test('as many as targets go in order, but not when one of them has another name', () => {
    expect(laid('阅读≥5万,点赞≥1万', '6万,0.9万')).toEqual([[60_000], [9_000]])
    expect(laid('阅读≥5万,点赞≥1万', '6万,收藏0.9万')).toEqual(['ambiguous_actual', 'ambiguous_actual'])
  })

  test('two for one, or one for two of the same kind, is ambiguous', () => {
    expect(laid('销售额≥50万', '45万,46万')).toEqual(['ambiguous_actual'])
    expect(laid('阅读≥5万,点赞≥1万', '6万')).toEqual(['ambiguous_actual', 'ambiguous_actual'])
    expect(laid('阅读≥5万,点赞≥1万', '6万,7万,8万')).toEqual(['ambiguous_actual', 'ambiguous_actual'])
  })

  test('one percentage among counts goes to the only rate, one count to the only count', () => {
    expect(laid('曝光≥500万,互动率≥5%', '5.2%')).toEqual(['open', [0.052]])
    expect(laid('曝光≥500万,互动率≥5%', '480万')).toEqual([[4_800_000], 'open'])
    expect(laid('点击率≥2%,互动率≥5%', '5.2%')).toEqual(['ambiguous_actual', 'ambiguous_actual'])
    expect(laid('曝光≥500万,阅读≥5万,互动率≥5%', '5.2%,5.4%')).toEqual([
      'ambiguous_actual',
      'ambiguous_actual',
      'ambiguous_actual',
    ])
  })

  test('two of which one fits nothing are not dealt to the one target that the other fits', () =>
    expect(laid('曝光≥500万,阅读≥5万,互动率≥5%', '5.2%,480万')).toEqual([
      'ambiguous_actual',
      'ambiguous_actual',
      'ambiguous_actual',
    ]))

  test('of several values of one name one in the wrong unit is enough to refuse them', () =>
    expect(laid('互动率≥5%,曝光≥500万', '互动率5.2%,互动率7')).toEqual(['unit_mismatch', 'open']))

  test('a percentage for a count, and yuan for dollars, is a mismatch and never compared', () => {
    expect(laid('曝光≥500万', '5%')).toEqual(['unit_mismatch'])
    expect(laid('销售额≥500 USD', '480元')).toEqual(['unit_mismatch'])
    expect(laid('曝光≥500万,互动率≥5%', '互动率5')).toEqual(['open', 'unit_mismatch'])
    expect(sources('曝光≥500万', '5%')).toEqual(['reached'])
  })
})

describe('a target for every unit', () => {
  const EACH = '每场参与人数≥200'

  test.each([
    ['第1场180,第2场220,第3场260', [180, 220, 260]],
    ['第一场180,第二场220', [180, 220]],
    ['第十一期180,2期220', [180, 220]],
    ['Session 1 180, session 2 220', [180, 220]],
    ['Event #1 180, event #2 220', [180, 220]],
    ['180/220/210人', [180, 220, 210]],
    ['180／220', [180, 220]],
    ['180、220', [180, 220]],
    ['220', [220]],
  ])('%s are values of units', (reached, values) => expect(laid(EACH, reached)).toEqual([values]))

  test.each([
    ['累计1000人', 'total_for_unit'],
    ['合计1000人', 'total_for_unit'],
    ['总计1000人', 'total_for_unit'],
    ['共1000人', 'total_for_unit'],
    ['总参与人数1000人', 'total_for_unit'],
    ['1000 people in total', 'total_for_unit'],
    ['Total 1000', 'total_for_unit'],
    ['场均230人', 'mean_for_unit'],
  ])('%s is refused as %s', (reached, problem) => expect(laid(EACH, reached)).toEqual([problem]))

  test('a total among several values is one of them: only one value alone is asked', () =>
    expect(laid(EACH, '180,累计220')).toEqual([[180, 220]]))

  test('a target for the whole takes a total and a mean as they are', () => {
    expect(laid('参与人数≥200', '累计1000人')).toEqual([[1000]])
    expect(laid('参与人数≥200', '场均230人')).toEqual([[230]])
  })

  test.each(['第1场', '第二篇', '3店', '第12期', '第十一周'])(
    '%s is the label of a unit and no name, although the name of a metric begins with it',
    (label) => {
      const two = `${label}销售额≥5,阅读≥5`
      expect(laid(two, `${label}：180`)).toEqual(['ambiguous_actual', 'ambiguous_actual'])
    },
  )

  test.each(['第1场销', '销售第1场', '1场销售'])(
    '%s is more than a label: it names the metric that begins with it',
    (name) => expect(laid(`${name}额外≥5,阅读≥5`, `${name}：180`)).toEqual([[180], 'open']),
  )
})

describe('a list with slashes', () => {
  test('is as many bare values', () => expect(laid('阅读≥5,点赞≥1,收藏≥1', '6/2/3')).toEqual([[6], [2], [3]]))

  test('is none when one of its pieces is no number: two values for three targets are dealt to none', () =>
    expect(laid('阅读≥5,点赞≥1,收藏≥1', '6/好/3')).toEqual([
      'ambiguous_actual',
      'ambiguous_actual',
      'ambiguous_actual',
    ]))
})
