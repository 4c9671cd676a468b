import { DEFAULT_POLICY } from '../../objective/status-policy.ts'
import type { ReportBlock, ReportDocument, TableBlock } from '../report-document.ts'
import { TEAM_EFFECTS } from '../team-effects.fixture.ts'
import type { ReportBoard } from './report-input.ts'

const NOTHING = { value: null, numerator: 0, denominator: 0 }

/** A plan in which nothing is known. */
export const EMPTY: ReportBoard = {
  today: '2025-06-15',
  period: { start: null, end: null, week: null, daysLeft: null, phase: null },
  phases: [],
  taskCount: 0,
  doneCount: 0,
  progress: { byCount: NOTHING, byWeight: NOTHING, expected: null },
  money: { currency: 'CNY', planned: null, spent: null, remaining: null, reserve: null, total: null },
  policy: DEFAULT_POLICY,
  kpis: [],
  kpiCounts: { met: 0, at_risk: 0, missed: 0, target_unclear: 0, no_data: 0, not_started: 0 },
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
export const FULL: ReportBoard = {
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
      costBase: null,
      targetText: '≥500人',
      actualText: '520人',
      units: null,
      attainment: 1.04,
      status: 'met',
    },
    {
      entity: 'task',
      source: '直播专场',
      metric: '销售额',
      costBase: null,
      targetText: '≥50万',
      actualText: '45万',
      units: null,
      attainment: 0.9,
      status: 'missed',
    },
    {
      entity: 'task',
      source: '访谈',
      metric: '份数',
      costBase: null,
      targetText: '≥9份',
      actualText: '30份',
      units: null,
      attainment: 3.3,
      status: 'met',
    },
    {
      entity: 'task',
      source: '复盘',
      metric: '报告',
      costBase: null,
      targetText: '1份',
      actualText: null,
      units: null,
      attainment: null,
      status: 'not_started',
    },
  ],
  kpiCounts: { met: 2, at_risk: 0, missed: 1, target_unclear: 0, no_data: 0, not_started: 1 },
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

/** Everything that a report says, a line each. */
export const wholeText = (report: ReportDocument): string => report.blocks.flatMap(textsOf).join('\n')

/** The table whose caption holds the text. */
export function tableOf(report: ReportDocument, caption: string): TableBlock {
  const table = report.blocks.find(
    (block): block is TableBlock => block.kind === 'table' && (block.caption ?? '').includes(caption),
  )
  if (table === undefined) throw new Error(`no table ${caption}`)
  return table
}

/** Texts of a row, counted from the end when negative. */
export const textsOfRow = (table: TableBlock, row: number): string[] | undefined =>
  table.rows.at(row)?.cells.map(({ text }) => text)

/** Ids of the sections in order. */
export const sectionsOf = (report: ReportDocument): (string | undefined)[] =>
  report.blocks.flatMap((block) => (block.kind === 'heading' ? [block.section] : []))
