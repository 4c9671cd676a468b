import { describe, expect, test } from 'vitest'
import { titleFacts } from './title-facts.ts'

describe('C2: what the rows above a header say', () => {
  test.each([
    ['某计划(推广周期:2025年5月1日-2025年6月20日)', '2025-05-01', '2025-06-20'],
    ['明细(阶段:爆发期,时间:2025年6月1日-6月14日)', '2025-06-01', '2025-06-14'],
    ['1. 时间范围：20250601-20250618', '2025-06-01', '2025-06-18'],
    ['统计周期 2025/06/01~06/18', '2025-06-01', '2025-06-18'],
    ['2025.6.1 至 2025.6.18', '2025-06-01', '2025-06-18'],
    ['Q3 Launch Plan Jul 1, 2025 - Sep 30, 2025', '2025-07-01', '2025-09-30'],
    ['March 27, 2026 - April 23, 2026', '2026-03-27', '2026-04-23'],
  ])('%s runs from %s to %s', (text, from, to) => {
    expect(titleFacts([text]).period).toEqual({ from, to })
  })

  test('start and end may stand in lines of their own', () => {
    expect(titleFacts(['# Start date: 20230424', '# End date: 20230521']).period).toEqual({
      from: '2023-04-24',
      to: '2023-05-21',
    })
  })

  test('a period without a year is none, a date alone is none', () => {
    expect(titleFacts(['周期:5月1日-6月20日']).period).toBeNull()
    expect(titleFacts(['制表日期:2025年5月1日']).period).toBeNull()
  })

  test('a year in a title counts for dates without one, a number like 2000 does not', () => {
    expect(titleFacts(['2026年618大促跟踪表']).year).toBe(2026)
    expect(titleFacts(['2000人大会跟踪表']).year).toBeNull()
    expect(titleFacts([], '2025资源').year).toBe(2025)
    expect(titleFacts([], '新客2000人').year).toBeNull()
  })

  test('the phase and the bare title', () => {
    expect(titleFacts(['推广阶段执行明细表(阶段:爆发期,时间:2025年6月1日-6月14日)'])).toMatchObject({
      title: '推广阶段执行明细表',
      phaseName: '爆发期',
    })
    expect(titleFacts(['爆发期执行明细表（2025年6月1日-6月14日）'])).toMatchObject({
      phaseName: null,
      namedPhase: '爆发期',
    })
    expect(titleFacts([], '预热期明细').namedPhase).toBe('预热期')
    expect(titleFacts(['筹备期与爆发期跟踪表']).namedPhase).toBeNull()
    expect(titleFacts(['推广周期:全年']).namedPhase).toBeNull()
    expect(titleFacts([])).toEqual({
      day: null,
      title: null,
      period: null,
      year: null,
      moneyUnit: null,
      phaseName: null,
      namedPhase: null,
    })
    expect(titleFacts(['部门:市场部', '金额单位：万元']).moneyUnit).toBe('万元')
  })
})
