import { describe, expect, test } from 'vitest'
import { evaluateKpi } from './evaluate-kpi.ts'
import { shownActual } from './shown-actual.ts'

function shown(kpiText: string, reachedText: string | null, remark: string | null = null) {
  const evaluation = evaluateKpi({
    kpiText,
    reachedText,
    remark,
    today: '2025-07-01',
    start: null,
    end: '2025-06-30',
  })
  return evaluation.targets.map((target) => {
    const { text, units } = shownActual(target, evaluation, reachedText)
    return units === null ? text : `${text ?? ''} of ${units}`
  })
}

describe('what stands beside one target as reached', () => {
  test.each([
    ['点击率≥2%', '点击率2.28%,转化率0.93%', ['2.28%']],
    ['观看人数≥20万,销售额≥50万', '观看25万,销售额45万', ['25万', '45万']],
    ['笔记阅读量≥5万,点赞≥1万', '6万/0.8万', ['6万', '0.8万']],
  ])('%s with %s: the figure of each target', (kpi, reached, texts) => {
    expect(shown(kpi, reached)).toEqual(texts)
  })

  test('a cell with one value stands as it was written', () => {
    expect(shown('到店≥500人', '约520人')).toEqual(['约520人'])
    expect(shown('到店≥500人', null)).toEqual([null])
  })

  test('of a target for every unit the worst one stands, with how many there are (rules 2)', () => {
    expect(shown('每场参与人数≥200', '180/220/210人')).toEqual(['180 of 3'])
    expect(shown('每篇成本≤80元', '75元,82元')).toEqual(['82元 of 2'])
  })

  test('what a remark gives stands there too', () => {
    expect(shown('销售额≥50万', null, '实际销售额45万')).toEqual(['45万'])
  })

  test('what could not be read or told apart stays as written; the values of others are not this target’s', () => {
    expect(shown('观看人数≥20万,销售额≥50万', '直播效果不错')).toEqual(['直播效果不错', '直播效果不错'])
    expect(shown('点击率≥2%', '2.1%,0.9%')).toEqual(['2.1%,0.9%'])
    expect(shown('点击率≥2%,互动率≥5%', '点击率2.28%')).toEqual(['2.28%', null])
    expect(shown('点击率≥2%,互动率≥5%', '点击率2.28%，互动还没出')).toEqual([
      '2.28%',
      '点击率2.28%，互动还没出',
    ])
  })
})
