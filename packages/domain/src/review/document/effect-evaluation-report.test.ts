import { describe, expect, test } from 'vitest'
import type { ReportBlock, ReportDocument, TableBlock } from '../report-document.ts'
import { TEAM_EFFECTS } from '../team-effects.fixture.ts'
import { effectEvaluationReport } from './effect-evaluation-report.ts'
import type { ReportBoard } from './report-input.ts'

const NOTHING = { value: null, numerator: 0, denominator: 0 }

const EMPTY: ReportBoard = {
  today: '2025-06-15',
  period: { start: null, end: null, week: null, daysLeft: null, phase: null },
  phases: [],
  taskCount: 0,
  doneCount: 0,
  progress: { byCount: NOTHING, byWeight: NOTHING, expected: null },
  money: { currency: 'CNY', planned: null, spent: null, remaining: null, reserve: null, total: null },
  kpis: [],
  kpiCounts: { met: 0, at_risk: 0, missed: 0, no_data: 0, not_started: 0 },
  late: [],
  lateCount: 0,
  next: [],
  issues: [],
  contradictions: [],
  contradictionCount: 0,
  effect: null,
  reconciliation: null,
  daily: [],
}

/** A plan with the figures of the team's own sheets (docs/domain/effect-analysis.md, docs/domain/progress.md). */
const FULL: ReportBoard = {
  ...EMPTY,
  period: { start: '2025-05-01', end: '2025-06-20', week: 7, daysLeft: 5, phase: '收尾期' },
  phases: [{ name: '筹备期', taskCount: 2, doneCount: 2, progress: 1, budget: 8_000_000, spent: 8_100_000 }],
  taskCount: 6,
  doneCount: 5,
  progress: {
    byCount: { value: 5 / 6, numerator: 5, denominator: 6 },
    byWeight: { value: 0.8, numerator: 4.8, denominator: 6 },
    expected: 0.882,
  },
  money: {
    currency: 'CNY',
    planned: 34_500_000,
    spent: 26_800_000,
    remaining: 7_700_000,
    reserve: 3_000_000,
    total: 37_500_000,
  },
  kpis: [
    {
      entity: 'target',
      source: '新客数',
      metric: '新客数',
      targetText: '≥500人',
      actualText: '520人',
      attainment: 1.04,
      status: 'met',
    },
    {
      entity: 'task',
      source: '直播专场',
      metric: '销售额',
      targetText: '≥50万',
      actualText: '45万',
      attainment: 0.9,
      status: 'missed',
    },
    {
      entity: 'task',
      source: '访谈',
      metric: '份数',
      targetText: '≥9份',
      actualText: '30份',
      attainment: 3.3,
      status: 'met',
    },
    {
      entity: 'task',
      source: '复盘',
      metric: '报告',
      targetText: '1份',
      actualText: null,
      attainment: null,
      status: 'not_started',
    },
  ],
  kpiCounts: { met: 2, at_risk: 0, missed: 1, no_data: 0, not_started: 1 },
  late: [{ name: '信息流投放', owner: '推广专员', phaseName: '启动期', plannedEnd: '2025-06-10', days: 5 }],
  lateCount: 1,
  next: [{ name: '复盘', owner: null, phaseName: '收尾期', date: '2025-06-20', what: 'ends' }],
  issues: [{ name: '直播专场', owner: '渠道经理', phaseName: '爆发期', text: '下单慢', solution: null }],
  contradictions: [
    {
      code: 'spent_over_budget',
      recordName: '选人',
      params: { spent: 8_100_000, budget: 8_000_000, over: 100_000 },
    },
    { code: 'complete_while_open', recordName: '素材', params: { progress: 1, status: 'in_progress' } },
  ],
  contradictionCount: 2,
  effect: {
    rows: TEAM_EFFECTS.map((row, index) => ({
      ...row,
      disagreements: index === 0 ? [{ field: 'statedCtr', stated: 0.12, computed: 0.1 }] : [],
    })),
    statedReturnIs: 'roas',
    statedReturnMatches: 5,
    statedReturnRows: 5,
  },
  reconciliation: {
    trackerSpend: 26_800_000,
    effectCost: 33_500_000,
    difference: 6_700_000,
    channels: [
      { channel: '抖音信息流', trackerSpend: 8_000_000, effectCost: 13_500_000, difference: 5_500_000 },
      { channel: null, trackerSpend: 18_800_000, effectCost: null, difference: -18_800_000 },
    ],
  },
  daily: [
    { day: '2025-05-30', cost: 100_000, ctr: 0.02 },
    { day: '2025-05-31', cost: null, ctr: null },
    { day: '2025-06-01', cost: 200_000, ctr: 0.03 },
    { day: '2025-06-02', cost: 150_000, ctr: 0.025 },
  ],
}

const chinese = effectEvaluationReport(FULL, { name: '夏季推广' }, { locale: 'zh-CN' })

function textsOf(block: ReportBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'paragraph':
    case 'callout':
      return [
        ('title' in block ? block.title : undefined) ?? '',
        block.spans.map(({ text }) => text).join(''),
      ]
    case 'list':
      return block.items.map((spans) => spans.map(({ text }) => text).join(''))
    case 'table':
      return [
        block.caption ?? '',
        block.note ?? '',
        ...block.columns.map(({ title }) => title),
        ...block.rows.flatMap((row) => row.cells.map(({ text }) => text)),
      ]
    case 'keyFigures':
      return block.figures.flatMap(({ label, value, note }) => [label, value, note ?? ''])
    case 'chart':
      return [block.caption ?? '', block.alternativeText]
    case 'pageBreak':
      return []
  }
}

const wholeText = (report: ReportDocument): string => report.blocks.flatMap(textsOf).join('\n')

function tableOf(report: ReportDocument, caption: string): TableBlock {
  const table = report.blocks.find(
    (block): block is TableBlock => block.kind === 'table' && (block.caption ?? '').includes(caption),
  )
  if (table === undefined) throw new Error(`no table ${caption}`)
  return table
}

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
        '渠道投放成本 ¥335,000，带来转化 2,655、销售额 ¥1,062,000：获客成本 ¥126.18，ROAS 3.17，ROI 2.17。ROAS 最高的是抖音信息流（4.00），最低的是线下体验（2.40）。' +
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
