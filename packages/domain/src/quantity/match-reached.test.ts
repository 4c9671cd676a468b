import { describe, expect, it } from 'vitest'
import { matchReached } from './match-reached.ts'
import { parseReached, parseTargets } from './parse-targets.ts'

function match(
  targets: string,
  reached: string,
): { pairs: (string | null)[]; by: (string | null)[]; leftover: string[] } {
  const { matches, leftover } = matchReached(parseTargets(targets).targets, parseReached(reached).values)
  return {
    pairs: matches.map((entry) => entry.reached?.text ?? null),
    by: matches.map((entry) => entry.by),
    leftover: leftover.map(({ text }) => text),
  }
}

describe('reached values find their targets', () => {
  it('by name, in any order', () => {
    expect(match('观看人数≥20万,销售额≥50万', '销售额45万,观看25万')).toEqual({
      pairs: ['观看25万', '销售额45万'],
      by: ['name', 'name'],
      leftover: [],
    })
  })
  it('one value and one target belong together, whatever the value is called', () => {
    expect(match('观看人数≥20万', '25万').by).toEqual(['only'])
    expect(match('笔记总阅读量≥20万', '合计22万').by).toEqual(['only'])
  })
  it('a rate goes to the only rate', () => {
    expect(match('每场参与人数≥200,留资率≥30%', '28%')).toMatchObject({
      pairs: [null, '28%'],
      by: [null, 'unit'],
    })
  })
  it('as many unnamed values as targets go in order', () => {
    expect(match('观看人数≥20万,销售额≥50万', '25万,45万').by).toEqual(['order', 'order'])
  })
  it('one unnamed value of two possible targets is left over, not guessed', () => {
    expect(match('观看人数≥20万,销售额≥50万', '25万')).toEqual({
      pairs: [null, null],
      by: [null, null],
      leftover: ['25万'],
    })
  })
  it('a named value of an unknown metric is left over', () => {
    expect(match('观看人数≥20万,销售额≥50万', '点赞3万')).toMatchObject({
      pairs: [null, null],
      leftover: ['点赞3万'],
    })
  })
  it('a rate is never compared with a count', () => {
    expect(match('观看人数≥20万', '25%')).toMatchObject({ pairs: [null], leftover: ['25%'] })
  })
  it('the exact name wins over a part of it', () => {
    expect(match('销售额≥50万,新客销售额≥10万', '新客销售额12万,销售额45万').pairs).toEqual([
      '销售额45万',
      '新客销售额12万',
    ])
  })
})
