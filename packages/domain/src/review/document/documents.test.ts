import { describe, expect, test } from 'vitest'
import type { ReportDocument } from '../report-document.ts'
import type {
  DocumentAction,
  EffectReviewRow,
  MeetingMinutesInput,
  RetrospectiveInput,
} from './document-input.ts'
import { effectAnalysisReport } from './effect-analysis-report.ts'
import { effectReviewReport } from './effect-review-report.ts'
import { meetingMinutes } from './meeting-minutes.ts'
import { EMPTY, FULL, sectionsOf, tableOf, textsOfRow, wholeText } from './report-board.fixture.ts'
import type { ReportBoard } from './report-input.ts'
import { retrospectiveReport } from './retrospective-report.ts'
import { ISSUE, WEEK } from './weekly-input.fixture.ts'
import { weeklyReport } from './weekly-report.ts'

const plan = { name: '夏季推广' }
const zh = { locale: 'zh-CN' } as const
const en = { locale: 'en' } as const

describe('R3: 活动复盘报告', () => {
  const input: RetrospectiveInput = {
    board: FULL,
    plan,
    issues: [
      ISSUE,
      { ...ISSUE, name: '缺货', severity: 'normal', state: 'resolved', solution: '备 2 倍库存' },
    ],
    rootCauses: [
      {
        name: '笔记转化率 0.8%，目标 1.5%',
        answers: ['只有 400 条留资', '留资按钮没被看到', '颜色与背景接近', '设计没有测试', '没有设计规范'],
        cause: '没有设计规范',
        corrective: '更换按钮颜色',
        preventive: '先做 A/B 测试再上线',
        owner: '设计专员',
        dueDate: '2025-06-25',
      },
    ],
  }
  const report = retrospectiveReport(input, zh)

  test('has its nine sections in order and a title page', () => {
    expect(report.titlePage).toBe(true)
    expect(sectionsOf(report)).toEqual([
      'summary',
      'goals',
      'process',
      'results',
      'worked',
      'failed',
      'causes',
      'lessons',
      'next',
    ])
  })

  test('sorts what the data show: targets met and the best channel worked, targets missed and late tasks did not', () => {
    const text = wholeText(report)
    expect(text).toContain('新客数达标：目标 ≥500人，实际 520人，达成率 104.0%。')
    expect(text).toContain('抖音信息流回报最好：ROAS 4.00，合计为 3.17。')
    expect(text).toContain('直播专场的销售额未达标：目标 ≥50万，实际 45万，达成率 90.0%。')
    expect(text).toContain('“信息流投放”延期 5 天。')
    expect(text).toContain('严重问题：下单页慢。')
  })

  test('shows the five answers of a chain in one row (example 10), and keeps its prevention as a lesson', () => {
    const cause = tableOf(report, '根因分析').rows[0]?.cells
    expect(cause?.[1]?.text.split('\n')).toHaveLength(5)
    const text = wholeText(report)
    expect(text).toContain('今后先做 A/B 测试再上线')
    expect(text).toContain('缺货：有效的解决办法是备 2 倍库存')
  })

  test('every open end is an action with its origin', () => {
    expect(tableOf(report, '行动清单').rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['更换按钮颜色', '设计专员', '2025-06-25', '根因分析'],
      ['解决问题：下单页慢', '技术甲', '2025-06-18', '问题记录'],
      ['完成延期任务：信息流投放', '推广专员', '—', '延期任务'],
      ['为未达标的指标定补救措施：直播专场的销售额', '—', '—', '目标'],
    ])
  })
})

