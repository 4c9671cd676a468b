import { describe, expect, test } from 'vitest'
import { sectionsOf, tableOf, textsOfRow, wholeText } from './report-board.fixture.ts'
import { WEEK } from './weekly-input.fixture.ts'
import { weeklyReport } from './weekly-report.ts'

const zh = { locale: 'zh-CN' } as const

describe('R6: 周复盘报告', () => {
  const report = weeklyReport(WEEK, zh)

  test('holds 31,000 spent against the 30,000 planned for the days that have figures, and names the day that was 1,000 over (example 8)', () => {
    const text = wholeText(report)
    expect(text).toContain(
      '本周截至 2025-06-10 支出 ¥31,000，同期计划 ¥30,000，为计划的 103.3%，超出 ¥1,000。',
    )
    expect(text).toContain('同期计划 ¥3万')
    expect(text).toContain('较上周同样 2 天增加 55.0%。')
    expect(wholeText(weeklyReport(WEEK, { locale: 'en' }))).toContain(
      'That is 55.0% more than on the same 2 days of the week before.',
    )
    expect(text).toContain('超出最多的一天是 2025-06-09：支出 ¥16,000，计划 ¥15,000。')
    const table = tableOf(report, '分日支出')
    expect(textsOfRow(table, 0)).toEqual(['2025-06-09', '¥15,000', '¥16,000', '¥1,000'])
    expect(textsOfRow(table, 2)).toEqual(['2025-06-11', '¥15,000', '—', '—'])
  })

  test('the total of the table is that of the summary: the plan of days without figures is in neither', () => {
    const table = tableOf(report, '分日支出')
    expect(textsOfRow(table, 4)).toEqual(['2 天合计', '¥30,000', '¥31,000', '¥1,000'])
    expect(table.note).toContain('支出数据截至 2025-06-10，其余日子的计划不计入合计')
    // A spreadsheet would add the plan of Wednesday to it.
    expect(table.columns.map(({ calculated }) => calculated?.kind)).toEqual([
      undefined,
      undefined,
      'sum',
      undefined,
    ])
  })

  test('a day in between that channels do not report is named and left out of both sides', () => {
    const [monday, tuesday, wednesday] = WEEK.days
    if (monday === undefined || tuesday === undefined || wednesday === undefined) throw new Error('no days')
    const gap = { ...tuesday, spent: null }
    const days = [monday, gap, { ...wednesday, spent: 1 }]
    const text = wholeText(weeklyReport({ ...WEEK, days, spentFrom: 'channels' }, zh))
    expect(text).toContain('2025-06-10没有支出数据，当天的计划未计入。')
    expect(text).toContain('¥16,000.01，同期计划 ¥30,000，')
    expect(text).toContain('较上周同样 2 天')
    // The ledger holds on Wednesday what was entered since Monday.
    const entered = weeklyReport({ ...WEEK, days }, zh)
    expect(wholeText(entered)).toContain('截至 2025-06-11 支出 ¥16,000.01，同期计划 ¥45,000，')
    expect(wholeText(entered)).not.toContain('没有支出数据')
    const table = tableOf(entered, '分日支出')
    expect(textsOfRow(table, 1)).toEqual(['2025-06-10', '¥15,000', '—', '—'])
    expect(textsOfRow(table, 2)).toEqual(['2025-06-11', '¥15,000', '¥0.01', '-¥29,999.99'])
    expect(table.note).toContain('其计划并入之后第一次填报的差额')
  })

  test('a week whose every day has figures is told as the week, against the whole of the one before', () => {
    const days = [9, 10, 11, 12, 13, 14, 15].map((day) => ({
      day: `2025-06-${String(day).padStart(2, '0')}`,
      planned: 1_500_000,
      spent: 1_500_000,
      spentWeekBefore: 3_000_000,
    }))
    const whole = weeklyReport({ ...WEEK, days }, zh)
    expect(wholeText(whole)).toContain(
      '本周支出 ¥105,000，计划 ¥105,000，为计划的 100.0%。较上周减少 50.0%。',
    )
    const table = tableOf(whole, '分日支出')
    expect(textsOfRow(table, 7)).toEqual(['合计', '¥105,000', '¥105,000', '¥0'])
    expect(table.columns.map(({ calculated }) => calculated?.kind)).toContain('sum')
  })

  test('the head names the day up to which the data reach, not that of the print', () => {
    const asOf = (of: typeof WEEK) =>
      weeklyReport(of, zh).facts.find(({ label }) => label === '数据截至')?.value
    expect(asOf(WEEK)).toBe('2025-06-10')
    expect(asOf({ ...WEEK, board: { ...WEEK.board, daily: [] }, days: [] })).toBeUndefined()
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

  test('of a target for every unit the worst one is shown, with how many there are (rules 2)', () => {
    const kpis = WEEK.kpis.map((kpi) => ({ ...kpi, actualText: '180人', units: 3 }))
    const cellOf = (locale: 'zh-CN' | 'en', caption: string) =>
      textsOfRow(tableOf(weeklyReport({ ...WEEK, kpis }, { locale }), caption), 0)?.[3]
    expect(cellOf('zh-CN', '任务指标')).toBe('180人（3 个中最差）')
    expect(cellOf('en', 'tasks')).toMatch(/^180\D* \(worst of 3\)$/)
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

  test('ROAS and ROI of facts say that their revenue is what the platforms attribute (F4)', () => {
    const text = wholeText(report)
    expect(text).toContain('ROI 3.00（平台归因）')
    expect(text).toContain('销售额 ¥400,000（平台归因），')
    expect(tableOf(report, '各渠道').note).toContain('成交额为平台归因，不是扣除基线的增量')
    expect(wholeText(weeklyReport(WEEK, { locale: 'en' }))).toContain('ROI 3.00 (attributed)')
    const without = WEEK.channels.map((channel) => ({ ...channel, revenue: null, roas: null }))
    const bare = { ...WEEK, channels: without, allChannels: null }
    expect(tableOf(weeklyReport(bare, zh), '各渠道').note).not.toContain('归因')
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
      '核对超出计划的 ¥1,000 支出，必要时调整下周日预算。',
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
