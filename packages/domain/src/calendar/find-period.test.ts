import { describe, expect, it } from 'vitest'
import { findPeriod } from './find-period.ts'

describe('the period that a title states', () => {
  it.each([
    ['新品推广主跟踪表(推广周期:2025年5月1日-2025年6月20日)', '2025-05-01', '2025-06-20'],
    ['阶段执行明细表（阶段：爆发期，时间：2025年6月1日-6月14日）', '2025-06-01', '2025-06-14'],
    ['2024年度复盘 周期 2025-05-11 ~ 2025-06-20', '2025-05-11', '2025-06-20'],
    ['2025年6月投放数据', '2025-06-01', '2025-06-30'],
  ])('%s', (title, from, to) => {
    expect(findPeriod(title)).toEqual({ from, to })
  })
  it('a year from elsewhere completes it', () => {
    expect(findPeriod('周期:5月11日-6月20日', { year: 2025 })).toEqual({
      from: '2025-05-11',
      to: '2025-06-20',
    })
  })
  it.each(['推广效果分析表', '周期:5月11日-6月20日', '制表日期 2025-05-01', '3篇笔记 5-10万'])(
    '%s states none',
    (title) => {
      expect(findPeriod(title)).toBeNull()
    },
  )
})