describe('R1: 推广效果分析表', () => {
  const report = effectAnalysisReport(
    {
      board: FULL,
      plan,
      judged: [
        { status: 'missed', statedStatus: '达标' },
        { status: 'met', statedStatus: '达标' },
        { status: null, statedStatus: '达标' },
        { status: null, statedStatus: null },
        { status: 'no_data', statedStatus: '未达标' },
      ],
    },
    zh,
  )
  const table = tableOf(report, '各渠道与内容')

  test('the total row divides sums: CTR 3.7 %, CVR 1.5 %, CPA 126.18, ROAS 3.17 (rules 6, example 5)', () => {
    expect(textsOfRow(table, -1)).toEqual([
      '合计',
      '',
      '4,800,000',
      '157,000',
      '3.7%',
      '2,655',
      '1.5%',
      '¥335,000',
      '¥126.18',
      '¥1,062,000',
      '3.17',
      '',
      '',
    ])
  })

  test('a computed status wins and shows a stated one that differs; without a target the stated one stands alone', () => {
    expect(table.rows.slice(0, 5).map(({ cells }) => cells[11]?.text)).toEqual([
      '未达标\n原表：达标',
      '达标',
      '原表：达标',
      '—',
      '原表：未达标',
    ])
  })

  test('missing clicks stay missing, and advice in grey follows from the return against the total', () => {
    const offline = table.rows[4]?.cells
    expect([offline?.[3]?.text, offline?.[4]?.text, offline?.[6]?.text]).toEqual(['—', '—', '—'])
    const advice = table.rows.slice(0, 5).map(({ cells }) => [cells[12]?.text, cells[12]?.tone])
    expect(advice[2]).toEqual(['ROAS 高于合计 26.2%，可增加投放。', 'muted'])
    expect(advice[1]?.[0]).toBe('ROAS 低于合计 18.0%，转化成本偏高：压低出价或费用。')
  })

  test('is a wide page, and its ratios are formulas over its own columns', () => {
    expect(report.orientation).toBe('landscape')
    expect(table.columns.map(({ calculated }) => calculated?.kind ?? '')).toEqual([
      '',
      '',
      'sum',
      'sum',
      'ratio',
      'sum',
      'ratio',
      'sum',
      'ratio',
      'sum',
      'ratio',
      '',
      '',
    ])
  })
})

describe('R2: 营销效果复盘表', () => {
  const row: EffectReviewRow = {
    strategy: '达人种草',
    targetText: '500万',
    actualText: '480万',
    units: null,
    attainment: 0.96,
    status: 'missed',
    gap: null,
    improvement: null,
    owner: '甲',
    reviewDate: '2025-07-01',
  }
  const report = effectReviewReport(
    {
      board: FULL,
      plan,
      rows: [
        row,
        {
          ...row,
          strategy: '信息流',
          targetText: '2%',
          actualText: '1.5%',
          units: null,
          attainment: 0.75,
          improvement: '换落地页',
        },
      ],
    },
    zh,
  )

  test('480 of 500 is 96 % and 4 % short; 1.5 % of 2 % is 75 % (example 6)', () => {
    expect(textsOfRow(tableOf(report, '目标与实际'), 0)).toEqual([
      '达人种草',
      '500万',
      '480万',
      '96.0%',
      '未达标',
      '距目标差 4.0%',
      '待定',
      '甲',
      '2025-07-01',
    ])
    expect(wholeText(report)).toContain('差距最大的是信息流（目标 2%），达成率 75.0%。')
  })

  test('names the missed targets that nobody has a measure for', () => {
    expect(wholeText(report)).toContain('以下未达标的项目尚无改进措施：达人种草 500万。')
  })
})

