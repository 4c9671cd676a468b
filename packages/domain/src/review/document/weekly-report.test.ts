import { describe, expect, test } from 'vitest'
import { sectionsOf, tableOf, textsOfRow, wholeText } from './report-board.fixture.ts'
import { WEEK } from './weekly-input.fixture.ts'
import { weeklyReport } from './weekly-report.ts'

const zh = { locale: 'zh-CN' } as const

describe('R6: 周复盘报告', () => {
  const report = weeklyReport(WEEK, zh)

  test('compares 31,000 spent with 45,000 planned, and names the day that was 1,000 over (example 8)', () => {
    const text = wholeText(report)
    expect(text).toContain('本周支出 ¥31,000，计划 ¥45,000，为计划的 68.9%，少 ¥14,000。')
    expect(text).toContain('较上周增加 55.0%。')
    expect(text).toContain('超出最多的一天是 2025-06-09：支出 ¥16,000，计划 ¥15,000。')
    const table = tableOf(report, '分日支出')
    expect(textsOfRow(table, 0)).toEqual(['2025-06-09', '¥15,000', '¥16,000', '¥1,000'])
    expect(textsOfRow(table, 2)).toEqual(['2025-06-11', '¥15,000', '—', '—'])
  })

  test('on the Tuesday of the week 31,000 stand against the 30,000 of its two days, not against the whole week', () => {
    const running = { ...WEEK, board: { ...WEEK.board, today: '2025-06-10' } }
    const text = wholeText(weeklyReport(running, zh))
    expect(text).toContain(
      '本周截至 2025-06-10 支出 ¥31,000，同期计划 ¥30,000，为计划的 103.3%，超出 ¥1,000。',
    )
    expect(text).toContain('较上周同期增加 55.0%。')
    expect(text).toContain('同期计划 ¥3万')
    // The table still plans the whole week.
    expect(textsOfRow(tableOf(weeklyReport(running, zh), '分日支出'), 4)).toContain('¥45,000')
    expect(wholeText(weeklyReport(running, { locale: 'en' }))).toContain(
      'That is 55.0% more than by the same day of the week before.',
    )
  })

  test('what the channels cost is called so where it stands in for spend', () => {
    const text = wholeText(weeklyReport({ ...WEEK, spentFrom: 'channels' }, zh))
    expect(text).toContain('本周渠道消耗\n¥3.1万')
    expect(text).toContain('本周未在跟踪表填报支出，此处取各渠道的每日消耗。')
    expect(wholeText(report)).toContain('本周支出\n¥3.1万')
  })

  test('180,000 reads of 200,000 are 90 % (example 9)', () => {
    expect(textsOfRow(tableOf(report, '任务指标'), 0)).toEqual([
      '笔记 3 篇',
      '阅读量',
      '≥20万',
      '18万',
      '90.0%',
      '预警',
    ])
  })

  test('the channels show exposure, likes a post, CVR, spend and CTR (example 15); likes have no sum', () => {
    const table = tableOf(report, '各渠道')
    expect(table.columns.map(({ title }) => title)).toContain('篇均点赞')
    expect(textsOfRow(table, 0)?.slice(0, 6)).toEqual([
      '小红书',
      '1,200,000',
      '8,000',
      '8.3%',
      '1,800',
      '1.8%',
    ])
    expect(textsOfRow(table, 1)?.slice(3)).toEqual(['2.2%', '1,760', '1.6%', '¥100,000', '¥56.82', '4.00'])
    expect(textsOfRow(table, 2)?.[2]).toBe('—')
  })

  test('chart and table tell the day’s plan as a target, and a day without figures is a gap', () => {
    const chart = report.blocks.find((block) => block.kind === 'chart')
    expect(chart?.kind === 'chart' && chart.series.map(({ values, role }) => [values, role])).toEqual([
      [[16_000, 15_000, null, null], undefined],
      [[15_000, 15_000, 15_000, null], 'target'],
    ])
  })

  test('counts the alerts that fired in the week, and those that are open, apart', () => {
    const [alert] = WEEK.alerts ?? []
    if (alert === undefined) throw new Error('the fixture has no alert')
    const older = { ...alert, firedOn: '2025-06-02' }
    const solved = { ...alert, state: 'resolved' as const }
    expect(wholeText(weeklyReport({ ...WEEK, alerts: [older, solved] }, zh))).toContain(
      '触发预警 1 条，未解决的有 1 条。',
    )
  })

  test('what is late, open and unsolved comes back as steps for the next week', () => {
    const list = report.blocks.findLast((block) => block.kind === 'list')
    expect(list?.kind === 'list' && list.items.map(([span]) => span?.text)).toEqual([
      '推动延期任务收尾：投放（乙）。',
      '处理未解决的预警：抖音信息流点击率连续 2 天低于 1.5%。',
      '解决问题：下单页慢（技术甲，2025-06-18）。',
    ])
  })

  test('without alerts, issues and adjustments those sections are left out, and numbers have no gap', () => {
    const { alerts: _a, issues: _i, adjustments: _d, ...bare } = WEEK
    const made = weeklyReport(bare, zh)
    expect(sectionsOf(made)).toEqual(['summary', 'spend', 'targets', 'channels', 'tasks', 'next'])
    const headings = made.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    expect(headings.at(-1)).toBe('六、下周计划')
  })

  test('numbers stand beside their texts for spreadsheets: money in whole yuan', () => {
    const total = tableOf(report, '分日支出').rows.at(-1)
    expect(total?.cells[2]?.number).toEqual({ value: 31_000, format: '"¥"#,##0' })
  })
})

describe('a person’s own text', () => {
  test('takes the place of a section’s sentences; figures and tables stay', () => {
    const report = weeklyReport(
      { ...WEEK, overrides: { summary: '这周很稳。\n\n- 点一\n- 点二', tasks: '' } },
      zh,
    )
    const text = wholeText(report)
    expect(text).toContain('这周很稳。')
    expect(text).not.toContain('本周支出 ¥31,000，计划')
    const summary = report.blocks.slice(
      0,
      report.blocks.findIndex((block) => block.kind === 'chart'),
    )
    expect(summary.map(({ kind }) => kind)).toEqual(['heading', 'keyFigures', 'paragraph', 'list', 'heading'])
    expect(tableOf(report, '本周完成的任务').rows).toHaveLength(1)
  })

  test('brings back a section that the data leave out', () => {
    const { adjustments: _, ...bare } = WEEK
    const report = weeklyReport({ ...bare, overrides: { adjustments: '下周再定。' } }, zh)
    expect(sectionsOf(report)).toContain('adjustments')
  })
})
