import { describe, expect, test } from 'vitest'
import type { ReportDocument } from '../report-document.ts'
import { effectEvaluationReport } from './effect-evaluation-report.ts'
import { EMPTY, FULL, tableOf, wholeText } from './report-board.fixture.ts'
import type { ReportBoard } from './report-input.ts'

const chinese = effectEvaluationReport(FULL, { name: '夏季推广' }, { locale: 'zh-CN' })

describe('推广效果评估报告: the conclusion', () => {
  const callout = chinese.blocks.find((block) => block.kind === 'callout')

  test('says how it stands in a line, as a warning while something is missed or late', () => {
    expect(callout).toMatchObject({
      title: '3 项指标中 2 项达标；支出在预算内；进度落后 8.2 个百分点',
      tone: 'warning',
    })
  })

  test('names progress, money, return, the missed target and the longest delay with their figures', () => {
    expect(callout?.kind === 'callout' ? callout.spans[0]?.text : '').toBe(
      '截至 2025-06-15，6 项任务完成 5 项（83.3%）。加权进度 80.0%，按时间应为 88.2%，落后 8.2 个百分点。' +
        '已支出 ¥268,000，为预算 ¥345,000 的 77.7%，剩余 ¥77,000。应急储备金 ¥30,000 单列，未计入。' +
        '渠道投放成本 ¥335,000，带来转化 2,655、销售额 ¥1,062,000：转化成本 ¥126.18，ROAS 3.17，ROI 2.17。ROAS 最高的是抖音信息流（4.00），最低的是线下体验（2.40）。' +
        '已有数据的 3 项指标中，达标 2 项、未达标 1 项；另有 1 项未开始。未达标的是：直播专场的销售额。' +
        '1 项任务延期，最久的是“信息流投放”，已 5 天。有 2 处数据自相矛盾，结论以核对后为准。',
    )
  })

  test('spending over the budget is bad, and says by how much', () => {
    const money = { ...FULL.money, spent: 35_500_000, remaining: -1_000_000 }
    const over = effectEvaluationReport({ ...FULL, money }, { name: 'p' }, { locale: 'zh-CN' })
    expect(over.blocks.find(({ kind }) => kind === 'callout')).toMatchObject({
      tone: 'bad',
      title: expect.stringContaining('支出超出预算'),
    })
    expect(wholeText(over)).toContain('已支出 ¥355,000，超出预算 ¥345,000 共 ¥10,000。')
  })
})

describe('推广效果评估报告: the tables', () => {
  test('targets carry target, actual, attainment up to 200 % and the status as word and colour', () => {
    expect(tableOf(chinese, '任务指标').rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['直播专场', '销售额', '≥50万', '45万', '90.0%', '未达标'],
      ['访谈', '份数', '≥9份', '30份', '200.0%', '达标'],
    ])
    expect(tableOf(chinese, '任务指标').rows[0]?.cells[5]).toMatchObject({ text: '未达标', tone: 'bad' })
    expect(wholeText(chinese)).toContain('尚未开始：复盘的报告。')
  })

  test('channel totals are ratios of sums; the offline row without clicks has no rate, not a zero (rules 6)', () => {
    const traffic = tableOf(chinese, '流量与转化').rows.map(({ cells }) => cells.map(({ text }) => text))
    expect(traffic.at(-1)).toEqual(['合计', '4,800,000', '157,000', '3.7%', '2,655', '1.5%'])
    expect(traffic.find(([name]) => name === '线下体验')).toEqual([
      '线下体验',
      '500,000',
      '—',
      '—',
      '300',
      '—',
    ])
    expect(
      tableOf(chinese, '成本与回报')
        .rows.at(-1)
        ?.cells.map(({ text }) => text),
    ).toEqual(['合计', '¥335,000', '¥126.18', '¥1,062,000', '3.17', '2.17'])
  })

  test('says that the sheet’s ROI column is ROAS by its arithmetic, and which figure its data do not bear out (rules 8)', () => {
    expect(tableOf(chinese, '成本与回报').note).toBe(
      '原表“ROI”一列有 5/5 行等于“销售额 ÷ 成本”，即 ROAS；本报告将 ROAS 与 ROI 分列。',
    )
    expect(wholeText(chinese)).toContain('原表点击率 12.0%，按数据应为 10.0%')
  })

  test('tracker spend and effect cost stand beside each other with their difference and are never added', () => {
    expect(
      tableOf(chinese, '对照')
        .rows.at(-1)
        ?.cells.map(({ text }) => text),
    ).toEqual(['合计', '¥268,000', '¥335,000', '¥67,000'])
    expect(wholeText(chinese)).not.toContain('603,000')
  })

  test('contradictions are sentences with their figures', () => {
    expect(wholeText(chinese)).toContain('选人：支出 ¥81,000 超过预算 ¥80,000，多 ¥1,000')
    expect(wholeText(chinese)).toContain('素材：进度已到 100.0%，状态却是进行中')
  })

  test('charts are ROAS by channel, daily spend and daily CTR; a day without figures is a gap', () => {
    const charts = chinese.blocks.filter((block) => block.kind === 'chart')
    expect(charts.map(({ categories }) => categories)).toEqual([
      ['抖音信息流', '小红书KOL', '线下体验'],
      ['5/30', '31', '6/1', '2'],
      ['5/30', '31', '6/1', '2'],
    ])
    expect(charts[1]?.series[0]?.values).toEqual([1000, null, 2000, 1500])
  })
})

describe('推广效果评估报告: in every state', () => {
  test('sections are numbered without a gap, and one without anything to say is left out', () => {
    const headings = (report: ReportDocument) =>
      report.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    expect(headings(chinese)).toEqual([
      '一、结论',
      '二、目标与结果',
      '三、渠道效果',
      '四、费用',
      '五、进展与问题',
      '六、待核对的数据',
      '七、下一步',
      '八、口径说明',
    ])
    expect(headings(effectEvaluationReport(EMPTY, { name: '空' }, { locale: 'zh-CN' }))).not.toContain(
      '六、待核对的数据',
    )
  })

  test('an empty plan makes a short document that says what is missing, without a zero or a dash of its own', () => {
    const text = wholeText(effectEvaluationReport(EMPTY, { name: '空' }, { locale: 'zh-CN' }))
    expect(text).toContain('尚无可评估的数据')
    expect(text).not.toMatch(/¥|NaN|undefined|null|Infinity/)
  })

  test('the English document has no Chinese of its own', () => {
    const latin = JSON.parse(
      JSON.stringify(FULL).replaceAll(/[\u3000-\u9fff\uff00-\uffef]/g, 'x'),
    ) as ReportBoard
    const english = effectEvaluationReport(latin, { name: 'Summer' }, { locale: 'en' })
    expect(JSON.stringify(english)).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/)
    expect(wholeText(english)).not.toMatch(/undefined|null|NaN/)
    expect(english.blocks).toHaveLength(chinese.blocks.length)
  })
})