describe('X5: 会议纪要', () => {
  const action: DocumentAction = { name: '换素材', owner: '甲', dueDate: '2025-06-16' }
  const input: MeetingMinutesInput = {
    board: FULL,
    plan,
    meeting: {
      name: '6 月 13 日周例会',
      kind: 'weekly',
      startsAt: '2025-06-13T16:00',
      attendees: '甲、乙',
      agenda: null,
      done: '1. 拍片\n2. 选人',
      next: null,
      blocked: null,
      decisions: '预算转向短视频。',
      minutes: null,
    },
    figures: {
      done: [],
      due: [],
      late: [{ id: 'a', name: '投放', owner: null, date: null, lateDays: 3 }],
      back: { from: '2025-06-09', to: '2025-06-13' },
      spend: {
        from: 'ledger',
        spent: 1_600_000,
        planned: 1_500_000,
        difference: 100_000,
        until: '2025-06-12',
        missing: ['2025-06-10', '2025-06-11'],
        lines: [],
      },
      kpis: FULL.kpis,
      blocked: [],
      filled: [],
    },
    actions: [action],
  }

  test('shows the agenda of its kind, the figures, what was said, decisions and actions', () => {
    const report = meetingMinutes(input, zh)
    expect(sectionsOf(report)).toEqual(['agenda', 'figures', 'done', 'decisions', 'actions'])
    expect(report.facts.slice(0, 3).map(({ value }) => value)).toEqual([
      '周例会',
      '2025-06-13 16:00',
      '甲、乙',
    ])
    expect(textsOfRow(tableOf(report, '行动项'), 0)).toEqual(['换素材', '甲', '2025-06-16'])
    const headings = report.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    expect(wholeText(report)).toContain('支出\n¥1.6万\n计划 ¥1.5万')
    expect(wholeText(report)).toContain('支出数据截至 2025-06-12，')
    expect(wholeText(report)).toContain('2025-06-10、2025-06-11没有支出数据，当天的计划未计入。')
    expect(headings).toEqual(['一、议程', '二、数据', '三、完成情况', '四、决议', '五、行动项'])
  })

  test('says that what the channels cost stands in for spend that nobody entered', () => {
    const { figures } = input
    if (figures === undefined) throw new Error('no figures')
    const spend = { ...figures.spend, from: 'channels' as const }
    const text = wholeText(meetingMinutes({ ...input, figures: { ...figures, spend } }, zh))
    expect(text).toContain('渠道消耗\n¥1.6万')
    expect(text).toContain('这段时间没有填报或入账支出，此处取各渠道的消耗。')
    expect(wholeText(meetingMinutes(input, zh))).not.toContain('渠道消耗')
  })

  test('shows what was filled in before it, and the problems that were reported under what was said of them', () => {
    const { figures = null, meeting } = input
    if (figures === null) throw new Error('no figures')
    const report = meetingMinutes(
      {
        ...input,
        meeting: { ...meeting, blocked: '展架未到' },
        figures: {
          ...figures,
          blocked: [
            {
              id: 't',
              entity: 'task',
              text: '投放 · 素材 B 未过审',
              owner: '甲',
              solution: null,
              dueDate: null,
              severity: null,
            },
          ],
          filled: [
            {
              taskId: 't',
              name: '投放',
              owner: '甲',
              by: '乙',
              at: '2025-06-13T01:00:00Z',
              fields: [
                { field: 'spent', from: null, to: 1_630_000 },
                { field: 'progress', from: 0.5, to: 0.6 },
                { field: 'issue', from: null, to: '素材 B 未过审' },
              ],
            },
          ],
        },
      },
      zh,
    )
    expect(textsOfRow(tableOf(report, '会前填报'), 0)).toEqual([
      '投放',
      '累计支出 — → ¥16,300；进度 50.0% → 60.0%；问题：素材 B 未过审',
      '乙',
    ])
    expect(sectionsOf(report)).toContain('blocked')
    expect(wholeText(report)).toMatch(/展架未到[^]*投放 · 素材 B 未过审（甲）/)
  })

  test('says when nothing was decided', () => {
    const report = meetingMinutes(
      { ...input, meeting: { ...input.meeting, decisions: null }, actions: [] },
      zh,
    )
    expect(wholeText(report)).toContain('没有记录决议。')
    expect(wholeText(report)).toContain('没有记录行动项。')
  })
})

describe('every document', () => {
  const latin = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value).replaceAll(/[\u3000-\u9fff\uff00-\uffef]/g, 'x')) as T
  const all = (board: ReportBoard, locale: 'zh-CN' | 'en'): ReportDocument[] => {
    const week = latin({ ...WEEK, board })
    return [
      weeklyReport(week, { locale }),
      retrospectiveReport(latin({ board, plan, issues: [ISSUE] }), { locale }),
      effectAnalysisReport(latin({ board, plan }), { locale }),
      effectReviewReport(latin({ board, plan, rows: [] }), { locale }),
      meetingMinutes(
        {
          board: latin(board),
          plan: latin(plan),
          meeting: {
            name: 'x',
            kind: 'monthly',
            startsAt: null,
            attendees: null,
            agenda: null,
            done: null,
            next: null,
            blocked: null,
            decisions: null,
            minutes: null,
          },
        },
        { locale },
      ),
    ]
  }

  test('in English has no Chinese of its own', () => {
    for (const report of all(FULL, 'en')) {
      expect(JSON.stringify(report)).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/)
      expect(wholeText(report)).not.toMatch(/undefined|null|NaN/)
    }
  })

  test('of an empty plan says what is missing, without a wrong number', () => {
    for (const report of all(EMPTY, 'zh-CN'))
      expect(wholeText(report)).not.toMatch(/undefined|null|NaN|Infinity/)
    const nothing = weeklyReport(
      {
        board: EMPTY,
        plan,
        week: { number: null, start: '2025-06-09', end: '2025-06-15' },
        days: [],
        spentFrom: 'ledger',
        channels: [],
        allChannels: null,
        weekTargets: [],
        kpis: [],
        done: [],
        late: [],
        next: [],
      },
      en,
    )
    expect(wholeText(nothing)).toContain('Nothing to review this week')
  })
})
